/* SPDX-License-Identifier: ISC */
/*
 * Bytes of strangers made visible. UTF-8 is read as RFC 3629 3 defines it: no
 * overlong forms, no surrogates, nothing above U+10FFFF.
 */
#include <string.h>

#include "safe.h"

size_t
safe_utf8(const char *s, size_t n, unsigned long *number)
{
	static const unsigned long least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	unsigned char c = (unsigned char)s[0];
	size_t i, length;

	*number = c;
	if (c < 0x80)
		return 1;
	length = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
	if (c < 0xc2 || c > 0xf4 || length > n)
		return 0;
	*number = c & (0x7fu >> length);
	for (i = 1; i < length; i++) {
		c = (unsigned char)s[i];
		if ((c & 0xc0) != 0x80)
			return 0;
		*number = *number << 6 | (c & 0x3f);
	}
	if (*number < least[length] || *number > 0x10ffff ||
	    (*number >= 0xd800 && *number <= 0xdfff))
		return 0;
	return length;
}

int
safe_needs_escape(unsigned long c)
{
	if (c < 0x20 || (c >= 0x7f && c < 0xa0))
		return 1;
	/* Line ends; embeddings, overrides, isolates and marks of direction. */
	return c == 0x2028 || c == 0x2029 || (c >= 0x202a && c <= 0x202e) ||
	    (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f ||
	    c == 0x061c;
}

static size_t
escape(char *out, char kind, unsigned long number, int digits)
{
	static const char hex[] = "0123456789abcdef";
	size_t n = 0;

	out[n++] = '\\';
	out[n++] = kind;
	while (digits-- > 0)
		out[n++] = hex[number >> (digits * 4) & 15];
	return n;
}

size_t
safe_next(const char *s, size_t n, char shown[SAFE_SIZE], size_t *length)
{
	unsigned long c;
	size_t used = safe_utf8(s, n, &c);

	if (used == 0) {
		*length = escape(shown, 'x', (unsigned char)s[0], 2);
		return 1;
	}
	if (safe_needs_escape(c))
		*length = c < 0xa0 ? escape(shown, 'x', c, 2) :
		                     escape(shown, 'u', c, 4);
	else {
		memcpy(shown, s, used);
		*length = used;
	}
	return used;
}

void
safe_add(struct buf *b, const char *s, size_t n)
{
	char shown[SAFE_SIZE];
	size_t used, length;

	for (; n > 0; s += used, n -= used) {
		used = safe_next(s, n, shown, &length);
		buf_bytes(b, shown, length);
	}
}
