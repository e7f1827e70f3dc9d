/* SPDX-License-Identifier: ISC */
/*
 * The pieces of a reply text: what varies between equal replies, and the rest.
 */
#include <string.h>

#include "bytes.h"
#include "run.h"

const struct smtpcode_x_placeholder smtpcode_x_placeholders[] = {
	[SMTPCODE_PIECE_ADDRESS] = { "<address>", 9 },
	[SMTPCODE_PIECE_HOST] = { "<host>", 6 },
	[SMTPCODE_PIECE_IP] = { "<ip>", 4 },
	[SMTPCODE_PIECE_ID] = { "<id>", 4 },
	[SMTPCODE_PIECE_TIME] = { "<time>", 6 },
	[SMTPCODE_PIECE_NUMBER] = { "<number>", 8 },
};

#define J JOIN
#define D DIGIT
#define L LETTER
const unsigned char smtpcode_x_classes[128] = {
	/* clang-format off */
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	/*  !"#$%&'()*+,-./ */
	0, LOCAL, 0, LOCAL, LOCAL, J, LOCAL, LOCAL,
	0, 0, LOCAL, J, 0, J, J, LOCAL,
	/* 0123456789:;<=>? */
	D, D, D, D, D, D, D, D, D, D, 0, 0, 0, LOCAL, 0, LOCAL,
	J, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, 0, 0, 0, LOCAL, J,
	LOCAL, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, LOCAL, LOCAL, LOCAL, LOCAL, 0,
	/* clang-format on */
};
#undef J
#undef D
#undef L

/* A mark of Chinese or Japanese begins the n bytes at s, three of them:
 * quotation marks (U+2018 to U+201F), commas and brackets (U+3000 to U+301B),
 * full-width forms of ASCII's marks (U+FF01 to U+FF40). */
static int
is_mark(const char *s, size_t n)
{
	unsigned last;

	if (n < 3 || (s[0] & 0x80) == 0)
		return 0;
	last = (unsigned char)s[2];
	if (memcmp(s, "\xe2\x80", 2) == 0)
		return last >= 0x98 && last <= 0x9f;
	if (memcmp(s, "\xe3\x80", 2) == 0) /* no U+3005 to U+3007 */
		return last <= 0x82 || (last >= 0x88 && last <= 0x9b);
	return memcmp(s, "\xef\xbc", 2) == 0 &&
	    (last < 0x90 || (last >= 0x9a && last <= 0xa0) || last >= 0xbb);
}

/* Is the i-th of n bytes one of a run? */
static inline int
is_in_run(const char *s, size_t n, size_t i)
{
	return i < n && (class_of(s[i]) & RUN) != 0 && !is_mark(s + i, n - i);
}

/* The bytes of an address at s, or 0: the local part may hold what runs may
 * not, but "to=" in front of it is none of it. run is the run at s. */
static size_t
address_length(const char *s, size_t n, size_t run)
{
	size_t i = run, end = n < LOCAL_MAX ? n : LOCAL_MAX,
	       at = length_to(s, end, '@'), word;

	if (at == 0 || at == end || at + 1 == n)
		return 0;
	while (i < at && (class_of(s[i]) & (RUN | LOCAL)) != 0)
		i++;
	if (i < at)
		return 0;

	for (word = 0; word < n && (is_letter(s[word]) || s[word] == '_');
	     word++)
		;
	if (word < n && s[word] == '=' &&
	    (word < 4 || memcmp(s + word - 4, "prvs", 4) != 0) &&
	    (word < 3 || memcmp(s, "SRS", 3) != 0))
		return 0;
	i = ++at;
	if (s[i] == '[') { /* [192.0.2.1], [IPv6:2001:db8::1] */
		for (i++;
		     i < n && ((class_of(s[i]) & RUN) != 0 || s[i] == ':');)
			i++;
		return i < n && s[i] == ']' ? i + 1 : 0;
	}
	if (at < run) {
		i += length_to(s + i, run - i, '@');
		i = at + length_to(s + at, i - at, '%');
	} else
		while (is_in_run(s, n, i) && s[i] != '@' && s[i] != '%')
			i++;
	while (i > at && !is_alnum(s[i - 1]) && (s[i - 1] & 0x80) == 0)
		i--;
	return i > at ? i : 0;
}

