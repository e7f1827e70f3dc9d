/* SPDX-License-Identifier: ISC */
/*
 * How wide characters are, without a locale: East Asian wide ones take two
 * columns (UAX 11), marks that join others none. Between wide characters a line
 * may end, but not before what closes nor behind what opens (JIS X 4051).
 */
#include "wide.h"
#include "safe.h"

struct range {
	unsigned from, to;
};

static const struct range wide[] = {
	{ 0x1100, 0x115f },
	{ 0x2e80, 0x303e },
	{ 0x3041, 0x4dbf },
	{ 0x4e00, 0xa4cf },
	{ 0xac00, 0xd7a3 },
	{ 0xf900, 0xfaff },
	{ 0xfe30, 0xfe4f },
	{ 0xff01, 0xff60 },
	{ 0xffe0, 0xffe6 },
	{ 0x1f300, 0x1f64f },
	{ 0x1f900, 0x1f9ff },
	{ 0x20000, 0x3fffd },
};

static const struct range joining[] = {
	{ 0x0300, 0x036f },
	{ 0x0610, 0x061a },
	{ 0x064b, 0x065f },
	{ 0x0670, 0x0670 },
	{ 0x06d6, 0x06dc },
	{ 0x1ab0, 0x1aff },
	{ 0x1dc0, 0x1dff },
	{ 0x200b, 0x200f },
	{ 0x202a, 0x202e },
	{ 0x2060, 0x2069 },
	{ 0x20d0, 0x20ff },
	{ 0xfe00, 0xfe0f },
	{ 0xfe20, 0xfe2f },
};

/* No line begins with these: 、。〉》」』】〕・ー々 small kana
 * ！），．：；？］｝ */
static const unsigned closing[] = { 0x2019, 0x201d, 0x2026, 0x3001, 0x3002,
	0x3005, 0x3009, 0x300b, 0x300d, 0x300f, 0x3011, 0x3015, 0x3041, 0x3043,
	0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x30a1, 0x30a3,
	0x30a5, 0x30a7, 0x30a9, 0x30c3, 0x30e3, 0x30e5, 0x30e7, 0x30fb, 0x30fc,
	0xff01, 0xff09, 0xff0c, 0xff0e, 0xff1a, 0xff1b, 0xff1f, 0xff3d,
	0xff5d };

/* No line ends with these: 〈《「『【〔（［｛ */
static const unsigned opening[] = { 0x2018, 0x201c, 0x3008, 0x300a, 0x300c,
	0x300e, 0x3010, 0x3014, 0xff08, 0xff3b, 0xff5b };

static int
is_in(unsigned long c, const struct range *ranges, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (c >= ranges[i].from && c <= ranges[i].to)
			return 1;
	return 0;
}

static int
is_one(unsigned long c, const unsigned *some, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (some[i] == c)
			return 1;
	return 0;
}

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static int
is_wide(unsigned long c)
{
	return c >= 0x1100 && is_in(c, wide, COUNT(wide));
}

size_t
wide_next(const char *s, size_t n, unsigned long *number, size_t *columns)
{
	size_t used = safe_utf8(s, n, number);

	*columns = 1;
	if (used == 0)
		return 1;
	if (*number >= 0x300)
		*columns = is_wide(*number)                 ? 2 :
		    is_in(*number, joining, COUNT(joining)) ? 0 :
		                                              1;
	return used;
}

int
wide_may_break(unsigned long before, unsigned long after)
{
	static const char shut[] = "!%),.:;?]}>", open[] = "([{<";
	const char *s;

	if (!is_wide(before) && !is_wide(after))
		return 0;
	if (is_one(after, closing, COUNT(closing)) ||
	    is_one(before, opening, COUNT(opening)))
		return 0;
	for (s = shut; *s != '\0'; s++)
		if (after == (unsigned char)*s)
			return 0;
	for (s = open; *s != '\0'; s++)
		if (before == (unsigned char)*s)
			return 0;
	return 1;
}
