/* SPDX-License-Identifier: ISC */
/*
 * paragraph.h - what a bounce says of a recipient, a code or none
 */
#ifndef PARAGRAPH_H
#define PARAGRAPH_H

#include "line.h"
#include "smtpcode_reply.h"

/* How a mail program writes whom it is about, and what happened. */
enum paragraph_shape {
	PARAGRAPH_INDENTED, /* "  a@b", then "    what" */
	PARAGRAPH_BRACKETS, /* "<a@b>: what", also on several lines */
	PARAGRAPH_NAMED,    /* "a@b: what" */
	PARAGRAPH_TEXT      /* "what", of a mail with one recipient */
};

struct paragraph {
	enum {
		PARAGRAPH_NONE,
		PARAGRAPH_AWAITED, /* a sentence has said that they follow */
		PARAGRAPH_BEGUN,
		PARAGRAPH_CODED /* it quotes a reply with a code */
	} state;
	enum paragraph_shape shape;
	int late;      /* the mail is a warning: the message waits */
	int delayed;   /* so it does for these recipients */
	int some;      /* one of them has been named */
	int cut;       /* there was no room for all of the text */
	size_t margin; /* blanks in front of all lines */
	uint64_t line;
	size_t to_length, used;
	char to[SMTPCODE_MAILBOX_MAX], text[1024];
};

/* A mail begins, or another part of it. */
void smtpcode_x_paragraph_start(struct paragraph *p);

/* Is one being read? */
static inline int
smtpcode_x_paragraph_is_open(const struct paragraph *p)
{
	return p->state == PARAGRAPH_BEGUN || p->state == PARAGRAPH_CODED;
}

/* Does the line belong to the one that is being read? And does it begin the
 * next? */
int smtpcode_x_paragraph_holds(
    const struct paragraph *p, const char *s, size_t n);
int smtpcode_x_paragraph_begins(
    const struct paragraph *p, const char *s, size_t n);

/* Does the line end the one that is being read, which told of a failure without
 * a code? Then that is in *r, whose spans point into p: 1 or 0. */
int smtpcode_x_paragraph_ends(
    struct paragraph *p, const char *s, size_t n, struct smtpcode_reply *r);

/* Take in a line; told: what it says by itself. 1 if it tells whom the replies
 * to come are about: p->to, perhaps nobody who is known. */
int smtpcode_x_paragraph_take(struct paragraph *p, const char *s, size_t n,
    uint64_t line, enum smtpcode_x_told told);

#endif