/* What a placeholder stands for whose name begins so; PLAIN: it is none. */
static enum smtpcode_piece
placeholder_kind(const char name[2])
{
	switch (name[0]) {
	case 'a':
		return SMTPCODE_PIECE_ADDRESS;
	case 'h':
		return SMTPCODE_PIECE_HOST;
	case 'i':
		return name[1] == 'p' ? SMTPCODE_PIECE_IP : SMTPCODE_PIECE_ID;
	case 't':
		return SMTPCODE_PIECE_TIME;
	case 'n':
		return SMTPCODE_PIECE_NUMBER;
	default:
		return SMTPCODE_PIECE_PLAIN;
	}
}

size_t
smtpcode_x_placeholder(const char *s, size_t n, enum smtpcode_piece *kind)
{
	enum smtpcode_piece is =
	    n < 4 ? SMTPCODE_PIECE_PLAIN : placeholder_kind(s + 1);
	const struct smtpcode_x_placeholder *p = &smtpcode_x_placeholders[is];
	size_t length = p->length;

	if (is == SMTPCODE_PIECE_PLAIN || n < length ||
	    memcmp(s, p->text, length - 1) != 0)
		return 0;
	if (s[length - 1] == '-')
		length +=
		    1 + smtpcode_x_span(s + length, n - length, "0123456789");
	if (length > n || s[length - 1] != '>')
		return 0;
	*kind = is;
	return length;
}

/* The bytes of the run at s; *has: of which kinds, DOT and AT apart. */
static size_t
run_length(const char *s, size_t n, unsigned *has)
{
	size_t i;

	*has = 0;
	for (i = 0; i < RUN_MAX && is_in_run(s, n, i); i++)
		*has |= class_of(s[i]) | (s[i] == '.' ? DOT : 0u) |
		    (s[i] == '@' ? AT : 0u);
	return i;
}

/* Letters and what else is of these kinds, or no ASCII, up to a mark. */
static size_t
letters_length(const char *s, size_t n, unsigned kinds)
{
	size_t i = length_of(s, n, kinds);

	while (i < n && (s[i] & 0x80) != 0 && !is_mark(s + i, n - i)) {
		i++;
		i += length_of(s + i, n - i, kinds);
	}
	return i;
}

/* Letters and digits that stand together, or one byte of another kind. */
static size_t
plain_length(const char *s, size_t n)
{
	size_t i = letters_length(s, n, LETTER | DIGIT);

	return i > 0 ? i : 1;
}

/*
 * The length of a word of letters that can be nothing else: what follows ends
 * it, be it a blank, a bracket or the dot of a sentence. 0: look closer.
 */
static size_t
word_length(const char *s, size_t n)
{
	size_t i = letters_length(s, n, LETTER);

	if (i == 0 || i == n || is_mark(s + i, n - i))
		return i;
	if (s[i] == '.')
		return i + 1 == n || is_blank(s[i + 1]) ? i : 0;
	if (s[i] == ':')
		return is_group(s, i) ? 0 : i;
	return class_of(s[i]) == 0 ? i : 0;
}

/* A time or an IPv6 address at s, whose first four bytes hold a colon. */
static size_t
colon_length(const char *s, size_t n, enum smtpcode_piece *kind)
{
	size_t length = smtpcode_x_clock_length(s, n);

	*kind = SMTPCODE_PIECE_TIME;
	if (length == 0) {
		*kind = SMTPCODE_PIECE_IP;
		length = smtpcode_x_ipv6_length(s, n);
	}
	return length;
}

