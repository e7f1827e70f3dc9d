/* SPDX-License-Identifier: ISC */
/*
 * JSON of mail services and logs, read for its deliveries: Amazon SES,
 * SendGrid, Mailgun, Mandrill, Postmark, SparkPost, KumoMTA, Haraka, journald,
 * Loki, Splunk, Google Cloud, GELF.
 */
#include <string.h>

#include "bytes.h"
#include "json.h"
#include "smtpcode_reply.h"

static const struct {
	char name[20];
	unsigned char slot;
} keys[] = {
	{ "code", JSON_CODE },
	{ "smtp_code", JSON_CODE },
	{ "error_code", JSON_CODE },
	{ "responseCode", JSON_CODE },
	{ "status", JSON_STATUS },
	{ "enhanced-code", JSON_STATUS },
	{ "enhancedCode", JSON_STATUS },
	{ "dsn_status", JSON_STATUS },
	{ "class", JSON_CLASS },
	{ "subject", JSON_SUBJECT },
	{ "detail", JSON_DETAIL },
	{ "diagnosticCode", JSON_SAID },
	{ "diagnostic_code", JSON_SAID },
	{ "diag", JSON_SAID },
	{ "smtpResponse", JSON_SAID },
	{ "smtp_response", JSON_SAID },
	{ "dsn_smtp_response", JSON_SAID },
	{ "response", JSON_SAID },
	{ "reason", JSON_REASON },
	{ "raw_reason", JSON_SAID },
	{ "content", JSON_SAID },
	{ "Details", JSON_SAID },
	{ "emailAddress", JSON_WHO },
	{ "email", JSON_WHO },
	{ "Email", JSON_WHO },
	{ "recipient", JSON_WHO },
	{ "rcpt_to", JSON_WHO },
	{ "rcpt", JSON_WHO },
	{ "message", JSON_MESSAGE },
	{ "MESSAGE", JSON_LINE },
	{ "msg", JSON_LINE },
	{ "log", JSON_LINE },
	{ "line", JSON_LINE },
	{ "_raw", JSON_LINE },
	{ "textPayload", JSON_LINE },
	{ "short_message", JSON_LINE },
};

enum { DEPTH_MAX = 1 << 20 };

void
smtpcode_x_json_start(struct json *j)
{
	j->depth = 0;
	j->slot = JSON_OTHER;
	memset(j->used, 0, sizeof j->used);
}

int
smtpcode_x_json_begins(const char *s, size_t n)
{
	size_t at;

	if (n == 0 || is_alnum(s[0])) /* mostly */
		return 0;
	at = smtpcode_x_span(s, n, " \t");
	at += at < n && s[at] == '[';
	at += smtpcode_x_span(s + at, n - at, " \t");
	if (at == n || s[at] != '{')
		return 0;
	at++;
	at += smtpcode_x_span(s + at, n - at, " \t");
	return at == n || s[at] == '"';
}

int
smtpcode_x_json_is(const struct json *j, const char *s, size_t n)
{
	size_t at;

	if (j->depth == 0)
		return smtpcode_x_json_begins(s, n);
	at = smtpcode_x_span(s, n, " \t");
	return at < n && memchr("{}[]\"", s[at], 5) != NULL;
}

/* ---------------------------------------------------------------- writing */

static void
put(struct text *t, const char *s, size_t n)
{
	if (n > t->size - t->used)
		n = t->size - t->used;
	if (n == 0) /* s may be NULL */
		return;
	memcpy(t->p + t->used, s, n);
	t->used += n;
}

static void
put_word(struct text *t, const char *word)
{
	put(t, word, strlen(word));
}

/* 5.1.1 by its three numbers. */
static void
join_status(struct json *j)
{
	struct text t = { .p = j->status, .size = sizeof j->status };
	int i;

	for (i = 0; i < 3; i++) {
		if (i > 0)
			put(&t, ".", 1);
		put(&t, j->number[i], j->used[JSON_CLASS + i]);
	}
	j->used[JSON_STATUS] = t.used;
}

