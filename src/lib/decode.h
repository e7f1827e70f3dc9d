/* SPDX-License-Identifier: ISC */
/*
 * decode.h - encoded text of mails as bytes (RFC 2045 6), HTML as text
 */
#ifndef DECODE_H
#define DECODE_H

#include <stddef.h>

#include "mime.h"

/* Where decoded text collects; html keeps what a tag needs across lines. */
struct text {
	char *p;
	size_t size, used;
	int tag;       /* inside < > */
	int hidden;    /* inside <style> or <script> */
	char name[12]; /* of the tag begun */
	size_t name_length;
	unsigned bits, bit_count; /* of base64 */
};

/*
 * Add a line (without its end) of a part to the text, decoded, and a line end
 * where the part has one. What does not fit is dropped.
 */
void smtpcode_x_decode(struct text *t, enum mime_encoding encoding, int html,
    const char *s, size_t n);

/* What stands for blanks: underscores in qmail's log, no-break blanks on web
 * pages. */
enum { BLANK_UNDERSCORE = 1, BLANK_NO_BREAK = 2 };

/* Which of them the line holds. */
unsigned smtpcode_x_odd_blanks(const char *s, size_t n);

/* Add a line with those made blanks. */
void smtpcode_x_decode_blanks(
    struct text *t, unsigned blanks, const char *s, size_t n);

/* Forget what a part has left behind. */
void smtpcode_x_decode_reset(struct text *t);

#endif
