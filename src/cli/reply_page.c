/* SPDX-License-Identifier: ISC */
/*
 * Replies on a page: what a reply means here, what to do, why we think so.
 */

#include "reply_page.h"
#include "advice.h"
#include "safe.h"
#include "show.h"
#include "subject.h"
#include "token.h"
#include "use.h"

/* Add text of a stranger's. */
static void
put_safe(struct page *p, const char *s, size_t n)
{
	char shown[SAFE_SIZE];
	size_t used, length;

	for (; n > 0; s += used, n -= used) {
		used = safe_next(s, n, shown, &length);
		page_bytes(p, shown, length);
	}
}

static void
title(struct page *p, const struct answer *a)
{
	struct buf codes;

	buf_clear(&codes);
	reply_codes(a, &codes);
	page_title(p, a->verdict.reply_class, codes.s, reply_name(a, p->lang),
	    smtpcode_word(
	        SMTPCODE_CLASS, (unsigned)a->verdict.reply_class, p->lang));
}

static void
answers(struct page *p, const struct answer *a)
{
	const struct smtpcode_verdict *v = &a->verdict;
	const struct value values[] = {
		{ "retry", page_word(p, SMTPCODE_RETRY, (unsigned)v->retry) },
		{ "actor", page_word(p, SMTPCODE_ACTOR, (unsigned)v->actor) },
		{ "address",
		    page_word(p, SMTPCODE_ADDRESS, (unsigned)v->address) },
	};

	page_begin(p, 0);
	page_fill(p, LABEL_THREE_ANSWERS, values, 3);
	page_end(p);
}

/* The text that was said. */
static void
said(struct page *p, const struct answer *a)
{
	struct buf text;

	buf_clear(&text);
	reply_text(a, &text);
	page_label(p, label(LABEL_REPLY, p->lang));
	put_safe(p, text.s, text.used);
	page_end(p);
}

/* "domain-auth (spf, dkim): ..." */
static void
cause(struct page *p, const struct answer *a, const struct advice *advice)
{
	const struct smtpcode_verdict *v = &a->verdict;
	struct buf b, details;
	const struct value values[] = {
		{ "cause", smtpcode_cause_id(v->cause) },
		{ "details", details.s },
	};
	size_t i;

	page_label(p, label(LABEL_CAUSE, p->lang));
	buf_clear(&details);
	for (i = 0; v->detail[i] != NULL; i++) {
		if (i > 0)
			buf_text(&details, label(LABEL_COMMA, p->lang));
		buf_text(&details, v->detail[i]);
	}
	page_fill(p, i > 0 ? LABEL_DETAILS : LABEL_CAUSE_IS, values, 2);
	buf_clear(&b);
	advice_meaning(advice, p->lang, 0, &b);
	page_text(p, b.s);
	page_end(p);
}

static void
evidence(struct page *p, const struct answer *a)
{
	const struct smtpcode_verdict *v = &a->verdict;
	struct buf b, safe;
	struct value values[] = {
		{ "words", safe.s },
		{ "certainty",
		    page_word(p, SMTPCODE_CERTAINTY, (unsigned)v->certainty) },
		{ "provider", NULL },
	};

	buf_clear(&b);
	reply_evidence(a, &b);
	buf_clear(&safe);
	safe_add(&safe, b.s, b.used);
	if (v->provider != NULL)
		values[2].text =
		    smtpcode_provider_text(v->provider, SMTPCODE_PROVIDER_NAME);
	page_label(p, label(LABEL_EVIDENCE, p->lang));
	page_fill(p,
	    v->provider != NULL ? LABEL_EVIDENCE_PROVIDER :
	                          LABEL_EVIDENCE_WORDS,
	    values, v->provider != NULL ? 3 : 2);
	page_end(p);
}

/* Pages that tell more: the reply's own, the list's, the provider's. */
static void
more(struct page *p, const struct answer *a)
{
	struct buf url, safe;
	const char *pages[3] = { NULL, a->named.list_url, NULL };
	size_t i, shown = 0;

	buf_clear(&safe);
	if (a->named.url.p != NULL) {
		buf_clear(&url);
		reply_bytes(a, a->named.url, &url);
		safe_add(&safe, url.s, url.used);
		pages[0] = safe.s;
	} else if (a->verdict.provider != NULL)
		pages[2] = smtpcode_provider_text(
		    a->verdict.provider, SMTPCODE_PROVIDER_HELP);
	for (i = 0; i < 3; i++) {
		if (pages[i] == NULL ||
		    (i == 1 && pages[0] != NULL &&
		        token_is(pages[0], pages[1])))
			continue;
		page_item(p, label(LABEL_MORE, p->lang), shown++);
		page_text(p, pages[i]);
	}
	if (shown > 0)
		page_end(p);
}

