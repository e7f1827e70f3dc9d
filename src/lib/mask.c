/* SPDX-License-Identifier: ISC */
/*
 * The pieces of a reply text, and the text with what varies replaced. Two
 * replies are equal if their masks are; rules see nothing but this; --redact
 * prints it. Codes, providers' tags (S3150, TSS04, AS780090) and the names of
 * block lists and providers are left alone, and masking twice changes nothing.
 */
#include <string.h>

#include "bytes.h"
#include "run.h"

static const char names[][12] = { "", "<address>", "<host>", "<ip>", "<id>",
	"<time>", "<number>" };

/* What a run is made of, and what an address may have in front of its @. */
enum { JOIN = 8, RUN = LETTER | DIGIT | HIGH | JOIN, LOCAL = 16, AT = 64 };

#define J JOIN
#define D DIGIT
#define L LETTER
static const unsigned char classes[128] = {
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

static unsigned
class_of(char c)
{
	return (c & 0x80) != 0 ? HIGH : classes[(unsigned char)c];
}

/* Of an address before its @: what is longer is none, or each piece of a long
 * text would be looked through to its end. RFC 5321 4.5.3.1.1 allows 64. */
enum { LOCAL_MAX = 256 };

/* The bytes of an address at s, or 0: the local part may hold what runs may
 * not, but "to=" in front of it is none of it. run is the run at s. */
static size_t
address_length(const char *s, size_t n, size_t run)
{
	size_t i = run, at = length_to(s, n < LOCAL_MAX ? n : LOCAL_MAX, '@'),
	       word;

	if (at == 0 || at + 1 >= n || s[at] != '@')
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
	if (s[i] == '[') {
		while (i < n && s[i] != ']' && s[i] != ' ')
			i++;
		return i < n && s[i] == ']' ? i + 1 : 0;
	}
	if (at < run) {
		i += length_to(s + i, run - i, '@');
		i = at + length_to(s + at, i - at, '%');
	} else
		while (i < n && (class_of(s[i]) & RUN) != 0 && s[i] != '@' &&
		    s[i] != '%')
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

	if (n < 4 || s[1] < 'a' || s[1] > 't')
		return 0;
	for (i = 1; i < sizeof names / sizeof names[0]; i++) {
		if (s[1] != names[i][1])
			continue;
		length = strlen(names[i]);
		if (n < length || memcmp(s, names[i], length - 1) != 0)
			continue;
		if (s[length - 1] == '-')
			length += 1 +
			    smtpcode_x_span(
			        s + length, n - length, "0123456789");
		if (length > n || s[length - 1] != '>')
			continue;
		*kind = (enum smtpcode_piece)i;
		return length;
	}
	return 0;
}

/* The bytes of the run at s; *has: of which kinds, DOT and AT apart. */
static inline size_t
run_length(const char *s, size_t n, unsigned *has)
{
	size_t i = 0;

	*has = 0;
#ifdef __SSE2__
	for (; i + 16 <= n; i += 16) {
		__m128i x = load16(s + i);
		unsigned letter = bits_of(among16(
		             _mm_or_si128(x, _mm_set1_epi8(32)), 'a', 26)),
		         digit = bits_of(among16(x, '0', 10)),
		         dot = bits_of(same16(x, '.')),
		         at = bits_of(same16(x, '@')),
		         join = bits_of(_mm_or_si128(
		             _mm_or_si128(same16(x, '-'), same16(x, '_')),
		             _mm_or_si128(same16(x, '+'), same16(x, '%')))),
		         high = bits_of(x), end, run;

		end = ~(letter | digit | dot | at | join | high) & 0xffff;
		run = end != 0 ? (end & (0 - end)) - 1 : 0xffff;
		*has |= ((letter & run) != 0 ? LETTER : 0u) |
		    ((digit & run) != 0 ? DIGIT : 0u) |
		    ((dot & run) != 0 ? DOT : 0u) | ((at & run) != 0 ? AT : 0u);
		if (end != 0)
			return i + (size_t)__builtin_ctz(end);
	}
#endif
	for (; i < n && (class_of(s[i]) & RUN) != 0; i++)
		*has |= class_of(s[i]) | (s[i] == '.' ? DOT : 0u) |
		    (s[i] == '@' ? AT : 0u);
	return i;
}

/* Letters and digits that stand together, or one byte of another kind. */
static size_t
plain_length(const char *s, size_t n)
{
	size_t i = length_of(s, n, LETTER | DIGIT | HIGH);

	return i > 0 ? i : 1;
}

/* Could the n letters be digits of an IPv6 address? */
static int
is_group(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n && lower(s[i]) >= 'a' && lower(s[i]) <= 'f'; i++)
		;
	return i == n && n <= 4;
}

