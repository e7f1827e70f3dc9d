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
enum { RUN = LETTER | DIGIT | HIGH | JOIN, LOCAL = 16 };

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
 * not, but "to=" in front of it is none of it. */
static size_t
address_length(const char *s, size_t n)
{
	size_t i = 0, at = length_to(s, n < LOCAL_MAX ? n : LOCAL_MAX, '@'),
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
	at = ++i;
	if (s[i] == '[') {
		while (i < n && s[i] != ']' && s[i] != ' ')
			i++;
		return i < n && s[i] == ']' ? i + 1 : 0;
	}
	while (
	    i < n && (class_of(s[i]) & RUN) != 0 && s[i] != '@' && s[i] != '%')
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

/* The run at s, without what ends a sentence. */
static size_t
run_length(const char *s, size_t n)
{
	size_t i = length_of(s, n, RUN);

	while (i > 1 && !is_alnum(s[i - 1]) && (s[i - 1] & 0x80) == 0)
		i--;
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
	if ((length = word_length(s, n)) > 0)
		return length;
	if (is_digit(s[0]) && (length = smtpcode_x_clock_length(s, n)) > 0) {
		*kind = SMTPCODE_PIECE_TIME;
		return length;
	}
	if ((length = smtpcode_x_ipv6_length(s, n)) > 0) {
		*kind = SMTPCODE_PIECE_IP;
		return length;
	}
	if ((class_of(s[0]) & (LETTER | DIGIT | HIGH)) == 0)
		return 1;
	length = address_length(s, n);
	/* "//www.example.com/why?sender=a@example.com": a host begins it */
	if (length > 0 && before == '/' && memchr(s, '/', length) != NULL)
		length = 0;
	if (length > 0) {
		*kind = SMTPCODE_PIECE_ADDRESS;
		return length;
	}
	length = smtpcode_x_run_kind(s, n, run_length(s, n), kind);
	return length > 0 ? length : plain_length(s, n);
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

static void
put_byte(struct output *o, char c)
{
	if (o->used + 1 < o->size)
		o->p[o->used] = c;
	o->used++;
}

size_t
smtpcode_mask_text(const char *s, size_t n, char *out, size_t size)
{
	struct output o = { out, size, 0 };
	enum smtpcode_piece kind;
	size_t i, length;
	char before = '\0';
	int blank = 0;

	for (i = 0; i < n; i += length) {
		length = 1;
		if (is_space(s[i])) {
			before = ' ';
			blank = 1;
			continue;
		}
		if (blank && o.used > 0)
			put(&o, " ", 1);
		if (blank || i == 0) {
			blank = 0;
			length = words_length(s + i, n - i);
			if (length > 0) {
				put(&o, s + i, length);
				before = ' ';
				continue;
			}
			length = 1;
		}
		if (class_of(s[i]) == 0 && s[i] != '<' && s[i] != ':') {
			put_byte(&o, before = s[i]);
			continue;
		}
		length = smtpcode_mask_piece(s + i, n - i, before, &kind);
		before = smtpcode_mask_last(s + i, length, kind);
		if (kind == SMTPCODE_PIECE_PLAIN)
			put(&o, s + i, length);
		else
			put(&o, names[kind], strlen(names[kind]));
	}
	if (size > 0)
		out[o.used < size ? o.used : size - 1] = '\0';
	return o.used;
}
