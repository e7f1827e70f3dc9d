/* SPDX-License-Identifier: ISC */
/*
 * gather.h - replies that stand on several lines or in several places
 */
#ifndef GATHER_H
#define GATHER_H

#include "bytes.h"
#include "once.h"
#include "paragraph.h"
#include "smtpcode_scan.h"

enum {
	GATHER_LONG = 60,   /* bytes of a line that mail programs may break */
	GATHER_TEXT = 8192, /* bytes of a joined reply */
	GATHER_HELD = 64,   /* replies held back, and bytes of them */
	GATHER_HELD_TEXT = 32768
};

/* What became of a line that was offered. */
enum smtpcode_x_took {
	TOOK,       /* taken in, nothing to tell */
	GAVE,       /* taken in, and a reply is complete */
	GAVE_FIRST, /* a reply is complete; offer the line again */
	AGAIN       /* nothing to tell, but offer the line again */
};

struct gather {
	/* a reply that further lines may belong to */
	enum { OPEN_NONE, OPEN_MORE, OPEN_FOLD } open;
	struct smtpcode_reply reply;
	uint64_t line;
	size_t used;
	int folds;          /* lines joined so far */
	int at_start;       /* of its line, as the answer to a command stands */
	size_t last_length; /* of the line before */
	char join[GATHER_TEXT];
	char host[SMTPCODE_MAILBOX_MAX], recipient[SMTPCODE_MAILBOX_MAX];
	/* what a transcript or a bounce said before, and in which line */
	uint64_t said_line;
	struct smtpcode_span command;
	char to[SMTPCODE_MAILBOX_MAX];
	size_t to_length;
	int labelled; /* "<a@b>: ...": what follows is about nobody else */
	/* the delivery report being read (RFC 3464) */
	struct {
		int field; /* 0 none, 1 diagnostic goes on */
		uint32_t status;
		enum smtpcode_class class;
		size_t diagnostic; /* bytes in join */
		size_t host, recipient;
		uint64_t line;
		int cut;   /* there was no room for all of the diagnostic */
		int some;  /* a field has been read */
		int final; /* that of the recipient among them */
	} report;
	int reported; /* the mail has had a delivery report */
	/* replies of a report's prose, until its delivery report comes */
	size_t held, held_used;
	struct held {
		struct smtpcode_reply reply; /* spans into held_text */
		uint64_t line;
	} hold[GATHER_HELD];
	char held_text[GATHER_HELD_TEXT];
	struct paragraph paragraph;
	struct once once;
};

void smtpcode_x_gather_start(struct gather *g);

/*
 * Offer a line of text; where says what it is part of. A complete reply goes
 * to *f, with spans into the line or into g.
 */
enum smtpcode_x_where { IN_LOG, IN_MAIL, IN_REPORT };
enum smtpcode_x_took smtpcode_x_offer_text(struct gather *g, const char *s,
    size_t n, uint64_t line, enum smtpcode_x_where where,
    struct smtpcode_found *f);

/* Is a reply that is all of a line of a log whole, n bytes, if the next line
 * begins with that byte? Not if that may be more of it, or must be decoded
 * first. */
static inline int
smtpcode_x_is_whole(size_t n, char next)
{
	return n < GATHER_LONG || is_digit(next) ||
	    (next >= 'A' && next <= 'Z') || next == '\n' || next == '\r';
}

/* What a transcript or a bounce said before, for the replies that follow. */
static inline int
smtpcode_x_has_dialogue(const struct gather *g)
{
	return g->said_line != 0;
}

/* A line of another program ends a dialogue with a server. */
void smtpcode_x_forget_dialogue(struct gather *g);

/* Offer a line of a delivery report. */
enum smtpcode_x_took smtpcode_x_offer_status(struct gather *g, const char *s,
    size_t n, uint64_t line, struct smtpcode_found *f);

/* Complete what is open; the part, or (drain) the mail ends. 1 if *f is set:
 * call it until it returns 0. */
int smtpcode_x_gather_end(struct gather *g, enum smtpcode_x_where where,
    int drain, struct smtpcode_found *f);

#endif
