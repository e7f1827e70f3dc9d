/* SPDX-License-Identifier: ISC */
/*
 * What makes two replies equal, what rules see: the table is the definition.
 */
#include "host.h"
#include "smtpcode_reply.h"
#include "test.h"

static const struct {
	const char *text, *mask;
} rows[] = {
	/* addresses, however they are quoted */
	{ "<a.b+c@example.com>: unknown", "<<address>>: unknown" },
	{ "to=a@example.com", "to=<address>" },
	{ "o'brien@example.com is gone", "<address> is gone" },
	{ "a@[192.0.2.1] no", "<address> no" },
	{ "SRS0=x=y=example.com=a@example.net", "<address>" },
	{ "@ home", "@ home" },
	/* marks of Chinese and Japanese end what stands beside them */
	{ "\xe5\xae\x9b\xe5\x85\x88\xe3\x80\x8c"
	  "a@example.com"
	  "\xe3\x80\x8d\xe3\x81\xaf",
	    "\xe5\xae\x9b\xe5\x85\x88\xe3\x80\x8c<address>"
	    "\xe3\x80\x8d\xe3\x81\xaf" },
	{ "IP\xef\xbc\x9a"
	  "192.0.2.1\xef\xbc\x8c"
	  "mx.example.com\xe3\x80\x82",
	    "IP\xef\xbc\x9a<ip>\xef\xbc\x8c<host>\xe3\x80\x82" },
	{ "\xe2\x80\x9c"
	  "a@b\xc3\xbc.example\xe2\x80\x9d",
	    "\xe2\x80\x9c<address>\xe2\x80\x9d" },
	{ "\xe4\xbd\x90\xe3\x80\x85@example.com", "<address>" },
	/* hosts, but not those that say something */
	{ "host mx1.example.com said", "host <host> said" },
	{ "blocked using zen.spamhaus.org", "blocked using zen.spamhaus.org" },
	{ "gmail-smtp-in.l.google.com", "gmail-smtp-in.l.google.com" },
	{ "AM6EUR05FT062.mail.protection.outlook.com", "<id>.outlook.com" },
	{ "see http://example.com/why?a=1",
	    "see http://<host>/why?a=<number>" },
	{ "see http://www.openspf.org/why?s=a@example.com&ip=192.0.2.1",
	    "see http://www.openspf.org/<address>&ip=<ip>" },
	{ "http://a@example.com/ no", "http://<address>/ no" },
	{ "joe/pc@example.com no", "<address> no" },
	{ "a.b.C is no host", "a.b.C is no host" },
	{ "e.g. this", "e.g. this" },
	/* IP addresses, not what only looks so */
	{ "[192.0.2.1] blocked", "[<ip>] blocked" },
	{ "2.2.0.192.zen.spamhaus.org", "2.2.0.192.zen.spamhaus.org" },
	{ "[2001:db8::1]", "[<ip>]" },
	{ "[::ffff:192.0.2.1] 64:ff9b::192.0.2.1, ::192.0.2.1.5",
	    "[<ip>] <ip>, <ip>.0.2.1.5" },
	{ "IPv6:2001:db8:0:0:0:0:0:1", "IPv6:<ip>" },
	{ "version 8.14.4", "version 8.14.4" },
	{ "192.0.2.256", "192.0.2.256" },
	/* what an address or a host may begin with */
	{ "<+15551234567@example.com> no", "<<address>> no" },
	{ "<_john@example.com>: -a@b", "<<address>>: <address>" },
	{ "_dmarc.example.com bad", "<host> bad" },
	{ "a@b@example.org", "<address><host>" },
	{ "<\"john.doe\"@example.com>: x", "<<address>>: x" },
	{ "\"john doe\"@example.com", "\"john doe\"<host>" },
	{ "a \"quoted\" word, \"a\"@ \"", "a \"quoted\" word, \"a\"@ \"" },
	{ "- gsmtp -gsmtp (-1)", "- gsmtp -gsmtp (-1)" },
	/* what stands behind a mask is read as behind any word */
	{ "ad::1g", "ad::<number>" },
	{ "ab@b::b", "<address><ip>" },
	/* codes stay, times do not */
	{ "in 300 \t min.", "in <number> min." },
	{ "took 300 ms", "took <number> ms" },
	{ "495 KB/sec, 550 S/MIME", "<number> KB/sec, 550 S/MIME" },
	{ "said 550 security", "said 550 security" },
	{ "550 5.7.1 no", "550 5.7.1 no" },
	{ "(#5.1.1)", "(#5.1.1)" },
	/* tags of providers stay, ids go */
	{ "part of their network is on our block list (S3150)",
	    "part of their network is on our block list (S3150)" },
	{ "[TSS04] Messages", "[TSS04] Messages" },
	{ "AS780090", "AS780090" },
	{ "queued as 4XyZ12abc9", "queued as <id>" },
	{ "d9443c01a7336-2a1b2c3d", "<id>" },
	/* times and numbers */
	{ "at 2026-11-22T03:14:05Z", "at <time>" },
	{ "wait 00:05:00", "wait <time>" },
	{ "try again in 300 seconds", "try again in <number> seconds" },
	{ "try again in 3600 seconds", "try again in <number> seconds" },
	{ "size 10485760 exceeds 5MB", "size <number> exceeds <number>" },
	/* white space */
	{ " a \t b\r\n c ", "a b c" },
	{ "", "" },
	/* other scripts and other bytes */
	{ "\xd0\x9f\xd0\xbe\xd0\xbb\xd1\x8c 12345",
	    "\xd0\x9f\xd0\xbe\xd0\xbb\xd1\x8c <number>" },
	{ "\x01\xff<", "\x01\xff<" },
};