/* What a text begins with. */
struct pair {
	uint32_t code, enhanced;
};

static struct pair
pair_of(const char *s, size_t n)
{
	struct pair c = { 0, 0 };

	(void)smtpcode_parse_codes(s, n, &c.code, &c.enhanced);
	return c;
}

/* Does the object tell of a delivery? What merely looks so is forgotten. */
static int
is_delivery(struct json *j)
{
	struct pair said = pair_of(j->said, j->used[JSON_SAID]);

	if (pair_of(j->status, j->used[JSON_STATUS]).enhanced == 0)
		j->used[JSON_STATUS] = 0;
	if (pair_of(j->code, j->used[JSON_CODE]).code == 0)
		j->used[JSON_CODE] = 0;
	if (said.code != 0 || said.enhanced != 0)
		return 1;
	return j->used[JSON_WHO] > 0 &&
	    j->used[JSON_SAID] + j->used[JSON_STATUS] + j->used[JSON_CODE] > 0;
}

static void
put_delivery(const struct json *j, struct text *t)
{
	struct pair said = pair_of(j->said, j->used[JSON_SAID]);

	put_word(t, "to=<");
	put(t, j->who, j->used[JSON_WHO]);
	put_word(t, ">, dsn=");
	put(t, j->status, j->used[JSON_STATUS]);
	put_word(t, ", status=bounced (");
	if (said.code == 0 && j->used[JSON_CODE] > 0) {
		put(t, j->code, j->used[JSON_CODE]);
		put_word(t, " ");
		if (said.enhanced == 0) {
			put(t, j->status, j->used[JSON_STATUS]);
			put_word(t, " ");
		}
	}
	put(t, j->said, j->used[JSON_SAID]);
	put_word(t, ")\n");
}

/* An object has ended: that of the recipient, if one is named, or the last. */
static void
end_object(struct json *j, struct text *t)
{
	if (j->depth > 0)
		j->depth--;
	if (j->depth >= (j->used[JSON_WHO] > 0 ? j->who_depth : 1))
		return;
	if (j->used[JSON_CLASS] > 0 && j->used[JSON_SUBJECT] > 0 &&
	    j->used[JSON_DETAIL] > 0 && j->used[JSON_STATUS] == 0)
		join_status(j);
	if (is_delivery(j))
		put_delivery(j, t);
	memset(j->used, 0, sizeof j->used);
}

/* --------------------------------------------------------------- reading */

/* The number of four hexadecimal digits, or -1. */
static long
hex4(const char *s, size_t n)
{
	long value = 0;
	size_t i;

	for (i = 0; i < 4; i++) {
		char c = i < n ? lower(s[i]) : ' ';

		if (is_digit(c))
			value = value * 16 + (c - '0');
		else if (c >= 'a' && c <= 'f')
			value = value * 16 + (c - 'a' + 10);
		else
			return -1;
	}
	return value;
}

/* A character by its number, as UTF-8; of pairs of surrogates nothing. */
static void
put_utf8(struct text *t, long c)
{
	char s[3];
	size_t n = 0;

	if (c < 0x80)
		s[n++] = (char)c;
	else if (c < 0x800)
		s[n++] = (char)(0xc0 | c >> 6);
	else if (c < 0xd800 || c > 0xdfff) {
		s[n++] = (char)(0xe0 | c >> 12);
		s[n++] = (char)(0x80 | (c >> 6 & 0x3f));
	}
	if (c >= 0x80 && n > 0)
		s[n++] = (char)(0x80 | (c & 0x3f));
	put(t, s, n);
}

