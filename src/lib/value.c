/* SPDX-License-Identifier: ISC */
/*
 * Where in a text a reply begins and ends: at the start of a line, behind
 * "said:", "smtp;", "reply=", in parentheses or quotes.
 */
#include <string.h>

#include "bytes.h"
#include "find.h"
#include "line.h"
#include "proof.h"

#define seek smtpcode_x_seek
#define counts_other smtpcode_x_counts_other
#define has_enhanced smtpcode_x_has_enhanced
#define proof_of_code smtpcode_x_proof_of_code

/* The bytes of an enhanced status code at s that the tables know, or 0. */
static size_t
known_enhanced(const char *s, size_t n, uint32_t *enhanced)
{
	size_t used = smtpcode_parse_code(s, n, enhanced);

	if (used == 0 || !smtpcode_is_enhanced(*enhanced) ||
	    smtpcode_is_set(*enhanced) ||
	    smtpcode_class_of(*enhanced) == SMTPCODE_CLASS_NONE)
		return 0;
	return smtpcode_find_entry(*enhanced) != NULL ||
	        smtpcode_next_use(*enhanced, NULL) != NULL ?
	    used :
	    0;
}

/* An enhanced code that stands apart: (#5.1.1), [5.7.1], "5.3.0 - Other". */
static uint32_t
find_enhanced(const char *s, size_t n, int strict)
{
	uint32_t enhanced;
	size_t i;

	for (i = 0; i + 5 <= n; i++) {
		i += length_to(s + i + 1, n - i - 1, '.'); /* a dot follows */
		if (i + 5 > n)
			break;
		if (!is_digit(s[i]) ||
		    (i > 0 &&
		        (is_alnum(s[i - 1]) || s[i - 1] == '.' ||
		            s[i - 1] == '-')) ||
		    known_enhanced(s + i, n - i, &enhanced) == 0)
			continue;
		if (i > 0 && memchr("#([;:", s[i - 1], 5) != NULL)
			return enhanced;
		if (!strict &&
		    (i == 0 || (is_blank(s[i - 1]) && !counts_other(s, i))))
			return enhanced;
	}
	return 0;
}

/*
 * A place in the text where a reply begins, the best there is: a failure rather
 * than the greeting in front of it ("talk to me: 220-mx 421 4.2.1 ...").
 */
static enum proof
find_code(const char *s, size_t n, size_t *at)
{
	enum proof best = PROOF_NONE, proof;
	size_t i;

	for (i = 0; (i = smtpcode_x_find_code(s, n, i)) < n; i++) {
		proof = proof_of_code(s, n, i);
		if (proof > best ||
		    (proof > PROOF_NONE && s[*at] < '4' && s[i] >= '4' &&
		        has_enhanced(s + i, n - i))) {
			best = proof;
			*at = i;
		}
		if (best == PROOF_STRONG && s[i] >= '4')
			break;
	}
	return best;
}

/* Where the reply ends that begins at s: its quote or parenthesis closes. */
static size_t
reply_end(const char *s, size_t n, char open)
{
	size_t i;
	int depth = 1;

	if (open == '"' || open == '\'') {
		for (i = n; i > 0 && s[i - 1] != open; i--)
			;
		return i > 0 ? i - 1 : n;
	}
	if (open != '(' && open != '[')
		return n;
	for (i = 0; i < n; i++) {
		depth += s[i] == open;
		if (s[i] == (open == '(' ? ')' : ']') && --depth == 0)
			return i;
	}
	return n;
}

/* "554 4.4.7 Message expired ...<421 4.4.2 Connection timed out>": the reply
 * that is quoted was the remote server's. */
static void
take_quoted(struct smtpcode_reply *r)
{
	uint32_t code, enhanced;
	size_t i;

	for (i = 0; i + 9 < r->text.n; i++) {
		if (r->text.p[i] != '<' || !is_digit(r->text.p[i + 1]) ||
		    smtpcode_parse_codes(r->text.p + i + 1, r->text.n - i - 1,
		        &code, &enhanced) == 0 ||
		    code < 400 || enhanced == 0)
			continue;
		r->code = code;
		r->enhanced = enhanced;
		return;
	}
}

int
smtpcode_x_read_value(const char *s, size_t n, struct smtpcode_reply *r)
{
	enum proof proof;
	size_t at = 0, used;
	char open;

	proof = find_code(s, n, &at);
	if (proof == PROOF_NONE) {
		r->enhanced = find_enhanced(s, n, 0);
		if (r->enhanced == 0)
			return 0;
		used = seek(s, n, "smtp;");
		at = used == smtpcode_x_none ? 0 : used + 5;
		at += smtpcode_x_span(s + at, n - at, " ");
		r->text.p = s + at;
		r->text.n = n - at;
		return 1;
	}
	open = at > 0 ? s[at - 1] : '\0';
	n = at + reply_end(s + at, n - at, open);
	used = smtpcode_parse_codes(s + at, n - at, &r->code, &r->enhanced);
	r->text.p = s + at + used;
	r->text.n = n - at - used;
	if (r->enhanced == 0)
		r->enhanced = find_enhanced(r->text.p, r->text.n, 1);
	if (r->enhanced == 0 && at > 0)
		r->enhanced = find_enhanced(s, at, 0);
	take_quoted(r);
	r->notes |= smtpcode_code_notes(r->code, r->enhanced);
	return 1;
}
