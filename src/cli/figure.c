/* SPDX-License-Identifier: ISC */
/*
 * Numbers, columns and bars.
 */
#include <string.h>

#include "figure.h"
#include "out.h"
#include "wrap.h"

void
figure_number(struct buf *b, uint64_t n, int lang)
{
	struct buf digits;
	size_t i;

	buf_clear(&digits);
	buf_number(&digits, n);
	for (i = 0; i < digits.used; i++) {
		if (i > 0 && (digits.used - i) % 3 == 0)
			buf_text(b, label(LABEL_THOUSANDS, lang));
		buf_bytes(b, digits.s + i, 1);
	}
}

void
figure_percent(struct buf *b, uint64_t part, uint64_t whole, int lang)
{
	struct buf number;
	const struct value value = { "number", number.s };
	unsigned tenths = (unsigned)((double)part * 1000 / (double)whole + 0.5);

	buf_clear(&number);
	buf_number(&number, tenths / 10);
	buf_text(&number, label(LABEL_DECIMAL, lang));
	buf_number(&number, tenths % 10);
	buf_fill(b, label(LABEL_PERCENT, lang), &value, 1);
}

void
figure_counted(
    struct buf *b, uint64_t n, enum label one, enum label many, int lang)
{
	struct buf number;
	const struct value value = { "count", number.s };

	buf_clear(&number);
	figure_number(&number, n, lang);
	buf_fill(b, label(n == 1 ? one : many, lang), &value, 1);
}

size_t
figure_columns(const char *s)
{
	return wrap_columns(s, strlen(s));
}

void
figure_widen(size_t *width, const char *s)
{
	size_t n = figure_columns(s);

	*width = n > *width ? n : *width;
}

void
figure_left(const char *s, size_t width)
{
	size_t n = figure_columns(s);

	out_text(s);
	out_blanks(n < width ? width - n : 0);
}

void
figure_right(const char *s, size_t width)
{
	size_t n = figure_columns(s);

	out_blanks(n < width ? width - n : 0);
	out_text(s);
}

size_t
figure_bar(uint64_t part, uint64_t whole, size_t width)
{
	size_t i, n;

	n = (size_t)((double)part * (double)width / (double)whole + 0.5);
	n = n == 0 && part > 0 && width > 0 ? 1 : n;
	for (i = 0; i < n; i++)
		out_char('#');
	return n;
}
