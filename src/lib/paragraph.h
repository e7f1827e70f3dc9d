/* SPDX-License-Identifier: ISC */
/*
 * paragraph.h - what a bounce says of a recipient without a code
 */
#ifndef PARAGRAPH_H
#define PARAGRAPH_H

#include "line.h"
#include "smtpcode_reply.h"

/* How a mail program writes whom it is about, and what happened. */
enum paragraph_shape {
	PARAGRAPH_INDENTED, /* "  a@b", then "    what" */
	PARAGRAPH_BRACKETS, /* "<a@b>:", then "what", there or below */
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
	int delayed; /* the message is still in the queue */
	uint64_t line;
	size_t to_length, used;
	char to[320], text[1024];
};

void smtpcode_x_paragraph_start(struct paragraph *p);

/* Does the line begin the next paragraph, behind another? */
int smtpcode_x_paragraph_begins(
    const struct paragraph *p, const char *s, size_t n);

/* Does the line not belong to the paragraph, which told of a failure without a
 * code? Then that is in *r, whose spans point into p: 1 or 0. */
int smtpcode_x_paragraph_ends(
    struct paragraph *p, const char *s, size_t n, struct smtpcode_reply *r);

/* Take in a line of a mail, of one that reports (report), or of what was pasted
 * from one; told: what it says by itself. 1 if it names a recipient, who is in
 * p->to. */
int smtpcode_x_paragraph_take(struct paragraph *p, const char *s, size_t n,
    uint64_t line, int report, enum smtpcode_x_told told);

#endif
