/* SPDX-License-Identifier: ISC */
/*
 * Where lines may end: the same at every level, wherever in a stretch.
 */
#include "lines.h"
#include "test.h"

/* scan.c stands in for the other. */
enum smtpcode_x_level __real_smtpcode_x_best_level(void);

static int
may_end(int c)
{
	return c <= '\r';
}

/* Any byte at any place of what is looked at together, among others. */
static void
what_may_end_a_line_is_found_wherever_it_stands(void **state)
{
	static struct lines lines;
	enum smtpcode_x_level level, best = __real_smtpcode_x_best_level();
	char text[192];
	size_t at, n;
	int c;

	(void)state;
	for (c = 0; c < 256; c++)
		for (at = 0; at < 128; at++)
			for (level = LEVEL_PORTABLE; level <= best; level++) {
				memset(
				    text, at % 2 ? 'x' : '\xe4', sizeof text);
				text[at] = (char)c;
				text[128] = '\n';
				n = smtpcode_x_find_lines(
				    text, sizeof text, level, &lines);
				assert_int_equal(n, sizeof text);
				assert_int_equal(lines.n, may_end(c) + 1);
				assert_int_equal(
				    lines.end[0], may_end(c) ? at : 128);
				assert_int_equal(lines.end[lines.n - 1], 128);
			}
}

static void
a_stretch_may_be_nothing_but_ends(void **state)
{
	static struct lines lines;
	static char text[2 * LINES_STRETCH];
	enum smtpcode_x_level level, best = __real_smtpcode_x_best_level();
	size_t i;

	(void)state;
	memset(text, '\n', sizeof text);
	for (level = LEVEL_PORTABLE; level <= best; level++) {
		assert_int_equal(
		    smtpcode_x_find_lines(text, sizeof text, level, &lines),
		    LINES_STRETCH);
		assert_int_equal(lines.n, LINES_STRETCH);
		for (i = 0; i < lines.n; i++)
			assert_int_equal(lines.end[i], i);
	}
}

/* Less than is looked at together, and what is left of more. */
static void
short_texts_have_ends_too(void **state)
{
	static struct lines lines;
	enum smtpcode_x_level level, best = __real_smtpcode_x_best_level();
	char text[127];
	size_t n;

	(void)state;
	memset(text, 'x', sizeof text);
	for (level = LEVEL_PORTABLE; level <= best; level++)
		for (n = 0; n <= sizeof text; n++) {
			if (n > 0)
				text[n - 1] = '\n';
			assert_int_equal(
			    smtpcode_x_find_lines(text, n, level, &lines), n);
			assert_int_equal(lines.n, n > 0);
			if (n > 0) {
				assert_int_equal(lines.end[0], n - 1);
				text[n - 1] = 'x';
			}
		}
}

int
test_lines(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    what_may_end_a_line_is_found_wherever_it_stands),
		cmocka_unit_test(a_stretch_may_be_nothing_but_ends),
		cmocka_unit_test(short_texts_have_ends_too),
	};

	return cmocka_run_group_tests_name("lines", tests, NULL, NULL);
}
