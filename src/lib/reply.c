/* SPDX-License-Identifier: ISC */
/*
 * One reply, as a server sends it (RFC 5321 4.2) or as people paste it: several
 * lines, an enhanced status code on each (RFC 2034 4), codes said twice.
 */
#include <string.h>

#include "bytes.h"
#include "piece.h"
#include "smtpcode_reply.h"

/* Where a byte may stand beside codes. */
enum { BEFORE = 1, BETWEEN = 2, AGAIN = 4, BEHIND = 8 };

static const unsigned char places[128] = {
	['#'] = BEFORE | BETWEEN | AGAIN,
	['('] = BEFORE | BETWEEN | AGAIN,
	['['] = BEFORE | BETWEEN,
	[' '] = BETWEEN | AGAIN | BEHIND,
	['\t'] = BETWEEN | AGAIN | BEHIND,
	['-'] = BETWEEN | AGAIN,
	[':'] = BETWEEN | AGAIN | BEHIND,
	[';'] = BETWEEN | AGAIN | BEHIND,
	[','] = BETWEEN | AGAIN | BEHIND,
	['='] = BETWEEN | AGAIN,
	['"'] = BETWEEN,
	['\''] = BETWEEN,
	[')'] = BEHIND,
	[']'] = BEHIND,
};

static size_t
bytes_of(unsigned place, const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n && (s[i] & 0x80) == 0 &&
	     (places[(unsigned char)s[i]] & place) != 0;
	     i++)
		;
	return i;
}

/* A reply code that stands alone: 3 or 0. */
static size_t
parse_code(const char *s, size_t n, uint32_t *code)
{
	if (n < 3 || s[0] < '2' || s[0] > '5' || !is_digit(s[1]) ||
	    !is_digit(s[2]))
		return 0;
	if (n > 3 && (is_alnum(s[3]) || s[3] == '_' || s[3] == '@'))
		return 0;
	if (n > 4 && s[3] == '.' && is_digit(s[4]))
		return 0;
	*code = number_of(s);
	return 3;
}

/* An enhanced status code of a class, with all three parts. */
static size_t
parse_enhanced(const char *s, size_t n, uint32_t *enhanced)
{
	uint32_t code;
	size_t used = n > 1 && s[1] == '.' && is_digit(s[0]) ?
	    smtpcode_parse_code(s, n, &code) :
	    0;

	if (used == 0 || smtpcode_is_set(code))
		return 0;
	*enhanced = code;
	return used;
}

/* The number of "5.1.1". */
static inline uint32_t
enhanced_of(const char *s)
{
	return SMTPCODE_ENHANCED((uint32_t)(s[0] - '0'), (uint32_t)(s[2] - '0'),
	    (uint32_t)(s[4] - '0'));
}

/* "550 5.1.1 User", as most replies begin: the bytes up to the text, or 0. */
static size_t
parse_usual(const char *s, size_t n, uint32_t *code, uint32_t *enhanced)
{
	static const struct pattern usual = { "", "200 2.0.0 ",
		"599 5.9.9 \xff\xff\xff\xff\xff\xff" };

	if (n < 16 || !fits_pattern(s, &usual) || s[4] == '3')
		return 0;
	*code = number_of(s);
	*enhanced = enhanced_of(s + 4);
	return 9 + bytes_of(BEHIND, s + 9, n - 9);
}

size_t
smtpcode_parse_codes(
    const char *s, size_t n, uint32_t *code, uint32_t *enhanced)
{
	uint32_t again;
	size_t i, used = parse_usual(s, n, code, enhanced);

	if (used > 0)
		return used;
	*code = *enhanced = 0;
	i = bytes_of(BEFORE, s, n);
	used = parse_code(s + i, n - i, code);
	if (used > 0) {
		i += used;
		i += bytes_of(BETWEEN, s + i, n - i);
		used = parse_code(s + i, n - i, &again); /* 554 554 5.7.0 */
		if (used > 0 && again == *code) {
			i += used;
			i += bytes_of(AGAIN, s + i, n - i);
		}
	}
	used = parse_enhanced(s + i, n - i, enhanced);
	if (used == 0)
		return *code == 0 ? 0 : i;
	i += used;
	return i + bytes_of(BEHIND, s + i, n - i);
}

