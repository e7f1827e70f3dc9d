/* SPDX-License-Identifier: ISC */
/*
 * The replies in texts of every kind, however the texts are cut and however
 * many bytes are looked at together. What only looks like a code is none.
 */
#include "lines.h"
#include "smtpcode_scan.h"
#include "test.h"

enum smtpcode_x_level __real_smtpcode_x_best_level(void);
enum smtpcode_x_level __wrap_smtpcode_x_best_level(void);

static enum smtpcode_x_level level;
static struct smtpcode_scan scan;

enum smtpcode_x_level
__wrap_smtpcode_x_best_level(void)
{
	return level;
}

/* ---------------------------------------------------------- what is found */

/* The replies found, a line for each; ! says that there are notes. */
static char told[65536];
static size_t used;

static void
tell(const struct smtpcode_found *f)
{
	static const char *const directions[] = { "", " out", " in" };
	const struct smtpcode_reply *r = &f->reply;
	char enhanced[SMTPCODE_CODE_SIZE] = "";

	(void)smtpcode_format_code(r->enhanced, enhanced);
	used += (size_t)snprintf(told + used, sizeof told - used,
	    "%d: %u%s %s%s <%.*s> %.*s\n", (int)f->line, (unsigned)r->code,
	    r->notes != 0 ? "!" : "", enhanced, directions[r->direction],
	    (int)r->recipient.n, r->recipient.p == NULL ? "" : r->recipient.p,
	    (int)r->text.n, r->text.p == NULL ? "" : r->text.p);
	assert_true(used < sizeof told);
}

/* Read a text in pieces, each in a block of its own: the first is of other
 * bytes than the rest. */
static const char *
scan_cut(const char *s, size_t n, size_t first, size_t rest)
{
	size_t size = first;
	struct smtpcode_found f;
	size_t length, left;
	const char *p;
	char *piece;

	used = 0;
	told[0] = '\0';
	memset(&scan, 0xa5, sizeof scan);
	smtpcode_scan_start(&scan, 0);
	for (; n > 0; s += length, n -= length) {
		length = size < n ? size : n;
		p = piece = test_malloc(length);
		memcpy(piece, s, length);
		left = length;
		while (smtpcode_scan_next(&scan, &p, &left, &f))
			tell(&f);
		test_free(piece);
		size = rest;
	}
	while (smtpcode_scan_end(&scan, &f))
		tell(&f);
	return told;
}

static const char *
scan_pieces(const char *s, size_t n, size_t size)
{
	return scan_cut(s, n, size, size);
}

/* Lines may go on in the next block though this one ends with a line. */
static void
assert_told_in_two(const char *name, const char *s, size_t n, const char *want)
{
	size_t i;

	level = __real_smtpcode_x_best_level();
	for (i = 1; i < n; i++)
		if (s[i - 1] == '\n' &&
		    strcmp(scan_cut(s, n, i, n), want) != 0) {
			print_message("%s, cut at %zu:\n%s", name, i, told);
			assert_string_equal(told, want);
		}
}

/* The same in every cutting and at every level. */
static void
assert_told(const char *name, const char *s, size_t n, const char *want)
{
	static const size_t sizes[] = { 1 << 20, 1, 2, 3, 7, 16, 31, 64, 100,
		1000 };
	enum smtpcode_x_level best = __real_smtpcode_x_best_level();
	size_t i;

	for (i = 0; i < COUNT(sizes); i++)
		for (level = LEVEL_PORTABLE; level <= best; level++) {
			if (strcmp(scan_pieces(s, n, sizes[i]), want) == 0)
				continue;
			print_message("%s, pieces of %zu, level %d:\n%s", name,
			    sizes[i], (int)level, told);
			assert_string_equal(told, want);
		}
	assert_told_in_two(name, s, n, want);
}

struct text {
	const char *name, *text, *want;
};

static void
assert_texts(const struct text *rows, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		assert_told(rows[i].name, rows[i].text, strlen(rows[i].text),
		    rows[i].want);
}

/* ------------------------------------------------------------------- texts */

#define STAMP "Nov 22 03:14:05 mx1 "
#define ISO "2026-11-22 03:14:05 "

