/* SPDX-License-Identifier: ISC */
/*
 * smtpcode_scan.h - find the replies in logs, bounces, mailboxes and
 * transcripts
 *
 * What smtpcode.h says of its functions holds for these too.
 */
#ifndef SMTPCODE_SCAN_H
#define SMTPCODE_SCAN_H

#include "smtpcode_reply.h"

#ifdef __cplusplus
extern "C" {
#endif

#define SMTPCODE_LINE_MAX 65536 /* of a longer line the rest is not read */

/*
 * For smtpcode_scan_*() only. 224 KiB: make it static, not automatic. It points
 * into itself, so it is not to be copied or moved.
 */
struct smtpcode_scan {
	uint64_t state[(SMTPCODE_LINE_MAX * 2 + 98304) / 8];
};

struct smtpcode_found {
	struct smtpcode_reply reply; /* spans live until the next call */
	uint64_t line;               /* number of its first line, from 1 */
};

enum {
	SMTPCODE_SCAN_AT_ONCE = 1, /* hold nothing back to merge it */
	SMTPCODE_SCAN_PASTED = 2   /* a text that somebody asks about: its first
	                              line is read even if logs repeat elsewhere
	                              what such lines say */
};

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

/* The input has ended: 1 as long as replies are left. Behind a 0 no more can be
 * read; the scan may be started again. */
int smtpcode_scan_end(struct smtpcode_scan *s, struct smtpcode_found *f);

/* 1 while lines to come may belong to a reply that has begun. */
int smtpcode_scan_is_open(const struct smtpcode_scan *s);

/* Lines read; lines longer than SMTPCODE_LINE_MAX. */
uint64_t smtpcode_scan_lines(const struct smtpcode_scan *s);
uint64_t smtpcode_scan_cut(const struct smtpcode_scan *s);

/* The bytes of a time stamp at the start of a line of a log, with the blank
 * behind it: "Nov 20 03:14:05 ", "2026-11-20T03:14:05.123+01:00 ". 0: none. */
size_t smtpcode_read_stamp(const char *s, size_t n);

#ifdef __cplusplus
}
#endif
#endif
