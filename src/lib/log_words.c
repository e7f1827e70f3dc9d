/* SPDX-License-Identifier: ISC */
/*
 * The words by which readers of logs know a line, all found in one pass; and
 * which lines hold none that matters.
 */
#include <string.h>

#include "bytes.h"
#include "find.h"
#include "log.h"
#include "proof.h"

#define begins smtpcode_x_begins

/* The words by the lower five bits of what they begin with. Those that tell of
 * a reply without a code must be seen by is_loud() too. */
static const struct {
	char word[16];
	unsigned short bit;
} words[32][8] = {
	['s' & 31] = { { "status=", LOG_STATUS }, { "said: ", LOG_SAID },
	    { "stat=", LOG_STAT }, { "smtp error", LOG_ERROR },
	    { "strip:", LOG_NOBODY } },
	['r' & 31] = { { "reject: ", LOG_REJECT }, { "reject=", LOG_STAT },
	    { "rejected ", LOG_REJECTED }, { "refused to talk", LOG_SAID },
	    { "reject_warning:", LOG_NOBODY }, { "redirect:", LOG_NOBODY },
	    { "replace:", LOG_NOBODY }, { "result=\"", LOG_STAT } },
	['m' & 31] = { { "milter-", LOG_REJECT | LOG_NOBODY },
	    { "-> ", LOG_DELIVERY } },
	['a' & 31] = { { "authenticator", LOG_LOGIN } },
	['w' & 31] = { { "warn:", LOG_NOBODY },
	    { "warning: header", LOG_NOBODY },
	    { "warning: body", LOG_NOBODY } },
	['i' & 31] = { { "info: header", LOG_NOBODY },
	    { "info: body", LOG_NOBODY }, { "improper ", LOG_NOBODY },
	    { "illegal address", LOG_NOBODY } },
	['n' & 31] = { { "non-smtp ", LOG_NOBODY } },
	['h' & 31] = { { "hold:", LOG_NOBODY } },
	['f' & 31] = { { "filter:", LOG_NOBODY } },
	['d' & 31] = { { "discard:", LOG_NOBODY }, { "delivery ", LOG_STAT } },
	['p' & 31] = { { "prepend:", LOG_NOBODY }, { "pregreet ", LOG_NOBODY },
	    { "proxy-reject:", LOG_REJECT } },
	['b' & 31] = { { "bcc:", LOG_NOBODY },
	    { "bare newline ", LOG_NOBODY } },
	['c' & 31] = { { "command pipelin", LOG_NOBODY } },
	['*' & 31] = { { "** ", LOG_DELIVERY } },
	['=' & 31] = { { "== ", LOG_DELIVERY }, { "=> ", LOG_DELIVERY } },
};

/* Which of the words begins the n bytes at s. */
static unsigned
word_at(const char *s, size_t n)
{
	size_t row, i;
	char second;

	if (n < 3 || is_digit(s[0]))
		return 0;
	row = (size_t)(s[0] & 31);
	second = lower(s[1]);
	for (i = 0; i < 8 && words[row][i].bit != 0; i++)
		if (words[row][i].word[1] == second &&
		    begins(s, n, words[row][i].word))
			return words[row][i].bit;
	return 0;
}

unsigned
smtpcode_x_log_words(const char *s, size_t n)
{
	unsigned found = word_at(s, n), word;
	size_t at = 0;

	while ((at += length_to(s + at, n - at, ' ') + 1) < n) {
		word = word_at(s + at, n - at);
		/* "<a@b> -> <c@d>" is no mark of Exim's */
		if (word != LOG_DELIVERY || (at > 1 && is_alnum(s[at - 2])))
			found |= word;
	}
	if (n > 40 && smtpcode_x_seek(s, n, ",status=") != smtpcode_x_none)
		found |= LOG_STATUS;
	return found;
}

/* Is it at s[i] that one of the words is seen which tell of a reply even
 * without a code? Exim's marks stand behind a word. */
static int
is_loud(const char *s, size_t n, size_t i)
{
	const char *p = s + i;

	if (lower(*p) == 'j')
		return i >= 2 && begins(p - 2, n - i + 2, "reject");
	if (*p == '=' &&
	    ((i >= 4 && begins(p - 4, 4, "stat")) ||
	        (i >= 6 && begins(p - 6, 6, "status"))))
		return 1;
	return (*p == '=' || *p == '>' || *p == '*') && i >= 3 && i + 1 < n &&
	    p[1] == ' ' && p[-2] == ' ' && is_alnum(p[-3]) &&
	    (p[-1] == '=' || p[-1] == (*p == '>' ? '-' : '*'));
}

static int
has_loud_bytewise(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n && !is_loud(s, n, i); i++)
		;
	return i < n;
}

#ifdef __SSE2__

/* Which of the sixteen bytes at s may be such places; the one before is looked
 * at too. */
static inline unsigned
loud16(const char *s)
{
	const __m128i small = _mm_set1_epi8(32);
	__m128i x = load16(s), before = _mm_or_si128(load16(s - 1), small),
	        second, first;

	second = _mm_or_si128(same16(x, '='), same16(x, '>'));
	first =
	    _mm_or_si128(_mm_or_si128(same16(before, 's'), same16(before, 't')),
	        _mm_or_si128(same16(before, '='), same16(before, '-')));
	return bits_of(_mm_or_si128(_mm_and_si128(first, second),
	    _mm_or_si128(same16(x, '*'), same16(_mm_or_si128(x, small), 'j'))));
}

static int
has_loud(const char *s, size_t n)
{
	unsigned found;
	size_t i;

	if (n < 17)
		return has_loud_bytewise(s, n);
	for (i = 1;; i = i + 32 <= n ? i + 16 : n - 16) {
		for (found = loud16(s + i); found != 0; found &= found - 1)
			if (is_loud(s, n, i + lowest_bit(found)))
				return 1;
		if (i + 16 == n)
			return 0;
	}
}

#else

#define has_loud has_loud_bytewise

#endif

int
smtpcode_x_is_quiet(const char *s, size_t n)
{
	struct codes codes = smtpcode_x_codes_of(s, n);
	size_t i;

	while ((i = smtpcode_x_next_code(&codes)) < n)
		if (smtpcode_x_may_be_code(s, n, i))
			return 0;
	return !has_loud(s, n);
}
