/* SPDX-License-Identifier: ISC */
/*
 * Rules on their own examples, the automaton against a plain search, and what
 * must hold of every verdict.
 */
#include "match.h"
#include "smtpcode_reply.h"
#include "test.h"

static const struct {
	int line;
	const char *rule, *text;
} examples[] = {
#define EXAMPLE(line, rule, text) { line, rule, text },
#include "examples.inc"
#undef EXAMPLE
};

static const struct {
	unsigned target;
	const char *words;
} alternatives[] = {
#define ALTERNATIVE(target, words) { target, words },
#include "alternatives.inc"
#undef ALTERNATIVE
};

/* The reply in a text, which may begin without codes. */
static void
read_reply(const char *s, struct smtpcode_reply *r)
{
	static char join[8192];

	memset(r, 0, sizeof *r);
	if (smtpcode_parse_reply(s, strlen(s), join, sizeof join, r) > 0)
		return;
	r->text.p = s;
	r->text.n = strlen(s);
}

static void
every_rule_wins_its_example(void **state)
{
	struct smtpcode_reply r;
	struct smtpcode_verdict v;
	size_t i, lost = 0;

	(void)state;
	for (i = 0; i < COUNT(examples); i++) {
		read_reply(examples[i].text, &r);
		smtpcode_judge_reply(&r, &v);
		if (v.rule != NULL && strcmp(v.rule, examples[i].rule) == 0)
			continue;
		lost++;
		print_message(
		    "data/rules:%d: Rule: %s loses its example to %s\n",
		    examples[i].line, examples[i].rule,
		    v.rule == NULL ? "none" : v.rule);
	}
	assert_int_equal(lost, 0);
}

/* ------------------------------------------------- the automaton's other self
 */

/* The words of a text, each between blanks. */
static void
cut_words(const struct smtpcode_reply *r, char *out)
{
	static const char *const masks[] = { "", "<address>", "<host>", "<ip>",
		"<id>", "<time>", "<number>" };
	enum smtpcode_piece kind;
	const char *s = r->text.p;
	size_t i, k, length;
	char c, before = '\0';

	*out++ = ' ';
	for (i = 0; i < r->text.n; i += length) {
		length =
		    smtpcode_mask_piece(s + i, r->text.n - i, before, &kind);
		before = smtpcode_mask_last(s + i, length, kind);
		c = s[i];
		if (kind == SMTPCODE_PIECE_PLAIN && (c & 0x80) == 0 &&
		    !(c >= '0' && c <= '9') &&
		    !((c | 32) >= 'a' && (c | 32) <= 'z'))
			continue;
		if (kind != SMTPCODE_PIECE_PLAIN)
			out += sprintf(out, "%s ", masks[kind]);
		else {
			for (k = 0; k < length; k++) {
				c = s[i + k];
				*out++ =
				    c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
			}
			*out++ = ' ';
		}
	}
	*out = '\0';
}

/* Where a part of n bytes stands at or behind s, which is in front of a word;
 * *end: in front of the word behind it. A part may end in *. */
static const char *
find_part(const char *s, const char *part, size_t n, const char **end)
{
	int open = part[n - 1] == '*';

	n -= (size_t)open;
	for (; *s != '\0'; s++) {
		if (*s != ' ' || strncmp(s + 1, part, n) != 0 ||
		    (!open && s[1 + n] != ' '))
			continue;
		*end = strchr(s + 1 + n, ' ');
		return s;
	}
	return NULL;
}

static int
count_words(const char *from, const char *to)
{
	int n = 0;

	for (; from < to; from++)
		n += *from == ' ';
	return n;
}

/* Does an alternative stand in the words, in one part or two? */
static int
stands_in(const char *words, const char *alternative)
{
	const char *gap = strstr(alternative, " ... "), *s, *t, *end, *last;

	if (gap == NULL)
		return find_part(words, alternative, strlen(alternative),
		           &end) != NULL;
	for (s = words; (s = find_part(s, alternative,
	                     (size_t)(gap - alternative), &end)) != NULL;
	     s++)
		for (t = end; (t = find_part(
		                   t, gap + 5, strlen(gap + 5), &last)) != NULL;
		     t++)
			if (count_words(end, t) <= 12)
				return 1;
	return 0;
}

static void
finds_what_a_plain_search_finds(void **state)
{
	static char words[16384];
	struct smtpcode_reply r;
	struct match m;
	size_t i, k;
	unsigned char found[MATCH_TARGETS];

	(void)state;
	for (i = 0; i < COUNT(examples); i++) {
		read_reply(examples[i].text, &r);
		cut_words(&r, words);
		memset(found, 0, sizeof found);
		for (k = 0; k < COUNT(alternatives); k++)
			if (stands_in(words, alternatives[k].words))
				found[alternatives[k].target] = 1;
		r.code = 0; /* so that no repeated code is left out */
		smtpcode_x_match(&r, &m);
		for (k = 0; k < MATCH_TARGETS; k++)
			if (m.words[k] != MATCH_TAG &&
			    (m.words[k] != 0) != found[k])
				fail_msg("%s: target %zu: %d, plain search %d",
				    examples[i].text, k, m.words[k], found[k]);
	}
}

