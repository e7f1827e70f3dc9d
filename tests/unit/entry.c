/* SPDX-License-Identifier: ISC */
#include "test.h"

static const char *
text(const struct smtpcode_entry *e, enum smtpcode_field field)
{
	return smtpcode_entry_text(e, field, 0, SMTPCODE_ID);
}

/* Written by hand from the RFCs, so that the table cannot agree with itself. */
static void
agrees_with_the_rfcs(void **state)
{
	static const struct {
		uint32_t code;
		const char *category, *phrase, *source, *command;
		enum smtpcode_status status;
	} rows[] = {
		{ 211, "information", "System status, or system help reply",
		    "RFC 5321 4.2.3, 4.3.2", "HELP", SMTPCODE_STATUS_STANDARD },
		{ 220, "connection", "<domain> Service ready",
		    "RFC 5321 4.2.3, 4.3.1", "STARTTLS",
		    SMTPCODE_STATUS_STANDARD },
		{ 235, "authentication", "Authentication Succeeded",
		    "RFC 4954 4, 6", "AUTH", SMTPCODE_STATUS_EXTENSION },
		{ 250, "mail-system", "Requested mail action okay, completed",
		    "RFC 5321 4.2.3, 4.3.2, 4.2.5", "DATA-END",
		    SMTPCODE_STATUS_STANDARD },
		{ 251, "mail-system",
		    "User not local; will forward to <forward-path>",
		    "RFC 5321 4.2.3, 3.4, 7.4", "RCPT",
		    SMTPCODE_STATUS_STANDARD },
		{ 334, "authentication", NULL, "RFC 4954 4", "AUTH",
		    SMTPCODE_STATUS_EXTENSION },
		{ 354, "mail-system",
		    "Start mail input; end with <CRLF>.<CRLF>",
		    "RFC 5321 4.2.3, 3.3, 4.1.1.4, 4.5.2", "DATA",
		    SMTPCODE_STATUS_STANDARD },
		{ 421, "connection",
		    "<domain> Service not available, closing transmission "
		    "channel",
		    "RFC 5321 4.2.3, 3.8, 4.3.2", "ANY",
		    SMTPCODE_STATUS_STANDARD },
		{ 432, "authentication", "A password transition is needed",
		    "RFC 4954 6", "AUTH", SMTPCODE_STATUS_EXTENSION },
		{ 450, "mail-system",
		    "Requested mail action not taken: mailbox unavailable",
		    "RFC 5321 4.2.3, 4.2.2, 4.3.2", "RCPT",
		    SMTPCODE_STATUS_STANDARD },
		{ 453, "mail-system", "You have no mail", "RFC 2645 5.2.1, 7",
		    "ATRN", SMTPCODE_STATUS_EXTENSION },
		{ 455, "mail-system", "Server unable to accommodate parameters",
		    "RFC 5321 4.2.3, 4.1.1.11, 4.3.2", "MAIL",
		    SMTPCODE_STATUS_STANDARD },
		{ 459, "mail-system", "Node <x> not allowed: <reason>",
		    "RFC 1985 5.1, 5.2", "ETRN", SMTPCODE_STATUS_EXTENSION },
		{ 503, "syntax", "Bad sequence of commands",
		    "RFC 5321 4.2.3, 4.1.4, 4.3.2, 3.1", "BDAT",
		    SMTPCODE_STATUS_STANDARD },
		{ 521, "connection", "Host does not accept mail",
		    "RFC 7504 3, 5.1", "CONNECT", SMTPCODE_STATUS_STANDARD },
		{ 535, "authentication", "Authentication credentials invalid",
		    "RFC 4954 4, 6", "AUTH", SMTPCODE_STATUS_EXTENSION },
		{ 538, "authentication",
		    "Encryption required for requested authentication "
		    "mechanism",
		    "RFC 4954 6", "AUTH", SMTPCODE_STATUS_OBSOLETE },
		{ 551, "mail-system",
		    "User not local; please try <forward-path>",
		    "RFC 5321 4.2.3, 3.4, 7.4", "VRFY",
		    SMTPCODE_STATUS_STANDARD },
		{ 555, "mail-system",
		    "MAIL FROM/RCPT TO parameters not recognized or not "
		    "implemented",
		    "RFC 5321 4.2.3, 4.1.1.11, 4.3.2", "RCPT",
		    SMTPCODE_STATUS_STANDARD },
		{ 556, "mail-system", "Domain does not accept mail",
		    "RFC 7504 4, 5.1", "RCPT", SMTPCODE_STATUS_STANDARD },
	};
	const struct smtpcode_entry *e;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		e = smtpcode_find_entry(rows[i].code);
		assert_non_null(e);
		assert_string_equal(
		    text(e, SMTPCODE_CATEGORY), rows[i].category);
		if (rows[i].phrase == NULL)
			assert_null(text(e, SMTPCODE_PHRASE));
		else
			assert_string_equal(
			    text(e, SMTPCODE_PHRASE), rows[i].phrase);
		assert_string_equal(text(e, SMTPCODE_SOURCE), rows[i].source);
		assert_true(smtpcode_entry_answers(
		    e, rows[i].command, strlen(rows[i].command)));
		assert_int_equal(smtpcode_entry_status(e), rows[i].status);
	}
}

