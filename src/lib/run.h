/* SPDX-License-Identifier: ISC */
/*
 * run.h - what a run of letters and digits is, for masks
 */
#ifndef RUN_H
#define RUN_H

#include "bytes.h"
#include "smtpcode_reply.h"

/* Kinds of bytes beside those of bytes.h: what may join the parts of a run,
 * what an address may have before its @ though no run has it; and two that
 * join. */
enum { JOIN = 8, LOCAL = 16, DOT = 32, AT = 64 };
enum { RUN = LETTER | DIGIT | HIGH | JOIN };

/* Bytes of an address before its @: what is longer is none, or each piece of a
 * long text would be looked through to its end. RFC 5321 4.5.3.1.1 allows 64.
 */
enum { LOCAL_MAX = 256 };

/* And of a run, for the same reason. */
enum { RUN_MAX = 1024 };

extern const unsigned char smtpcode_x_classes[128]; /* but for HIGH */

static inline unsigned
class_of(char c)
{
	return (c & 0x80) != 0 ? HIGH : smtpcode_x_classes[(unsigned char)c];
}

/* Could the n letters be digits of an IPv6 address? */
static inline int
is_group(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n && lower(s[i]) >= 'a' && lower(s[i]) <= 'f'; i++)
		;
	return i == n && n <= 4;
}

/* What stands for a piece that varies, by its kind; PLAIN has none. */
extern const struct smtpcode_x_placeholder {
	char text[11];
	unsigned char length;
} smtpcode_x_placeholders[];

/* The bytes of the placeholder at the start of s, and what it stands for: <ip>,
 * <ip-3>; 0 if it is none. */
size_t smtpcode_x_placeholder(
    const char *s, size_t n, enum smtpcode_piece *kind);

/*
 * smtpcode_mask_piece() for what begins with a letter or a digit, or is "::",
 * behind what joins nothing to it. At a glance what is no more than 64 bytes
 * long and plain to see, as most pieces are; 0: look closely.
 */
size_t smtpcode_x_glance(const char *s, size_t n, enum smtpcode_piece *kind);
size_t smtpcode_x_look_closely(
    const char *s, size_t n, char before, enum smtpcode_piece *kind);

/* The bytes of an IPv6 address at the start of the n bytes at s, or 0. */
size_t smtpcode_x_ipv6_length(const char *s, size_t n);

/* Does a unit of time or of bytes follow a number: " seconds"? */
int smtpcode_x_has_unit(const char *s, size_t n);

/* Those of a time: 12:34, 12:34:56 or 12:34:56.789Z. */
size_t smtpcode_x_clock_length(const char *s, size_t n);

/*
 * What the run at the start of s is (run bytes; n are there): the bytes that
 * are of that kind, or 0 and PLAIN if they are but words. has tells what may
 * stand in it: LETTER, DIGIT, DOT.
 */
size_t smtpcode_x_run_kind(const char *s, size_t n, size_t run, unsigned has,
    enum smtpcode_piece *kind);

#endif