uint32_t
smtpcode_x_enhanced(const char *s, size_t n)
{
	uint32_t enhanced = 0;

	if (n == 5 && (s[0] == '2' || s[0] == '4' || s[0] == '5') &&
	    s[1] == '.' && is_digit(s[2]) && s[3] == '.' && is_digit(s[4]))
		return enhanced_of(s);
	(void)parse_enhanced(s, n, &enhanced);
	return enhanced;
}

unsigned
smtpcode_code_notes(uint32_t code, uint32_t enhanced)
{
	unsigned class = code / 100, notes = 0;

	if (code == 0)
		return 0;
	if (enhanced != 0 && class != (enhanced >> 20 & 15) &&
	    smtpcode_class_of(code) != smtpcode_class_of(enhanced))
		notes |= class == 3 ? SMTPCODE_NOTE_PLACE : SMTPCODE_NOTE_CLASS;
	if (code - class * 100 > 59)
		notes |= SMTPCODE_NOTE_RANGE;
	return notes;
}

/* ------------------------------------------------------------ several lines */

/* The text of a reply as its lines come in: a span, or joined in a buffer. */
struct joined {
	char *p;
	size_t size, used;
	struct smtpcode_span one; /* while there is but one */
	int cut;
};

static void
append(struct joined *j, const char *s, size_t n)
{
	if (n > j->size - j->used) {
		n = j->size - j->used;
		j->cut = 1;
	}
	if (n > 0)
		memcpy(j->p + j->used, s, n);
	j->used += n;
}

static void
add_line(struct joined *j, const char *s, size_t n)
{
	if (n == 0)
		return;
	if (j->one.p == NULL && j->used == 0) {
		j->one.p = s;
		j->one.n = n;
		return;
	}
	if (j->used == 0)
		append(j, j->one.p, j->one.n);
	append(j, " ", 1);
	append(j, s, n);
}

/* The bytes of a line without its end; *next is where the next begins. */
static size_t
line_length(const char *s, size_t n, size_t *next)
{
	const char *end = memchr(s, '\n', n);
	size_t length = end == NULL ? n : (size_t)(end - s);

	*next = end == NULL ? n : length + 1;
	while (length > 0 && (s[length - 1] == '\r' || is_blank(s[length - 1])))
		length--;
	return length;
}

/* Mail programs put "> " in front of what they quote. */
static size_t
margin_length(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && (s[i] == '>' || is_blank(s[i])))
		i++;
	return i;
}

size_t
smtpcode_parse_reply(
    const char *s, size_t n, char *join, size_t size, struct smtpcode_reply *r)
{
	struct joined j = { join, join == NULL ? 0 : size, 0, { NULL, 0 }, 0 };
	uint32_t code, enhanced;
	size_t at = 0, next, length, text, start;
	int more = 1;

	smtpcode_x_clear(r);
	while (more && at < n) {
		length = line_length(s + at, n - at, &next);
		start = margin_length(s + at, length);
		text = smtpcode_parse_codes(
		    s + at + start, length - start, &code, &enhanced);
		if (text == 0)
			break;
		if (at > 0 && code != r->code) {
			if (code == 0)
				break;
			r->notes |= SMTPCODE_NOTE_LINES;
		}
		if (at == 0)
			r->code = code;
		if (r->enhanced == 0)
			r->enhanced = enhanced;
		more =
		    code != 0 && length > start + 3 && s[at + start + 3] == '-';
		start += text;
		add_line(&j, s + at + start, length - start);
		at += next;
	}
	if (at == 0)
		return 0;
	r->text = j.one;
	if (j.used > 0) {
		r->text.p = join;
		r->text.n = j.used;
	}
	r->notes |= smtpcode_code_notes(r->code, r->enhanced);
	if (j.cut)
		r->notes |= SMTPCODE_NOTE_CUT;
	return at;
}