/* What must be the case for a list of codes: each is in the table. */
static void
check_list(const struct smtpcode_entry *e, enum smtpcode_field field)
{
	uint32_t code;
	size_t i;

	for (i = 0; (code = smtpcode_entry_list(e, field, i)) != 0; i++)
		if (!smtpcode_is_enhanced(code) &&
		    smtpcode_find_entry(code) == NULL)
			fail_msg("%u names %u, which is in no table",
			    (unsigned)smtpcode_entry_code(e), (unsigned)code);
	assert_int_equal(smtpcode_entry_list(e, field, i + 1), 0);
}

static void
is_sorted_and_whole(void **state)
{
	static const enum smtpcode_field needed[] = { SMTPCODE_NAME,
		SMTPCODE_ABOUT, SMTPCODE_GIST, SMTPCODE_MEANING, SMTPCODE_WHEN,
		SMTPCODE_SEND, SMTPCODE_DO };
	const struct smtpcode_entry *e = NULL;
	uint32_t last = 0, code;
	size_t i, k, n = 0;
	const char *s;

	(void)state;
	while ((e = smtpcode_next_entry(e)) != NULL) {
		code = smtpcode_entry_code(e);
		assert_true(code > last);
		last = code;
		n++;
		assert_ptr_equal(smtpcode_find_entry(code), e);
		for (i = 0; i < COUNT(needed); i++)
			if (smtpcode_entry_text(e, needed[i], 0, 0) == NULL)
				fail_msg("%u lacks field %d", (unsigned)code,
				    (int)needed[i]);
		for (i = 0; i <= SMTPCODE_DO; i++)
			for (k = 0; (s = smtpcode_entry_text(e,
			                 (enum smtpcode_field)i, k, 0)) != NULL;
			     k++)
				assert_true(strlen(s) > 0);
		assert_non_null(text(e, SMTPCODE_SOURCE));
		assert_non_null(text(e, SMTPCODE_CAUSE));
		check_list(e, SMTPCODE_ENHANCED_CODES);
		check_list(e, SMTPCODE_RELATED);
		check_list(e, SMTPCODE_TWIN);
	}
	assert_true(n >= 69);
}

/* Both ends of a relation know each other's class, and twins are mutual. */
static void
has_mutual_twins(void **state)
{
	const struct smtpcode_entry *e = NULL, *other;
	uint32_t twin;

	(void)state;
	while ((e = smtpcode_next_entry(e)) != NULL) {
		twin = smtpcode_entry_list(e, SMTPCODE_TWIN, 0);
		if (twin == 0)
			continue;
		other = smtpcode_find_entry(twin);
		assert_non_null(other);
		assert_int_equal(smtpcode_entry_list(other, SMTPCODE_TWIN, 0),
		    smtpcode_entry_code(e));
	}
}

static void
never_drops_on_a_guess_or_a_4yz(void **state)
{
	const struct smtpcode_entry *e = NULL;

	(void)state;
	while ((e = smtpcode_next_entry(e)) != NULL) {
		if (smtpcode_entry_address(e) == SMTPCODE_ADDRESS_KEEP)
			continue;
		assert_int_equal(smtpcode_class_of(smtpcode_entry_code(e)),
		    SMTPCODE_CLASS_PERMANENT);
		assert_int_not_equal(
		    smtpcode_entry_certainty(e), SMTPCODE_CERTAINTY_GUESS);
	}
}

static void
finds_the_nearest(void **state)
{
	static const struct {
		uint32_t code;
		size_t want_n;
		uint32_t want[3];
	} rows[] = {
		{ 560, 3, { 550, 530, 500 } },
		{ 591, 3, { 551, 521, 501 } },
		{ 299, 2, { 253, 252, 0 } },
		{ 257, 3, { 253, 252, 251 } },
		{ 300, 2, { 334, 354, 0 } },
		{ 444, 1, { 454, 0, 0 } },
		{ 599, 2, { 556, 555, 0 } },
	};
	uint32_t out[3];
	size_t i, k, n;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		n = smtpcode_near_codes(rows[i].code, out);
		assert_int_equal(n, rows[i].want_n);
		for (k = 0; k < n; k++)
			assert_int_equal(out[k], rows[i].want[k]);
	}
}

static void
holds_nothing_that_it_was_not_given(void **state)
{
	(void)state;
	assert_null(smtpcode_find_entry(0));
	assert_null(smtpcode_find_entry(560));
	assert_null(smtpcode_find_entry(UINT32_MAX));
	assert_null(
	    smtpcode_entry_text(smtpcode_find_entry(551), SMTPCODE_NAME, 1, 0));
	assert_null(smtpcode_entry_text(
	    smtpcode_find_entry(551), SMTPCODE_NAME, 0, 99));
	assert_null(smtpcode_entry_text(
	    smtpcode_find_entry(551), SMTPCODE_FIELDS, 0, 0));
	assert_int_equal(
	    smtpcode_entry_list(smtpcode_find_entry(551), SMTPCODE_NAME, 0), 0);
	assert_false(
	    smtpcode_entry_answers(smtpcode_find_entry(551), "RCP", 3));
}

int
test_entry(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_the_rfcs),
		cmocka_unit_test(is_sorted_and_whole),
		cmocka_unit_test(has_mutual_twins),
		cmocka_unit_test(never_drops_on_a_guess_or_a_4yz),
		cmocka_unit_test(finds_the_nearest),
		cmocka_unit_test(holds_nothing_that_it_was_not_given),
	};

	return cmocka_run_group_tests_name("entry", tests, NULL, NULL);
}
