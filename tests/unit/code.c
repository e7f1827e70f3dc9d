/* SPDX-License-Identifier: ISC */
#include "test.h"

#define E(c, s, d) SMTPCODE_ENHANCED(c, s, d)
#define ANY SMTPCODE_ANY

static void
reads_codes_and_sets(void **state)
{
	static const struct {
		const char *text;
		size_t want_used;
		uint32_t want_code;
	} rows[] = {
		{ "551", 3, 551 },
		{ "200", 3, 200 },
		{ "599", 3, 599 },
		{ "591", 3, 591 },
		{ "101", 3, 101 },
		{ "111", 3, 111 },
		{ "199", 0, 0 },
		{ "600", 0, 0 },
		{ "700", 0, 0 },
		{ "55", 0, 0 },
		{ "5555", 0, 0 },
		{ "55x1", 0, 0 },
		{ "55O", 0, 0 },
		{ "", 0, 0 },
		{ "551 User", 3, 551 },
		{ "551-User", 3, 551 },
		{ "551.", 3, 551 },
		{ "551.5", 0, 0 },
		{ "551\xc3\xa9", 0, 0 },
		{ "5xx", 3, 5 },
		{ "2XX", 3, 2 },
		{ "6xx", 0, 0 },
		{ "5xxx", 0, 0 },
		{ "5.7.26", 6, E(5, 7, 26) },
		{ "5.7.1 x", 5, E(5, 7, 1) },
		{ "4.999.999", 9, E(4, 999, 999) },
		{ "2.0.0", 5, E(2, 0, 0) },
		{ "x.7.26", 6, E(0, 7, 26) },
		{ "X.0.0", 5, E(0, 0, 0) },
		{ "5.7", 3, E(5, 7, ANY) },
		{ "5.7.x", 5, E(5, 7, ANY) },
		{ "x.7.X", 5, E(0, 7, ANY) },
		{ "5.7.", 3, E(5, 7, ANY) },
		{ "3.1.1", 0, 0 },
		{ "5.7.026", 0, 0 },
		{ "5.07.1", 0, 0 },
		{ "5.7.1.1", 0, 0 },
		{ "5.1000.1", 0, 0 },
		{ "5.7.1000", 0, 0 },
		{ "192.0.2.1", 0, 0 },
		{ "5..1", 0, 0 },
		{ "5.", 0, 0 },
	};
	uint32_t code;
	size_t i, used;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		code = 0;
		used = smtpcode_parse_code(
		    rows[i].text, strlen(rows[i].text), &code);
		if (used != rows[i].want_used ||
		    (used > 0 && code != rows[i].want_code))
			fail_msg("\"%s\": %zu bytes, code %u", rows[i].text,
			    used, (unsigned)code);
	}
}

static void
reads_no_further_than_told(void **state)
{
	uint32_t code;

	(void)state;
	assert_int_equal(smtpcode_parse_code("5519", 3, &code), 3);
	assert_int_equal(smtpcode_parse_code("551", 2, &code), 0);
	assert_int_equal(smtpcode_parse_code("5.7.26", 5, &code), 5);
	assert_int_equal(code, E(5, 7, 2));
	assert_int_equal(smtpcode_parse_code("", 0, &code), 0);
}

static void
writes_what_it_reads(void **state)
{
	static const char *const texts[] = { "551", "101", "4xx", "5.7.26",
		"x.7.26", "5.7", "x.0", "x.0.0", "2.999.999" };
	char out[SMTPCODE_CODE_SIZE];
	uint32_t code;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(texts); i++) {
		assert_int_equal(
		    smtpcode_parse_code(texts[i], strlen(texts[i]), &code),
		    strlen(texts[i]));
		assert_int_equal(
		    smtpcode_format_code(code, out), strlen(texts[i]));
		assert_string_equal(out, texts[i]);
	}
}

static void
writes_nothing_for_what_is_no_code(void **state)
{
	static const uint32_t codes[] = { 0, 1, 6, 99, 1000, 70000, UINT32_MAX,
		E(10, 1, 1), E(5, 1000, 1), E(5, 1, 1001) };
	char out[SMTPCODE_CODE_SIZE];
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(codes); i++) {
		assert_int_equal(smtpcode_format_code(codes[i], out), 0);
		assert_string_equal(out, "");
	}
}

static void
tells_the_class(void **state)
{
	(void)state;
	assert_int_equal(smtpcode_class_of(551), SMTPCODE_CLASS_PERMANENT);
	assert_int_equal(smtpcode_class_of(354), SMTPCODE_CLASS_INTERMEDIATE);
	assert_int_equal(smtpcode_class_of(4), SMTPCODE_CLASS_TRANSIENT);
	assert_int_equal(smtpcode_class_of(E(2, 1, 5)), SMTPCODE_CLASS_SUCCESS);
	assert_int_equal(smtpcode_class_of(E(0, 1, 5)), SMTPCODE_CLASS_NONE);
	assert_int_equal(smtpcode_class_of(101), SMTPCODE_CLASS_NONE);
	assert_int_equal(smtpcode_class_of(0), SMTPCODE_CLASS_NONE);
}

static void
knows_what_a_set_holds(void **state)
{
	static const struct {
		uint32_t code, set;
		int want;
	} rows[] = {
		{ 550, 5, 1 },
		{ 450, 5, 0 },
		{ E(5, 1, 1), 5, 1 },
		{ E(5, 1, 1), E(5, 1, ANY), 1 },
		{ E(5, 1, 1), E(0, 1, ANY), 1 },
		{ E(5, 1, 1), E(4, 1, ANY), 0 },
		{ E(5, 1, 1), E(5, 7, ANY), 0 },
		{ E(5, 7, 26), E(0, 7, 26), 1 },
		{ E(5, 7, 27), E(0, 7, 26), 0 },
		{ 550, E(5, 1, ANY), 0 },
		{ 550, 550, 1 },
		{ 550, 551, 0 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++)
		if (smtpcode_code_in(rows[i].code, rows[i].set) != rows[i].want)
			fail_msg("row %zu", i);
}

int
test_code(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_codes_and_sets),
		cmocka_unit_test(reads_no_further_than_told),
		cmocka_unit_test(writes_what_it_reads),
		cmocka_unit_test(writes_nothing_for_what_is_no_code),
		cmocka_unit_test(tells_the_class),
		cmocka_unit_test(knows_what_a_set_holds),
	};

	return cmocka_run_group_tests_name("code", tests, NULL, NULL);
}
