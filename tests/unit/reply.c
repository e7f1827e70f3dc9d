/* SPDX-License-Identifier: ISC */
#include "smtpcode_reply.h"
#include "test.h"

#define E(c, s, d) SMTPCODE_ENHANCED(c, s, d)

static void
reads_codes_with_what_clings_to_them(void **state)
{
	static const struct {
		const char *text;
		size_t used;
		uint32_t code, enhanced;
	} rows[] = {
		{ "550 5.1.1 no", 10, 550, E(5, 1, 1) },
		{ "550-5.7.1 no", 10, 550, E(5, 7, 1) },
		{ "550: 5.2.2 full", 11, 550, E(5, 2, 2) },
		{ "#550 5.1.10 x", 12, 550, E(5, 1, 10) },
		{ "5.1.1 no", 6, 0, E(5, 1, 1) },
		{ "250", 3, 250, 0 },
		{ "250-", 4, 250, 0 },
		{ "571 no", 4, 571, 0 },
		{ "5500 no", 0, 0, 0 },
		{ "550x", 0, 0, 0 },
		{ "150 no", 0, 0, 0 },
		{ "550@example.com no", 0, 0, 0 },
		{ "550 550@example.com no", 4, 550, 0 },
		{ "5.1.1.1", 0, 0, 0 },
		{ "", 0, 0, 0 },
	};
	uint32_t code, enhanced;
	size_t i, used;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		code = enhanced = 0;
		used = smtpcode_parse_codes(
		    rows[i].text, strlen(rows[i].text), &code, &enhanced);
		if (used != rows[i].used)
			print_message("\"%s\"\n", rows[i].text);
		assert_int_equal(used, rows[i].used);
		if (used == 0)
			continue;
		assert_int_equal(code, rows[i].code);
		assert_int_equal(enhanced, rows[i].enhanced);
	}
}

static void
assert_span(struct smtpcode_span span, const char *want)
{
	assert_int_equal(span.n, strlen(want));
	assert_memory_equal(span.p, want, span.n);
}

static void
joins_lines(void **state)
{
	static const char text[] = "550-5.7.26 This mail\r\n"
	                           "550-5.7.26 is\r\n"
	                           "550 5.7.26  blocked - gsmtp\r\n"
	                           "250 ok\r\n";
	struct smtpcode_reply r;
	char join[64];
	size_t used;

	(void)state;
	used =
	    smtpcode_parse_reply(text, sizeof text - 1, join, sizeof join, &r);
	assert_int_equal(used, strstr(text, "250") - text);
	assert_int_equal(r.code, 550);
	assert_int_equal(r.enhanced, E(5, 7, 26));
	assert_int_equal(r.notes, 0);
	assert_span(r.text, "This mail is blocked - gsmtp");
	used = smtpcode_parse_reply(text, sizeof text - 1, join, 12, &r);
	assert_int_equal(r.notes, SMTPCODE_NOTE_CUT);
	assert_int_equal(r.text.n, 12);
}

static void
reads_no_byte_behind_the_end(void **state)
{
	static const char text[] = "550-5.7.26 a\n550 5.7.26 b\n";
	struct smtpcode_reply r;
	char join[64], *exact;
	size_t n, i;

	(void)state;
	for (n = 0; n < sizeof text; n++) {
		exact = test_malloc(n + 1);
		memcpy(exact, text, n);
		exact[n] = '5';
		for (i = 0; i < n; i++)
			(void)smtpcode_parse_reply(
			    exact + i, n - i, join, sizeof join, &r);
		test_free(exact);
	}
}

static void
notes_what_is_odd(void **state)
{
	(void)state;
	assert_int_equal(smtpcode_code_notes(550, E(5, 1, 1)), 0);
	assert_int_equal(
	    smtpcode_code_notes(550, E(4, 7, 1)), SMTPCODE_NOTE_CLASS);
	assert_int_equal(smtpcode_code_notes(571, 0), SMTPCODE_NOTE_RANGE);
	assert_int_equal(
	    smtpcode_code_notes(354, E(5, 6, 0)) & SMTPCODE_NOTE_PLACE,
	    SMTPCODE_NOTE_PLACE);
}

int
test_reply(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_codes_with_what_clings_to_them),
		cmocka_unit_test(joins_lines),
		cmocka_unit_test(reads_no_byte_behind_the_end),
		cmocka_unit_test(notes_what_is_odd),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
