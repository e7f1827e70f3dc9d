/* SPDX-License-Identifier: ISC */
/*
 * The pieces of a reply text, and the text with what varies replaced. Two
 * replies are equal if their masks are; rules see nothing but this; --redact
 * prints it. Codes, providers' tags (S3150, TSS04, AS780090) and the names of
 * block lists and providers are left alone, and masking twice changes nothing.
 */
#include <string.h>

#include "bytes.h"
#include "smtpcode_scan.h"
#include "table.h"

static const char names[][12] = { "", "<address>", "<host>", "<ip>", "<id>",
	"<time>", "<number>" };

static int
is_hex(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* May stand inside a host name, an address, an id. */
static int
is_run(char c)
{
	return is_alnum(c) || (c & 0x80) != 0 || c == '.' || c == '_' ||
	    c == '-' || c == '+' || c == '@' || c == '%';
}

static int
is_word(const char *s, size_t n, const char *word)
{
	size_t i;

	for (i = 0; i < n && word[i] != '\0'; i++)
		if (lower(s[i]) != word[i])
			return 0;
	return i == n && word[i] == '\0';
}

static size_t
digits(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n && is_digit(s[i]); i++)
		;
	return i;
}

/* ------------------------------------------------------------ what a run is */

/* 192.0.2.1, whole; also reversed in a look-up. */
static int
is_ipv4(const char *s, size_t n)
{
	size_t i = 0, k, part;
	int parts;

	for (parts = 0; parts < 4; parts++) {
		k = digits(s + i, n - i);
		if (k == 0 || k > 3)
			return 0;
		for (part = 0; k > 0; k--, i++)
			part = part * 10 + (size_t)(s[i] - '0');
		if (part > 255)
			return 0;
		if (parts < 3 && (i >= n || s[i++] != '.'))
			return 0;
	}
	return i == n;
}

/* The bytes of an IPv6 address at s, or 0. */
static size_t
ipv6_length(const char *s, size_t n)
{
	size_t i = 0, k, groups = 0;
	int gap = 0;

	if (n < 2 || (!is_hex(s[0]) && (s[0] != ':' || s[1] != ':')))
		return 0;
	for (;;) {
		for (k = 0; i + k < n && k < 5 && is_hex(s[i + k]); k++)
			;
		if (k > 4)
			return 0;
		groups += k > 0;
		i += k;
		if (i + 1 < n && s[i] == ':' && s[i + 1] == ':' && !gap) {
			gap = 1;
			i += 2;
		} else if (i + 1 < n && s[i] == ':' && is_hex(s[i + 1]) &&
		    k > 0)
			i++;
		else
			break;
	}
	if (i < n && (is_alnum(s[i]) || s[i] == ':'))
		return 0;
	return gap ? (groups > 0 && groups < 8 ? i : 0) : groups == 8 ? i : 0;
}

/* 12:34, 12:34:56 or 12:34:56.789Z */
static size_t
clock_length(const char *s, size_t n)
{
	size_t i = digits(s, n), k;

	if (i < 1 || i > 2 || i + 2 >= n || s[i] != ':' ||
	    digits(s + i + 1, n - i - 1) != 2)
		return 0;
	i += 3;
	k = i < n && s[i] == ':' ? digits(s + i + 1, n - i - 1) : 0;
	if (k == 2)
		i += 3;
	if (k == 2 && i + 1 < n && s[i] == '.' && is_digit(s[i + 1]))
		i += 1 + digits(s + i + 1, n - i - 1);
	if (i < n && s[i] == 'Z')
		i++;
	return i < n && (is_alnum(s[i]) || s[i] == ':') ? 0 : i;
}

/* 2026-11-22, or followed by T and a time; run ends where a word would. */
static size_t
date_length(const char *s, size_t n, size_t run)
{
	size_t time;

	if (run < 10 || digits(s, run) != 4 || s[4] != '-' ||
	    digits(s + 5, run - 5) != 2 || s[7] != '-' ||
	    digits(s + 8, run - 8) != 2 || (run > 10 && s[10] != 'T'))
		return 0;
	time = run > 10 ? clock_length(s + 11, n - 11) : 0;
	return time > 0 ? 11 + time : run;
}

