/* SPDX-License-Identifier: ISC */
/*
 * operand.h - operands as questions
 */
#ifndef OPERAND_H
#define OPERAND_H

#include <stddef.h>

#include "token.h"

enum ask {
	ASK_CODE,    /* side[0].code: a code or a set */
	ASK_REPLY,   /* side[0]: a reply code and an enhanced one */
	ASK_CAUSE,   /* side[0].cause */
	ASK_COMPARE, /* side[0..sides-1] */
	ASK_TEXT,    /* a text that may hold replies */
	ASK_INPUT    /* standard input */
};

struct question {
	enum ask ask;
	size_t sides;
	struct side side[SMTPCODE_COMPARE_MAX];
	char **words; /* of a text: count operands, joined by one blank */
	int count;
};

/* Where the reading of the operands stands. */
struct operands {
	char **words;
	int count;
	int text;         /* all of them are one text */
	const char *rest; /* of an operand of several codes, or NULL */
};

/* 1 if the word is neither a code, a set, "vs" nor "-", and holds no blank. */
int operand_is_text(const char *word);

/*
 * See what count operands mean as a whole. Returns STATUS_OK, or STATUS_ERROR
 * after a message that says what to do.
 */
int operands_read(struct operands *o, char **words, int count);

/* The next question: 1, 0 if there are no more, or -1 if "vs" stands where it
 * may not. */
int operands_next(struct operands *o, struct question *q);

#endif
