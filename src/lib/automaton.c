/* SPDX-License-Identifier: ISC */
/*
 * The tables of match.c; in a file of their own, since analyzers take minutes
 * for code that sees them.
 */
#include "automaton.h"

#define LETTER(base, parent, word, start) { base, parent },
const struct place smtpcode_x_letters[LETTERS] = {
#include "letters.inc"
};
#undef LETTER

#define LETTER(base, parent, word, start) { word, start },
const struct word_end smtpcode_x_word_ends[LETTERS] = {
#include "letters.inc"
};
#undef LETTER

#define NODE(base, parent, fail, link, end) { base, parent },
const struct place smtpcode_x_nodes[NODES] = {
#include "nodes.inc"
};
#undef NODE

#define NODE(base, parent, fail, link, end) { fail, link, end },
const struct part smtpcode_x_parts[NODES] = {
#include "nodes.inc"
};
#undef NODE

#define HIT(target, words, length, half) { target, half, words, length },
const struct hit smtpcode_x_hits[] = {
#include "hits.inc"
};
#undef HIT

#define END(first) first,
const uint16_t smtpcode_x_ends[] = {
#include "ends.inc"
};
#undef END
