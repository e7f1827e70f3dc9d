/* SPDX-License-Identifier: ISC */
/*
 * What a run of letters, digits and what stands between them is: a host, an IP
 * address, an id, a time, a number.
 */
#include <string.h>

#include "bytes.h"
#include "host.h"
#include "run.h"

static int
is_hex(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
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

/* "203.0.113.7" as the end of an IPv6 address (RFC 4291 2.2): the bytes behind
 * the first number, which has so many, or 0. */
static size_t
ipv4_length(const char *s, size_t n, size_t first)
{
	size_t i = first;

	while (i < n && (is_digit(s[i]) || s[i] == '.'))
		i++;
	while (i > 0 && s[i - 1] == '.')
		i--;
	return is_ipv4(s, i) ? i - first : 0;
}

size_t
smtpcode_x_ipv6_length(const char *s, size_t n)
{
	size_t i = 0, k, groups = 0;
	int gap = 0;

	if (n < 2 || (!is_hex(s[0]) && (s[0] != ':' || s[1] != ':')))
		return 0;
	for (;;) {
		for (k = 0; i + k < n && k < 5 && is_hex(s[i + k]); k++)
			;
		groups += k > 0;
		if (k > 4 || groups > 8)
			return 0;
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
	if (i < n && s[i] == '.' && k > 0 &&
	    (k = ipv4_length(s + i - k, n - i + k, k)) > 0) {
		groups++;
		i += k;
	}
	if (i < n && (is_alnum(s[i]) || s[i] == ':'))
		return 0;
	/* What the gap leads to is masked: it was no part of an address. */
	if (i < n && s[i] == '<' && s[i - 1] == ':')
		return 0;
	return gap ? (groups > 0 && groups < 8 ? i : 0) : groups == 8 ? i : 0;
}

size_t
smtpcode_x_clock_length(const char *s, size_t n)
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
	time = run > 10 ? smtpcode_x_clock_length(s + 11, n - 11) : 0;
	return time > 0 ? 11 + time : run;
}

/* A name with a dot whose last label is letters, all of one case: the run at s
 * of n bytes that are there. */
static int
is_host(const char *s, size_t n, size_t run)
{
	size_t i = 0, last = 0, label;

	for (;;) {
		i += length_of(s + i, n - i, LETTER | DIGIT);
		if (i >= run)
			break;
		if (s[i] == '.') {
			if (i == last)
				return 0;
			last = i + 1;
		} else if (s[i] != '-' && s[i] != '_')
			return 0;
		i++;
	}
	label = run - last;
	if (last == 0 || label < 2)
		return 0;
	if (label > 4 && memcmp(s + last, "xn--", 4) == 0)
		return 1;
	for (i = last; i < run; i++)
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
	size_t letters = 0, numbers = 0, turns = 0, i;
	size_t was_digit = 0;

	for (i = 0; i < n; i++) {
		if (is_digit(s[i])) {
			turns += !was_digit && letters > 0;
			numbers++;
			was_digit = 1;
		} else if (is_letter(s[i])) {
			turns += was_digit;
			letters++;
			was_digit = 0;
		}
	}
	n = letters + numbers;
	return letters > 0 && numbers > 0 &&
	    ((turns >= 2 && n >= 6) || (n >= 12 && numbers >= 4));
}

static int
is_unit(const char *s, size_t n)
{
	static const char units[][8] = { "b", "k", "m", "g", "kb", "mb", "gb",
		"kib", "mib", "s", "sec", "secs", "min", "mins", "h", "hrs",
		"d", "ms", "bytes", "x" };
	size_t i;

	if (n > 5 || !is_letter(s[0]))
		return 0;
	for (i = 0; i < sizeof units / sizeof units[0]; i++)
		if (is_word(s, n, units[i]))
			return 1;
	return 0;
}

int
smtpcode_x_has_unit(const char *s, size_t n)
{
	static const char units[][8] = { "ms", "sec", "secs", "second",
		"seconds", "min", "mins", "minute", "minutes", "hour", "hours",
		"day", "days", "bytes", "kb", "mb", "kib", "mib" };
	size_t i, at = 0, length;

	while (at < n && is_space(s[at]))
		at++;
	if (at == 0 || at == n || !is_letter(s[at]))
		return 0;
	length = length_of(s + at, n - at, LETTER | DIGIT);
	for (i = 0; i < sizeof units / sizeof units[0]; i++)
		if (is_word(s + at, length, units[i]))
			return 1;
	return 0;
}

/* A run of nothing but digits, perhaps with a unit. Three may be a reply code.
 */
static int
is_number(const char *s, size_t n, size_t run)
{
	size_t i = digits(s, run);

	if (i == 0 || i < run)
		return i > 0 && is_unit(s + i, run - i);
	return i != 3 || s[0] < '2' || s[0] > '5' ||
	    smtpcode_x_has_unit(s + 3, n - 3);
}

size_t
smtpcode_x_run_kind(const char *s, size_t n, size_t run, unsigned has,
    enum smtpcode_piece *kind)
{
	size_t length;

	*kind = SMTPCODE_PIECE_PLAIN;
	if ((has & LETTER) == 0 && is_ipv4(s, run))
		*kind = SMTPCODE_PIECE_IP;
	else if ((has & DOT) != 0 && is_host(s, n, run)) {
		length = smtpcode_x_known_host(s, run);
		if (length == run || (length > 0 && !is_id(s, run - length)))
			return 0;
		*kind = length == 0 ? SMTPCODE_PIECE_HOST : SMTPCODE_PIECE_ID;
		return length == 0 ? run : run - length - 1;
	} else if ((length = date_length(s, n, run)) > 0) {
		*kind = SMTPCODE_PIECE_TIME;
		return length;
	} else if ((has & LETTER) != 0 && (has & DIGIT) != 0 && is_id(s, run))
		*kind = SMTPCODE_PIECE_ID;
	else if (is_number(s, n, run))
		*kind = SMTPCODE_PIECE_NUMBER;
	return *kind == SMTPCODE_PIECE_PLAIN ? 0 : run;
}
