/* SPDX-License-Identifier: ISC */
/*
 * redact.h - names of people and hosts, replaced by numbered placeholders
 */
#ifndef REDACT_H
#define REDACT_H

#include "buf.h"

/*
 * Add n bytes with mail addresses, host names and IP addresses replaced by
 * <address-1>, <host-1>, <ip-1>: the same value by the same number, for the
 * first 1,000 of each; later ones have no number.
 */
void redact(struct buf *b, const char *s, size_t n);

/* The same of what is known to be a recipient, or a host, be it only "johndoe"
 * or "mx1[192.0.2.1]:25". */
void redact_recipient(struct buf *b, const char *s, size_t n);
void redact_host(struct buf *b, const char *s, size_t n);

#endif
