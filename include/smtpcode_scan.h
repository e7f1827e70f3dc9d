/* SPDX-License-Identifier: ISC */
/*
 * smtpcode_scan.h - find the replies in logs, bounces, mailboxes and
 * transcripts, and tell which are the same
 *
 * What smtpcode.h says of its functions holds for these too.
 */
#ifndef SMTPCODE_SCAN_H
#define SMTPCODE_SCAN_H

#include "smtpcode.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------ scanner */

#define SMTPCODE_LINE_MAX 65536 /* of a longer line the rest is not read */

/* For smtpcode_scan_*() only. 160 KiB: make it static, not automatic. */
struct smtpcode_scan {
	uint64_t state[(SMTPCODE_LINE_MAX * 2 + 32768) / 8];
};

struct smtpcode_found {
	struct smtpcode_reply reply; /* spans live until the next call */
	uint64_t line;               /* number of its first line, from 1 */
};

enum { SMTPCODE_SCAN_AT_ONCE = 1 }; /* hold nothing back to merge it */

/* Begin to read a log, a bounce, a mailbox or a transcript. */
void smtpcode_scan_start(struct smtpcode_scan *s, unsigned flags);

/*
 * Read the *n bytes at *p, moving both on, until a reply is complete: returns 1
 * and sets *f, or 0 when *n is 0. Call it until it returns 0 before the bytes
 * are reused. However the input is cut into calls, the replies are the same.
 * After a 1, *p stands at the start of a line, if the line that it closes was
 * given in one piece.
 */
int smtpcode_scan_next(struct smtpcode_scan *s, const char **p, size_t *n,
    struct smtpcode_found *f);

/* The input has ended: 1 as long as replies are left. */
int smtpcode_scan_end(struct smtpcode_scan *s, struct smtpcode_found *f);

/* 1 while lines to come may belong to a reply that has begun. */
int smtpcode_scan_is_open(const struct smtpcode_scan *s);

/* Lines read; lines longer than SMTPCODE_LINE_MAX. */
uint64_t smtpcode_scan_lines(const struct smtpcode_scan *s);
uint64_t smtpcode_scan_cut(const struct smtpcode_scan *s);

/* ------------------------------------------------------------------- masks */

enum smtpcode_piece {
	SMTPCODE_PIECE_PLAIN, /* a run of letters and digits, or another byte */
	SMTPCODE_PIECE_ADDRESS,
	SMTPCODE_PIECE_HOST,
	SMTPCODE_PIECE_IP,
	SMTPCODE_PIECE_ID,
	SMTPCODE_PIECE_TIME,
	SMTPCODE_PIECE_NUMBER
};

/*
 * The length of the piece at the start of s (n > 0), at least 1, and its kind:
 * plain, or what varies between equal replies. before is the byte in front of
 * s, 0 at the start of a text. <ip> and <ip-3> are read as what they stand
 * for.
 */
size_t smtpcode_mask_piece(
    const char *s, size_t n, char before, enum smtpcode_piece *kind);

/*
 * Write the n bytes at s with what varies replaced by <address>, <host>, <ip>,
 * <id>, <time> and <number>, and white space folded to one blank. Codes, tags
 * of providers, and names of block lists and providers stay. Returns the
 * length that the whole needs, as snprintf(3); out is NUL-terminated if size
 * is not 0. Masking a mask changes nothing.
 */
size_t smtpcode_mask_text(const char *s, size_t n, char *out, size_t size);

/*
 * How many bytes at the end of a host name are the domain of a block list or
 * provider, which no mask hides; 0 if they are none.
 */
size_t smtpcode_known_host(const char *s, size_t n);

#ifdef __cplusplus
}
#endif
#endif