static const struct text logs[] = {
	{ "Postfix",
	    STAMP "postfix/smtp[550]: 4F2kC1: to=<a@example.com>, "
	          "relay=mx1.example.com[192.0.2.1]:25, dsn=5.1.1, "
	          "status=bounced (host mx1.example.com[192.0.2.1] said: 550 "
	          "5.1.1 <a@example.com>: User unknown (in reply to RCPT TO "
	          "command))\n"
	          "Nov 22 03:14:06 mx1 postfix/smtpd[450]: NOQUEUE: reject: "
	          "RCPT from unknown[192.0.2.9]: 450 4.7.1 <b@example.org>: "
	          "Greylisted; from=<x@example.net> to=<b@example.org>\n"
	          "Nov 22 03:14:07 mx1 postfix/qmgr[551]: 4F2kC1: removed\n"
	          "2026-11-22T03:14:08.5+01:00 mx1 postfix/smtp[552]: "
	          "4F2kC2: to=<c@example.com>, dsn=4.4.1, status=deferred "
	          "(connect to mx2.example.com[192.0.2.2]:25: Connection "
	          "timed out)\n",
	    "1: 550 5.1.1 out <a@example.com> <a@example.com>: User "
	    "unknown\n"
	    "2: 450 4.7.1 in <b@example.org> <b@example.org>: "
	    "Greylisted\n"
	    "4: 0 4.4.1 out <c@example.com> connect to "
	    "mx2.example.com[192.0.2.2]:25: Connection timed out\n" },
	{ "Exim",
	    ISO "1abCDe-000123-4F ** a@example.com H=mx1.example.com "
	        "[192.0.2.1]: SMTP error from remote mail server after "
	        "RCPT TO:<a@example.com>: 550 5.1.1 User unknown\n"
	        "2026-11-22 03:14:06 1abCDf-000124-5G == b@example.com "
	        "defer (-44): SMTP error from remote mail server after end "
	        "of data: 452 4.2.2 Mailbox full\n"
	        "2026-11-22 03:14:07 H=(pc) [192.0.2.9] F=<x@example.net> "
	        "rejected RCPT <c@example.org>: Sender verify failed\n"
	        "2026-11-22 03:14:08 1abCDg-000125-6H => d@example.com "
	        "H=mx1.example.com [192.0.2.1] C=\"250 2.0.0 Ok: queued\"\n",
	    "1: 550 5.1.1 out <a@example.com> User unknown\n"
	    "2: 452 4.2.2 out <b@example.com> Mailbox full\n"
	    "3: 0  in <c@example.org> Sender verify failed\n"
	    "4: 250 2.0.0 out <d@example.com> Ok: queued\n" },
	{ "Exim, odd",
	    ISO "1abCDe-000123-4F ** a@example.com: Unrouteable address\n" ISO
	        "1abCDe-000123-4F ** b@example.com F=<> R=smart550\n" ISO
	        "1abCDe-000123-4F == c@example.com R=dns defer (110)\n" ISO
	        "1abCDe-000123-4F => d@example.com R=local (550)\n" ISO
	        "1abCDe-000123-4F == e <e@example.com> R=dns defer (-53): "
	        "retry time not reached\n" ISO
	        "H=(pc) [192.0.2.9] temporarily rejected after DATA: 451 "
	        "4.7.1 later\n" ISO
	        "H=(pc) [192.0.2.9] rejected EHLO 550 pc\n" ISO
	        "H=(pc) [192.0.2.9] rejected by local_scan(): too much\n" ISO
	        "plain authenticator failed for H=(pc) [192.0.2.9]: 535 "
	        "Incorrect\n" ISO
	        "plain authenticator failed for H=(pc) [192.0.2.9]: no\n" ISO
	        "1abCDe-000123-4F H=mx1.example.com [192.0.2.1]: SMTP error "
	        "from remote mail server after pipelined MAIL "
	        "FROM:<x@example.net> SIZE=2550: 552 5.3.4 too big\n" ISO
	        "1abCDe-000123-4F H=mx1.example.com [192.0.2.1]: SMTP error "
	        "from remote mail server after the end of data: none\n" ISO
	        "1abCDe-000123-4F == f@example.com R=dns T=smtp defer (-37) "
	        "H=mx1.example.com [192.0.2.1]: TLS session: (SSL_connect) "
	        "expired\n" ISO
	        "1abCDe-000123-4F ** g@example.com R=dns T=smtp H=mx1.example."
	        "com [192.0.2.1] : Malformed SMTP reply in response to RCPT "
	        "TO:<g@example.com>: 550 no\n" ISO
	        "1abCDe-000123-4F -> h@example.com R=dns H=mx1.example.com "
	        "[192.0.2.1]* X=TLS1.3:x:256 DN=\"/O=mail: 1\" C=\"250 ok\"\n",
	    "1: 0  out <a@example.com> Unrouteable address\n"
	    "5: 0  out <e@example.com> retry time not reached\n"
	    "6: 451 4.7.1 in <> later\n"
	    "9: 535  in <> Incorrect\n"
	    "11: 552 5.3.4 out <> too big\n"
	    "13: 0  out <f@example.com> TLS session: (SSL_connect) expired\n"
	    "14: 550  out <g@example.com> no\n"
	    "15: 250  out <h@example.com> ok\n" },
	{ "Postfix, odd",
	    STAMP
	    "postfix/smtpd[9]: NOQUEUE: reject: RCPT, to nobody\n" STAMP
	    "postfix/smtpd[9]: NOQUEUE: reject: RCPT from "
	    "x[2001:db8::1]: host: mine: 450 4.7.1 later; proto=ESMTP\n" STAMP
	    "postfix/smtpd[9]: NOQUEUE: reject: RCPT from "
	    "x[192.0.2.9]: no code; to=<a@example.com>\n" STAMP
	    "postfix/smtp[9]: 4F2kC1: to=<a@example.com>, "
	    "a_very_long_field_name=1, status=sent (ok)\n" STAMP
	    "postfix/smtp[9]: 4F2kC1: to=<a@example.com> relay=x, "
	    "status=sent (ok)\n" STAMP
	    "postfix/smtp[9]: 4F2kC1: to=<a@example.com>, relay=mx, "
	    "dsn=4.0.0, status=deferred (host mx refused to talk to "
	    "me: 421 busy)\n" STAMP
	    "postfix/smtp[9]: 4F2kC1: to=<a@example.com>, relay=none, "
	    "dsn=5.4.4, status=bounced (host said: no)\n" STAMP
	    "postfix/smtp[9]: 4F2kC1: to=<a@example.com>, relay=mx, "
	    "dsn=5.1.1, status=bounced (host mx said: 550 5.1.1 cut\n" STAMP
	    "postfix/smtp[9]: 4F2kC1: to=<a@example.com>, relay=mx, "
	    "dsn=5.1.1, status=bounced (550 5.1.1 gone) and more\n" STAMP
	    "postfix/smtp[9]: 4F2kC1: to=<a@example.com>, relay=mx, "
	    "dsn=5.1.1, status=bounced (550 5.1.1 no (a) such (b) us\n",
	    "2: 450 4.7.1 in <> later\n"
	    "6: 421  out <a@example.com> busy\n"
	    "7: 0 5.4.4 out <a@example.com> host said: no\n"
	    "8: 550 5.1.1 out <a@example.com> cut\n"
	    "9: 550 5.1.1 out <a@example.com> gone\n"
	    "10: 550 5.1.1 out <a@example.com> no (a) such (b) us\n" },
	{ "Postfix, without a delivery or without its code",
	    STAMP
	    "postfix/smtpd[9]: NOQUEUE: milter-reject: RCPT from "
	    "x[192.0.2.9]: 451 4.7.1 later; from=<> to=<a@example.com>\n" STAMP
	    "postfix/smtp[9]: 4F2kC1: host mx1[192.0.2.1] said: 450 4.2.0 "
	    "busy (in reply to RCPT TO command)\n" STAMP
	    "postfix/smtp[9]: 4F2kC1: to=<a@example.com>, relay=none, "
	    "delay=1, status=deferred (connect to mx1: Connection "
	    "refused)\n" STAMP
	    "postfix/smtpd[9]: warning: mx1[192.0.2.1]: SASL LOGIN "
	    "failed, said: 550 5.1.1 no\n" STAMP
	    "postfix/qmgr[550]: 4F2kC2: from=<x@example.net>, size=550, "
	    "nrcpt=1 (queue active)\r\n",
	    "1: 451 4.7.1 in <a@example.com> later\n"
	    "2: 450 4.2.0 out <> busy\n"
	    "3: 0  out <a@example.com> connect to mx1: Connection refused\n" },
	{ "commands without marks",
	    "RCPT TO:<a@example.com>\n550 5.1.1 no\nDATA\n503 5.5.1 none\n",
	    "2: 550 5.1.1 <a@example.com> no\n"
	    "4: 503 5.5.1 <a@example.com> none\n" },
	{ "Postfix, of a header or body",
	    STAMP
	    "postfix/cleanup[9]: 4F2kC1: reject: header Subject: said: 550 "
	    "5.1.1 no; from=<x> to=<y>: 550 5.1.1 gone from mx1[192.0.2.1]; "
	    "from=<x@example.net> to=<a@example.com> proto=ESMTP helo=<pc>: "
	    "5.7.1 spam\n" STAMP
	    "postfix/cleanup[9]: 4F2kC2: reject: body 550 from local; "
	    "from=<x@example.net>: 4.7.1 later\n" STAMP
	    "postfix/cleanup[9]: 4F2kC3: reject: body 550 from local;\n"
	    "4F2kC4: warning: header Subject: said: 550 5.1.1 from local;\n"
	    "4F2kC5: info: body said: 550 5.1.1 from local;\n"
	    "4F2kC6: replace: header X: said: 550 5.1.1 from local;\n",
	    "1: 0 5.7.1 in <a@example.com> spam\n"
	    "2: 0 4.7.1 in <> later\n3: 0  in <> \n" },
	{ "Postfix, of a header, with no code at all",
	    STAMP
	    "postfix/qmgr[7]: 4F2kC0: removed\n" STAMP
	    "postfix/cleanup[9]: 4F2kC1: reject: header Subject: offer from "
	    "mx1[192.0.2.1]; from=<x@example.net> to=<a@example.com> "
	    "proto=ESMTP helo=<pc>: no offers\n",
	    "2: 0  in <a@example.com> no offers\n" },
	{ "nothing said, and another line",
	    STAMP "postfix/qmgr[9]: 4F2kC1: removed\n" STAMP
	          "postfix/smtpd[9]:\nto=<a@example.com>, relay=mx1, "
	          "status=sent (250 2.0.0 ok)\n" STAMP
	          "postfix/smtpd[9]: 4F2kC1:\nreject: 550 5.1.1 no\n" STAMP
	          "postfix/smtpd[9]: \n" STAMP
	          "postfix/qmgr[9]: 4F2kC1: removed\n" STAMP
	          "postfix/qmgr[9]: 4F2kC2: removed\n" STAMP
	          "postfix/qmgr[9]: 4F2kC3: removed\n",
	    "3: 250 2.0.0 out <a@example.com> ok\n5: 550 5.1.1 <> no\n" },
	{ "tabs in lines",
	    STAMP
	    "postfix/qmgr[7]: 4F2kC0:\tremoved\n" STAMP
	    "postfix/smtpd[9]: NOQUEUE: reject: RCPT from x[192.0.2.9]: 550 "
	    "5.1.1 no\tuser\t; from=<> to=<a@example.com>\n" STAMP
	    "other[9]: said: 550 5.1.1\tno user\n",
	    "2: 550 5.1.1 in <a@example.com> no\tuser\n"
	    "3: 550 5.1.1 out <> no user\n" },
	{ "what a client sent",
	    STAMP
	    "postfix/smtpd[9]: warning: non-SMTP command from mx1[192.0.2.1]: "
	    "said: 550 5.1.1 no\n" STAMP
	    "postfix/smtpd[9]: improper command pipelining after EHLO from "
	    "mx1[192.0.2.1]: said: 550 5.1.1 no\n" STAMP
	    "postfix/postscreen[9]: PREGREET 9 after 0 from [192.0.2.1]:25: "
	    "said: 550 5.1.1 no\n" STAMP
	    "postfix/postscreen[9]: COMMAND PIPELINING from [192.0.2.1]:25 "
	    "after DATA: said: 550 5.1.1 no\n" STAMP
	    "postfix/postscreen[9]: BARE NEWLINE from [192.0.2.1]:25 after "
	    "said: 550 5.1.1 no\n" STAMP
	    "postfix/postscreen[9]: NON-SMTP COMMAND from [192.0.2.1]:25 "
	    "after CONNECT: said: 550 5.1.1 no\n"
	    "improper command pipelining after EHLO from mx1[192.0.2.1]: "
	    "said: 550 5.1.1 no\nwarning: Illegal address syntax from "
	    "mx1[192.0.2.1] in RCPT command: <said: 550 5.1.1 no>\n" ISO
	    "SMTP syntax error in \"said: 550 5.1.1 no\" H=[192.0.2.1]\n" ISO
	    "SMTP protocol synchronization error: rejected connection from "
	    "H=[192.0.2.1] input=\"said: 550 5.1.1 no\"\n" ISO
	    "SMTP error from remote mail server after RCPT TO:<a@example.com>"
	    ": host mx1.example.com [192.0.2.1]: 550 5.1.1 gone\n",
	    "11: 550 5.1.1 out <a@example.com> gone\n" },
	{ "what libraries wrap",
	    "Expected response code 250 but got code \"550\", with message "
	    "\"550 "
	    "no, thanks\"\n"
	    "Expected response code 354 but got code \"503\", with message "
	    "\"503-5.5.1 first\"\n"
	    "SMTP Error (450): Failed to add a@example.com (4.1.8 no domain)\n"
	    "Error SMTP (451): (later)\nit was rejected: gone (550)\n"
	    "SMTPAuthenticationError(535, 'bad, or (none)')\n"
	    "{'a@example.com': (550, b'5.1.1 <a@example.com>: gone'), 'b': 1}\n"
	    "SMTPDataError: (554, \"it's 5.7.1\")\n"
	    "Error(550, none)\n"
	    "response: '550 5.4.6 isn't it', responseCode: 550, x: 'y'\n"
	    "failed Detail: gone away SMTP code: 550 Additional SMTP info: "
	    "5.1.1\n"
	    "status=bounced (host mx1 said: 550 5.1.1 gone)\n"
	    "dsn=4.4.1, status=deferred (no answer)\n"
	    "to=<a@example.com>,relay=mx1.example.com,dsn=5.1.1,status=bounced "
	    "(550 5.1.1 gone)\n",
	    "1: 550  <> no, thanks\n2: 503 5.5.1 <> first\n"
	    "3: 450 4.1.8 <> Failed to add a@example.com (4.1.8 no domain)\n"
	    "4: 451  <> (later)\n5: 550  <> it was rejected: gone\n"
	    "6: 535  <> bad, or (none)\n"
	    "7: 550 5.1.1 <a@example.com> <a@example.com>: gone\n"
	    "8: 554 5.7.1 <> it's 5.7.1\n9: 550  <> none\n10: 550 5.4.6 <> "
	    "isn't it\n"
	    "11: 550 5.1.1 <> gone away\n12: 550 5.1.1 out <> gone\n"
	    "13: 0 4.4.1 out <> no answer\n"
	    "14: 550 5.1.1 out <a@example.com> gone\n" },
	{ "OpenSMTPD, of all ages",
	    STAMP
	    "smtpd[1]: 1e72 mda delivery evpid=80 from=<x@example.net> "
	    "to=<a@example.com> user=a result=Ok stat=Delivered\n" STAMP
	    "smtpd[1]: 1e72 mda delivery evpid=80 from=<x@example.net> "
	    "to=<a@example.com> user=a result=TempFail stat=Error "
	    "(full)\n" STAMP
	    "smtpd[1]: relay: TempFail for c5: to=<b@example.com>, "
	    "relay=192.0.2.1, stat=451 later\n" STAMP
	    "smtpd[1]: delivery: Ok for c5: to=<b@example.com>, "
	    "stat=Delivered\n" STAMP
	    "smtpd[1]: 8388 smtp failed-command command=\"RCPT "
	    "TO:<c@example.com>\" result=\"550 Invalid recipient\"\n" STAMP
	    "smtpd[1]: 8388 smtp failed-command command=\"DATA\" "
	    "result=\"no\"\n"
	    "session=0, stat=550 5.1.1 gone\n",
	    "1: 0  out <a@example.com> Delivered\n"
	    "2: 0  out <a@example.com> Error (full)\n"
	    "3: 451  out <b@example.com> later\n"
	    "4: 0  out <b@example.com> Delivered\n"
	    "5: 550  in <c@example.com> Invalid recipient\n"
	    "7: 550 5.1.1 out <> gone\n" },
	{ "Postfix, other refusals",
	    STAMP
	    "postfix/smtpd[3]: proxy-reject: END-OF-MESSAGE: 554 5.7.0 Reject; "
	    "from=<x@example.net> to=<a@example.com> proto=ESMTP "
	    "helo=<pc>\n" STAMP
	    "postfix/smtpd[3]: NOQUEUE: reject: RCPT from mx1[192.0.2.1]: 454 "
	    "4.7.1 a@example.com: no; from=x@example.net to=a@example.com "
	    "proto=SMTP helo=<pc>\nThe server responded: 5.1.1 gone\n",
	    "1: 554 5.7.0 in <a@example.com> Reject\n"
	    "2: 454 4.7.1 in <a@example.com> a@example.com: no\n"
	    "3: 0 5.1.1 <> gone\n" },
	{ "several lines behind words",
	    "Remote host said: 550-5.7.1 one\n550-5.7.1 two\n550 5.7.1 three\n"
	    "Error: 550-5.7.1 one\nError: 550-5.7.1 two\n"
	    "said: 550-one 550 two\n550 other\n"
	    "    host mx1.example.com [192.0.2.1]: 550-5.7.1 one\n"
	    "    550 5.7.1 two\n",
	    "1: 550 5.7.1 out <> one two three\n4: 550 5.7.1 <> one\n"
	    "5: 550 5.7.1 <> two\n6: 550  <> one 550 two\n"
	    "7: 550  <> other\n8: 550 5.7.1 <> one two\n" },
	{ "a dialogue ends",
	    "RCPT TO:<a@example.com>\n550 5.1.1 no\nfoo\n"
	    "SMTP Error: 550 5.1.1 no\n"
	    "RCPT TO:<b@example.com>\n" STAMP
	    "foo[1]: said nothing\n550 5.1.1 no\n"
	    "RCPT TO:<c@example.com>\n" STAMP
	    "postfix/smtp[9]: 4F2kC1: to=<d@example.com>, relay=mx, dsn=5.1.1, "
	    "status=bounced (550 5.1.1 gone)\n550 5.1.1 no\n"
	    "RCPT TO:<f@example.com>\n" STAMP
	    "postfix/qmgr[7]: 4F2kC1: removed\n550 5.1.1 no\n"
	    "RCPT TO:<e@example.com>\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"
	    "550 5.1.1 no\n",
	    "2: 550 5.1.1 <a@example.com> no\n4: 550 5.1.1 <> no\n"
	    "7: 550 5.1.1 <> no\n9: 550 5.1.1 out <d@example.com> gone\n"
	    "10: 550 5.1.1 <> no\n13: 550 5.1.1 <> no\n"
	    "31: 550 5.1.1 <> no\n" },
	{ "programs that nobody knows",
	    STAMP "foo[550]: ready for <a@b> -> <c@d>\n" STAMP
	          "foo[550]: took 282.450ms from 209.201.21.158\n" STAMP
	          "foo[550]: failed with error=550 5.1.1 gone\n"
	          "2026-11-22T03:14:08.5+01:00 mx1 foo[552]: all is well\n"
	          "2026-11-22T03:14:08.5+01:00 mx1 foo[552]: it said "
	          "smtp;450 4.2.0 later\n" STAMP "foo[550]: ready\n",
	    "3: 550 5.1.1 <> gone\n5: 450 4.2.0 <> later\n" },
	{ "replies in quotes",
	    "said smtp;554 5.4.7 expired <421 4.4.2 no answer>\n"
	    "answer: '550 open\nold smtp; 5.1.1 gone\nv (3.1.1) no\n",
	    "1: 421 4.4.2 <> expired <421 4.4.2 no answer>\n"
	    "2: 550  <> open\n3: 0 5.1.1 <> 5.1.1 gone\n" },
	{ "codes that libraries say again",
	    "responseCode: 535,\nreply: retcode (550); Msg: b'no'\n", "" },
	{ "numbers of programs",
	    "at com.example.Foo.bar(Foo.java:550)\npanic at smtp.go:421\n"
	    "src/smtp.rs:451: failed\nstatus=503 duration=12ms\n"
	    "realloc 128 -> 512\nuid 1000 => 501\nexit status 450\n"
	    "Expected response code 250 but got code \"\", with message \"\"\n"
	    "Expected response code \"354\" but got an empty response\n"
	    "Expected response code \"354\" but got code \"250\", with message "
	    "\"250 ok\"\n"
	    "code 250 but got code \\\"550\\\", with message \\\"550 no\\\"\n"
	    "\xe2\x80\x9c"
	    "550 no\n\xef\xbc\x9a"
	    "550 no\nx \"code\":550,\"text\":1\ncode = 550, no\n"
	    "rejected x.example: 453 no\nstatus=550 5.1.1 gone\n",
	    "10: 250  <> ok\n11: 550  <> no\n12: 550  <> no\n13: 550  <> no\n"
	    "14: 550  <> text\":1\n15: 550  <> no\n16: 453  <> no\n"
	    "17: 550 5.1.1 <> gone\n" },
	{ "prose",
	    "a text foo:550 bar\nwe saw (5.7.509) there\nwe saw (5.9.999) "
	    "there\nthe answer was (550 open\nSee: 550 20 more\n"
	    "\n550 foo (#5.1.1)\n",
	    "1: 550  <> bar\n2: 0 5.7.509 <> we saw (5.7.509) there\n"
	    "4: 550  <> open\n7: 550 5.1.1 <> foo (#5.1.1)\n" },
	{ "Dovecot",
	    STAMP "postfix/qmgr[9]: 4F2kC1: removed\n" STAMP
	          "dovecot: imap-login: Login: user=<550>, rip=5.1.1.9, "
	          "said: 550 5.1.1 no\n" STAMP
	          "dovecot: lmtp(9): said: 452 4.2.2 <a@example.com> "
	          "Quota exceeded\n",
	    "3: 452 4.2.2 out <> <a@example.com> Quota exceeded\n" },
	{ "Sendmail",
	    STAMP "sendmail[553]: 2AM3E5: to=<a@example.com>, "
	          "relay=mx1.example.com. [192.0.2.1], dsn=5.1.1, stat=User "
	          "unknown\n"
	          "Nov 22 03:14:06 mx1 sm-mta[554]: 2AM3E6: "
	          "ruleset=check_rcpt, arg1=<b@example.org>, "
	          "relay=[192.0.2.9], reject=550 5.7.1 <b@example.org>... "
	          "Relaying denied\n",
	    "1: 0 5.1.1 out <a@example.com> User unknown\n"
	    "2: 550 5.7.1 in <b@example.org> <b@example.org>... "
	    "Relaying denied\n" },
	{ "several recipients",
	    STAMP "sendmail[553]: 2AM3E5: to=<a@example.com>,"
	          "<\"b,c\"@example.com>, relay=mx1.example.com., "
	          "dsn=5.1.1, stat=User unknown\n"
	          "Nov 22 03:14:06 mx1 sm-mta[554]: 2AM3E6: to=mail,root, "
	          "ctladdr=mail (8/8), dsn=2.0.0, stat=Sent\n"
	          "SMTPRecipientsRefused: {'a@example.com': (550, b'5.1.1 no "
	          "(really)'), \"o'b@example.com\": (452, b'4.2.2 Full'), "
	          "'c': 'd'}\n"
	          "{\"msg\":\"{'a@example.com': (550, b'gone'), "
	          "'b@example.com': (551, b'moved')}\"}\n"
	          "550 5.1.1 next\n",
	    "1: 0 5.1.1 out <a@example.com> User unknown\n"
	    "1: 0 5.1.1 out <\"b,c\"@example.com> User unknown\n"
	    "2: 0 2.0.0 out <mail> Sent\n"
	    "2: 0 2.0.0 out <root> Sent\n"
	    "3: 550 5.1.1 <a@example.com> no (really)\n"
	    "3: 452 4.2.2 <o'b@example.com> Full\n"
	    "4: 550  <a@example.com> gone\n"
	    "4: 551  <b@example.com> moved\n"
	    "5: 550 5.1.1 <> next\n" },
	{ "JSON",
	    "{\"recipient\":\"a@example.com\",\"response\":{\"code\":55"
	    "0,\"enhanced_code\":{\"class\":5,\"subject\":1,\"detail\":"
	    "1},\"content\":\"User unknown\"}}\n"
	    "{\"log\":\"Nov 22 03:14:05 mx1 postfix/smtp[9]: 4F2: "
	    "to=<a@example.com>, status=bounced (host "
	    "mx1.example.com[192.0.2.1] said: 552 5.2.2 Full)\"}\n",
	    "1: 550 5.1.1 out <a@example.com> User unknown\n"
	    "2: 552 5.2.2 out <a@example.com> Full\n" },
	{ "qmail",
	    "@40000000671f0a2b delivery 5: failure: "
	    "192.0.2.1_does_not_like_recipient./Remote_host_said:_550_5"
	    ".1.1_unknown/Giving_up_on_192.0.2.1./\n"
	    "550\302\2405.7.1\302\240no\n",
	    "1: 550 5.1.1 out <> unknown\n"
	    "2: 550 5.7.1 <> no\n" },
	{ "Exim's bounce",
	    "From MAILER-DAEMON Tue Mar 02 09:44:33 1999\n"
	    "Content-Type: multipart/report; boundary=b\n\n--b\n\n"
	    "A message that you sent could not be delivered. This is a\n"
	    "permanent error. The following address(es) failed:\n\n"
	    "  a@example.com\n    Unrouteable address\n\n"
	    "  b@example.com\n    (generated from d@example.com)\n"
	    "    SMTP error from remote mail server after "
	    "RCPT TO:<b@example.com>:\n"
	    "    550 5.1.1 gone\n"
	    "    and more\n"
	    "  pipe to |/bin/x\n    generated by c@example.com\n"
	    "    local delivery\n    failed\n\n"
	    "--b\nContent-Type: message/delivery-status\n\n"
	    "Reporting-MTA: dns; mx1.example.com\n\n"
	    "Action: failed\nFinal-Recipient: rfc822;a@example.com\n"
	    "Status: 5.0.0\n\n"
	    "Action: failed\nFinal-Recipient: rfc822;b@example.com\n"
	    "Status: 5.0.0\n\n"
	    "Action: failed\nFinal-Recipient: rfc822;c@example.com\n"
	    "Status: 5.0.0\n\n--b--\n",
	    "27: 0 5.0.0 out <a@example.com> Unrouteable address\n"
	    "31: 550 5.1.1 out <b@example.com> gone and more\n"
	    "35: 0 5.0.0 out <c@example.com> local delivery failed\n" },
	{ "bounces without codes",
	    "From a@example.org Tue Mar 02 09:44:33 1999\n"
	    "Subject: delayed\n\n"
	    "The address to which the message has not yet been delivered is:\n"
	    "\n  a@example.com\n    Delay reason: Connection refused\n\n"
	    "No action is required\n"
	    "  b@example.com\n    not this\n\n"
	    "From a@example.org Tue Mar 02 09:44:33 1999\n"
	    "Subject: qmail\n\n"
	    "I wasn't able to deliver your message to the following addresses."
	    "\nThis is a permanent error\n\n"
	    "<a@example.com>:\nSorry, no mailbox\nhere by that name.\n\n"
	    "<b@example.com>:\nSorry, no mailbox\nhere by that name.\n\n"
	    "<c@example.com>:\n192.0.2.1 does not like recipient.\n"
	    "Remote host said: 550 5.1.1 gone\n\n"
	    "--- Below this line\n<d@example.com>:\nnot this\n\n"
	    "From a@example.org Tue Mar 02 09:44:33 1999\n"
	    "Subject: OpenSMTPD\n\n"
	    "    A message is delayed for more than 10 minutes for the "
	    "following\n    list of recipients:\n\n"
	    "a@example.com: Network error\nb@example.com: Network error\n\n"
	    "    Please note\nc@example.com: not this\n\n"
	    "From a@example.org Tue Mar 02 09:44:33 1999\n"
	    "Subject: no report\n\nThe response was:\n\nnot this\n\n"
	    "From a@example.org Tue Mar 02 09:44:33 1999\n"
	    "Subject: Gmail\n"
	    "Content-Type: multipart/report; boundary=b\n\n--b\n\n"
	    "The response was:\n\n"
	    "DNS Error: domain\nnot found\n\nnot this\n\n--b--\n\n"
	    "From a@example.org Tue Mar 02 09:44:33 1999\n"
	    "Subject: Mimecast\n"
	    "Content-Type: multipart/report; boundary=b\n\n--b\n\n"
	    "Additional information follows :\n-- 5.7.54 SMTP; no\n\n"
	    "--b--\n\n"
	    "From a@example.org Tue Mar 02 09:44:33 1999\n"
	    "Subject: DragonFly\n\n"
	    "There was an error delivering your mail to <a@example.com>.\n\n"
	    "Host not found\n\nnot this\n\n"
	    "From a@example.org Tue Mar 02 09:44:33 1999\n"
	    "Subject: SmarterMail\n\n"
	    "Failed Recipient: a@example.com \n"
	    "Reason: The mailbox is full\n\nnot this\n\n"
	    "Recipient: <b@example.com>\nReason: User unknown\n",
	    "6: 0  out <a@example.com> Connection refused\n"
	    "19: 0  out <a@example.com> Sorry, no mailbox here by that name.\n"
	    "23: 0  out <b@example.com> Sorry, no mailbox here by that name.\n"
	    "29: 550 5.1.1 out <c@example.com> gone\n"
	    "41: 0  out <a@example.com> Network error\n"
	    "42: 0  out <b@example.com> Network error\n"
	    "62: 0  out <> DNS Error: domain not found\n"
	    "76: 0 5.7.54 out <> SMTP; no\n"
	    "85: 0  out <a@example.com> Host not found\n"
	    "93: 0  out <a@example.com> The mailbox is full\n"
	    "98: 0  out <b@example.com> User unknown\n" },
	{ "the same, pasted",
	    "                   The mail system\n\n"
	    "<a@example.com>: Host not found. Name service error for\n"
	    "    name=example.com\n\n"
	    "<b@example.com>: host mx1.example.com[192.0.2.1] said: 550 5.1.1\n"
	    "    gone (in reply to RCPT TO command)\n\n"
	    "The response was:\n\nnothing of a log's\n\n"
	    "550 5.1.1 next\n",
	    "3: 0  out <a@example.com> Host not found. Name service error for "
	    "name=example.com\n"
	    "6: 550 5.1.1 out <b@example.com> gone\n"
	    "13: 550 5.1.1 <b@example.com> next\n" },
	{ "bounces that tell twice",
	    "From MAILER-DAEMON Tue Mar 02 09:44:33 1999\n"
	    "Content-Type: multipart/report; boundary=b\n"
	    "\n"
	    "--b\n"
	    "\n"
	    "The following address(es) failed:\n"
	    "\n"
	    "  a@example.com\n"
	    "    451 4.7.1 later\n"
	    "\n"
	    "  b@example.com:\n"
	    "    Unrouteable address\n"
	    "\n"
	    "  B.x@example.com\n"
	    "    Unrouteable address\n"
	    "\n"
	    "  pipe to |/bin/x\n"
	    "    550 5.7.1 denied\n"
	    "\n"
	    "Elsewhere\n"
	    "550 5.7.2 of nobody\n"
	    "\n"
	    "--b\n"
	    "Content-Type: message/delivery-status\n"
	    "\n"
	    "Reporting-MTA: dns; mx1.example.com\n"
	    "\n"
	    "Action: failed\n"
	    "Final-Recipient: rfc822;A@example.com\n"
	    "Status: 5.0.0\n"
	    "\n"
	    "Action: failed\n"
	    "Final-Recipient: rfc822;b@example.com\n"
	    "Status: 5.0.0\n"
	    "\n"
	    "Action: failed\n"
	    "Final-Recipient: rfc822;b.x@example.com\n"
	    "Status: 5.0.0\n"
	    "\n"
	    "--b--\n"
	    "\n"
	    "From a@example.org Tue Mar 02 09:44:33 1999\n"
	    "Subject: qmail\n"
	    "\n"
	    "I was unable to deliver it to the following addresses.\n"
	    "\n"
	    "<a@example.com>:\n"
	    "Auth failure of a user unknown\n"
	    "\n"
	    "<b@example.com>:\n"
	    "user unknown\n"
	    "\n"
	    "another line\n"
	    "<c@example.com>:\n"
	    "user unknown\n"
	    "\n"
	    "From a@example.org Tue Mar 02 09:44:33 1999\n"
	    "Subject: Python\n"
	    "\n"
	    "\n",
	    "28: 451 4.7.1 out <A@example.com> later\n"
	    "32: 0 5.0.0 out <b@example.com> Unrouteable address\n"
	    "36: 0 5.0.0 out <b.x@example.com> Unrouteable address\n"
	    "47: 0  out <a@example.com> Auth failure of a user unknown\n"
	    "50: 0  out <b@example.com> user unknown\n" },
	{ "what people quote",
	    "could not send to a@example.org: {'a@example.org': (550, "
	    "b'gone'), 'b@example.org': (452, b'full')}\n"
	    "Nov 22 03:14:05 mx1 sm-mta[9]: 2AM3E5: "
	    "to=<a@example.com>,,<b@example.com>, dsn=5.1.1, stat=User "
	    "unknown\n"
	    "> The following address(es) failed:\n"
	    "> \n"
	    ">   a@example.com \n"
	    "> \tUnrouteable address\n"
	    "> \n"
	    "> The mail system\n"
	    "> \n"
	    "> <a@example.com> (expanded from <b@example.com>): host\n"
	    ">     mx1.example.com[192.0.2.1] said: 553\n"
	    ">     no such sender (in reply to MAIL FROM command)\n"
	    "> <c@example.com>: user unknown\n",
	    "1: 550  <a@example.org> gone\n"
	    "1: 452  <b@example.org> full\n"
	    "2: 0 5.1.1 out <a@example.com> User unknown\n"
	    "5: 0  out <a@example.com> Unrouteable address\n"
	    "11: 553  out <a@example.com> no such sender\n"
	    "13: 0  out <c@example.com> user unknown\n" },
	{ "whom a text names",
	    "550 5.1.1 <e@example.com>: Sender address rejected\n"
	    "<a@example.com>: host mx1.example.com[192.0.2.1] said:\n"
	    "    550 5.7.1 spam (in reply to end of DATA command)\n"
	    "\n"
	    "550 5.1.1 <b@example.com>: Recipient address rejected: no\n"
	    "550-5.1.1 <c@example.com>... User unknown\n"
	    "550 5.1.1 try another\n"
	    "554 <d@example.com>: Relay access denied\n",
	    "1: 550 5.1.1 <> <e@example.com>: Sender address rejected\n"
	    "3: 550 5.7.1 <a@example.com> spam\n"
	    "5: 550 5.1.1 <b@example.com> <b@example.com>: Recipient address "
	    "rejected: no\n"
	    "6: 550 5.1.1 <c@example.com> <c@example.com>... User unknown try "
	    "another\n"
	    "8: 554  <d@example.com> <d@example.com>: Relay access "
	    "denied\n" },
	{ "a warning, pasted",
	    "# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR "
	    "MESSAGE. #\n"
	    "\n"
	    "The mail system\n"
	    "\n"
	    "a@example.com: Connection refused\n",
	    "5: 0  out <a@example.com> Connection refused\n" },
	{ "qmail itself",
	    "@40000000671f0a2b delivery 551: failure: "
	    "Sorry,_no_mailbox_here_by_that_name._(#5.1.1)/\n"
	    "@40000000671f0a2b delivery 552: deferral: "
	    "Connected_to_192.0.2.1_but_sender_was_rejected./"
	    "Remote_host_said:_451_4.7.1_later/\n",
	    "1: 0 5.1.1 out <> Sorry, no mailbox here by that name. "
	    "(#5.1.1)\n"
	    "2: 451 4.7.1 out <> later\n" },
	{ "other programs",
	    STAMP "qmail: delivery 5: failure: Remote_host_said:_550_no/\n"
	          "Nov 22 03:14:05 mx1 foo[7]: it said:\302\240550 no\n"
	          "Nov 22 03:14:05 mx1 smtpd[7]: 5a smtp "
	          "event=failed-command command=\"DATA\" "
	          "result=\"550 no\"\n"
	          "Nov 22 03:14:05 mx1 foo[7]: 421 4.7.0 is what port 25 "
	          "answered\n"
	          "Nov 22 03:14:05 mx1 foo[7]: mail failed (550, b'no')\n",
	    "1: 550  out <> no\n"
	    "2: 550  out <> no\n"
	    "3: 550  in <> no\n"
	    "4: 421 4.7.0 <> is what port 25 answered\n"
	    "5: 550  <> no\n" },
	{ "replies alone",
	    "550 5.1.1 User unknown\n"
	    "550 5.1.1 User unknown\n"
	    "452 4.2.2 Full (in reply to RCPT TO command)\n"
	    "571 5.7.1 no\r\n"
	    "550 5.1.1 the first of two lines, long enough to be broken by\n"
	    "a program that pastes\n"
	    "550 5.1.1 a line as long as the one above, and not broken by it\n"
	    "550 5.1.1 a line as long as the one above, and broken before\n"
	    "  its end\n"
	    "550 5.1.1 a line as long as the one above, and not broken by it\n"
	    "\n"
	    "550 5.1.1 a line as long as the one above, and not broken by it\n"
	    "Nov 22 03:14:05 mx1 postfix/smtpd[5]: disconnect said:\302\240550 "
	    "no\n"
	    "RCPT TO:<a@example.com>\n"
	    "550 5.1.1 User unknown\n"
	    "550 4.1.1 of two minds\n"
	    "550\302\2405.1.1 no-break\n"
	    "550 5.1.1 no\302\240break\n",
	    "1: 550 5.1.1 <> User unknown\n"
	    "2: 550 5.1.1 <> User unknown\n"
	    "3: 452 4.2.2 <> Full\n"
	    "4: 571! 5.7.1 <> no\n"
	    "5: 550 5.1.1 <> the first of two lines, long enough to be broken "
	    "by a program that pastes\n"
	    "7: 550 5.1.1 <> a line as long as the one above, and not broken "
	    "by "
	    "it\n"
	    "8: 550 5.1.1 <> a line as long as the one above, and broken "
	    "before "
	    "its end\n"
	    "10: 550 5.1.1 <> a line as long as the one above, and not broken "
	    "by "
	    "it\n"
	    "12: 550 5.1.1 <> a line as long as the one above, and not broken "
	    "by it\n"
	    "15: 550 5.1.1 <a@example.com> User unknown\n"
	    "16: 550! 4.1.1 <a@example.com> of two minds\n"
	    "17: 550 5.1.1 <a@example.com> no-break\n"
	    "18: 550 5.1.1 <a@example.com> no break\n" },
};

