/* SPDX-License-Identifier: ISC */
/*
 * buf.h - a short text put together from pieces; what does not fit is left out,
 * characters as a whole
 */
#ifndef BUF_H
#define BUF_H

#include <stddef.h>
#include <stdint.h>

struct buf {
	size_t used;
	char s[8448]; /* always NUL-terminated; a joined reply has room */
};

/* How many of the n bytes at s are no more than most, characters of UTF-8 as a
 * whole. */
size_t buf_cut(const char *s, size_t n, size_t most);

void buf_clear(struct buf *b);
void buf_bytes(struct buf *b, const char *s, size_t n);
void buf_text(struct buf *b, const char *s);
void buf_number(struct buf *b, uint64_t n);

/* Add a code as people write it: 551, 5.7.26, 4xx. */
void buf_code(struct buf *b, uint32_t code);

/* The same of an enhanced code among others: a subject is written 5.7.x. */
void buf_enhanced(struct buf *b, uint32_t code);

/* A name in a template, without its braces, and what stands in its place. */
struct value {
	const char *name;
	const char *text;
};

/* Add a template with its {names} replaced by the n values. */
void buf_fill(
    struct buf *b, const char *template, const struct value *v, size_t n);

#endif
