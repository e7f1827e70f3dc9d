/* SPDX-License-Identifier: ISC */
/*
 * Masks that are known, and texts that have them: only what varies is looked
 * at.
 */
#include <limits.h>
#include <string.h>

#include "bytes.h"
#include "run.h"

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

/* Can what a text has there be told without what is in front of it, and without
 * the name of a placeholder? "<ip-3>" is one piece, though "ip-3" is none. */
static int
can_be_told(const char *mask, size_t at, enum smtpcode_piece kind)
{
	return stands_alone(mask, at, kind) &&
	    (at == 0 || mask[at - 1] != '<' || kind == SMTPCODE_PIECE_ADDRESS ||
	        kind == SMTPCODE_PIECE_HOST || kind == SMTPCODE_PIECE_IP);
}

void
smtpcode_mask_study(const char *mask, size_t m, struct smtpcode_pattern *p)
{
	enum smtpcode_piece kind;
	size_t i, length, end = 0; /* of the last piece */

	p->mask = NULL;
	p->pieces = 0;
	if (m > UINT16_MAX || memchr(mask, '@', m) != NULL)
		return;
	for (i = 0; (i += length_to(mask + i, m - i, '<')) < m; i += length) {
		length = smtpcode_x_placeholder(mask + i, m - i, &kind);
		if (length == 0) {
			length = 1;
			continue;
		}
		if (p->pieces == SMTPCODE_PATTERN_PIECES ||
		    length > UCHAR_MAX || (i == end && i > 0) ||
		    !can_be_told(mask, i, kind))
			return;
		p->piece[p->pieces].at = (uint16_t)i;
		p->piece[p->pieces].length = (unsigned char)length;
		p->piece[p->pieces++].kind = (unsigned char)kind;
		end = i + length;
	}
	p->length = (uint16_t)m;
	p->mask = mask;
}

/* The bytes from mask + i and s + k on, n of each, that are equal. */
static inline size_t
equal_length(const char *mask, size_t i, const char *s, size_t k, size_t n)
{
	size_t same = 0;

	mask += i;
	s += k;
#ifdef __SSE2__
	size_t back;
	unsigned differ;

	for (; same + 16 <= n; same += 16) {
		differ = differing16(mask + same, s + same);
		if (differ != 0)
			return same + lowest_bit(differ);
	}
	back = same + 16 - n; /* of the last sixteen, so many are known */
	if (i + same >= back && k + same >= back) {
		differ =
		    differing16(mask + same - back, s + same - back) >> back;
		return differ != 0 ? same + lowest_bit(differ) : n;
	}
#endif
	for (; same + 8 <= n; same = same + 16 <= n ? same + 8 : n - 8) {
		uint64_t other = number8(mask + same) ^ number8(s + same);

		if (other != 0)
			return same + lowest_bit(other) / 8;
		if (same + 8 == n)
			return n;
	}
	while (same < n && mask[same] == s[same])
		same++;
	return same;
}

/* Move from *i on to end in the mask, and as far in the text: 1, or 0 if they
 * differ. White space is one blank in a mask. */
static inline int
pass_equal(
    const char *mask, size_t *i, size_t end, const char *s, size_t *k, size_t n)
{
	size_t length;

	for (;;) {
		length = equal_length(
		    mask, *i, s, *k, end - *i < n - *k ? end - *i : n - *k);
		*i += length;
		*k += length;
		if (*k == n || *i == 0 || mask[*i - 1] != ' ' ||
		    !is_space(s[*k]))
			return *i == end;
		while (*k < n && is_space(s[*k]))
			++*k;
	}
}

/* The bytes of the piece at the start of the n bytes at s, and its kind. */
static inline size_t
piece_length(const char *s, size_t n, char before, enum smtpcode_piece *kind)
{
	size_t length = smtpcode_x_glance(s, n, kind);

	if (length > 0)
		return length;
	return is_alnum(s[0]) ? smtpcode_x_look_closely(s, n, before, kind) :
	                        smtpcode_mask_piece(s, n, before, kind);
}

int
smtpcode_mask_fits(const struct smtpcode_pattern *p, const char *s, size_t n)
{
	const char *mask = p->mask;
	enum smtpcode_piece kind;
	size_t i = 0, k = 0, piece;

	if (mask == NULL)
		return 0;
	for (piece = 0; piece < p->pieces; piece++) {
		if (!pass_equal(mask, &i, p->piece[piece].at, s, &k, n) ||
		    k == n)
			return 0;
		k += piece_length(
		    s + k, n - k, i > 0 ? mask[i - 1] : '\0', &kind);
		if (kind != p->piece[piece].kind)
			return 0;
		i += p->piece[piece].length;
	}
	return pass_equal(mask, &i, p->length, s, &k, n) && k == n;
}