static const struct text mails[] = {
	{ "a delivery report",
	    "From MAILER-DAEMON Sun Nov 22 03:14:05 2026\n"
	    "Subject: Undelivered\n"
	    "Content-Type: multipart/report; "
	    "report-type=delivery-status;\n"
	    "\tboundary=\"b1\"\n"
	    "\n"
	    "--b1\n"
	    "Content-Type: text/plain\n"
	    "\n"
	    "<a@example.com>: host mx1.example.com[192.0.2.1] said: "
	    "550 5.1.1 User\n"
	    "    unknown (in reply to RCPT TO command)\n"
	    "\n"
	    "--b1\n"
	    "Content-Type: message/delivery-status\n"
	    "\n"
	    "Reporting-MTA: dns; mail.example.org\n"
	    "\n"
	    "Final-Recipient: rfc822; a@example.com\n"
	    "Action: failed\n"
	    "Status: 5.1.1\n"
	    "Diagnostic-Code: smtp; 550 5.1.1 User\n"
	    "    unknown\n"
	    "\n"
	    "--b1\n"
	    "Content-Type: message/rfc822\n"
	    "\n"
	    "Subject: 550 5.7.1 is no reply here\n"
	    "--b1--\n",
	    "17: 550 5.1.1 out <a@example.com> User unknown\n" },
	{ "a report of IronPort",
	    "Content-Type: multipart/report; boundary=\"b1\"\n"
	    "\n"
	    "--b1\n"
	    "Content-Type: message/delivery-status\n"
	    "\n"
	    "Reporting-MTA: dns; mail.example.org\n"
	    "\n"
	    "Final-Recipient: rfc822; a@example.com\n"
	    "Action: failed\n"
	    "Status: 5.0.0\n"
	    "X-Supplementary-Info: <192.0.2.1 #5.0.0 smtp; 550 Unknown>\n"
	    "--b1--\n",
	    "8: 550 5.0.0 out <a@example.com> Unknown\n" },
	{ "encoded parts",
	    "Subject: Failure notice\n"
	    "Content-Type: multipart/mixed; boundary=out\n"
	    "\n"
	    "--out\n"
	    "Content-Type: text/html\n"
	    "Content-Transfer-Encoding: quoted-printable\n"
	    "\n"
	    "<style>550 no</style><p>mx1.example.com "
	    "said:<br>=35=35=30 5.7.1 &lt;a@exa=\n"
	    "mple.com&gt; Access denied</p>\n"
	    "--out\n"
	    "Content-Type: text/plain\n"
	    "Content-Transfer-Encoding: base64\n"
	    "\n"
	    "NDUyIDQuMi4yIE1haWxib3gg\n"
	    "ZnVsbAo=\n"
	    "--out--\n",
	    "9: 550 5.7.1 <> <a@example.com> Access denied\n"
	    "15: 452 4.2.2 <> Mailbox full\n" },
	{ "a transcript",
	    "<-  220 mx1.example.com ESMTP\n"
	    " -> EHLO pc.example.org\n"
	    "<-  250-mx1.example.com\n"
	    "<-  250 SIZE 10485760\n"
	    " -> MAIL FROM:<x@example.org>\n"
	    "<-  250 2.1.0 Ok\n"
	    " -> RCPT TO:<a@example.com>\n"
	    "<** 550-5.7.1 Relaying\n"
	    "<** 550 5.7.1 denied\n"
	    " -> QUIT\n"
	    "<-  221 2.0.0 Bye\n",
	    "1: 220  <> mx1.example.com ESMTP\n"
	    "3: 250  <> mx1.example.com SIZE 10485760\n"
	    "6: 250 2.1.0 <> Ok\n"
	    "8: 550 5.7.1 <a@example.com> Relaying denied\n"
	    "11: 221 2.0.0 <a@example.com> Bye\n" },
	{ "a mailbox",
	    "From MAILER-DAEMON Sun Nov 22 03:14:05 2026\n"
	    "Subject: failure notice\n"
	    "\n"
	    "<a@example.com>:\n"
	    "192.0.2.1 does not like recipient.\n"
	    "Remote host said: 550 5.1.1 User unknown\n"
	    "\n"
	    "--- Below this line is a copy of the message.\n"
	    "\n"
	    "Subject: 554 5.7.1 is no reply\n"
	    "\n"
	    "From MAILER-DAEMON Sun Nov 22 03:15:05 2026\n"
	    "Subject: Warning: 452 is not either\n"
	    "\n"
	    "<b@example.net>: host mx1.example.net[192.0.2.2] said: "
	    "452 4.2.2 Mailbox\n"
	    "    full (in reply to end of DATA command)\n",
	    "6: 550 5.1.1 out <a@example.com> User unknown\n"
	    "15: 452 4.2.2 out <b@example.net> Mailbox "
	    "full\n" },
};

