/* SPDX-License-Identifier: ISC */
/*
 * Isolates around what is read from left to right. A run begins with a letter
 * or digit, or with a sign that clings to one, as in --top and <a@example.com>;
 * it goes on over single blanks, and ends behind the last of its letters,
 * digits and closing brackets that it opened. A line of nothing else would be
 * read from left to right as a whole; a mark in front of it says that it is
 * not.
 */
#include <string.h>

#include "bidi.h"
#include "safe.h"
#include "token.h"

#define OPEN "\xe2\x81\xa6"
#define SHUT "\xe2\x81\xa9"
#define RIGHTWARD "\xe2\x80\x8f" /* U+200F: the line is of such a script */

static int
is_one_of(char c, const char *set)
{
	return c != '\0' && memchr(set, c, strlen(set)) != NULL;
}

/* The bytes of an escape sequence that colors, or 0. */
static size_t
escape_length(const char *s, size_t n)
{
	const char *end;

	if (n < 3 || s[0] != '\033')
		return 0;
	end = memchr(s, 'm', n < 8 ? n : 8);
	return end == NULL ? 0 : (size_t)(end - s) + 1;
}

/* Hebrew and Arabic with their presentation forms. */
static int
is_rightward(const char *s, size_t n)
{
	unsigned long c;

	if (safe_utf8(s, n, &c) < 2)
		return 0;
	return (c >= 0x590 && c < 0x900) || (c >= 0xfb1d && c < 0xfe00) ||
	    (c >= 0xfe70 && c < 0xff00);
}

static int
has_rightward(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if ((s[i] & 0x80) != 0 && is_rightward(s + i, n - i))
			return 1;
	return 0;
}

static int
has_text(const char *s, size_t n)
{
	while (n > 0 && *s == ' ') {
		s++;
		n--;
	}
	return n > 0;
}

/* What was opened in a run, and is to be closed in it. */
struct opened {
	int round, square, pointed, quoted;
};

/* Does the character belong to the run, if it ends here? */
static int
belongs(const char *s, size_t i, struct opened *o)
{
	char c = s[i];

	switch (c) {
	case '(':
		o->round++;
		return 0;
	case '[':
		o->square++;
		return 0;
	case '<':
		o->pointed++;
		return 0;
	case ')':
		return o->round > 0 && o->round-- > 0;
	case ']':
		return o->square > 0 && o->square-- > 0;
	case '>':
		return o->pointed > 0 && o->pointed-- > 0;
	case '"':
		o->quoted = !o->quoted;
		return !o->quoted && i > 0;
	case '-': /* as in "smtpcode -" */
		return i > 0 && s[i - 1] == ' ';
	default:
		return token_is_alnum(c) || is_one_of(c, "/*_%$=@");
	}
}

/* What stands in quotation marks, with them, if all of it is ASCII: its bytes,
 * or 0. */
static size_t
quoted_length(const char *s, size_t n)
{
	size_t i;

	for (i = 1; i < n && s[i] >= ' ' && (s[i] & 0x80) == 0; i++)
		if (s[i] == '"')
			return i > 1 && s[1] != ' ' && s[i - 1] != ' ' ? i + 1 :
			                                                 0;
	return 0;
}

/* The signs that a run may begin with. */
static size_t
signs_length(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && is_one_of(s[i], "-$/.<+~#@_%"))
		i++;
	return i;
}

/* The run at the start of the n bytes at s: its bytes, 0 if none begins. */
static size_t
run_length(const char *s, size_t n)
{
	struct opened o = { 0, 0, 0, 0 };
	size_t i = signs_length(s, n), k, end = 0;

	if (n > 0 && s[0] == '"')
		return quoted_length(s, n);
	if (i == n || !token_is_alnum(s[i]))
		return 0;
	for (k = 0; k < i; k++)
		o.pointed += s[k] == '<';
	for (; i < n && s[i] >= ' ' && (s[i] & 0x80) == 0; i++) {
		if (s[i] == ' ' && i + 1 < n && s[i + 1] == ' ')
			break;
		if (belongs(s, i, &o))
			end = i + 1;
	}
	return end;
}

void
bidi_line(const char *s, size_t n, void (*put)(const char *s, size_t n))
{
	size_t used;

	if (has_text(s, n) && !has_rightward(s, n))
		put(RIGHTWARD, sizeof RIGHTWARD - 1);
	for (; n > 0; s += used, n -= used) {
		if ((used = escape_length(s, n)) > 0)
			put(s, used);
		else if ((used = run_length(s, n)) > 0) {
			put(OPEN, sizeof OPEN - 1);
			put(s, used);
			put(SHUT, sizeof SHUT - 1);
		} else {
			/* all signs at once: no run begins in them */
			used = signs_length(s, n);
			used += used == 0;
			put(s, used);
		}
	}
}
