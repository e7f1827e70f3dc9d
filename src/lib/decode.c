/* SPDX-License-Identifier: ISC */
/*
 * Encoded text of mails as bytes. HTML loses its tags, styles and scripts: a
 * colour such as #555 must not look like a code.
 */
#include <string.h>

#include "bytes.h"
#include "decode.h"

void
smtpcode_x_decode_reset(struct text *t)
{
	t->tag = t->hidden = 0;
	t->name_length = 0;
	t->bits = t->bit_count = 0;
}

static void
put(struct text *t, char c)
{
	if (t->used < t->size)
		t->p[t->used++] = c;
}

static int
is_name(const struct text *t, const char *name)
{
	return t->name_length == strlen(name) &&
	    smtpcode_x_begins(t->name, t->name_length, name);
}

/* A tag has ended: those that begin a line, those that hide text. */
static void
end_tag(struct text *t)
{
	static const char breaks[][40] = { "br", "br/", "/p", "p", "/div",
		"div", "/tr", "/td", "/li", "/h1", "/h2", "/h3", "/pre",
		"/table" };
	size_t i;

	for (i = 0; i < sizeof breaks / sizeof breaks[0]; i++)
		if (is_name(t, breaks[i]))
			put(t, '\n');
	if (is_name(t, "style") || is_name(t, "script"))
		t->hidden = 1;
	else if (is_name(t, "/style") || is_name(t, "/script"))
		t->hidden = 0;
	t->tag = 0;
}

/* &lt; and its like, once the ; has come: back to the & in the text. */
static void
end_entity(struct text *t)
{
	static const struct {
		char name[8];
		char c;
	} entities[] = { { "&lt", '<' }, { "&gt", '>' }, { "&amp", '&' },
		{ "&quot", '"' }, { "&nbsp", ' ' }, { "&#39", '\'' },
		{ "&#160", ' ' }, { "&apos", '\'' } };
	size_t i, length;

	for (i = 0; i < sizeof entities / sizeof entities[0]; i++) {
		length = strlen(entities[i].name);
		if (t->used >= length &&
		    memcmp(t->p + t->used - length, entities[i].name, length) ==
		        0) {
			t->used -= length;
			put(t, entities[i].c);
			return;
		}
	}
	put(t, ';');
}

static void
put_html(struct text *t, char c)
{
	if (t->tag) {
		if (c == '>')
			end_tag(t);
		else if (t->tag == 1 && c != ' ' && c != '\n' &&
		    t->name_length < sizeof t->name)
			t->name[t->name_length++] = c;
		else
			t->tag = 2; /* attributes */
	} else if (c == '<') {
		t->tag = 1;
		t->name_length = 0;
	} else if (t->hidden)
		return;
	else if (c == ';')
		end_entity(t);
	else
		put(t, c == '\n' ? ' ' : c);
}

static void
put_text(struct text *t, int html, char c)
{
	if (html)
		put_html(t, c);
	else
		put(t, c);
}

static int
hex_value(char c)
{
	if (is_digit(c))
		return c - '0';
	c = lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void
decode_quoted(struct text *t, int html, const char *s, size_t n)
{
	size_t i;

	while (n > 0 && is_blank(s[n - 1]))
		n--;
	for (i = 0; i < n; i++) {
		if (s[i] == '=' && i + 1 == n)
			return; /* the line goes on in the next */
		if (s[i] == '=' && i + 2 < n && hex_value(s[i + 1]) >= 0 &&
		    hex_value(s[i + 2]) >= 0) {
			put_text(t, html,
			    (char)(hex_value(s[i + 1]) << 4 |
			        hex_value(s[i + 2])));
			i += 2;
		} else
			put_text(t, html, s[i]);
	}
	put_text(t, html, '\n');
}

static int
base64_value(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (is_digit(c))
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static void
decode_base64(struct text *t, int html, const char *s, size_t n)
{
	size_t i;
	int value;

	for (i = 0; i < n; i++) {
		value = base64_value(s[i]);
		if (value < 0)
			continue;
		t->bits = (t->bits << 6 | (unsigned)value) & 0xffffff;
		t->bit_count += 6;
		if (t->bit_count < 8)
			continue;
		t->bit_count -= 8;
		put_text(t, html, (char)(t->bits >> t->bit_count & 255));
	}
}

void
smtpcode_x_decode(struct text *t, enum mime_encoding encoding, int html,
    const char *s, size_t n)
{
	size_t i;

	if (encoding == MIME_QUOTED)
		decode_quoted(t, html, s, n);
	else if (encoding == MIME_BASE64)
		decode_base64(t, html, s, n);
	else {
		for (i = 0; i < n; i++)
			put_text(t, html, s[i]);
		put_text(t, html, '\n');
	}
}

/* Where the first underscore or no-break blank may stand, or n: mostly there is
 * none. */
static size_t
odd_blank_at(const char *s, size_t n)
{
	size_t i = 0;

#ifdef __SSE2__
	if (n >= 16)
		for (;; i = i + 32 <= n ? i + 16 : n - 16) {
			__m128i x = load16(s + i);
			unsigned found = bits_of(
			    _mm_or_si128(same16(x, '_'), same16(x, '\xc2')));

			if (found != 0)
				return i + lowest_bit(found);
			if (i + 16 == n)
				return n;
		}
#endif
	while (i < n && s[i] != '_' && s[i] != '\xc2')
		i++;
	return i;
}

/* "delivery 5: failure: Sorry,_no_": the word that holds s + at begins what
 * qmail tells of a delivery. */
static int
is_qmails(const char *s, size_t at)
{
	size_t blank = last_of(s, at, ' ');

	return blank < at &&
	    ((blank >= 10 && memcmp(s + blank - 10, ": failure:", 10) == 0) ||
	        (blank >= 11 &&
	            memcmp(s + blank - 11, ": deferral:", 11) == 0));
}

unsigned
smtpcode_x_odd_blanks(const char *s, size_t n)
{
	unsigned blanks = 0;
	size_t at = odd_blank_at(s, n);

	if (at < n &&
	    (is_qmails(s, at) ||
	        smtpcode_x_seek(s + at, n - at, "_said:_") != smtpcode_x_none))
		blanks |= BLANK_UNDERSCORE;
	if (smtpcode_x_seek(s + at, n - at, "\xc2\xa0") != smtpcode_x_none)
		blanks |= BLANK_NO_BREAK;
	return blanks;
}

void
smtpcode_x_decode_blanks(
    struct text *t, unsigned blanks, const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n && t->used + 1 < t->size; i++) {
		char c = s[i];

		if ((blanks & BLANK_UNDERSCORE) != 0 && c == '_')
			c = ' ';
		else if (c == '\xc2' && i + 1 < n && s[i + 1] == '\xa0') {
			c = ' ';
			i++;
		}
		t->p[t->used++] = c;
	}
	if (t->used < t->size)
		t->p[t->used++] = '\n';
}
