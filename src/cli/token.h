/* SPDX-License-Identifier: ISC */
/*
 * token.h - the words of operands
 */
#ifndef TOKEN_H
#define TOKEN_H

#include <stddef.h>
#include <stdint.h>

#include "smtpcode.h"

/* One side of a comparison: a code, or a reply code with an enhanced one; or a
 * cause, which stands alone. */
struct side {
	uint32_t code;
	uint32_t enhanced; /* 0: none */
	const struct smtpcode_cause *cause;
};

enum token {
	TOKEN_END,
	TOKEN_CODE,
	TOKEN_PAIR, /* a reply code and an enhanced code in one word */
	TOKEN_CAUSE,
	TOKEN_VS,
	TOKEN_DASH,
	TOKEN_TEXT, /* a quoted text */
	TOKEN_WORD  /* can only be text */
};

/* Make no-break blanks and typographic hyphens plain, in place. */
void token_clean(char *word);

int token_is_blank(char c);
int token_is_alnum(char c); /* of ASCII */
int token_is_one_of(char c, const char *set);
int token_is(const char *a, const char *b);

/* The bytes before the first blank or the end. */
size_t token_length(const char *s);
int token_holds_blank(const char *s);

/* Read a code with what clings to it in mails: 1 if it is the whole word. */
int token_code(const char *word, size_t n, struct side *side);

/* What the n bytes of a word without blanks are. */
enum token token_of(const char *word, size_t n, struct side *side);

/* 1 if the operand holds nothing but codes and "vs". */
int token_is_codes(const char *s);

#endif