/* What the codes are registered for. */
static void
codes(struct page *p, const struct answer *a)
{
	const uint32_t code[2] = { a->reply.code, a->reply.enhanced };
	struct subject s;
	struct buf b;
	size_t i, shown = 0;

	for (i = 0; i < 2; i++) {
		if (code[i] == 0)
			continue;
		subject_find(&s, code[i]);
		page_item(p, label(LABEL_CODES, p->lang), shown++);
		page_code(p, code[i]);
		page_text(p, " ");
		subject_text(&s, SMTPCODE_NAME, p->lang, 1, &b);
		page_text(p, b.s);
	}
	if (shown > 0)
		page_end(p);
}

static void
notes(struct page *p, const struct answer *a)
{
	struct subject s;
	struct buf b;
	const char *note;
	size_t i;

	for (i = 0; (note = reply_note(a, i, p->lang)) != NULL; i++) {
		page_item(p, label(LABEL_NOTE, p->lang), i);
		page_text(p, note);
	}
	if (a->named.use != NULL) {
		page_item(p, label(LABEL_NOTE, p->lang), i++);
		buf_clear(&b);
		use_add(&b, a->named.use, LABEL_USE, p->lang);
		page_text(p, b.s);
	}
	buf_clear(&b);
	if (a->reply.enhanced != 0) {
		subject_find(&s, a->reply.enhanced);
		subject_note(&s, p->lang, &b);
	}
	if (b.used > 0) {
		page_item(p, label(LABEL_NOTE, p->lang), i++);
		page_text(p, b.s);
	}
	if (i > 0)
		page_end(p);
}

/* What it means and how to fix it: the cause's texts, or the code's. */
static void
meaning_and_fix(struct page *p, const struct answer *a, int brief)
{
	struct advice advice;
	struct subject s;

	if (!reply_is_told(a)) {
		subject_find(&s, smtpcode_entry_code(a->verdict.entry));
		show_sections(
		    p, &s, brief, 1u << SHOW_MEANING | SHOW_ALL_FIXES);
		return;
	}
	advice_of_reply(&advice, a);
	if (!brief)
		cause(p, a, &advice);
	page_label(p, label(LABEL_FIX, p->lang));
	if (advice_show(&advice, p, brief) == 0)
		page_text(p, label(LABEL_NOTHING_TO_FIX, p->lang));
	page_end(p);
}

/* How often, where, to whom. */
static void
seen(struct page *p, const struct distinct *row)
{
	struct buf count, line;
	const struct value values[] = { { "count", count.s },
		{ "line", line.s } };
	size_t i;

	buf_clear(&count);
	buf_number(&count, row->count);
	buf_clear(&line);
	buf_number(&line, row->answer.line);
	page_label(p, label(LABEL_SEEN, p->lang));
	page_fill(p, row->count == 1 ? LABEL_ONCE : LABEL_TIMES, values, 2);
	for (i = 0; i < row->names; i++) {
		struct smtpcode_span name = { row->name[i],
			row->name_length[i] };
		struct buf b;

		buf_clear(&b);
		reply_recipient(&row->answer, name, &b);
		page_text(p, label(i == 0 ? LABEL_FOR : LABEL_COMMA, p->lang));
		put_safe(p, b.s, b.used);
	}
	page_end(p);
}

void
reply_page(struct page *p, const struct answer *a, const struct distinct *row)
{
	title(p, a);
	answers(p, a);
	page_gap(p);
	if (row != NULL) {
		seen(p, row);
		said(p, a);
	}
	meaning_and_fix(p, a, 0);
	evidence(p, a);
	codes(p, a);
	notes(p, a);
	more(p, a);
}

void
reply_page_row(struct page *p, const struct distinct *row)
{
	title(p, &row->answer);
	answers(p, &row->answer);
	seen(p, row);
	said(p, &row->answer);
	meaning_and_fix(p, &row->answer, 1);
}
