/* SPDX-License-Identifier: ISC */
/*
 * One pass over the words of a reply for all rules at once: letters lead to the
 * symbol of a word, symbols through the automaton of Aho and Corasick (1975).
 */
#include <string.h>

#include "automaton.h"
#include "bytes.h"
#include "match.h"
#include "smtpcode_scan.h"

#define letters smtpcode_x_letters
#define word_ends smtpcode_x_word_ends
#define nodes smtpcode_x_nodes
#define parts smtpcode_x_parts
#define hits smtpcode_x_hits
#define ends smtpcode_x_ends

enum { GAP = 12, RING = 64 };

/* Where the automaton stands in a text. */
struct walk {
	struct match *m;
	unsigned node;
	uint32_t words;                /* read so far */
	uint32_t from[RING], to[RING]; /* bytes of the last ones */
	uint32_t first[MATCH_GAPS];    /* words up to the end of a first part */
	uint32_t start[MATCH_GAPS];    /* the byte where it began */
};

/* ------------------------------------------------------------------- words */

static unsigned
letter_of(char c)
{
	if (is_letter(c))
		return (unsigned)((c | 32) - 'a') + 11;
	if (is_digit(c))
		return (unsigned)(c - '0') + 1;
	return (c & 0x80) != 0 ? (unsigned char)c - 90u : 0;
}

enum { LETTER_DIGIT = 37 }; /* stands for any digit in tags */

/*
 * The symbol of a word, or 0. *at is how far its letters lead; a digit may be
 * any_digit.
 */
static unsigned
find_word(const char *s, size_t n, int any_digit, unsigned *at)
{
	unsigned next;
	size_t i;

	*at = 0;
	for (i = 0; i < n; i++) {
		next = letters[*at].base +
		    (any_digit && is_digit(s[i]) ? (unsigned)LETTER_DIGIT :
		                                   letter_of(s[i]));
		if (next >= LETTERS || letters[next].parent != *at)
			return 0;
		*at = next;
	}
	return word_ends[*at].word;
}

/* The symbol of the longest start that those letters lead through, or 0. */
static unsigned
start_at(unsigned at)
{
	while (at != 0 && word_ends[at].start == 0)
		at = letters[at].parent;
	return word_ends[at].start;
}

static unsigned
symbol_of(const char *s, size_t n)
{
	unsigned symbol, at, none;
	size_t i;

	symbol = find_word(s, n, 0, &at);
	if (symbol != 0)
		return symbol;
	for (i = 0; i < n && !is_digit(s[i]); i++)
		;
	if (i < n && (symbol = find_word(s, n, 1, &none)) != 0)
		return symbol;
	return start_at(at);
}

/* ---------------------------------------------------------------- automaton */

static void
keep(struct match *m, const struct hit *h, uint32_t from, uint32_t to)
{
	if (m->words[h->target] >= h->words)
		return;
	if (m->words[h->target] == 0)
		m->target[m->some++] = h->target;
	m->words[h->target] = h->words;
	m->from[h->target] = from;
	m->to[h->target] = to;
}

/* A part has ended with the last word. */
static void
take_hit(struct walk *w, const struct hit *h)
{
	uint32_t first = w->words - h->length; /* words before it */
	uint32_t from = w->from[first % RING];
	uint32_t to = w->to[(w->words - 1) % RING];
	unsigned gap = (h->half - 1u) / 2;

	if (h->half == 0)
		keep(w->m, h, from, to);
	else if (h->half % 2 == 1) {
		w->first[gap] = w->words;
		w->start[gap] = from;
	} else if (w->first[gap] != 0 && first >= w->first[gap] &&
	    first - w->first[gap] <= GAP)
		keep(w->m, h, w->start[gap], to);
}

static void
take_symbol(struct walk *w, unsigned symbol, size_t from, size_t to)
{
	unsigned next, at;
	size_t i;

	w->from[w->words % RING] = (uint32_t)from;
	w->to[w->words % RING] = (uint32_t)to;
	w->words++;
	if (symbol == 0) {
		w->node = 0;
		return;
	}
	for (;;) {
		next = nodes[w->node].base + symbol;
		if (next < NODES && nodes[next].parent == w->node)
			break;
		if (w->node == 0)
			return;
		w->node = parts[w->node].fail;
	}
	w->node = next;
	at = parts[next].end != 0 ? next : parts[next].link;
	for (; at != 0; at = parts[at].link)
		for (i = ends[parts[at].end - 1]; i < ends[parts[at].end]; i++)
			take_hit(w, &hits[i]);
}