/* Chinese and Japanese behind other characters; a word between two others
 * parts them whatever its letters. */
static void
finds_words_without_blanks(void **state)
{
	static const struct {
		const char *text, *cause;
	} rows[] = {
		{ "550 \xe9\x94\x99\xe8\xaf\xaf\xef\xbc\x9a"
		  "\xe7\x94\xa8\xe6\x88\xb7\xe4\xb8\x8d\xe5\xad\x98"
		  "\xe5\x9c\xa8",
		    "no-such-user" },
		{ "550 IP\xe5\xb7\xb2\xe8\xa2\xab"
		  "\xe5\x88\x97\xe5\x85\xa5\xe9\xbb\x91\xe5\x90\x8d"
		  "\xe5\x8d\x95",
		    "reputation" },
		{ "550 rule violation", "policy" },
		{ "550 rule \xc3\xa9 violation", "unknown" },
		{ "550 rule \xe5\xb7\xb2 violation", "unknown" },
		{ "550 rule \xe5\xb7 violation", "unknown" },
	};
	struct smtpcode_reply r;
	struct smtpcode_verdict v;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		read_reply(rows[i].text, &r);
		smtpcode_judge_reply(&r, &v);
		assert_string_equal(smtpcode_cause_id(v.cause), rows[i].cause);
	}
}

/* --------------------------------------------------------------- all verdicts
 */

static void
a_mask_has_the_same_cause(void **state)
{
	struct smtpcode_reply r;
	struct smtpcode_verdict v, masked;
	char mask[4096];
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(examples); i++) {
		read_reply(examples[i].text, &r);
		smtpcode_judge_reply(&r, &v);
		r.text.n =
		    smtpcode_mask_text(r.text.p, r.text.n, mask, sizeof mask);
		r.text.p = mask;
		smtpcode_judge_reply(&r, &masked);
		if (v.cause != masked.cause)
			print_message("%s\n", examples[i].text);
		assert_ptr_equal(v.cause, masked.cause);
	}
}

/* However the blanks stand, and if a recipient looks like the code. */
static void
a_mask_has_the_same_cause_with_odd_blanks(void **state)
{
	static const char *const texts[] = {
		"no (in  reply\tto RCPT TO of spam)",
		"550\t5.7.1 spam",
		"550 550@locked",
		"550 550-spam@locked",
		"no (in reply to",
	};
	struct smtpcode_reply r = { .code = 550,
		.enhanced = SMTPCODE_ENHANCED(5, 7, 1) };
	struct smtpcode_verdict v, masked;
	char mask[64];
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(texts); i++) {
		r.text.p = texts[i];
		r.text.n = strlen(texts[i]);
		smtpcode_judge_reply(&r, &v);
		r.text.n =
		    smtpcode_mask_text(r.text.p, r.text.n, mask, sizeof mask);
		r.text.p = mask;
		smtpcode_judge_reply(&r, &masked);
		assert_ptr_equal(v.cause, masked.cause);
	}
}

static void
assert_sound(const struct smtpcode_reply *r)
{
	struct smtpcode_verdict v;
	const char *cause;

	smtpcode_judge_reply(r, &v);
	cause = smtpcode_cause_id(v.cause);
	if (v.reply_class == SMTPCODE_CLASS_TRANSIENT) {
		assert_int_equal(v.retry, SMTPCODE_RETRY_YES);
		assert_int_equal(v.address, SMTPCODE_ADDRESS_KEEP);
	} else if (v.reply_class == SMTPCODE_CLASS_PERMANENT)
		assert_true(v.retry == SMTPCODE_RETRY_NO ||
		    v.retry == SMTPCODE_RETRY_LATER);
	else
		assert_int_equal(v.retry, SMTPCODE_RETRY_N_A);
	if (v.address != SMTPCODE_ADDRESS_KEEP) {
		assert_int_not_equal(v.certainty, SMTPCODE_CERTAINTY_GUESS);
		assert_true(strcmp(cause, "no-such-user") == 0 ||
		    strcmp(cause, "bad-domain") == 0 ||
		    strcmp(cause, "mailbox-disabled") == 0 ||
		    strcmp(cause, "moved") == 0);
	}
	if (v.evidence.p != NULL) {
		assert_in_range(v.evidence.n, 1, 80);
		assert_true(v.evidence.p >= r->text.p &&
		    v.evidence.p + v.evidence.n <= r->text.p + r->text.n);
	} else
		assert_null(v.rule);
}