static void
finds_the_replies_of_logs(void **state)
{
	(void)state;
	assert_texts(logs, COUNT(logs));
}

static void
finds_the_replies_of_mails(void **state)
{
	(void)state;
	assert_texts(mails, COUNT(mails));
}

static void
false_friends_are_no_replies(void **state)
{
	static const char *const friends[] = {
		"2026-11-22T03:14:05.550Z started",
		STAMP "postfix/qmgr[550]: 4F2kC1: from=<x@example.org>, "
		      "size=552, nrcpt=1 (queue active)",
		STAMP "postfix/smtpd[2550]: connect from "
		      "mx1.example.com[192.0.2.250]",
		STAMP "postfix/cleanup[553]: 550AB1: "
		      "message-id=<551.5.1.1@example.com>",
		STAMP "dovecot[554]: imap-login: rip=192.0.2.55, port=587, "
		      "session=<5.7.1>",
		STAMP "sshd[551]: Accepted publickey for a from 192.0.2.5 port "
		      "55210",
		STAMP "kernel: eth0: version 4.2.2-550",
		STAMP "foo[550]: 5.9.3.162 550/tcp open, 250-4 of 554 tried",
		STAMP
		"rspamd_proxy[77032]: <9a82f4>; proxy; id: "
		"<187.254.5@example.org>, ip: 209.201.21.158, (default: "
		"F (no action): [5.81/15.00] [BAYES_HAM(-3.00){99.99%;}]), "
		"len: 24055, time: 282.470ms, dns req: 20",
		STAMP
		"amavis[81036]: (81036-18) Passed CLEAN {RelayedInbound}, "
		"[36.72.137.89]:26213 <a@example.com> -> <b@example.org>, "
		"Queue-ID: 307C74A62E, Hits: 2.419, size: 24710, 431 ms",
		STAMP "postfix/anvil[3248]: statistics: max connection rate "
		      "431/60s for (smtp:192.0.2.1) at Nov 21 22:18:01",
		ISO "exim 4.96.2 daemon started: pid=529, -q30m, listening for "
		    "SMTP on port 25 (IPv6 and IPv4) port 587 (IPv6 and IPv4)",
		ISO "1abCDe-000123-4F <= x@example.org H=mx1.example.com "
		    "[192.0.2.1]:55012 S=550 id=550@example.com",
		ISO "1abCDe-000123-4F H=mx1.example.com [192.0.2.1] Warning: "
		    "550 would be said, RCPT rejected here",
		ISO "H=mx1.example.com [192.0.2.1] Warning: rejected RCPT "
		    "<a@example.com>: 550 in earnest",
		ISO "SMTP call from [192.0.2.1] dropped: 550 too many errors",
		STAMP "postfix/smtpd[5]: warning: the server said: 550 5.1.1 "
		      "no",
		STAMP "dovecot: imap-login: said: 550 5.1.1 no",
		"Version 5.1.1",
		STAMP "named: release 5.7.1 (stable)",
		"size: 552 bytes",
		"port: 550",
		"body { color: #550 }",
		".a { border: solid #555; width: 450px }",
		"Total: 550 messages",
		"<a href=\"https://example.com/550/5.1.1\">",
		"tel. 555-0100",
	};
	char text[1024];
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(friends); i++) {
		assert_told(friends[i], friends[i], strlen(friends[i]), "");
		/* nor where lines are skipped */
		(void)snprintf(text, sizeof text,
		    STAMP "postfix/qmgr[7]: 4F2kC1: removed\n%s\n" STAMP
		          "postfix/qmgr[7]: 4F2kC1: removed\n",
		    friends[i]);
		assert_told(friends[i], text, strlen(text), "");
	}
}

