/* SPDX-License-Identifier: ISC */
/*
 * The page of a cause: what it means, what to do, which codes point to it.
 */
#include <stddef.h>

#include "advice.h"
#include "cause_page.h"

static const char *
actor(const struct page *p, const struct smtpcode_cause *c)
{
	return page_word(p, SMTPCODE_ACTOR, (unsigned)smtpcode_cause_actor(c));
}

void
cause_page_title(struct page *p, const struct smtpcode_cause *c)
{
	struct buf who;
	const struct value value = { "actor", actor(p, c) };

	buf_clear(&who);
	buf_fill(&who, label(LABEL_WHO_ACTS, p->lang), &value, 1);
	page_title(p, SMTPCODE_CLASS_NONE, smtpcode_cause_id(c),
	    smtpcode_cause_text(c, SMTPCODE_NAME, 0, p->lang), who.s);
}

static void
answers(struct page *p, const struct smtpcode_cause *c)
{
	const struct value values[] = {
		{ "retry",
		    page_word(
		        p, SMTPCODE_RETRY, (unsigned)smtpcode_cause_retry(c)) },
		{ "actor", actor(p, c) },
		{ "address",
		    page_word(p, SMTPCODE_ADDRESS,
		        (unsigned)smtpcode_cause_address(c)) },
	};
	int failure = smtpcode_cause_retry(c) == SMTPCODE_RETRY_NO ||
	    smtpcode_cause_retry(c) == SMTPCODE_RETRY_LATER;

	page_begin(p, 0);
	page_fill(
	    p, failure ? LABEL_CAUSE_ANSWERS : LABEL_THREE_ANSWERS, values, 3);
	page_end(p);
}

static void
meaning(struct page *p, const struct advice *advice)
{
	struct buf b;

	buf_clear(&b);
	advice_meaning(advice, p->lang, 0, &b);
	page_label(p, label(LABEL_MEANING, p->lang));
	page_text(p, b.s);
	page_end(p);
}

/* The details that have fixes of their own. */
static void
details(struct page *p, const struct smtpcode_cause *c)
{
	struct advice advice;
	const char *detail;
	size_t i;

	for (i = 0; (detail = smtpcode_cause_detail(c, i)) != NULL; i++) {
		advice_of_cause(&advice, c, detail);
		page_label(p, detail);
		(void)advice_show(&advice, p, 0);
		page_end(p);
	}
}

static void
codes(struct page *p, const struct smtpcode_cause *c)
{
	uint32_t code;
	size_t i;

	for (i = 0; (code = smtpcode_cause_code(c, i)) != 0; i++) {
		if (i == 0)
			page_label(p, label(LABEL_CODES, p->lang));
		else
			page_text(p, label(LABEL_COMMA, p->lang));
		page_code(p, code);
	}
	if (i > 0)
		page_end(p);
}

void
cause_page(struct page *p, const struct smtpcode_cause *c)
{
	struct advice advice;

	cause_page_title(p, c);
	answers(p, c);
	page_gap(p);
	advice_of_cause(&advice, c, NULL);
	meaning(p, &advice);
	page_label(p, label(LABEL_FIX, p->lang));
	if (advice_show(&advice, p, 0) == 0)
		page_text(p, label(LABEL_NOTHING_TO_FIX, p->lang));
	page_end(p);
	details(p, c);
	codes(p, c);
}
