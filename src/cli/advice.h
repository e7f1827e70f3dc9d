/* SPDX-License-Identifier: ISC */
/*
 * advice.h - how to fix a cause, filled with what a reply names
 */
#ifndef ADVICE_H
#define ADVICE_H

#include "page.h"
#include "reply.h"

enum { ADVICE_AUDIENCES = 3, ADVICE_VALUES = 6, ADVICE_SIZE = 256 };

struct advice {
	struct smtpcode_verdict verdict; /* cause and detail */
	int general;                     /* of no reply: names are stand-ins */
	char text[ADVICE_VALUES][ADVICE_SIZE]; /* "": not named */
};

/* For a reply, or (detail may be NULL) for a cause in general. */
void advice_of_reply(struct advice *v, const struct answer *a);
void advice_of_cause(
    struct advice *v, const struct smtpcode_cause *c, const char *detail);

/* Add what the cause means. */
void advice_meaning(const struct advice *v, int lang, int brief, struct buf *b);

/*
 * Show the fix for each audience, in paragraphs under the label that is open;
 * brief: the first sentence for each. Returns the paragraphs.
 */
int advice_show(const struct advice *v, struct page *p, int brief);

/* Add the first sentence for whoever has to act, whom it names, or for anybody
 * if that cannot be told. */
void advice_first(
    const struct advice *v, enum smtpcode_actor actor, int lang, struct buf *b);

/* Add the whole fix as one text, commands in `...`. */
void advice_text(const struct advice *v, int lang, struct buf *b);

#endif
