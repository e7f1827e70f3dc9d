/* SPDX-License-Identifier: ISC */
/*
 * Verdicts: sound for any codes with any text, and those of a reply and of its
 * mask agree in cause. Three bytes choose the codes, and the class and host
 * that a log tells; the rest is the text. It has no line ends, as the lines
 * that replies are read from.
 */
#include "fuzz.h"
#include "smtpcode_reply.h"

#define E(c, s, d) SMTPCODE_ENHANCED(c, s, d)

static const uint32_t codes[] = { 0, 550, 450, 554, 451, 421, 452, 552, 553,
	551, 521, 530, 535, 571, 250, 354 };
static const uint32_t enhanced[] = { 0, E(5, 1, 1), E(5, 7, 1), E(4, 7, 1),
	E(4, 2, 2), E(5, 7, 26), E(5, 9, 9), E(2, 0, 0), E(4, 4, 1), E(5, 4, 1),
	E(5, 1, 10), E(5, 2, 1), E(5, 0, 350), E(4, 7, 28) };

static const char hosts[][48] = { "", "gmail-smtp-in.l.google.com[192.0.2.1]",
	"example-com.mail.protection.outlook.com", "mta5.am0.yahoodns.net" };

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

static void
check_span(const struct smtpcode_reply *r, struct smtpcode_span span)
{
	if (span.p == NULL)
		return;
	REQUIRE(span.n > 0 && span.n <= r->text.n);
	REQUIRE(
	    span.p >= r->text.p && span.p + span.n <= r->text.p + r->text.n);
}

static void
check_named(const struct smtpcode_reply *r, const struct smtpcode_verdict *v)
{
	struct smtpcode_named n;

	smtpcode_read_named(r, v, &n);
	check_span(r, n.ip);
	check_span(r, n.host);
	check_span(r, n.address);
	REQUIRE(n.domain.p == NULL || n.domain.n > 0); /* or of the host */
	check_span(r, n.forward);
	check_span(r, n.url);
	REQUIRE(n.retry_after <= 864000);
}

static void
check_verdict(const struct smtpcode_reply *r, const struct smtpcode_verdict *v)
{
	size_t details = 0;

	REQUIRE(v->cause != NULL && smtpcode_cause_id(v->cause) != NULL);
	while (details < SMTPCODE_DETAILS && v->detail[details] != NULL)
		details++;
	REQUIRE(v->detail[details] == NULL);
	check_span(r, v->tag);
	check_span(r, v->evidence);
	REQUIRE(v->evidence.n <= 80);
	REQUIRE(v->rule == NULL || v->evidence.p != NULL);
	REQUIRE(r->code / 100 != 4 || v->address == SMTPCODE_ADDRESS_KEEP);
	if (v->reply_class == SMTPCODE_CLASS_TRANSIENT)
		REQUIRE(v->address == SMTPCODE_ADDRESS_KEEP &&
		    v->retry == SMTPCODE_RETRY_YES);
	REQUIRE(v->address == SMTPCODE_ADDRESS_KEEP ||
	    v->certainty != SMTPCODE_CERTAINTY_GUESS);
	(void)smtpcode_verdict_text(v, SMTPCODE_MEANING, 0, 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct smtpcode_reply r = { 0 };
	struct smtpcode_verdict v, masked;
	char *s, *mask;
	size_t i;

	if (size < 3)
		return 0;
	r.code = codes[data[0] % COUNT(codes)];
	r.enhanced = enhanced[data[1] % COUNT(enhanced)];
	r.reply_class = (enum smtpcode_class)(data[2] % 6);
	r.host.p = hosts[data[2] / 6 % COUNT(hosts)];
	r.host.n = strlen(r.host.p);
	s = copy_exactly(data + 3, size - 3);
	for (i = 0; i < size - 3; i++)
		if (s[i] >= '\n' && s[i] <= '\r')
			s[i] = ' ';
	r.text.p = s;
	r.text.n = size - 3;
	smtpcode_judge_reply(&r, &v);
	check_verdict(&r, &v);
	check_named(&r, &v);
	r.text.n = smtpcode_mask_text(s, size - 3, NULL, 0);
	mask = malloc(r.text.n + 1);
	REQUIRE(mask != NULL);
	(void)smtpcode_mask_text(s, size - 3, mask, r.text.n + 1);
	r.text.p = mask;
	smtpcode_judge_reply(&r, &masked);
	check_verdict(&r, &masked);
	REQUIRE(v.cause == masked.cause);
	free(mask);
	free(s);
	return 0;
}
