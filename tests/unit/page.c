/* SPDX-License-Identifier: ISC */
#include "bidi.h"
#include "buf.h"
#include "safe.h"
#include "test.h"
#include "wide.h"
#include "wrap.h"

static void
wraps_words_at_the_width(void **state)
{
	static const struct {
		size_t width;
		const char *text, *want;
	} rows[] = {
		{ 0, "one two three  four", "one two three  four\n" },
		{ 9, "one two three four", "one two\n  three\n  four\n" },
		{ 7, "one two three", "one two\n  three\n" },
		{ 6, "one two three", "one\n  two\n  three\n" },
		{ 4, "incomprehensible a", "incomprehensible\n  a\n" },
		{ 9, "one   two  ", "one two\n" },
		{ 9, "", "\n" },
		{ 9, "\xc3\xa4\xc3\xb6\xc3\xbc \xc3\x9f\xc3\xa4\xc3\xb6 x",
		    "\xc3\xa4\xc3\xb6\xc3\xbc \xc3\x9f\xc3\xa4\xc3\xb6 x\n" },
		/* Wide characters break anywhere, but not before a comma, nor
		 * inside of a Latin word. */
		{ 8, "\u6536\u4ef6\u4eba\u5730\u5740",
		    "\u6536\u4ef6\u4eba\u5730\n  \u5740\n" },
		{ 8, "\u6536\u4ef6\u4eba\u5730\u3001\u5740",
		    "\u6536\u4ef6\u4eba\n  \u5730\u3001\u5740\n" },
		{ 8, "\u6536\u4ef6\u4eba\uff08\u5730",
		    "\u6536\u4ef6\u4eba\n  \uff08\u5730\n" },
		{ 8, "\u6536\u4ef6RCPT\u4eba", "\u6536\u4ef6RCPT\n  \u4eba\n" },
	};
	struct wrap w;
	unsigned long c;
	size_t i, k, n, used, columns;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		capture_start();
		wrap_start(&w, rows[i].width, 2);
		wrap_text(&w, rows[i].text);
		wrap_end(&w);
		assert_string_equal(capture_end(), rows[i].want);
		/* The same in pieces of one character. */
		capture_start();
		wrap_start(&w, rows[i].width, 2);
		n = strlen(rows[i].text);
		for (k = 0; k < n; k += used) {
			used = wide_next(rows[i].text + k, n - k, &c, &columns);
			wrap_bytes(&w, rows[i].text + k, used);
		}
		wrap_end(&w);
		assert_string_equal(capture_end(), rows[i].want);
	}
}

static void
wraps_a_word_longer_than_its_buffer(void **state)
{
	char text[1001];
	struct wrap w;

	(void)state;
	memset(text, 'x', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	capture_start();
	wrap_start(&w, 0, 0);
	wrap_text(&w, text);
	wrap_end(&w);
	assert_int_equal(strlen(capture_end()), sizeof text);
}

static void
shows_what_could_drive_a_terminal(void **state)
{
	static const struct {
		const char *text;
		size_t n;
		const char *want;
	} rows[] = {
		{ "abc", 3, "abc" },
		{ "\033[31m", 5, "\\x1b[31m" },
		{ "\0", 1, "\\x00" },
		{ "\177", 1, "\\x7f" },
		{ "\xc2\x9b", 2, "\\x9b" },
		{ "\xe2\x80\xae", 3, "\\u202e" },
		{ "\xe2\x81\xa6", 3, "\\u2066" },
		{ "\xe2\x80\x8f", 3, "\\u200f" },
		{ "\xff", 1, "\\xff" },
		{ "\xc0\xaf", 2, "\\xc0\\xaf" },
		{ "\xed\xa0\x80", 3, "\\xed\\xa0\\x80" },
		{ "\xf4\x90\x80\x80", 4, "\\xf4\\x90\\x80\\x80" },
		{ "\xe2\x80", 2, "\\xe2\\x80" },
		{ "\xc3\xa4\xe6\x97\xa5\xf0\x9f\x93\xa7", 9,
		    "\xc3\xa4\xe6\x97\xa5\xf0\x9f\x93\xa7" },
	};
	char shown[SAFE_SIZE], all[64];
	size_t i, at, used, length, n;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		n = 0;
		for (at = 0; at < rows[i].n; at += used) {
			used = safe_next(
			    rows[i].text + at, rows[i].n - at, shown, &length);
			assert_in_range(used, 1, rows[i].n - at);
			assert_in_range(length, 1, SAFE_SIZE);
			memcpy(all + n, shown, length);
			n += length;
		}
		all[n] = '\0';
		assert_string_equal(all, rows[i].want);
	}
}

