/* SPDX-License-Identifier: ISC */
/*
 * Texts with what varies replaced. Two replies are equal if their masks are;
 * rules see nothing but this; --redact prints it. Codes, providers' tags
 * (S3150, TSS04, AS780090) and the names of block lists and providers are left
 * alone, and masking twice changes nothing.
 */
#include <string.h>

#include "bytes.h"
#include "run.h"

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
		put(&o, smtpcode_x_placeholders[kind].text,
		    smtpcode_x_placeholders[kind].length);
		from = i + length;
	}
	put(&o, s + from, n - from);
	if (size > 0)
		out[o.used < size ? o.used : size - 1] = '\0';
	return o.used;
}

/* ------------------------------------------------- masks that are known */

#ifdef __SSE2__

/* Which of sixteen bytes differ, or are an @. */
static inline unsigned
differing(const char *a, const char *b)
{
	__m128i x = load16(a);

	return (~bits_of(_mm_cmpeq_epi8(x, load16(b))) |
	           bits_of(same16(x, '@'))) &
	    0xffff;
}

#endif

/* The bytes from mask + i and s + k on, n of each, that are equal, up to an @.
 */
static inline size_t
equal_length(const char *mask, size_t i, const char *s, size_t k, size_t n)
{
	size_t same = 0;

	mask += i;
	s += k;
#ifdef __SSE2__
	size_t back;
	unsigned found;

	for (; same + 16 <= n; same += 16) {
		found = differing(mask + same, s + same);
		if (found != 0)
			return same + lowest_bit(found);
	}
	back = same + 16 - n; /* of the last sixteen, so many are known */
	if (i + same >= back && k + same >= back) {
		found = differing(mask + same - back, s + same - back) >> back;
		return found != 0 ? same + lowest_bit(found) : n;
	}
#endif
	while (same < n && mask[same] == s[same] && mask[same] != '@')
		same++;
	return same;
}

/* Can nothing before mask + at be the beginning of an address that stands
 * there? "set_id=" can not. */
static int
ends_before(const char *mask, size_t at)
{
	size_t i = at;

	if (i > 0 && mask[i - 1] == '=') {
		for (i--;
		     i > 0 && (is_letter(mask[i - 1]) || mask[i - 1] == '_');
		     i--)
			;
		if (memcmp(mask + i, "SRS", 3) == 0 ||
		    (at - i > 4 && memcmp(mask + at - 5, "prvs", 4) == 0))
			return 0;
	}
	return i == 0 || memchr(" <([:", mask[i - 1], 5) != NULL;
}

/*
 * Is what stands before mask + at, where a piece of this kind varies, read
 * alike whatever the piece is? Not if it may be the beginning of an address or
 * of a time, or a number whose unit is told by what follows.
 */
static int
stands_alone(const char *mask, size_t at, enum smtpcode_piece kind)
{
	char before = at > 0 ? mask[at - 1] : ' ', second;

	if ((class_of(before) & RUN) != 0 ||
	    (kind == SMTPCODE_PIECE_ADDRESS && !ends_before(mask, at)))
		return 0;
	if (at < 2)
		return before != ':';
	second = mask[at - 2];
	if (before == ':')
		return !is_alnum(second) && second != ':';
	return before != ' ' || at < 4 || !is_digit(second) ||
	    !is_digit(mask[at - 3]) || !is_digit(mask[at - 4]);
}

int
smtpcode_mask_fits(const char *mask, size_t m, const char *s, size_t n)
{
	enum smtpcode_piece wanted, kind;
	size_t i = 0, k = 0, length;
	int after_piece = 0; /* one piece behind another is not looked into */
	char before;

	for (;;) {
		length =
		    equal_length(mask, i, s, k, m - i < n - k ? m - i : n - k);
		after_piece = after_piece && length == 0;
		i += length;
		k += length;
		if (i == m && k == n)
			return 1;
		if (i == m || k == n)
			return 0;
		before = i > 0 ? mask[i - 1] : '\0';
		/* White space is one blank in a mask. */
		if (before == ' ' && is_space(s[k])) {
			while (k < n && is_space(s[k]))
				k++;
			continue;
		}
		if (mask[i] != '<' || after_piece)
			return 0;
		length = smtpcode_x_placeholder(mask + i, m - i, &wanted);
		/* "<ip-3>" is one piece, though "ip-3" is none. */
		if (length == 0 || !stands_alone(mask, i, wanted) ||
		    (before == '<' &&
		        smtpcode_x_placeholder(s + k - 1, n - k + 1, &kind) >
		            0))
			return 0;
		i += length;
		length = smtpcode_x_glance(s + k, n - k, &kind);
		if (length == 0)
			length = is_alnum(s[k]) ?
			    smtpcode_x_look_closely(
			        s + k, n - k, before, &kind) :
			    smtpcode_mask_piece(s + k, n - k, before, &kind);
		if (kind != wanted)
			return 0;
		k += length;
		after_piece = 1;
	}
}
