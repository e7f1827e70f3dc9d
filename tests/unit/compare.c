/* SPDX-License-Identifier: ISC */
/*
 * Every pair of codes is compared and the page read: each part must be there,
 * no sentence twice, no difference empty.
 */
#include "compare.h"
#include "show.h"
#include "test.h"

static int
holds(const enum smtpcode_field *fields, size_t n, enum smtpcode_field field)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (fields[i] == field)
			return 1;
	return 0;
}

static void
finds_what_differs(void **state)
{
	static const struct {
		uint32_t a, b;
		enum smtpcode_field field;
		int want;
	} rows[] = {
		{ 235, 551, SMTPCODE_CLASS, 1 },
		{ 235, 551, SMTPCODE_SOURCE, 1 },
		{ 235, 551, SMTPCODE_ADDRESS, 1 },
		{ 235, 551, SMTPCODE_TWIN, 0 },
		{ 450, 550, SMTPCODE_CLASS, 1 },
		{ 450, 550, SMTPCODE_TWIN, 0 },
		{ 450, 550, SMTPCODE_SOURCE, 0 },
		{ 450, 451, SMTPCODE_CLASS, 0 },
		{ 450, 452, SMTPCODE_TWIN, 1 },
		{ 500, 501, SMTPCODE_RETRY, 0 },
		{ 535, 530, SMTPCODE_SOURCE, 0 },
	};
	const struct smtpcode_entry *e[2];
	enum smtpcode_field out[SMTPCODE_FIELDS];
	size_t i, n;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		e[0] = smtpcode_find_entry(rows[i].a);
		e[1] = smtpcode_find_entry(rows[i].b);
		n = smtpcode_compare_entries(e, 2, out);
		if (holds(out, n, rows[i].field) != rows[i].want)
			fail_msg("row %zu: %u and %u", i, (unsigned)rows[i].a,
			    (unsigned)rows[i].b);
	}
}

static void
finds_the_text_of_a_pair_in_any_order(void **state)
{
	static const uint32_t ab[] = { 251, 551 }, ba[] = { 551, 251 },
	                      three[] = { 452, 450, 451 },
	                      none[] = { 211, 557 }, same[] = { 551, 551 };

	(void)state;
	assert_non_null(smtpcode_pair_text(ab, 2, 0, 0));
	assert_ptr_equal(
	    smtpcode_pair_text(ab, 2, 0, 0), smtpcode_pair_text(ba, 2, 0, 0));
	assert_non_null(smtpcode_pair_text(three, 3, 0, 0));
	assert_null(smtpcode_pair_text(none, 2, 0, 0));
	assert_null(smtpcode_pair_text(same, 2, 0, 0));
	assert_null(smtpcode_pair_text(ab, 1, 0, 0));
}

/* The end of the sentence at s: behind its full stop, or the line's end. */
static const char *
sentence_end(const char *s)
{
	while (*s != '\0' && *s != '\n' &&
	    !(s[0] == '.' && (s[1] == ' ' || s[1] == '\n')))
		s++;
	return *s == '.' ? s + 1 : s;
}

/* Behind a label or an audience at the start of a line. */
static const char *
skip_label(const char *s)
{
	static const char *const labels[] = { "Meaning     ", "Seen when   ",
		"How to fix  ", "Sender: ", "Sender's admin: ",
		"Server's admin: ", "Developer: " };
	size_t i;

	for (i = 0; i < COUNT(labels); i++)
		if (strncmp(s, labels[i], strlen(labels[i])) == 0)
			s += strlen(labels[i]);
	return s;
}

/* Does a sentence of the page, of some length, stand in it again? */
static int
repeats(const char *page, char *sentence, size_t size)
{
	const char *s = page, *end;
	size_t n;

	while (*s != '\0') {
		while (*s == ' ' || *s == '\n')
			s++;
		s = skip_label(s);
		end = sentence_end(s);
		n = (size_t)(end - s);
		if (n >= 5 && n < size && end[-1] == '.') {
			memcpy(sentence, s, n);
			sentence[n] = '\0';
			if (strstr(end, sentence) != NULL)
				return 1;
		}
		s = *end == '\0' ? end : end + 1;
	}
	return 0;
}

