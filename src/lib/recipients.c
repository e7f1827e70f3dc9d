/* SPDX-License-Identifier: ISC */
/*
 * Lines that tell of several deliveries at once: a line for each.
 */
#include <stdint.h>
#include <string.h>

#include "bytes.h"
#include "recipients.h"

/* The bytes of a recipient at s, in a list as Sendmail writes it. */
static size_t
recipient_length(const char *s, size_t n)
{
	size_t most = n < SMTPCODE_MAILBOX_MAX ? n : SMTPCODE_MAILBOX_MAX,
	       length;

	length = n > 0 && s[0] == '<' ? length_to(s, most, '>') : most;
	return length < most ? length + 1 : smtpcode_x_until(s, n, ", ");
}

/* Does another follow in the list, not the next field? */
static int
is_listed(const char *s, size_t n)
{
	return n > 1 && s[0] == ',' && s[1] != ',' && !is_blank(s[1]) &&
	    (s[1] == '<' ||
	        memchr(s + 1, '=', recipient_length(s + 1, n - 1)) == NULL);
}

/* There is room. */
static void
put(struct text *t, const char *s, size_t n)
{
	memcpy(t->p + t->used, s, n);
	t->used += n;
}

/* "to=<a@b>,<c@d>, ... stat=User unknown": as a line for each recipient, the
 * first of whom begins at p + start. 1, or 0 if there is but one. */
static int
split_list(struct text *t, const char *p, size_t n, size_t start)
{
	size_t end = start + recipient_length(p + start, n - start), at, length;

	if (!is_listed(p + end, n - end))
		return 0;
	while (is_listed(p + end, n - end)) {
		end++;
		end += recipient_length(p + end, n - end);
	}
	for (at = start; at < end; at += length + 1) {
		length = recipient_length(p + at, end - at);
		if (start + length + n - end >= t->size - t->used)
			break;
		put(t, p, start);
		put(t, p + at, length);
		put(t, p + end, n - end);
		put(t, "\n", 1);
	}
	return at > start;
}

/* Where "'c@d': (452, b'full')" begins, the next of a dictionary, or n. */
static size_t
next_key(const char *p, size_t n, size_t at)
{
	size_t end;

	while ((at += length_to(p + at, n - at, ')')) < n) {
		at++;
		if (n - at < 8 || memcmp(p + at, ", ", 2) != 0 ||
		    (p[at + 2] != '\'' && p[at + 2] != '"'))
			continue;
		end = at + 3 + length_to(p + at + 3, n - at - 3, p[at + 2]);
		if (n - end > 4 && memcmp(p + end + 1, ": (", 3) == 0)
			return at + 2;
	}
	return n;
}

/* "{'a@b': (550, b'no'), 'c@d': (452, b'full')}", as Python tells of several
 * recipients: a line for each, if there are others: 1, or 0. */
static int
split_dictionary(struct text *t, const char *p, size_t n, size_t start)
{
	size_t at, end = next_key(p, n, start);

	if (end == n)
		return 0;
	for (at = start; at < n; at = end) {
		end = next_key(p, n, at);
		if (end - at >= t->size - t->used)
			break;
		put(t, p + at, end - at);
		put(t, "\n", 1);
	}
	return at > start;
}

/* Where the part stands in the line, or the key that it is a copy of; n if
 * nowhere. */
static size_t
place_of(struct smtpcode_span part, const char *p, size_t n)
{
	size_t i = (size_t)((uintptr_t)part.p - (uintptr_t)p);

	if (i < n)
		return i;
	for (i = 1; i < n &&
	     (i += length_to(p + i, n - i, part.p[0])) <
	         n - (part.n < n ? part.n : n);
	     i++)
		if (memcmp(p + i, part.p, part.n) == 0 &&
		    (p[i - 1] == '\'' || p[i - 1] == '"') &&
		    p[i + part.n] == p[i - 1])
			return i;
	return n;
}

int
smtpcode_x_split_recipients(
    struct text *t, const char *p, size_t n, const struct smtpcode_reply *r)
{
	struct smtpcode_span to = r->recipient;
	size_t start;

	if (to.p == NULL || to.n == 0)
		return 0;
	start = place_of(to, p, n);
	if (start == n || start == 0) /* of a line before */
		return 0;
	if (n - start > to.n + 4 && memcmp(p + start + to.n + 1, ": (", 3) == 0)
		return split_dictionary(t, p, n, start - 1);
	return r->direction == SMTPCODE_DIRECTION_OUT &&
	    split_list(t, p, n, start - (p[start - 1] == '<'));
}
