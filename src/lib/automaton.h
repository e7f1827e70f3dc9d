/* SPDX-License-Identifier: ISC */
/*
 * automaton.h - the tables by which match.c reads, made by
 * src/gen/automaton.awk
 *
 * Letters lead to words, and symbols of words through nodes to the ends of
 * parts of alternatives. Either is an array of displaced rows: the child of s
 * by a is t = base + a, if t says that s is its parent. Places and what stands
 * there are kept apart: the former are read for every letter and word, the
 * latter seldom.
 */
#ifndef AUTOMATON_H
#define AUTOMATON_H

#include <stdint.h>

#define COUNTS(rules, providers, gaps, letters, nodes) \
	enum { LETTERS = (letters), NODES = (nodes) };
#include "counts.inc"
#undef COUNTS

struct place {
	uint16_t base, parent;
};

struct word_end {
	uint16_t word;  /* symbol of the word that ends here, or 0 */
	uint16_t start; /* symbol of all words that begin so, or 0 */
};

struct part {
	uint16_t fail; /* the longest end of this that begins another part */
	uint16_t link; /* the longest end of this that is a part, or 0 */
	uint16_t end;  /* which parts end here, or 0 */
};

struct hit {
	uint16_t target;
	uint16_t half; /* 0 alone, odd the first, even the second of two */
	uint8_t words; /* of the whole alternative */
	uint8_t length;
};

extern const struct place smtpcode_x_letters[LETTERS];
extern const struct word_end smtpcode_x_word_ends[LETTERS];
extern const struct place smtpcode_x_nodes[NODES];
extern const struct part smtpcode_x_parts[NODES];
extern const struct hit smtpcode_x_hits[];
extern const uint16_t smtpcode_x_ends[]; /* the first hit of each end */

#endif