static void
any_line_end_ends_a_line(void **state)
{
	static const char *const ends[] = { "\n", "\r\n", "\r" };
	char text[256];
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(ends); i++) {
		(void)snprintf(text, sizeof text,
		    "550-5.1.1 No%s550 5.1.1 user%s%s452 4.2.2 Full", ends[i],
		    ends[i], ends[i]);
		assert_told(text, text, strlen(text),
		    "1: 550 5.1.1 <> No user\n4: 452 4.2.2 <> Full\n");
	}
}

/* More lines than are told together, read as part of what began before, up to
 * the end of a block and of the bytes in which ends were sought. */
static void
a_reply_has_many_lines(void **state)
{
	enum { LINES = 105 };
	char text[LINES * 12 + 64] = "";
	char want[LINES * 2 + 64] = "1: 550 5.1.1 <>";
	size_t i;

	(void)state;
	for (i = 0; i < LINES; i++) {
		strcat(text, "550-5.1.1 a\n");
		strcat(want, " a");
	}
	strcat(text, "550 5.1.1 bbbbbbbbb\n");
	assert_int_equal(strlen(text) % 64, 0);
	strcat(text, "452 4.2.2 c\n");
	strcat(want, " bbbbbbbbb\n107: 452 4.2.2 <> c\n");
	assert_told("many lines", text, strlen(text), want);
}