/* The string behind an opening quote, on one line: the bytes up to its end. */
static size_t
read_string(const char *s, size_t n, struct text *t)
{
	size_t i, run;
	long c;

	for (i = 0; i < n && s[i] != '"';) {
		run = smtpcode_x_until(s + i, n - i, "\"\\");
		put(t, s + i, run);
		i += run;
		if (i >= n || s[i] == '"')
			break;
		if (i + 1 == n)
			return n;
		i += 2;
		switch (s[i - 1]) {
		case 'n':
		case 'r':
		case 't':
		case 'b':
		case 'f':
			put(t, " ", 1);
			break;
		case 'u':
			c = hex4(s + i, n - i);
			if (c < 0)
				break;
			i += 4;
			put_utf8(t, c < ' ' ? ' ' : c);
			break;
		default:
			put(t, s + i - 1, 1);
			break;
		}
	}
	return i < n ? i + 1 : n;
}

/* The room of a slot. */
static struct text
room(struct json *j, enum json_slot slot)
{
	struct text t = { .p = j->said, .size = sizeof j->said };

	switch (slot) {
	case JSON_CODE:
		t.p = j->code;
		t.size = sizeof j->code;
		break;
	case JSON_STATUS:
		t.p = j->status;
		t.size = sizeof j->status;
		break;
	case JSON_CLASS:
	case JSON_SUBJECT:
	case JSON_DETAIL:
		t.p = j->number[slot - JSON_CLASS];
		t.size = sizeof j->number[0];
		break;
	case JSON_WHO:
		t.p = j->who;
		t.size = sizeof j->who;
		break;
	default:
		break;
	}
	return t;
}

/* Which slot a key names. */
static enum json_slot
find_slot(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (strlen(keys[i].name) == n &&
		    memcmp(keys[i].name, s, n) == 0)
			return (enum json_slot)keys[i].slot;
	return JSON_OTHER;
}

/* A string at s, behind its quote: a key, or the value of one. */
static size_t
take_string(struct json *j, const char *s, size_t n, struct text *t)
{
	struct text none = { .size = 0 }, to;
	size_t start = t->used, end, i;

	end = read_string(s, n, &none);
	i = end + smtpcode_x_span(s + end, n - end, " \t");
	if (i < n && s[i] == ':') {
		j->slot = find_slot(s, end - 1);
		return i + 1;
	}
	if (j->slot == JSON_MESSAGE)
		j->slot = j->used[JSON_CODE] > 0 || pair_of(s, end).enhanced ?
		    JSON_SAID :
		    JSON_LINE;
	if (j->slot == JSON_REASON) /* Mailgun's is but a word: "generic" */
		j->slot =
		    j->used[JSON_SAID] == 0 && memchr(s, ' ', end) != NULL ?
		    JSON_SAID :
		    JSON_OTHER;
	if (j->slot == JSON_LINE || (end > 2 && s[0] == '{')) {
		(void)read_string(s, n, t);
		put(t, "\n", 1);
		if (t->used == t->size) /* it did not fit */
			t->used = start;
	} else if (j->slot != JSON_OTHER) {
		/* Its type is no part of a diagnostic code (RFC 3464 2.3.6). */
		i = 0;
		if (j->slot == JSON_SAID && smtpcode_x_begins(s, end, "smtp;"))
			i = 5 + blanks_at(s + 5, end - 5);
		to = room(j, j->slot);
		(void)read_string(s + i, n - i, &to);
		j->used[j->slot] = to.used;
		if (j->slot == JSON_WHO)
			j->who_depth = j->depth;
	}
	j->slot = JSON_OTHER;
	return end;
}

void
smtpcode_x_json_read(struct json *j, const char *s, size_t n, struct text *t)
{
	struct text to;
	size_t i = 0, run;

	while (i < n) {
		if (s[i] == '"') {
			i++;
			i += take_string(j, s + i, n - i, t);
		} else if (is_digit(s[i])) {
			run = smtpcode_x_span(s + i, n - i, "0123456789");
			if (j->slot >= JSON_CODE && j->slot <= JSON_DETAIL) {
				to = room(j, j->slot);
				put(&to, s + i, run);
				j->used[j->slot] = to.used;
			}
			i += run;
			j->slot = JSON_OTHER;
		} else {
			if (s[i] == '{' && j->depth < DEPTH_MAX)
				j->depth++;
			else if (s[i] == '}')
				end_object(j, t);
			i++;
		}
	}
}
