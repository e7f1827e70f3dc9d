/* SPDX-License-Identifier: ISC */
/*
 * Where lines end and which are marked: the same at every level, wherever in a
 * stretch a line stands.
 */
#include "lines.h"
#include "test.h"

/* scan.c stands in for the other. */
enum smtpcode_x_level __real_smtpcode_x_best_level(void);

static const struct {
	const char *line;
	int marked;
} rows[] = {
	{ "", 0 },
	{ "550", 1 },
	{ "said: 550 5.1.1 no", 1 },
	{ "(250 ok)", 1 },
	{ "C=\"250\"", 1 },
	{ "x: 421-busy", 1 },
	{ "x: 4.7.1 later", 1 },
	{ "x 5.7.26", 1 },
	{ "x 550", 1 },
	{ "x, status=sent", 1 },
	{ "s=x", 1 },
	{ "s=", 0 },
	{ "x 55", 0 },
	{ "x 5.", 0 },
	{ "x 5503 y", 0 },
	{ "x 550a", 0 },
	{ "x 5a0 y", 0 },
	{ "smtpd[550]: y", 0 },
	{ "size=550, nrcpt=1", 0 },
	{ "[203.0.113.9]", 0 },
	{ "commands=2/3", 0 },
	{ "\xc3\xa4 \xc3\xa4", 0 },
	{ "\xa0"
	  "550 \xa0",
	    1 },
};

/* Behind that many bytes and some empty lines, and in front of another. */
static void
check_line(
    const char *line, int marked, size_t bytes, enum smtpcode_x_level level)
{
	static struct lines lines;
	char text[512];
	size_t n = strlen(line), used, i;

	memset(text, 'x', sizeof text);
	memset(text + bytes, '\n', 3);
	memcpy(text + bytes + 3, line, n);
	text[bytes + 3 + n] = '\r';
	text[sizeof text - 1] = '\n';
	used = smtpcode_x_find_lines(text, sizeof text, level, &lines);
	assert_int_equal(used, sizeof text);
	assert_true(lines.n >= 4);
	for (i = 0; i < 3; i++)
		assert_int_equal(lines.end[i], (bytes + i) << 1);
	assert_int_equal(lines.end[3] >> 1, bytes + 3 + n);
	if ((lines.end[3] & LINES_MARK) != (marked ? LINES_MARK : 0))
		fail_msg("\"%s\" behind %zu bytes, level %d", line, bytes,
		    (int)level);
	if (lines.n > 4) /* or it is left for the next time */
		assert_int_equal(lines.end[4], (sizeof text - 1) << 1);
}

static void
a_line_is_marked_wherever_it_stands(void **state)
{
	enum smtpcode_x_level level, best = __real_smtpcode_x_best_level();
	size_t i, bytes;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		assert_int_equal(
		    smtpcode_x_is_marked(rows[i].line, strlen(rows[i].line)),
		    rows[i].marked);
		for (bytes = 0; bytes < 200; bytes++)
			for (level = LEVEL_PORTABLE; level <= best; level++)
				check_line(
				    rows[i].line, rows[i].marked, bytes, level);
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
		assert_true(lines.n > LINES_STRETCH - 128);
		for (i = 0; i < lines.n; i++)
			assert_int_equal(lines.end[i], i << 1);
		assert_int_equal(
		    smtpcode_x_find_lines(text, 0, level, &lines), 0);
		assert_int_equal(lines.n, 0);
	}
}

int
test_lines(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_marked_wherever_it_stands),
		cmocka_unit_test(a_stretch_may_be_nothing_but_ends),
	};

	return cmocka_run_group_tests_name("lines", tests, NULL, NULL);
}
