/* SPDX-License-Identifier: ISC */
/*
 * match.h - which rules and providers the words of a reply speak for
 */
#ifndef MATCH_H
#define MATCH_H

#include <stddef.h>
#include <stdint.h>

#include "smtpcode_reply.h"

#define COUNTS(rules, providers, gaps, letters, nodes) \
	enum {                                         \
		MATCH_RULES = (rules),                 \
		MATCH_TARGETS = (rules) + (providers), \
		MATCH_GAPS = (gaps)                    \
	};
#include "counts.inc"
#undef COUNTS

enum { MATCH_TAG = 10 }; /* words that a provider's own tag counts for */

/*
 * Rules by number, then providers. Of each that matched the longest of its
 * alternatives, the first of equals, and where it stands in the text.
 */
struct match {
	size_t some;
	uint16_t target[MATCH_TARGETS];
	uint8_t words[MATCH_TARGETS]; /* 0: did not match */
	uint32_t from[MATCH_TARGETS], to[MATCH_TARGETS];
};

/*
 * Find every alternative of every rule and provider in the reply's text, as a
 * mask shows it, in one pass. The reply's own codes, where lines that were
 * joined repeat them, are no words of it.
 */
void smtpcode_x_match(const struct smtpcode_reply *r, struct match *m);

#endif
