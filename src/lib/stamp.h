/* SPDX-License-Identifier: ISC */
/*
 * stamp.h - the time stamps that begin the lines of logs
 *
 * Each is looked at byte for byte: it must not hold a line end.
 */
#ifndef STAMP_H
#define STAMP_H

#include "bytes.h"

/* "Nov 20 03:14:05 ", syslog's of old. 16 bytes are looked at. */
static inline int
is_syslog_stamp(const char *s)
{
	static const struct pattern stamp = { "   ", "aaa  0 00:00:00 ",
		"zzz 99 99:99:99 " };

	return fits_pattern(s, &stamp) && (s[4] == ' ' || is_digit(s[4]));
}

/* "2026-11-20 03:14:05 ", Exim's. 20 bytes are looked at. */
static inline int
is_exim_stamp(const char *s)
{
	static const struct pattern date = { "", "0000-00-00 00:00",
		"9999-99-99 99:99" };
	static const struct pattern rest = { "", "-00-00 00:00:00 ",
		"-99-99 99:99:99 " };

	return fits_pattern(s, &date) && fits_pattern(s + 4, &rest);
}

/* "2026-11-20T03:14:05.123+01:00 ", syslog's of today, and what is like it: its
 * bytes, or 0. n >= 20. */
static inline size_t
iso_stamp(const char *s, size_t n)
{
	static const struct pattern date = { "", "0000-00-00 00:00",
		"9999-99-99T99:99" };
	size_t i;

	if (!fits_pattern(s, &date) || (s[10] != 'T' && s[10] != ' '))
		return 0;
	i = 16 + length_of_ascii(s + 16, n - 16);
	return i < 40 && i < n && s[i] == ' ' ? i + 1 : 0;
}

INLINE size_t
stamp_length(const char *s, size_t n)
{
	if (n < 20)
		return 0;
	if (s[4] != '-')
		return is_syslog_stamp(s) ? 16 : 0;
	return is_exim_stamp(s) ? 20 : iso_stamp(s, n);
}

#endif