/*
 * Chinese and Japanese have no blanks (U+3000 to U+9FFF, whose first byte is E3
 * to E9 in UTF-8): behind such a character a word may begin.
 */
static void
take_words(struct walk *w, const char *s, size_t from, size_t to)
{
	unsigned symbol = symbol_of(s + from, to - from), at;
	size_t i = from + length_of(s + from, to - from, LETTER | DIGIT);
	int taken = symbol != 0 || i == to;

	if (taken)
		take_symbol(w, symbol, from, to);
	for (; i < to; i++) {
		if (i == from || (unsigned char)s[i] < 0xe3 ||
		    (unsigned char)s[i] > 0xe9)
			continue;
		symbol = find_word(s + i, to - i, 0, &at);
		if (symbol == 0 && (symbol = start_at(at)) == 0)
			continue;
		take_symbol(w, symbol, i, to);
		taken = 1;
	}
	if (!taken)
		take_symbol(w, 0, from, to);
}

/* Are the first length of the n bytes at s plain pieces? "550-a@b" begins with
 * a code, but is an address. */
static int
are_plain(const char *s, size_t n, size_t length)
{
	enum smtpcode_piece kind;
	char before = ' ';
	size_t i, piece;

	for (i = 0; i < length; i += piece) {
		piece = smtpcode_mask_piece(s + i, n - i, before, &kind);
		before = s[i + piece - 1];
		if (kind != SMTPCODE_PIECE_PLAIN)
			return 0;
	}
	return i == length;
}

/* "550-5.7.1 " in the middle: the bytes of codes that the reply has already. */
static size_t
repeated_codes(const struct smtpcode_reply *r, const char *s, size_t n)
{
	uint32_t code, enhanced;
	size_t used;

	if (n < 4 || !is_digit(s[0]) || (s[3] != '-' && !is_blank(s[3])))
		return 0;
	used = smtpcode_parse_codes(s, n, &code, &enhanced);
	return used > 0 && code == r->code && enhanced == r->enhanced &&
	        are_plain(s, n, used) ?
	    used :
	    0;
}

/* "(in reply to ", which a log adds, with any blanks. */
static int
is_from_log(const char *s, size_t n)
{
	static const char mark[][8] = { "(in", "reply", "to" };
	size_t i;

	if (s[0] != '(')
		return 0;
	for (i = 0; i < sizeof mark / sizeof mark[0]; i++) {
		if (!smtpcode_x_begins(s, n, mark[i]))
			return 0;
		s += strlen(mark[i]);
		n -= strlen(mark[i]);
		if (n > 0 && !is_blank(s[0]))
			return 0;
		while (n > 0 && is_blank(s[0])) {
			s++;
			n--;
		}
	}
	return 1;
}

void
smtpcode_x_match(const struct smtpcode_reply *r, struct match *m)
{
	struct walk w;
	enum smtpcode_piece kind;
	const char *s = r->text.p;
	size_t n = s == NULL ? 0 : r->text.n, i, length;
	char before = '\0';

	m->some = 0;
	memset(m->words, 0, sizeof m->words);
	w.m = m;
	w.node = 0;
	w.words = 0;
	memset(w.first, 0, sizeof w.first);
	for (i = 0; i < n; i += length) {
		if (is_blank(s[i])) {
			before = ' ';
			length = 1;
			continue;
		}
		if (is_from_log(s + i, n - i))
			break;
		if (is_digit(s[i]) && r->code != 0 &&
		    (before == '\0' || before == ' ') &&
		    (length = repeated_codes(r, s + i, n - i)) > 0) {
			before = s[i + length - 1];
			continue;
		}
		length = smtpcode_mask_piece(s + i, n - i, before, &kind);
		before = smtpcode_mask_last(s + i, length, kind);
		if (kind != SMTPCODE_PIECE_PLAIN)
			take_symbol(&w, (unsigned)kind, i, i + length);
		else if (is_alnum(s[i]) ||
		    ((s[i] & 0x80) != 0 && before != ' '))
			take_words(&w, s, i, i + length);
	}
}