static int
occurrences(const char *page, const char *what)
{
	int n = 0;

	for (; (page = strstr(page, what)) != NULL; page++)
		n++;
	return n;
}

/* What is wrong with the page of a comparison of two codes, or NULL. */
static const char *
fault(const char *page, const struct comparison *c, char *detail, size_t size)
{
	static const char *const once[] = { "\nKey differences\n 1. ",
		"\nWhen to use which\n Server  ", "\n Client  " };
	static const char *const twice[] = { "\nMeaning     ", "\nSeen when   ",
		"\nHow to fix  " };
	static const char *const never[] = { "when when", "..", "  ;", " ,",
		"{", "(null)", "  \n", ": ;", ": ." };
	size_t i;

	/* Two drafts that expired differ in nothing that a standard knows. */
	for (i = c->differences > 0 ? 0 : 1; i < COUNT(once); i++)
		if (occurrences(page, once[i]) != 1)
			return once[i];
	for (i = 0; i < COUNT(twice); i++) /* in part under both names */
		if (occurrences(page, twice[i]) < 1 ||
		    occurrences(page, twice[i]) > 3)
			return twice[i];
	for (i = 0; i < COUNT(never); i++)
		if (strstr(page, never[i]) != NULL)
			return never[i];
	if (c->differences < 1 ?
	        smtpcode_entry_status(c->subject[0].entry) !=
	                SMTPCODE_STATUS_UNREGISTERED ||
	            occurrences(page, "\nKey differences\n None ") != 1 :
	        (c->difference[0] == SMTPCODE_CLASS && c->differences < 3))
		return "too few differences";
	return repeats(page, detail, size) ? "a sentence stands twice" : NULL;
}

/* Socket errors are no codes; nor is x.7.26 for itself. */
static int
is_compared(const struct smtpcode_entry *e)
{
	uint32_t code = smtpcode_entry_code(e);

	if (smtpcode_is_enhanced(code))
		return smtpcode_class_of(code) != SMTPCODE_CLASS_NONE &&
		    (smtpcode_entry_foreseen(e) ||
		        smtpcode_class_of(code) == SMTPCODE_CLASS_TRANSIENT);
	return code != 101 && code != 111;
}

/* The code in text; two may be asked for at a time. */
static const char *
name(const struct smtpcode_entry *e)
{
	static char text[2][SMTPCODE_CODE_SIZE];
	static int turn;

	turn = !turn;
	(void)smtpcode_format_code(smtpcode_entry_code(e), text[turn]);
	return text[turn];
}

static void
compares_every_pair(void **state)
{
	const struct smtpcode_entry *a = NULL, *b;
	struct comparison c;
	struct page p;
	char detail[1024] = "";
	const char *page, *what;
	struct side sides[2] = { { .code = 0 }, { .code = 0 } };
	int failed = 0;

	(void)state;
	page_start(&p, 0, 0, 0);
	while ((a = smtpcode_next_entry(a)) != NULL) {
		b = NULL;
		while ((b = smtpcode_next_entry(b)) != NULL) {
			if (a == b || !is_compared(a) || !is_compared(b))
				continue;
			sides[0].code = smtpcode_entry_code(a);
			sides[1].code = smtpcode_entry_code(b);
			compare_sides(&c, sides, 2);
			capture_start();
			compare_show(&p, &c);
			page = capture_end();
			what = fault(page, &c, detail, sizeof detail);
			if (what != NULL && failed++ < 20)
				print_error("%s vs %s: %s: %s\n", name(a),
				    name(b), what, detail);
		}
	}
	assert_int_equal(failed, 0);
}

static void
counts_equal_codes_once(void **state)
{
	static const struct side sides[] = { { .code = 551 }, { .code = 551 },
		{ .code = 250 }, { .code = 551 } };
	struct comparison c;

	(void)state;
	compare_sides(&c, sides, 4);
	assert_int_equal(c.n, 2);
	compare_sides(&c, sides, 2);
	assert_int_equal(c.n, 1);
	assert_int_equal(c.differences, 0);
}

int
test_compare(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_what_differs),
		cmocka_unit_test(finds_the_text_of_a_pair_in_any_order),
		cmocka_unit_test(compares_every_pair),
		cmocka_unit_test(counts_equal_codes_once),
	};

	return cmocka_run_group_tests_name("compare", tests, NULL, NULL);
}
