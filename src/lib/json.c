/* SPDX-License-Identifier: ISC */
/*
 * JSON as mail services write it (RFC 8259), read for its strings: a line cut
 * short or broken gives fewer tokens, never an error.
 */
#include <string.h>

#include "bytes.h"
#include "json.h"

static void
put(char *out, size_t size, size_t *length, char c)
{
	if (*length < size)
		out[(*length)++] = c;
}

/* The number of four hexadecimal digits, or -1. */
static long
hex4(const char *s, size_t n)
{
	long value = 0;
	size_t i;

	for (i = 0; i < 4; i++) {
		char c = i < n ? lower(s[i]) : ' ';

		if (is_digit(c))
			value = value * 16 + (c - '0');
		else if (c >= 'a' && c <= 'f')
			value = value * 16 + (c - 'a' + 10);
		else
			return -1;
	}
	return value;
}

/* A character by its number, as UTF-8; of pairs of surrogates nothing. */
static void
put_utf8(char *out, size_t size, size_t *length, long c)
{
	if (c < 0x80)
		put(out, size, length, (char)c);
	else if (c < 0x800) {
		put(out, size, length, (char)(0xc0 | c >> 6));
		put(out, size, length, (char)(0x80 | (c & 0x3f)));
	} else if (c < 0xd800 || c > 0xdfff) {
		put(out, size, length, (char)(0xe0 | c >> 12));
		put(out, size, length, (char)(0x80 | (c >> 6 & 0x3f)));
		put(out, size, length, (char)(0x80 | (c & 0x3f)));
	}
}

/* A string behind its opening quote: the bytes up to its end. */
static size_t
take_string(const char *s, size_t n, char *out, size_t size, size_t *length)
{
	static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
	const char *escape;
	size_t i;
	long c;

	*length = 0;
	for (i = 0; i < n && s[i] != '"'; i++) {
		if (s[i] != '\\' || i + 1 >= n) {
			put(out, size, length, s[i]);
			continue;
		}
		i++;
		escape = memchr(from, s[i], sizeof from - 1);
		if (s[i] == 'u' && (c = hex4(s + i + 1, n - i - 1)) >= 0) {
			put_utf8(out, size, length, c);
			i += 4;
		} else if (escape != NULL)
			put(out, size, length, to[escape - from]);
		else
			put(out, size, length, s[i]);
	}
	return i < n ? i + 1 : i;
}

enum json_token
smtpcode_x_json_next(
    const char *s, size_t n, size_t *at, char *out, size_t size, size_t *length)
{
	size_t i;

	while (*at < n) {
		i = *at;
		*at = i + 1;
		if (s[i] == '{')
			return JSON_OPEN;
		if (s[i] == '}')
			return JSON_CLOSE;
		if (s[i] == '"') {
			*at += take_string(
			    s + i + 1, n - i - 1, out, size, length);
			for (i = *at; i < n && is_blank(s[i]); i++)
				;
			return i < n && s[i] == ':' ? JSON_KEY : JSON_STRING;
		}
		if (is_digit(s[i])) {
			for (*length = 0; i < n && is_digit(s[i]); i++)
				put(out, size, length, s[i]);
			*at = i;
			return JSON_NUMBER;
		}
	}
	return JSON_END;
}