/* A name with a dot whose last label is letters, all of one case. */
static int
is_host(const char *s, size_t n)
{
	size_t i, last = 0, label = 0;

	for (i = 0; i < n; i++) {
		if (s[i] == '.') {
			if (label == 0)
				return 0;
			label = 0;
			last = i + 1;
		} else if (is_alnum(s[i]) || s[i] == '-' || s[i] == '_')
			label++;
		else
			return 0;
	}
	if (last == 0 || label < 2)
		return 0;
	if (label > 4 && memcmp(s + last, "xn--", 4) == 0)
		return 1;
	for (i = last; i < n; i++)
		if (!is_letter(s[i]) ||
		    (i > last + 1 && (s[i] & 32) != (s[last + 1] & 32)))
			return 0;
	return (s[last] & 32) == (s[last + 1] & 32);
}

/*
 * A queue id, a session id: letters and digits mixed as nobody writes words.
 * Tags are left: a few capitals, then digits (S3150, AS780090).
 */
static int
is_id(const char *s, size_t n)
{
	size_t i, letters = 0, numbers = 0, turns = 0;
	char last = 0;

	for (i = 0; i < n; i++) {
		if (is_digit(s[i])) {
			numbers++;
			turns += last == 'a';
			last = '0';
		} else if (is_letter(s[i])) {
			letters++;
			turns += last == '0';
			last = 'a';
		}
	}
	if (letters == 0 || numbers == 0)
		return 0;
	if (turns >= 2 && letters + numbers >= 6)
		return 1;
	return letters + numbers >= 12 && numbers >= 4;
}

static int
is_unit(const char *s, size_t n)
{
	static const char units[][8] = { "b", "k", "m", "g", "kb", "mb", "gb",
		"kib", "mib", "s", "sec", "secs", "min", "mins", "h", "hrs",
		"d", "ms", "bytes", "x" };
	size_t i;

	for (i = 0; i < sizeof units / sizeof units[0]; i++)
		if (is_word(s, n, units[i]))
			return 1;
	return 0;
}

/* Three digits that may be a reply code. */
static int
is_code(const char *s, size_t n)
{
	return n == 3 && s[0] >= '2' && s[0] <= '5';
}

/* ------------------------------------------------------------------- pieces */

/* The bytes of an address at s, or 0: the local part may hold what runs may
 * not, but "to=" in front of it is none of it. */
static size_t
address_length(const char *s, size_t n)
{
	static const char more[] = "!#$&'*/=?^`{|}~";
	size_t i, at, word;

	for (word = 0; word < n && (is_letter(s[word]) || s[word] == '_');
	     word++)
		;
	if (word < n && s[word] == '=' &&
	    (word < 4 || memcmp(s + word - 4, "prvs", 4) != 0) &&
	    (word < 3 || memcmp(s, "SRS", 3) != 0))
		return 0;
	for (i = 0; i < n && s[i] != '@' &&
	     (is_run(s[i]) || memchr(more, s[i], sizeof more - 1) != NULL);
	     i++)
		;
	if (i == 0 || i + 1 >= n || s[i] != '@')
		return 0;
	at = ++i;
	if (s[i] == '[') {
		while (i < n && s[i] != ']' && s[i] != ' ')
			i++;
		return i < n && s[i] == ']' ? i + 1 : 0;
	}
	while (i < n && is_run(s[i]) && s[i] != '@' && s[i] != '%')
		i++;
	while (i > at && !is_alnum(s[i - 1]) && (s[i - 1] & 0x80) == 0)
		i--;
	return i > at ? i : 0;
}

/* A placeholder that stands in the text already: <ip>, <ip-3>. */
static size_t
placeholder_length(const char *s, size_t n, enum smtpcode_piece *kind)
{
	size_t i, length;

	for (i = 1; i < sizeof names / sizeof names[0]; i++) {
		length = strlen(names[i]);
		if (n < length || memcmp(s, names[i], length - 1) != 0)
			continue;
		*kind = (enum smtpcode_piece)i;
		if (s[length - 1] == '>')
			return length;
		if (s[length - 1] != '-')
			continue;
		length += digits(s + length, n - length);
		if (length < n && s[length] == '>')
			return length + 1;
	}
	return 0;
}

