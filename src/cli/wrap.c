/* SPDX-License-Identifier: ISC */
/*
 * Words folded to a width as they come: only the word begun is kept. A word
 * longer than a line, an address say, is not torn.
 */
#include <stdint.h>
#include <string.h>

#include "out.h"
#include "wrap.h"

/* No label is wider. */
enum { TAB_MAX = 64 };

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
	size_t columns = 0;

	while (n > 0)
		if (n >= 8 && is_ascii(s)) {
			columns += 8;
			s += 8;
			n -= 8;
		} else {
			columns += ((unsigned char)*s++ & 0xc0) != 0x80;
			n--;
		}
	return columns;
}

size_t
wrap_fitting(const char *s, size_t columns)
{
	size_t n = 0, next;

	while (s[n] != '\0') {
		next = n + 1;
		while (((unsigned char)s[next] & 0xc0) == 0x80)
			next++;
		if (wrap_columns(s + n, next - n) > columns)
			break;
		columns -= wrap_columns(s + n, next - n);
		n = next;
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

/* Add n bytes without a blank to the word begun. */
static void
add_to_word(struct wrap *w, const char *s, size_t n)
{
	size_t room;

	for (; n > 0; s += room, n -= room) {
		if (w->length == sizeof w->word)
			flush_word(w);
		room = sizeof w->word - w->length;
		if (room > n)
			room = n;
		memcpy(w->word + w->length, s, room);
		w->length += room;
		w->columns += wrap_columns(s, room);
	}
}

void
wrap_bytes(struct wrap *w, const char *s, size_t n)
{
	const char *blank;
	size_t word;

	if (w->width == 0) { /* nowhere to break; the column is for tabs */
		out_bytes(s, n);
		if (w->column < TAB_MAX)
			w->column += wrap_columns(s, n < TAB_MAX ? n : TAB_MAX);
		return;
	}
	while (n > 0) {
		blank = memchr(s, ' ', n);
		word = blank == NULL ? n : (size_t)(blank - s);
		if (word > 0 && blank != NULL && w->length == 0)
			write_word(w, s, word, wrap_columns(s, word));
		else if (word > 0)
			add_to_word(w, s, word);
		if (blank != NULL) {
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
wrap_break(struct wrap *w)
{
	wrap_end(w);
	out_blanks(w->indent);
	w->column = w->indent;
}

void
wrap_end(struct wrap *w)
{
	flush_word(w);
	out_char('\n');
	w->column = 0;
	w->blank = 0;
}
