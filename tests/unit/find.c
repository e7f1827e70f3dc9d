/* SPDX-License-Identifier: ISC */
/*
 * Where codes may stand: the same as seen byte by byte, wherever in a text.
 */
#include <stdlib.h>

#include "find.h"
#include "test.h"

static int
digit(int c)
{
	return c >= '0' && c <= '9';
}

static int
word(int c)
{
	return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The second of six bytes, as find.c says it. */
static int
may_begin(const char *six)
{
	if (word(six[0]) || six[0] == '.' || six[1] < '2' || six[1] > '5' ||
	    !digit(six[3]))
		return 0;
	if (six[2] == '.')
		return six[4] == '.';
	return digit(six[2]) && !word(six[4]) && six[4] != ']' &&
	    !(six[4] == '.' && digit(six[5]));
}

/* Nothing behind the n bytes at s may be looked at. */
static void
check_text(const char *s, size_t n)
{
	char padded[256] = { 0 }, *copy = malloc(n + 1);
	struct codes codes;
	size_t i;

	assert_non_null(copy);
	memcpy(padded + 1, s, n);
	memcpy(copy + 1, s, n);
	codes = smtpcode_x_codes_of(copy + 1, n);
	for (i = 0; i < n; i++)
		if (may_begin(padded + i))
			assert_int_equal(smtpcode_x_next_code(&codes), i);
	assert_int_equal(smtpcode_x_next_code(&codes), n);
	assert_int_equal(smtpcode_x_next_code(&codes), n);
	free(copy);
}

static void
codes_are_found_in_any_text(void **state)
{
	static const char among[] = "23569..55 0]-:aZ\xe4\n";
	char text[200];
	uint32_t seed = 1;
	size_t n, i;
	int round;

	(void)state;
	for (round = 0; round < 20; round++)
		for (n = 0; n <= sizeof text; n++) {
			for (i = 0; i < n; i++) {
				seed = seed * 1664525u + 1013904223u;
				text[i] =
				    among[(seed >> 16) % (sizeof among - 1)];
			}
			check_text(text, n);
		}
}

/* One alone, at each place of what is looked at together. */
static void
a_code_is_found_wherever_it_stands(void **state)
{
	static const char codes[][8] = { "550", "5.1.1", "[550]", "550.5",
		"v550", "5.10" };
	char text[200];
	size_t n, at, i, length;

	(void)state;
	for (i = 0; i < COUNT(codes); i++) {
		length = strlen(codes[i]);
		for (n = length; n <= 150; n++)
			for (at = 0; at + length <= n; at++) {
				memset(text, ' ', n);
				memcpy(text + at, codes[i], length);
				check_text(text, n);
			}
	}
}

int
test_find(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(codes_are_found_in_any_text),
		cmocka_unit_test(a_code_is_found_wherever_it_stands),
	};

	return cmocka_run_group_tests_name("find", tests, NULL, NULL);
}
