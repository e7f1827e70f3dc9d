/* SPDX-License-Identifier: ISC */
/*
 * A short text put together from pieces.
 */
#include <string.h>

#include "buf.h"
#include "smtpcode.h"

size_t
buf_cut(const char *s, size_t n, size_t most)
{
	size_t i = most;

	if (n <= most)
		return n;
	while (i > 0 && most - i < 4 && ((unsigned char)s[i] & 0xc0) == 0x80)
		i--;
	return i;
}

void
buf_clear(struct buf *b)
{
	b->used = 0;
	b->s[0] = '\0';
}

void
buf_bytes(struct buf *b, const char *s, size_t n)
{
	n = buf_cut(s, n, sizeof b->s - 1 - b->used);
	memcpy(b->s + b->used, s, n);
	b->used += n;
	b->s[b->used] = '\0';
}

void
buf_text(struct buf *b, const char *s)
{
	buf_bytes(b, s, strlen(s));
}

void
buf_number(struct buf *b, uint64_t n)
{
	char digits[20] = { 0 };
	size_t i = sizeof digits;

	do
		digits[--i] = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	buf_bytes(b, digits + i, sizeof digits - i);
}

void
buf_code(struct buf *b, uint32_t code)
{
	char s[SMTPCODE_CODE_SIZE];
	size_t n = smtpcode_format_code(code, s);

	buf_bytes(b, s, n);
}

void
buf_enhanced(struct buf *b, uint32_t code)
{
	buf_code(b, code);
	if (smtpcode_is_set(code))
		buf_text(b, ".x");
}

/* The value of the name that the n bytes at s spell; "" if there is none. */
static const char *
value_of(const char *s, size_t n, const struct value *v, size_t values)
{
	size_t i;

	for (i = 0; i < values; i++)
		if (strlen(v[i].name) == n && memcmp(v[i].name, s, n) == 0)
			return v[i].text;
	return "";
}

void
buf_fill(struct buf *b, const char *template, const struct value *v, size_t n)
{
	const char *s = template, *end = s + strlen(s), *open, *shut;

	while ((open = memchr(s, '{', (size_t)(end - s))) != NULL &&
	    (shut = memchr(open, '}', (size_t)(end - open))) != NULL) {
		buf_bytes(b, s, (size_t)(open - s));
		buf_text(
		    b, value_of(open + 1, (size_t)(shut - open - 1), v, n));
		s = shut + 1;
	}
	buf_bytes(b, s, (size_t)(end - s));
}