static void
masks_what_varies(void **state)
{
	char mask[256];
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		smtpcode_mask_text(
		    rows[i].text, strlen(rows[i].text), mask, sizeof mask);
		if (strcmp(mask, rows[i].mask) != 0)
			print_message("\"%s\"\n", rows[i].text);
		assert_string_equal(mask, rows[i].mask);
	}
}

static void
masking_twice_changes_nothing(void **state)
{
	char mask[256];
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		smtpcode_mask_text(
		    rows[i].mask, strlen(rows[i].mask), mask, sizeof mask);
		assert_string_equal(mask, rows[i].mask);
	}
}

static void
tells_the_length_it_needs(void **state)
{
	char mask[8];
	static const char text[] = "a@example.com";

	(void)state;
	assert_int_equal(
	    smtpcode_mask_text(text, strlen(text), mask, sizeof mask), 9);
	assert_string_equal(mask, "<addres");
	assert_int_equal(smtpcode_mask_text(text, strlen(text), NULL, 0), 9);
}

/* The mask of one text, asked of another. */
static int
fits(const char *of, const char *text)
{
	struct smtpcode_pattern pattern;
	char mask[256];
	size_t length = smtpcode_mask_text(of, strlen(of), mask, sizeof mask);

	smtpcode_mask_study(mask, length, &pattern);
	return smtpcode_mask_fits(&pattern, text, strlen(text));
}

static void
knows_a_mask_again(void **state)
{
	static const char *const equal[][2] = {
		{ "No such user here", "No such user here" },
		{ "<a@example.com>: Relay access denied",
		    "<o'brien+list@mail.example.org>: Relay access denied" },
		{ "host mx1.example.com[192.0.2.1]:25 said no",
		    "host a.example.net[2001:db8::1]:2525 said no" },
		{ "Try  again, see https://example.com/why 4XyZ12abc9 - gsmtp",
		    "Try again,  see https://www.example.net/why "
		    "d9443c01a7336-2a1b2c3d - gsmtp" },
		{ "data (set_id=a@example.com)", "data (set_id=bob@b.de)" },
		{ "come back in 300 seconds", "come back in 45 seconds" },
		{ "550 5.7.26 4XyZ12abc9 - gsmtp",
		    "550 5.7.26 5AbC34def1 - gsmtp" },
	};
	static const char *const different[][2] = {
		{ "No such user here", "No such user" },
		{ "No such user", "No such user here" },
		{ "[192.0.2.1] blocked", "[192.0.2.256] blocked" },
		{ "using bl.example.com", "using zen.spamhaus.org" },
		{ "using bl.example.com", "using 4XyZ12abc9" },
		{ "tag S3150", "tag S3140" },
		/* what a piece is may hang on what follows, or goes before */
		{ "550 mx.example.com", "550 days.example.com" },
		{ "<4XyZ12abc9>", "<number-12345678>" },
		{ "/foo!a/b@example.com", "/foo!ab@example.com" },
		{ "fe:192.0.2.1", "fe:12ab::1" },
		{ "x=<ip>", "x=<ip-3>1" },
		{ "ab@b::b", "ab@b::c" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(equal); i++)
		assert_int_equal(fits(equal[i][0], equal[i][1]), 1);
	for (i = 0; i < COUNT(different); i++)
		assert_int_equal(fits(different[i][0], different[i][1]), 0);
}

/* What fits has the mask: each text of the table, and all the masks. */
static void
what_fits_has_the_mask(void **state)
{
	size_t i, k;

	(void)state;
	for (i = 0; i < COUNT(rows); i++)
		for (k = 0; k < COUNT(rows); k++)
			if (fits(rows[i].text, rows[k].text))
				assert_string_equal(rows[i].mask, rows[k].mask);
}

static void
knows_the_domains_of_the_table(void **state)
{
	(void)state;
	assert_int_equal(smtpcode_x_known_host("mx.GOOGLE.com", 13), 10);
	assert_int_equal(smtpcode_x_known_host("google.com", 10), 10);
	assert_int_equal(smtpcode_x_known_host("notgoogle.com", 13), 0);
	assert_int_equal(smtpcode_x_known_host("google.com.example", 18), 0);
	assert_int_equal(smtpcode_x_known_host("", 0), 0);
	assert_int_equal(smtpcode_x_known_host("o2.pl", 5), 5);
	assert_int_equal(smtpcode_x_known_host("mx.o2.pl", 8), 5);
	assert_int_equal(smtpcode_x_known_host("o2xpl", 5), 0);
}

static void
knows_whose_host_answered(void **state)
{
	static const char host[] = "mx.google.com[192.0.2.1]:25";
	const struct smtpcode_provider *p;

	(void)state;
	p = smtpcode_provider_of_host(host, strlen(host));
	assert_non_null(p);
	assert_string_equal(
	    smtpcode_provider_text(p, SMTPCODE_PROVIDER_ID), "google");
	assert_null(smtpcode_provider_of_host("mx.example.com", 14));
	assert_null(smtpcode_provider_of_host("[192.0.2.1]", 11));
}

int
test_mask(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(masks_what_varies),
		cmocka_unit_test(masking_twice_changes_nothing),
		cmocka_unit_test(tells_the_length_it_needs),
		cmocka_unit_test(knows_a_mask_again),
		cmocka_unit_test(what_fits_has_the_mask),
		cmocka_unit_test(knows_the_domains_of_the_table),
		cmocka_unit_test(knows_whose_host_answered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
