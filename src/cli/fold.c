/* SPDX-License-Identifier: ISC */
/*
 * Letters without case and accents. People type "hop thu day" for "hộp thư
 * đầy", and no locale tells how.
 */
#include <string.h>

#include "fold.h"
#include "safe.h"

/* What is left of a Latin letter from a number on; * is no such letter. */
static const struct {
	unsigned from;
	char base[257];
} letters[] = {
	{ 0x00c0,
	    "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
	    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllll"
	    "l"
	    "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" },
	{ 0x01a0, "oo*************uu" },
	{ 0x1e00,
	    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmm"
	    "mm"
	    "nnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
	    "wwwwwwwwwwxxxxyyzzzzzzhtwy****s*aaaaaaaaaaaaaaaaaaaaaaaa"
	    "eeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuu"
	    "yyyyyyyy******" },
};

static unsigned long
fold_arabic(unsigned long c)
{
	switch (c) {
	case 0x0622: /* alef with madda, with hamza above or below */
	case 0x0623:
	case 0x0625:
		return 0x0627;
	case 0x0629: /* teh marbuta */
		return 0x0647;
	case 0x0649: /* alef maksura */
		return 0x064a;
	default:
		return c;
	}
}

static unsigned long
fold(unsigned long c)
{
	size_t i;

	if (c >= 'A' && c <= 'Z')
		return c - 'A' + 'a';
	for (i = 0; i < sizeof letters / sizeof letters[0]; i++)
		if (c >= letters[i].from &&
		    c - letters[i].from < strlen(letters[i].base) &&
		    letters[i].base[c - letters[i].from] != '*')
			return (unsigned char)letters[i]
			    .base[c - letters[i].from];
	return c >= 0x0600 && c < 0x0700 ? fold_arabic(c) : c;
}

/* Does the character only adorn the one before it? */
static int
is_mark(unsigned long c)
{
	return (c >= 0x0300 && c < 0x0370) || (c >= 0x064b && c < 0x0653) ||
	    c == 0x0640;
}

unsigned long
fold_next(const char **s)
{
	unsigned long c;
	size_t n;

	do {
		if (**s == '\0')
			return 0;
		n = safe_utf8(*s, 4, &c); /* a NUL ends it before */
		if (n == 0) {
			c = (unsigned char)**s;
			n = 1;
		}
		*s += n;
	} while (is_mark(c));
	return fold(c);
}
