/* SPDX-License-Identifier: ISC */
/*
 * The fixes of causes. A sentence with a name in braces is left out if the
 * reply names nothing of the kind. A command is only ever filled with letters,
 * digits, dots, colons and hyphens: replies are written by strangers.
 */
#include <string.h>

#include "advice.h"
#include "safe.h"
#include "subject.h"
#include "token.h"

static const char names[ADVICE_VALUES][12] = { "ip", "domain", "list", "url",
	"address", "seconds" };
static const char stand_ins[ADVICE_VALUES][12] = { "IP", "DOMAIN", "LIST",
	"URL", "ADDRESS", "SECONDS" };

enum { IP, DOMAIN, LIST, URL, ADDRESS, SECONDS };

/* Keep a value as it can be shown. */
static void
keep(struct advice *v, int which, const struct answer *a,
    struct smtpcode_span span)
{
	struct buf raw, safe;

	if (span.p == NULL)
		return;
	buf_clear(&raw);
	if (which == DOMAIN)
		reply_host(a, span, &raw);
	else
		reply_bytes(a, span, &raw);
	buf_clear(&safe);
	safe_add(&safe, raw.s, raw.used);
	if (safe.used < ADVICE_SIZE) /* better none than a part */
		memcpy(v->text[which], safe.s, safe.used + 1);
}

static struct smtpcode_span
span_of(const char *s)
{
	struct smtpcode_span span = { s, s == NULL ? 0 : strlen(s) };

	return span;
}

void
advice_of_reply(struct advice *v, const struct answer *a)
{
	const struct smtpcode_named *n = &a->named;
	struct buf seconds;

	memset(v->text, 0, sizeof v->text);
	v->general = 0;
	v->verdict = a->verdict;
	keep(v, IP, a, n->ip);
	keep(v, DOMAIN, a, n->domain);
	keep(v, LIST, a, span_of(n->list));
	keep(v, URL, a, n->url.p != NULL ? n->url : span_of(n->list_url));
	keep(v, ADDRESS, a, n->forward);
	if (n->retry_after > 0) {
		buf_clear(&seconds);
		buf_number(&seconds, n->retry_after);
		keep(v, SECONDS, a, span_of(seconds.s));
	}
}

void
advice_of_cause(
    struct advice *v, const struct smtpcode_cause *c, const char *detail)
{
	int i;

	memset(v, 0, sizeof *v);
	v->general = 1;
	v->verdict.cause = c;
	v->verdict.detail[0] = detail;
	for (i = 0; i < ADVICE_VALUES; i++)
		memcpy(v->text[i], stand_ins[i], sizeof stand_ins[i]);
}

static int
is_command(const char *item)
{
	return item[0] == '$' && item[1] == ' ';
}

static int
is_safe(const char *s)
{
	if (s[0] == '-')
		return 0;
	while (token_is_one_of(*s,
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "0123456789.:-"))
		s++;
	return *s == '\0';
}

/* Has every name in the item a value, and one that may stand there? */
static int
can_fill(const struct advice *v, const char *item)
{
	const char *s = item, *end;
	int i;

	while ((s = memchr(s, '{', strlen(s))) != NULL &&
	    (end = memchr(s, '}', strlen(s))) != NULL) {
		for (i = 0; i < ADVICE_VALUES; i++)
			if (strlen(names[i]) == (size_t)(end - s) - 1 &&
			    memcmp(names[i], s + 1, strlen(names[i])) == 0)
				break;
		if (i == ADVICE_VALUES || v->text[i][0] == '\0' ||
		    (v->general && !is_command(item)) ||
		    (is_command(item) && !is_safe(v->text[i])))
			return 0;
		s = end;
	}
	return 1;
}

