/* SPDX-License-Identifier: ISC */
/*
 * run.h - what a run of letters and digits is, for masks
 */
#ifndef RUN_H
#define RUN_H

#include "smtpcode_reply.h"

/* The bytes of an IPv6 address at the start of the n bytes at s, or 0. */
size_t smtpcode_x_ipv6_length(const char *s, size_t n);

/* Those of a time: 12:34, 12:34:56 or 12:34:56.789Z. */
size_t smtpcode_x_clock_length(const char *s, size_t n);

/*
 * What the run at the start of s is (run bytes; n are there): the bytes that
 * are of that kind, or 0 and PLAIN if they are but words. has tells what may
 * stand in it: LETTER, DIGIT, DOT.
 */
enum { DOT = 32 };
size_t smtpcode_x_run_kind(const char *s, size_t n, size_t run, unsigned has,
    enum smtpcode_piece *kind);

#endif
