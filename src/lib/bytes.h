/* SPDX-License-Identifier: ISC */
/*
 * bytes.h - looking at bytes with a length; letters are ASCII's
 */
#ifndef BYTES_H
#define BYTES_H

#include <stddef.h>

#define smtpcode_x_none ((size_t)-1)

static inline int
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline int
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline int
is_alnum(char c)
{
	return is_digit(c) || is_letter(c);
}

static inline int
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static inline char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Do the n bytes at s begin with the word, case folded? */
int smtpcode_x_begins(const char *s, size_t n, const char *word);

/* Where the word begins in the n bytes at s, case folded; none if nowhere. */
size_t smtpcode_x_seek(const char *s, size_t n, const char *word);

/* Are the two strings equal? */
int smtpcode_x_is(const char *a, const char *b);

/* Do the m bytes at word stand at s + at, case folded, as a word of their own?
 */
int smtpcode_x_stands_at(
    const char *s, size_t n, size_t at, const char *word, size_t m);

/* The bytes at the start of s that are among the set, or not among it. */
size_t smtpcode_x_span(const char *s, size_t n, const char *set);
size_t smtpcode_x_until(const char *s, size_t n, const char *set);

#endif