/* The run at s, without what ends a sentence. */
static size_t
run_length(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n && is_run(s[i]); i++)
		;
	while (i > 1 && !is_alnum(s[i - 1]) && (s[i - 1] & 0x80) == 0)
		i--;
	return i;
}

/* Letters and digits that stand together, or one byte of another kind. */
static size_t
plain_length(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n && (is_alnum(s[i]) || (s[i] & 0x80) != 0); i++)
		;
	return i > 0 ? i : 1;
}

/* A run of nothing but digits, perhaps with a unit. */
static int
is_number(const char *s, size_t n)
{
	size_t i = digits(s, n);

	if (i == 0)
		return 0;
	return i == n ? !is_code(s, n) : is_unit(s + i, n - i);
}

size_t
smtpcode_mask_piece(
    const char *s, size_t n, char before, enum smtpcode_piece *kind)
{
	size_t length, run;

	*kind = SMTPCODE_PIECE_PLAIN;
	if (s[0] == '<' && (length = placeholder_length(s, n, kind)) > 0)
		return length;
	*kind = SMTPCODE_PIECE_PLAIN;
	if (is_run(before))
		return plain_length(s, n);
	if ((length = clock_length(s, n)) > 0) {
		*kind = SMTPCODE_PIECE_TIME;
		return length;
	}
	if ((length = ipv6_length(s, n)) > 0) {
		*kind = SMTPCODE_PIECE_IP;
		return length;
	}
	if (!is_alnum(s[0]) && (s[0] & 0x80) == 0)
		return 1;
	if ((length = address_length(s, n)) > 0) {
		*kind = SMTPCODE_PIECE_ADDRESS;
		return length;
	}
	run = run_length(s, n);
	if (is_ipv4(s, run))
		*kind = SMTPCODE_PIECE_IP;
	else if (is_host(s, run)) {
		length = smtpcode_known_host(s, run);
		if (length == run || (length > 0 && !is_id(s, run - length)))
			return plain_length(s, n);
		*kind = length == 0 ? SMTPCODE_PIECE_HOST : SMTPCODE_PIECE_ID;
		return length == 0 ? run : run - length - 1;
	} else if ((length = date_length(s, n, run)) > 0) {
		*kind = SMTPCODE_PIECE_TIME;
		return length;
	} else if (is_id(s, run))
		*kind = SMTPCODE_PIECE_ID;
	else if (is_number(s, run))
		*kind = SMTPCODE_PIECE_NUMBER;
	return *kind == SMTPCODE_PIECE_PLAIN ? plain_length(s, n) : run;
}

/* Output that counts on when there is no more room, as snprintf does. */
struct output {
	char *p;
	size_t size, used;
};

static void
put(struct output *o, const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++, o->used++)
		if (o->used + 1 < o->size)
			o->p[o->used] = s[i];
}

size_t
smtpcode_mask_text(const char *s, size_t n, char *out, size_t size)
{
	struct output o = { out, size, 0 };
	enum smtpcode_piece kind;
	size_t i, length;
	int blank = 0;

	for (i = 0; i < n; i += length) {
		length = 1;
		if (s[i] == ' ' || (s[i] >= '\t' && s[i] <= '\r')) {
			blank = 1;
			continue;
		}
		if (blank && o.used > 0)
			put(&o, " ", 1);
		blank = 0;
		length = smtpcode_mask_piece(
		    s + i, n - i, i > 0 ? s[i - 1] : '\0', &kind);
		if (kind == SMTPCODE_PIECE_PLAIN)
			put(&o, s + i, length);
		else
			put(&o, names[kind], strlen(names[kind]));
	}
	if (size > 0)
		out[o.used < size ? o.used : size - 1] = '\0';
	return o.used;
}