static void
fills_templates(void **state)
{
	static const struct value values[] = { { "a", "551" },
		{ "long", "twice" } };
	struct buf b;

	(void)state;
	buf_clear(&b);
	buf_fill(&b, "{a} is {long}, {long} {none}{ {a", values, 2);
	assert_string_equal(b.s, "551 is twice, twice { {a");
}

static void
leaves_out_what_does_not_fit(void **state)
{
	struct buf b;
	size_t i;

	(void)state;
	buf_clear(&b);
	for (i = 0; i < sizeof b.s; i++)
		buf_text(&b, "xyz");
	assert_int_equal(b.used, sizeof b.s - 1);
	assert_int_equal(strlen(b.s), sizeof b.s - 1);
	buf_clear(&b);
	buf_number(&b, UINT64_MAX);
	assert_string_equal(b.s, "18446744073709551615");
}

static struct buf isolated;

static void
isolate(const char *s, size_t n)
{
	buf_bytes(&isolated, s, n);
}

/* [ and ] stand for the isolates here. */
static void
isolates_latin_text(void **state)
{
	static const struct {
		const char *text, *want;
	} rows[] = {
		{ "550 5.7.1 no other script",
		    "\u200f[550 5.7.1 no other script]" },
		{ "    551  552", "\u200f    [551]  [552]" },
		{ "", "" },
		{ "   ", "   " },
		{ "\u0631\u062f \"reject:\" \u0631",
		    "\u0631\u062f [\"reject:\"] \u0631" },
		{ "\u0631\u062f \"0 .\".", "\u0631\u062f [\"0 .\"]." },
		{ "\"\u0631\u062f\" \"\u0631\"",
		    "\"\u0631\u062f\" \"\u0631\"" },
		{ "\u0631\u062f 550 5.7.1\u060c \u0631\u062f",
		    "\u0631\u062f [550 5.7.1]\u060c \u0631\u062f" },
		{ "\u0631\u062f --top=N (RFC 5321 4.2).",
		    "\u0631\u062f [--top=N (RFC 5321 4.2)]." },
		{ "551  \u0631\u062f  552", "[551]  \u0631\u062f  [552]" },
		{ "\u0631\u062f <a@example.com>: RCPT:",
		    "\u0631\u062f [<a@example.com>: RCPT]:" },
		{ "\033[32m551\033[0m \u0631\u062f",
		    "\033[32m[551]\033[0m \u0631\u062f" },
	};
	struct buf got;
	size_t i, k;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		buf_clear(&isolated);
		bidi_line(rows[i].text, strlen(rows[i].text), isolate);
		buf_clear(&got);
		for (k = 0; k < isolated.used; k++)
			if (memcmp(isolated.s + k, "\xe2\x81\xa6", 3) == 0) {
				buf_text(&got, "[");
				k += 2;
			} else if (memcmp(isolated.s + k, "\xe2\x81\xa9", 3) ==
			    0) {
				buf_text(&got, "]");
				k += 2;
			} else
				buf_bytes(&got, isolated.s + k, 1);
		assert_string_equal(got.s, rows[i].want);
	}
}

int
test_page(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(wraps_words_at_the_width),
		cmocka_unit_test(wraps_a_word_longer_than_its_buffer),
		cmocka_unit_test(shows_what_could_drive_a_terminal),
		cmocka_unit_test(isolates_latin_text),
		cmocka_unit_test(fills_templates),
		cmocka_unit_test(leaves_out_what_does_not_fit),
	};

	return cmocka_run_group_tests_name("page", tests, NULL, NULL);
}