/*
 * The length of a word of letters that can be nothing else: what follows ends
 * it, be it a blank, a bracket or the dot of a sentence. 0: look closer.
 */
static size_t
word_length(const char *s, size_t n)
{
	size_t i = length_of(s, n, LETTER | HIGH);

	if (i == 0 || i == n)
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

/* What is no word of letters: a run, or "::". */
static size_t
other_length(const char *s, size_t n, char before, enum smtpcode_piece *kind)
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

size_t
smtpcode_mask_piece(
    const char *s, size_t n, char before, enum smtpcode_piece *kind)
{
	size_t length;

	*kind = SMTPCODE_PIECE_PLAIN;
	if (s[0] == '<') {
		length = placeholder_length(s, n, kind);
		return length > 0 ? length : 1;
	}
	if ((class_of(s[0]) & (LETTER | DIGIT | HIGH)) == 0 && s[0] != ':')
		return 1;
	if ((class_of(before) & RUN) != 0)
		return plain_length(s, n);
	length = word_length(s, n);
	return length > 0 ? length : other_length(s, n, before, kind);
}

char
smtpcode_mask_last(const char *s, size_t length, enum smtpcode_piece kind)
{
	return kind == SMTPCODE_PIECE_PLAIN ? s[length - 1] : '>';
}

/*
 * The bytes of words of letters at the start of s, with what may end them, and
 * the single blanks between: all that needs no closer look. A blank or the end
 * follows.
 */
static size_t
words_length(const char *s, size_t n)
{
	size_t used = 0, i = 0, letters;

	for (;;) {
		letters = length_of(s + i, n - i, LETTER);
		i += letters;
		if (i < n && letters > 0 &&
		    (s[i] == ',' || s[i] == '.' || s[i] == ';' || s[i] == ')' ||
		        (s[i] == ':' && !is_group(s + i - letters, letters))))
			i++;
		if (letters == 0 || (i < n && s[i] != ' '))
			return used;
		used = i++;
		if (i >= n)
			return used;
	}
}

/* Output that counts on when there is no more room, as snprintf does. */
struct output {
	char *p;
	size_t size, used;
};

static void
put(struct output *o, const char *s, size_t n)
{
	size_t room = o->used + 1 < o->size ? o->size - 1 - o->used : 0;

	if (room > 0) /* p may be NULL */
		memcpy(o->p + o->used, s, n < room ? n : room);
	o->used += n;
}

size_t
smtpcode_mask_text(const char *s, size_t n, char *out, size_t size)
{
	struct output o = { out, size, 0 };
	enum smtpcode_piece kind;
	size_t i, length, from = 0; /* what is to be copied begins */
	char before = '\0';
	int word = 1; /* one may begin */

	for (i = 0; i < n; i += length) {
		length = 1;
		if (is_space(s[i])) {
			while (i + length < n && is_space(s[i + length]))
				length++;
			word = 1;
			before = ' ';
			if (length == 1 && s[i] == ' ' && i > 0 && i + 1 < n)
				continue;
			put(&o, s + from, i - from);
			from = i + length;
			if (o.used > 0 && from < n)
				put(&o, " ", 1);
			continue;
		}
		if (word) {
			word = 0;
			length = words_length(s + i, n - i);
			if (length > 0) {
				before = ' ';
				continue;
			}
			length = 1;
		}
		if (class_of(s[i]) == 0 && s[i] != '<' &&
		    (s[i] != ':' || i + 1 == n || s[i + 1] != ':')) {
			before = s[i];
			continue;
		}
		length = smtpcode_mask_piece(s + i, n - i, before, &kind);
		before = smtpcode_mask_last(s + i, length, kind);
		if (kind == SMTPCODE_PIECE_PLAIN)
			continue;
		put(&o, s + from, i - from);
		put(&o, names[kind], strlen(names[kind]));
		from = i + length;
	}
	put(&o, s + from, n - from);
	if (size > 0)
		out[o.used < size ? o.used : size - 1] = '\0';
	return o.used;
}