static void
reads_the_start_of_a_long_line(void **state)
{
	enum { LONG = 200 * 1024 };
	static char text[LONG + 64];
	const char *p;

	(void)state;
	level = __real_smtpcode_x_best_level();
	memset(text, 'x', LONG);
	memcpy(text, "550 5.1.1 ", 10);
	strcpy(text + LONG, "\n452 4.2.2 Full\n");
	p = scan_pieces(text, strlen(text), 4096);
	assert_memory_equal(p, "1: 550! 5.1.1 <> xxx", 20);
	p = strchr(p, '\n');
	assert_non_null(p);
	assert_string_equal(p + 1, "2: 452 4.2.2 <> Full\n");
	assert_int_equal(smtpcode_scan_lines(&scan), 2);
	assert_int_equal(smtpcode_scan_cut(&scan), 1);
}

static void
counts_the_lines_that_are_too_long(void **state)
{
	static char text[SMTPCODE_LINE_MAX + 64];
	size_t n, size;

	(void)state;
	for (n = SMTPCODE_LINE_MAX - 20; n <= SMTPCODE_LINE_MAX + 2; n++)
		for (size = 65536; size <= 2 * 65536; size += 65536)
			for (level = LEVEL_PORTABLE; level <= LEVEL_SSE2;
			     level++) {
				strcpy(text, "550 no\n" STAMP "postfix/x: ");
				memset(text + 38, 'x', n - 31);
				strcpy(text + 7 + n, "\n");
				(void)scan_pieces(text, n + 8, size);
				assert_int_equal(smtpcode_scan_cut(&scan),
				    n > SMTPCODE_LINE_MAX);
			}
}

static void
a_nul_is_a_byte_like_any_other(void **state)
{
	static const char text[] = "\0\n550 5.1.1 a\0b\n\0"
	                           "452 4.2.2 c\n"
	                           "421 4.4.2 d\0";

	(void)state;
	assert_told("NUL", text, sizeof text - 1,
	    "2: 550 5.1.1 <> a\n3: 452 4.2.2 <> c\n4: 421 4.4.2 <> d\n");
}

int
test_scan(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_the_replies_of_logs),
		cmocka_unit_test(finds_the_replies_of_mails),
		cmocka_unit_test(false_friends_are_no_replies),
		cmocka_unit_test(any_line_end_ends_a_line),
		cmocka_unit_test(a_reply_has_many_lines),
		cmocka_unit_test(reads_the_start_of_a_long_line),
		cmocka_unit_test(counts_the_lines_that_are_too_long),
		cmocka_unit_test(a_nul_is_a_byte_like_any_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
