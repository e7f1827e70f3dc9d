/* SPDX-License-Identifier: ISC */
#include "test.h"

static void
finds_the_language_of_a_locale(void **state)
{
	static const struct {
		const char *locale;
		int want;
	} rows[] = {
		{ "en", 0 },
		{ "en_US.UTF-8", 0 },
		{ "EN-gb", 0 },
		{ "C", 0 },
		{ "C.UTF-8", 0 },
		{ "POSIX", 0 },
		{ "de_DE.ISO-8859-1", 0 },
		{ "xx_YY.ISO-8859-15@euro", 0 },
		{ "xx", SMTPCODE_LANG_NONE },
		{ "xx_YY.utf8", SMTPCODE_LANG_NONE },
		{ "", SMTPCODE_LANG_NONE },
		{ "_", SMTPCODE_LANG_NONE },
		{ "e", SMTPCODE_LANG_NONE },
		{ "eng", SMTPCODE_LANG_NONE },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++)
		if (smtpcode_find_lang(rows[i].locale) != rows[i].want)
			fail_msg("\"%s\": %d", rows[i].locale,
			    smtpcode_find_lang(rows[i].locale));
}

static void
names_each_language_once(void **state)
{
	int i;

	(void)state;
	assert_string_equal(smtpcode_lang_tag(0), "en");
	for (i = 0; smtpcode_lang_tag(i) != NULL; i++) {
		assert_int_equal(smtpcode_find_lang(smtpcode_lang_tag(i)), i);
		assert_non_null(smtpcode_lang_name(i));
		assert_non_null(smtpcode_lang_join(i));
	}
	assert_null(smtpcode_lang_tag(-1));
	assert_null(smtpcode_lang_name(i));
}

int
test_lang(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_the_language_of_a_locale),
		cmocka_unit_test(names_each_language_once),
	};

	return cmocka_run_group_tests_name("lang", tests, NULL, NULL);
}
