/* SPDX-License-Identifier: ISC */
/*
 * Where in a text a reply begins and ends: at the start of a line, behind
 * "said:", "smtp;", "reply=", in parentheses or quotes.
 */
#include <string.h>

#include "bytes.h"
#include "find.h"
#include "line.h"
#include "piece.h"
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

/* "4.4.7-23" is a version of something. */
static int
is_package(const char *s, size_t n)
{
	return n > 1 && s[0] == '-' && is_digit(s[1]);
}

/* An enhanced code that stands apart: (#5.1.1), [5.7.1], "5.3.0 - Other"; *at
 * is where. */
static uint32_t
find_enhanced(const char *s, size_t n, int strict, size_t *at)
{
	uint32_t enhanced;
	size_t i, used;

	for (i = 0; i + 5 <= n; i++) {
		i += length_to(s + i + 1, n - i - 1, '.'); /* a dot follows */
		if (i + 5 > n)
			break;
		if (!is_digit(s[i]) ||
		    (i > 0 &&
		        (is_alnum(s[i - 1]) || s[i - 1] == '.' ||
		            s[i - 1] == '-')))
			continue;
		used = known_enhanced(s + i, n - i, &enhanced);
		if (used == 0 || is_package(s + i + used, n - i - used))
			continue;
		*at = i;
		if (i > 0 && memchr("#([;:", s[i - 1], 5) != NULL)
			return enhanced;
		if (!strict &&
		    (i == 0 || (is_blank(s[i - 1]) && !counts_other(s, i))))
			return enhanced;
	}
	return 0;
}

/* Does nothing but the code stand in its quotes or its parenthesis? */
static int
is_alone(const char *s, size_t n, size_t at)
{
	return at > 0 && n - at > 3 && memchr("\"')", s[at + 3], 3) != NULL;
}

/*
 * A place in the text where a reply begins, the best there is: a failure rather
 * than the greeting in front of it ("talk to me: 220-mx 421 4.2.1 ...") or what
 * was expected, and with its text ('got code "550", with message "550 no"').
 */
static enum proof
find_code(const char *s, size_t n, size_t *at)
{
	struct codes codes = smtpcode_x_codes_of(s, n);
	enum proof best = PROOF_NONE, proof;
	size_t i;

	while ((i = smtpcode_x_next_code(&codes)) < n) {
		proof = proof_of_code(s, n, i);
		if (proof > best ||
		    (proof > PROOF_NONE && s[*at] < '4' && s[i] >= '4' &&
		        (proof == best || has_enhanced(s + i, n - i))) ||
		    (proof > PROOF_NONE && memcmp(s + *at, s + i, 3) == 0 &&
		        is_alone(s, n, *at) && !is_alone(s, n, i))) {
			best = proof;
			*at = i;
		}
		if (best == PROOF_STRONG && s[i] >= '4' && !is_alone(s, n, i))
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
		for (i = 0; i + 1 < n; i++)
			if (s[i] == open &&
			    memchr(",;)]}", s[i + 1], 5) != NULL)
				break;
		for (i = i + 1 < n ? i + 1 : n; i > 0 && s[i - 1] != open; i--)
			;
		if (i == 0)
			return n;
		i -= i > 1 && s[i - 2] == '\\'; /* an escaped quote */
		return i - 1;
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

/* The same where programs write fields: ",smtp;550 no," in PowerMTA's records,
 * "{LED=550 no}" in Exchange's tracking. */
static size_t
field_end(const char *s, size_t n, size_t at)
{
	if (at >= 6 && memcmp(s + at - 6, ",smtp;", 6) == 0)
		return at + length_to(s + at, n - at, ',');
	if (at >= 5 && memcmp(s + at - 5, "{LED=", 5) == 0)
		return at + length_to(s + at, n - at, '}');
	return at + reply_end(s + at, n - at, at > 0 ? s[at - 1] : '\0');
}

/* The text of a code that is alone: "SMTP error (550): User unknown", or "User
 * unknown (550)". */
static struct smtpcode_span
text_beside(const char *s, size_t n, size_t at)
{
	size_t from = at + 3;

	from += smtpcode_x_span(s + from, n - from, "\"')]:,; ");
	if (from < n)
		return smtpcode_x_span_of(s + from, n - from);
	while (at > 0 && memchr("\"'([:, ", s[at - 1], 7) != NULL)
		at--;
	return smtpcode_x_span_of(s, at);
}

/* "... Detail: User unknown SMTP code: 550", as PHPMailer tells: 1 or 0. */
static int
take_detail(const char *s, size_t at, struct smtpcode_reply *r)
{
	static const char mark[] = " SMTP code: ";
	size_t length = sizeof mark - 1, from = seek(s, at, "Detail: ");

	if (from == smtpcode_x_none || at - from < 8 + length ||
	    memcmp(s + at - length, mark, length) != 0)
		return 0;
	r->text = smtpcode_x_span_of(s + from + 8, at - length - from - 8);
	return 1;
}

/* "{'a@example.com': (550, b'...')}": the recipient is the key. */
static void
take_key(const char *s, size_t at, struct smtpcode_reply *r)
{
	size_t end = at - 4, from;

	if (at < 6 || memcmp(s + at - 3, ": (", 3) != 0 ||
	    (s[end] != '\'' && s[end] != '"'))
		return;
	for (from = end; from > 0 && s[from - 1] != s[end]; from--)
		;
	if (from > 0 && memchr(s + from, '@', end - from) != NULL)
		r->recipient = smtpcode_x_span_of(s + from, end - from);
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
	size_t at = 0, from, end, used;
	uint32_t code;

	if (find_code(s, n, &at) == PROOF_NONE) {
		r->enhanced = find_enhanced(s, n, 0, &at);
		if (r->enhanced == 0)
			return 0;
		used = seek(s, n, "smtp;");
		if (used != smtpcode_x_none)
			at = used + 5;
		else if (at > 1 && memcmp(s + at - 2, ": ", 2) == 0)
			at += smtpcode_parse_codes(
			    s + at, n - at, &code, &r->enhanced);
		else
			at = 0;
		at += blanks_at(s + at, n - at);
		r->text = smtpcode_x_span_of(s + at, n - at);
		return 1;
	}
	from = smtpcode_x_tuple_text(s, n, at);
	end = field_end(s, n, from > 0 ? from : at);
	used = smtpcode_parse_codes(s + at, end - at, &r->code, &r->enhanced);
	if (from > 0) {
		take_key(s, at, r);
		used = from - at +
		    smtpcode_parse_codes(
		        s + from, end - from, &code, &r->enhanced);
	}
	r->text = is_alone(s, n, at) ?
	    text_beside(s, n, at) :
	    smtpcode_x_span_of(s + at + used, end - at - used);
	if (r->enhanced == 0)
		r->enhanced = find_enhanced(r->text.p, r->text.n, 1, &used);
	if (r->enhanced == 0 && take_detail(s, at, r))
		r->enhanced = find_enhanced(s + at, end - at, 0, &used);
	if (r->enhanced == 0 && at > 0)
		r->enhanced = find_enhanced(s, at, 0, &used);
	take_quoted(r);
	return 1;
}
