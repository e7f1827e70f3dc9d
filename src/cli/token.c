/* SPDX-License-Identifier: ISC */
/*
 * The words of operands: codes with what clings to them in mails, "vs", "-".
 */
#include <string.h>

#include "token.h"

#define BLANKS " \t\n\v\f\r"

void
token_clean(char *word)
{
	unsigned char *from = (unsigned char *)word, *to = from;

	while (*from != '\0') {
		if (from[0] == 0xc2 && from[1] == 0xa0) {
			*to++ = ' ';
			from += 2;
		} else if (from[0] == 0xe2 && from[1] == 0x80 &&
		    from[2] >= 0x90 && from[2] <= 0x93) {
			*to++ = '-';
			from += 3;
		} else
			*to++ = *from++;
	}
	*to = '\0';
}

int
token_is_blank(char c)
{
	return memchr(BLANKS, c, sizeof BLANKS - 1) != NULL;
}

size_t
token_length(const char *s)
{
	size_t n;

	for (n = 0; s[n] != '\0' && !token_is_blank(s[n]); n++)
		;
	return n;
}

int
token_is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z');
}

int
token_is_one_of(char c, const char *set)
{
	return memchr(set, c, strlen(set)) != NULL;
}

int
token_is(const char *a, const char *b)
{
	size_t n = strlen(a);

	return n == strlen(b) && memcmp(a, b, n) == 0;
}

int
token_code(const char *word, size_t n, struct side *side)
{
	size_t used;

	side->enhanced = 0;
	while (n > 0 && token_is_one_of(word[0], "(#")) {
		word++;
		n--;
	}
	while (n > 0 && token_is_one_of(word[n - 1], "-:,;.)"))
		n--;
	used = smtpcode_parse_code(word, n, &side->code);
	if (used == 0 || used == n)
		return used > 0;
	if (!token_is_one_of(word[used], "-:") || side->code < 200 ||
	    smtpcode_is_enhanced(side->code))
		return 0;
	word += used + 1;
	n -= used + 1;
	return smtpcode_parse_code(word, n, &side->enhanced) == n &&
	    smtpcode_is_enhanced(side->enhanced) &&
	    !smtpcode_is_set(side->enhanced);
}

static int
is_vs(const char *word, size_t n)
{
	static const char *const forms[] = { "vs", "vs.", "versus" };
	size_t i, k;

	for (i = 0; i < sizeof forms / sizeof forms[0]; i++) {
		if (n != strlen(forms[i]))
			continue;
		for (k = 0; k < n && (word[k] | 32) == (forms[i][k] | 32); k++)
			;
		if (k == n)
			return 1;
	}
	return 0;
}

enum token
token_of(const char *word, size_t n, struct side *side)
{
	if (n == 1 && word[0] == '-')
		return TOKEN_DASH;
	if (is_vs(word, n))
		return TOKEN_VS;
	if (!token_code(word, n, side)) {
		side->cause = smtpcode_find_cause(word, n);
		return side->cause != NULL ? TOKEN_CAUSE : TOKEN_WORD;
	}
	return side->enhanced != 0 ? TOKEN_PAIR : TOKEN_CODE;
}

int
token_is_codes(const char *s)
{
	struct side side;
	enum token t;
	size_t n;

	for (; *s != '\0'; s += n) {
		if (token_is_blank(*s)) {
			n = 1;
			continue;
		}
		n = token_length(s);
		t = token_of(s, n, &side);
		if (t != TOKEN_CODE && t != TOKEN_PAIR && t != TOKEN_VS)
			return 0;
	}
	return 1;
}

int
token_holds_blank(const char *s)
{
	return s[token_length(s)] != '\0';
}