static void
verdicts_are_sound_in_every_class(void **state)
{
	static const uint32_t codes[] = { 0, 250, 354, 421, 450, 451, 452, 521,
		550, 551, 552, 553, 554, 571 };
	static const uint32_t enhanced[] = { 0, SMTPCODE_ENHANCED(4, 7, 1),
		SMTPCODE_ENHANCED(5, 1, 1), SMTPCODE_ENHANCED(5, 7, 1),
		SMTPCODE_ENHANCED(5, 9, 9) };
	struct smtpcode_reply r;
	size_t i, k, m;

	(void)state;
	for (i = 0; i < COUNT(examples); i++)
		for (k = 0; k < COUNT(codes); k++)
			for (m = 0; m < COUNT(enhanced); m++) {
				read_reply(examples[i].text, &r);
				r.code = codes[k];
				r.enhanced = enhanced[m];
				assert_sound(&r);
			}
}

static void
reads_what_a_reply_names(void **state)
{
	static const struct {
		const char *text, *ip, *forward, *list;
		unsigned seconds;
	} rows[] = {
		{ "554 5.7.1 Client host [192.0.2.1] blocked using "
		  "zen.spamhaus.org",
		    "192.0.2.1", NULL, "Spamhaus", 0 },
		{ "550 listed at SpamCop, 127.0.0.2", NULL, NULL, "SpamCop",
		    0 },
		{ "551 User not local; please try <b@example.net>", NULL,
		    "b@example.net", NULL, 0 },
		{ "550 a@example.com has moved to b@example.net", NULL,
		    "b@example.net", NULL, 0 },
		{ "450 4.7.1 Greylisted, try again in 5 minutes", NULL, NULL,
		    NULL, 300 },
		{ "451 4.7.1 Greylisting in action, come back in 00:02:30",
		    NULL, NULL, NULL, 150 },
		{ "450 please wait 300s", NULL, NULL, NULL, 300 },
		{ "452 too many messages in the last 60 minutes", NULL, NULL,
		    NULL, 0 },
		{ "450 wait 99999999999 days", NULL, NULL, NULL, 864000 },
	};
	struct smtpcode_reply r;
	struct smtpcode_verdict v;
	struct smtpcode_named n;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		read_reply(rows[i].text, &r);
		smtpcode_judge_reply(&r, &v);
		smtpcode_read_named(&r, &v, &n);
		if (n.retry_after != rows[i].seconds)
			print_message("%s\n", rows[i].text);
		assert_int_equal(n.retry_after, rows[i].seconds);
		assert_true((n.ip.p == NULL) == (rows[i].ip == NULL));
		if (n.ip.p != NULL)
			assert_memory_equal(n.ip.p, rows[i].ip, n.ip.n);
		assert_true((n.forward.p == NULL) == (rows[i].forward == NULL));
		if (n.forward.p != NULL)
			assert_memory_equal(
			    n.forward.p, rows[i].forward, n.forward.n);
		assert_true((n.list == NULL) == (rows[i].list == NULL));
		if (n.list != NULL)
			assert_string_equal(n.list, rows[i].list);
	}
}

/* What a provider means by a code: by a tag, by words, else if there is but one
 * meaning; of any provider if all agree. */
static void
knows_what_a_provider_means(void **state)
{
	static const struct {
		const char *text, *host, *meaning;
	} rows[] = {
		{ "553 5.7.1 [BL23] no", "mx.mail.yahoo.com",
		    "The sending IP is on the XBL" },
		{ "553 5.7.1 [BL21] no", "mx.mail.yahoo.com",
		    "Spamhaus lists" },
		{ "550 5.7.1 part of their network is on our block list",
		    "x.mail.protection.outlook.com", "Outlook.com has" },
		{ "550 5.7.620 no", "x.mail.protection.outlook.com",
		    "The sending IP is on" },
		{ "550 5.7.509 no", NULL, "The From domain" },
		{ "550 5.7.1 no", NULL, NULL },
	};
	struct smtpcode_reply r;
	struct smtpcode_verdict v;
	struct smtpcode_named n;
	const char *meaning;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		read_reply(rows[i].text, &r);
		r.host.p = rows[i].host;
		r.host.n = rows[i].host == NULL ? 0 : strlen(rows[i].host);
		smtpcode_judge_reply(&r, &v);
		smtpcode_read_named(&r, &v, &n);
		meaning = n.use == NULL ?
		    NULL :
		    smtpcode_use_text(n.use, SMTPCODE_USE_MEANING, 0);
		if (rows[i].meaning == NULL)
			assert_null(meaning);
		else {
			assert_non_null(meaning);
			assert_memory_equal(
			    meaning, rows[i].meaning, strlen(rows[i].meaning));
		}
	}
}

int
test_cause(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_rule_wins_its_example),
		cmocka_unit_test(finds_what_a_plain_search_finds),
		cmocka_unit_test(finds_words_without_blanks),
		cmocka_unit_test(a_mask_has_the_same_cause),
		cmocka_unit_test(a_mask_has_the_same_cause_with_odd_blanks),
		cmocka_unit_test(verdicts_are_sound_in_every_class),
		cmocka_unit_test(reads_what_a_reply_names),
		cmocka_unit_test(knows_what_a_provider_means),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
