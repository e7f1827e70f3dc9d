/* SPDX-License-Identifier: ISC */
/*
 * Words folded to a width as they come: only the word begun is kept. A word
 * longer than a line, an address say, is not torn.
 */
#include <string.h>

#include "out.h"
#include "wrap.h"

size_t
wrap_columns(const char *s, size_t n)
{
	size_t i, columns = 0;

	for (i = 0; i < n; i++)
		columns += ((unsigned char)s[i] & 0xc0) != 0x80;
	return columns;
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

/* Write the word begun, on a new line if this one has no room for it. */
static void
flush_word(struct wrap *w)
{
	size_t blank = w->blank && w->column > 0;

	if (w->length == 0)
		return;
	if (w->width > 0 && w->column > w->indent &&
	    w->column + blank + w->columns > w->width) {
		out_char('\n');
		out_blanks(w->indent);
		w->column = w->indent;
	} else if (blank) {
		out_char(' ');
		w->column++;
	}
	out_bytes(w->word, w->length);
	w->column += w->columns;
	w->columns = 0;
	w->length = 0;
	w->blank = 0;
}

void
wrap_bytes(struct wrap *w, const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (s[i] == ' ') {
			flush_word(w);
			w->blank = 1;
			continue;
		}
		if (w->length == sizeof w->word)
			flush_word(w);
		w->word[w->length++] = s[i];
		w->columns += wrap_columns(s + i, 1);
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