size_t
smtpcode_x_look_closely(
    const char *s, size_t n, char before, enum smtpcode_piece *kind)
{
	unsigned has;
	size_t run = run_length(s, n, &has), length;
	char behind = run < n ? s[run] : ' ';

	if (behind == ':' && run <= 4 &&
	    (length = colon_length(s, n, kind)) > 0)
		return length;
	if ((has & AT) != 0 || (class_of(behind) & LOCAL) != 0) {
		length = address_length(s, n, run);
		/* "//www.example.com/why?sender=a@example.com": a host begins
		   it */
		if (length > 0 &&
		    (before != '/' || memchr(s, '/', length) == NULL)) {
			*kind = SMTPCODE_PIECE_ADDRESS;
			return length;
		}
	}
	/* What ends a sentence is none of it. */
	while (run > 1 && !is_alnum(s[run - 1]) && (s[run - 1] & 0x80) == 0)
		run--;
	*kind = SMTPCODE_PIECE_PLAIN;
	length = (has & (DIGIT | DOT)) == 0 ?
	    0 :
	    smtpcode_x_run_kind(s, n, run, has, kind);
	return length > 0 ? length : plain_length(s, n);
}

/* "+15551234567@example.com", "_dmarc.example.com": a sign is a part of an
 * address or a host that it begins, and else a piece of its own. */
static size_t
signed_length(const char *s, size_t n, enum smtpcode_piece *kind)
{
	size_t length = 0;

	if (n > 1 && is_alnum(s[1]))
		length = smtpcode_x_look_closely(s + 1, n - 1, ' ', kind);
	if (*kind != SMTPCODE_PIECE_ADDRESS && *kind != SMTPCODE_PIECE_HOST) {
		*kind = SMTPCODE_PIECE_PLAIN;
		return 1;
	}
	return 1 + length;
}

/* "\"john\"@example.com": an address whose local part is quoted (RFC 5321
 * 4.1.2), or a quotation mark. What else may be quoted another mask would take
 * for something else. */
static size_t
quoted_length(const char *s, size_t n, enum smtpcode_piece *kind)
{
	size_t at = 1, end;

	while (at < n && at < LOCAL_MAX && (class_of(s[at]) & RUN) != 0)
		at++;
	if (n - at < 3 || s[at] != '"' || s[at + 1] != '@')
		return 1;
	at += 2;
	for (end = at; is_in_run(s, n, end); end++)
		;
	while (end > at && !is_alnum(s[end - 1]))
		end--;
	if (end > at)
		*kind = SMTPCODE_PIECE_ADDRESS;
	return end > at ? end : 1;
}

size_t
smtpcode_mask_piece(
    const char *s, size_t n, char before, enum smtpcode_piece *kind)
{
	size_t length;

	*kind = SMTPCODE_PIECE_PLAIN;
	if (is_mark(s, n))
		return 3;
	if (s[0] == '<') {
		length = smtpcode_x_placeholder(s, n, kind);
		return length > 0 ? length : 1;
	}
	if (s[0] == '"')
		return quoted_length(s, n, kind);
	if ((class_of(s[0]) & JOIN) != 0 &&
	    (class_of(before) & (RUN | LOCAL)) == 0)
		return signed_length(s, n, kind);
	if ((class_of(s[0]) & (LETTER | DIGIT | HIGH)) == 0 && s[0] != ':')
		return 1;
	if ((class_of(before) & RUN) != 0)
		return plain_length(s, n);
	length = word_length(s, n);
	if (length == 0)
		length = smtpcode_x_glance(s, n, kind);
	return length > 0 ? length :
	                    smtpcode_x_look_closely(s, n, before, kind);
}

char
smtpcode_mask_last(const char *s, size_t length, enum smtpcode_piece kind)
{
	if (kind != SMTPCODE_PIECE_PLAIN)
		return '>';
	return is_mark(s, length) ? ' ' : s[length - 1];
}
