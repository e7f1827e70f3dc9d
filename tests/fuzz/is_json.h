/* SPDX-License-Identifier: ISC */
/*
 * is_json.h - is a text JSON (RFC 8259)?
 */
#ifndef IS_JSON_H
#define IS_JSON_H

#include <stddef.h>
#include <string.h>

/* Each takes what it is named for off the text from s to end: where it ends, or
 * NULL if it is none. */
static inline const char *json_value(const char *s, const char *end, int depth);

static inline const char *
json_space(const char *s, const char *end)
{
	while (s < end && memchr(" \t\n\r", *s, 4) != NULL)
		s++;
	return s;
}

static inline const char *
json_digits(const char *s, const char *end)
{
	const char *start = s;

	while (s < end && *s >= '0' && *s <= '9')
		s++;
	return s > start ? s : NULL;
}

static inline const char *
json_number(const char *s, const char *end)
{
	int zero;

	s += s < end && *s == '-';
	zero = s < end && *s == '0';
	s = zero ? s + 1 : json_digits(s, end);
	if (s != NULL && s < end && *s == '.')
		s = json_digits(s + 1, end);
	if (s != NULL && s < end && (*s == 'e' || *s == 'E')) {
		s++;
		s += s < end && (*s == '+' || *s == '-');
		s = json_digits(s, end);
	}
	return s;
}

static inline const char *
json_escape(const char *s, const char *end)
{
	int i;

	if (s >= end)
		return NULL;
	if (*s != 'u')
		return memchr("\"\\/bfnrt", *s, 8) != NULL ? s + 1 : NULL;
	for (i = 0, s++; i < 4; i++, s++)
		if (s >= end ||
		    memchr("0123456789abcdefABCDEF", *s, 22) == NULL)
			return NULL;
	return s;
}

static inline const char *
json_string(const char *s, const char *end)
{
	if (s >= end || *s++ != '"')
		return NULL;
	while (s != NULL && s < end && *s != '"') {
		if ((unsigned char)*s < ' ')
			return NULL;
		s = *s == '\\' ? json_escape(s + 1, end) : s + 1;
	}
	return s != NULL && s < end ? s + 1 : NULL;
}

/* An array or an object, behind its bracket. */
static inline const char *
json_members(const char *s, const char *end, char close, int depth)
{
	s = json_space(s, end);
	if (s < end && *s == close)
		return s + 1;
	for (;;) {
		s = json_space(s, end);
		if (close == '}') {
			s = json_string(s, end);
			if (s == NULL)
				return NULL;
			s = json_space(s, end);
			if (s >= end || *s++ != ':')
				return NULL;
		}
		s = json_value(s, end, depth + 1);
		if (s == NULL)
			return NULL;
		s = json_space(s, end);
		if (s >= end || (*s != ',' && *s != close))
			return NULL;
		if (*s++ == close)
			return s;
	}
}

static inline const char *
json_value(const char *s, const char *end, int depth)
{
	static const char words[][8] = { "true", "false", "null" };
	size_t i, n;

	s = json_space(s, end);
	if (s >= end || depth > 16)
		return NULL;
	if (*s == '{' || *s == '[')
		return json_members(s + 1, end, *s == '{' ? '}' : ']', depth);
	if (*s == '"')
		return json_string(s, end);
	for (i = 0; i < sizeof words / sizeof words[0]; i++) {
		n = strlen(words[i]);
		if ((size_t)(end - s) >= n && memcmp(s, words[i], n) == 0)
			return s + n;
	}
	return json_number(s, end);
}

/* One object and nothing else? */
static inline int
is_json_object(const char *s, size_t n)
{
	return n > 0 && s[0] == '{' && json_value(s, s + n, 0) == s + n;
}

#endif
