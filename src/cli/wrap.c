/* SPDX-License-Identifier: ISC */
/*
 * Words folded to a width as they come: only the word begun is kept. A word
 * longer than a line, an address say, is not torn.
 */
#include <stdint.h>
#include <string.h>

#include "out.h"
#include "token.h"
#include "wide.h"
#include "wrap.h"

enum {
	TAB_MAX = 64,  /* no label is wider */
	CLING_MAX = 24 /* a longer word holds fast to nothing more */
};

/* Are the eight bytes at s ASCII? */
static int
is_ascii(const char *s)
{
	uint64_t word;

	memcpy(&word, s, sizeof word);
	return (word & UINT64_C(0x8080808080808080)) == 0;
}

size_t
wrap_columns(const char *s, size_t n)
{
	unsigned long c;
	size_t columns = 0, used, one;

	for (; n > 0; s += used, n -= used)
		if (n >= 8 && is_ascii(s)) {
			columns += used = 8;
		} else if ((*s & 0x80) == 0) {
			columns += used = 1;
		} else {
			used = wide_next(s, n, &c, &one);
			columns += one;
		}
	return columns;
}

size_t
wrap_fitting(const char *s, size_t columns)
{
	unsigned long c;
	size_t n = 0, used, one;

	for (; s[n] != '\0'; n += used, columns -= one) {
		used = wide_next(s + n, strlen(s + n), &c, &one);
		if (one > columns)
			break;
	}
	return n;
}

void
wrap_start(struct wrap *w, size_t width, size_t indent)
{
	w->width = width;
	w->indent = indent;
	w->column = 0;
	w->columns = 0;
	w->length = 0;
	w->blank = 0;
}

/* Go to a new line, or write the blank that is due, for a word of columns. */
static void
make_room(struct wrap *w, size_t columns)
{
	size_t blank = w->blank && w->column > 0;

	if (w->column > w->indent && w->column + blank + columns > w->width) {
		out_char('\n');
		out_blanks(w->indent);
		w->column = w->indent;
	} else if (blank) {
		out_char(' ');
		w->column++;
	}
	w->blank = 0;
}

static void
write_word(struct wrap *w, const char *s, size_t n, size_t columns)
{
	make_room(w, columns);
	out_bytes(s, n);
	w->column += columns;
}

/* Write the word begun. */
static void
flush_word(struct wrap *w)
{
	if (w->length == 0)
		return;
	write_word(w, w->word, w->length, w->columns);
	w->columns = 0;
	w->length = 0;
}

/* Add a character to the word begun, which ends where a line may. */
static void
add_character(
    struct wrap *w, const char *s, size_t n, unsigned long c, size_t columns)
{
	if ((w->length > 0 && wide_may_break(w->last, c)) ||
	    n > sizeof w->word - w->length)
		flush_word(w);
	memcpy(w->word + w->length, s, n);
	w->length += n;
	w->columns += columns;
	w->last = c;
}

/* Add n bytes without a blank to the word begun. */
static void
add_to_word(struct wrap *w, const char *s, size_t n)
{
	unsigned long c;
	size_t used, columns;

	for (; n > 0; s += used, n -= used) {
		used = wide_next(s, n, &c, &columns);
		add_character(w, s, used, c, columns);
	}
}

/* Are there but ASCII's characters, which a line is not broken between? */
static int
is_plain(const char *s, size_t n)
{
	for (; n >= 8; s += 8, n -= 8)
		if (!is_ascii(s))
			return 0;
	for (; n > 0; s++, n--)
		if ((*s & 0x80) != 0)
			return 0;
	return 1;
}

static int
are_digits(const char *s, size_t n)
{
	while (n > 0 && *s >= '0' && *s <= '9') {
		s++;
		n--;
	}
	return n == 0;
}

/* Does what follows the blank behind a word cling to it: "550 5.1.1",
 * "RFC 5321", "exim -bt"? */
static int
clings(const char *word, size_t length, const char *next, size_t n)
{
	if (n < 2)
		return 0;
	if (length >= 3 && memcmp(word + length - 3, "RFC", 3) == 0)
		return are_digits(next, 1);
	if (length == 3 && are_digits(word, 3))
		return n > 4 && are_digits(next, 1) && next[1] == '.' &&
		    are_digits(next + 2, 1);
	return (next[0] == '-' || next[0] == '+') &&
	    (next[1] == '-' || token_is_alnum(next[1])) && length > 0 &&
	    token_is_alnum(word[length - 1]);
}

/* The bytes of a word at s, with what clings to it behind blanks. */
static size_t
word_length(const char *s, size_t n)
{
	const char *blank;
	size_t word = 0, start = 0;

	for (;;) {
		blank = memchr(s + start, ' ', n - start);
		word = blank == NULL ? n : (size_t)(blank - s);
		if (blank == NULL || word > CLING_MAX ||
		    !clings(s + start, word - start, blank + 1, n - word - 1))
			return word;
		start = word + 1;
	}
}

void
wrap_bytes(struct wrap *w, const char *s, size_t n)
{
	size_t word;
	int blank;

	if (w->width == 0) { /* nowhere to break; the column is for tabs */
		out_bytes(s, n);
		if (w->column < TAB_MAX)
			w->column += wrap_columns(s, n < TAB_MAX ? n : TAB_MAX);
		return;
	}
	while (n > 0) {
		word = word_length(s, n);
		blank = word < n;
		if (word > 0 && blank && w->length == 0 && is_plain(s, word))
			write_word(w, s, word, word);
		else if (word > 0)
			add_to_word(w, s, word);
		if (blank) {
			flush_word(w);
			w->blank = 1;
			word++;
		}
		s += word;
		n -= word;
	}
}

void
wrap_text(struct wrap *w, const char *s)
{
	wrap_bytes(w, s, strlen(s));
}

void
wrap_whole(struct wrap *w, const char *s)
{
	flush_word(w);
	out_text(s);
	w->column += wrap_columns(s, strlen(s));
}

void
wrap_tab(struct wrap *w, size_t column)
{
	flush_word(w);
	w->blank = 0;
	if (column > w->column) {
		out_blanks(column - w->column);
		w->column = column;
	}
}

void
wrap_break(struct wrap *w, size_t indent)
{
	wrap_end(w);
	out_blanks(indent);
	w->indent = w->column = indent;
}

void
wrap_end(struct wrap *w)
{
	flush_word(w);
	out_char('\n');
	w->column = 0;
	w->blank = 0;
}