/* The next item that can be filled, from *i on: 1 and its text, or 0. */
static int
next_item(const struct advice *v, enum smtpcode_field field, size_t *i,
    int lang, struct buf *b, int *command)
{
	struct value values[ADVICE_VALUES];
	const char *item;
	int k;

	for (k = 0; k < ADVICE_VALUES; k++) {
		values[k].name = names[k];
		values[k].text = v->text[k];
	}
	while ((item = smtpcode_verdict_text(
	            &v->verdict, field, (*i)++, lang)) != NULL) {
		if (!can_fill(v, item))
			continue;
		*command = is_command(item);
		buf_clear(b);
		buf_fill(b, item + (*command ? 2 : 0), values, ADVICE_VALUES);
		return 1;
	}
	return 0;
}

void
advice_meaning(const struct advice *v, int lang, int brief, struct buf *b)
{
	const char *item;
	size_t i;

	for (i = 0; (i == 0 || !brief) &&
	     (item = smtpcode_cause_text(
	          v->verdict.cause, SMTPCODE_MEANING, i, lang)) != NULL;
	     i++) {
		if (i > 0)
			buf_text(b, smtpcode_lang_join(lang));
		buf_text(b, item);
	}
}

/* One audience's fix: commands on lines of their own. */
static void
show_audience(const struct advice *v, struct page *p, enum smtpcode_field field,
    int brief)
{
	struct buf item;
	size_t i = 0, shown;
	int command, before = 1;

	for (shown = 0; (shown == 0 || !brief) &&
	     next_item(v, field, &i, p->lang, &item, &command);
	     shown++) {
		if (command)
			page_command(p, item.s);
		else {
			if (before && shown > 0)
				page_next(p);
			else if (shown > 0)
				page_text(p, smtpcode_lang_join(p->lang));
			page_text(p, item.s);
		}
		before = command;
	}
}

/* Does the detail have a text of its own? */
static int
is_own(const struct advice *v, enum smtpcode_field field, int lang)
{
	return smtpcode_verdict_text(&v->verdict, field, 0, lang) !=
	    smtpcode_cause_text(v->verdict.cause, field, 0, lang);
}

int
advice_show(const struct advice *v, struct page *p, int brief)
{
	enum smtpcode_field field;
	struct buf item;
	size_t audience, i;
	int shown = 0, command;
	const char *who;

	for (audience = 0; audience < ADVICE_AUDIENCES; audience++) {
		field = subject_audience(audience, p->lang, &who);
		i = 0;
		if (!next_item(v, field, &i, p->lang, &item, &command) ||
		    (v->general && v->verdict.detail[0] != NULL &&
		        !is_own(v, field, p->lang)))
			continue;
		if (shown++ > 0)
			page_next(p);
		page_text(p, who);
		show_audience(v, p, field, brief);
	}
	return shown;
}

void
advice_first(
    const struct advice *v, enum smtpcode_actor actor, int lang, struct buf *b)
{
	static const unsigned char audience[] = {
		[SMTPCODE_ACTOR_SENDER_ADMIN] = 1,
		[SMTPCODE_ACTOR_RECIPIENT_ADMIN] = 2,
	};
	size_t k = (size_t)actor < sizeof audience ? audience[actor] : 0, i;
	struct buf item;
	const char *who;
	int command;

	for (; k < ADVICE_AUDIENCES; k++) {
		i = 0;
		if (next_item(v, subject_audience(k, lang, &who), &i, lang,
		        &item, &command)) {
			buf_text(b, who);
			buf_bytes(b, item.s, item.used);
			return;
		}
		if (actor != SMTPCODE_ACTOR_NONE)
			return;
	}
}

void
advice_text(const struct advice *v, int lang, struct buf *b)
{
	enum smtpcode_field field;
	struct buf item;
	const char *who;
	size_t audience, i, k;
	int command;

	for (audience = 0; audience < ADVICE_AUDIENCES; audience++) {
		field = subject_audience(audience, lang, &who);
		i = 0;
		for (k = 0; next_item(v, field, &i, lang, &item, &command);
		     k++) {
			if (b->used > 0)
				buf_text(b, smtpcode_lang_join(lang));
			if (k == 0)
				buf_text(b, who);
			if (command)
				buf_text(b, "`");
			buf_text(b, item.s);
			if (command)
				buf_text(b, "`");
		}
	}
}
