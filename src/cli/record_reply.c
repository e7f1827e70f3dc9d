/* SPDX-License-Identifier: ISC */
/*
 * The fields of a reply, into a sink.
 */
#include <string.h>

#include "advice.h"
#include "record_put.h"
#include "subject.h"

static void
put_span(struct sink *s, const struct answer *a, struct smtpcode_span span)
{
	struct buf b;

	buf_clear(&b);
	if (span.p != NULL)
		reply_bytes(a, span, &b);
	record_put_text(s, b.s);
}

static void
put_notes(struct sink *s, const struct answer *a, int lang)
{
	const char *note;
	size_t i;

	for (i = 0; (note = reply_note(a, i, lang)) != NULL; i++)
		sink_item(s, note, strlen(note));
	sink_list_end(s);
}

/* The meaning and the fix of the cause, or of the code that decided. */
static void
put_texts(struct sink *s, const struct answer *a, int fix, int lang)
{
	struct advice advice;
	struct subject subject;
	struct buf b;

	buf_clear(&b);
	if (reply_is_told(a)) {
		advice_of_reply(&advice, a);
		if (fix)
			advice_text(&advice, lang, &b);
		else
			advice_meaning(&advice, lang, 0, &b);
	} else {
		subject_find(&subject, smtpcode_entry_code(a->verdict.entry));
		if (fix)
			subject_fixes(&subject, lang, &b);
		else
			subject_text(&subject, SMTPCODE_MEANING, lang, 0, &b);
	}
	record_put_text(s, b.s);
}

static void
put_details(struct sink *s, const struct smtpcode_verdict *v)
{
	size_t i;

	for (i = 0; v->detail[i] != NULL; i++)
		sink_item(s, v->detail[i], strlen(v->detail[i]));
	sink_list_end(s);
}

static void
put_provider(struct sink *s, const struct smtpcode_verdict *v)
{
	if (v->provider != NULL)
		record_put_text(s,
		    smtpcode_provider_text(v->provider, SMTPCODE_PROVIDER_ID));
}

void
record_put_reply(
    struct sink *s, const struct answer *a, enum field field, int lang)
{
	const struct smtpcode_verdict *v = &a->verdict;
	struct buf b;

	buf_clear(&b);
	switch (field) {
	case FIELD_REPLY_text:
		reply_text(a, &b);
		record_put_text(s, b.s);
		break;
	case FIELD_REPLY_code:
		if (a->reply.code != 0)
			record_put_code(s, a->reply.code);
		break;
	case FIELD_REPLY_enhanced:
		if (a->reply.enhanced != 0)
			record_put_code(s, a->reply.enhanced);
		break;
	case FIELD_REPLY_class:
		record_put_id(s, SMTPCODE_CLASS, v->reply_class);
		break;
	case FIELD_REPLY_cause:
		record_put_text(s, smtpcode_cause_id(v->cause));
		break;
	case FIELD_REPLY_detail:
		put_details(s, v);
		break;
	case FIELD_REPLY_retry:
		record_put_id(s, SMTPCODE_RETRY, v->retry);
		break;
	case FIELD_REPLY_retry_after:
		if (a->named.retry_after > 0)
			sink_number(s, a->named.retry_after);
		break;
	case FIELD_REPLY_actor:
		record_put_id(s, SMTPCODE_ACTOR, v->actor);
		break;
	case FIELD_REPLY_address:
		record_put_id(s, SMTPCODE_ADDRESS, v->address);
		break;
	case FIELD_REPLY_forward:
		put_span(s, a, a->named.forward);
		break;
	case FIELD_REPLY_direction:
		record_put_direction(s, a->reply.direction);
		break;
	case FIELD_REPLY_command:
		put_span(s, a, a->reply.command);
		break;
	case FIELD_REPLY_recipient:
		reply_recipient(a, a->reply.recipient, &b);
		record_put_text(s, b.s);
		break;
	case FIELD_REPLY_remote:
		reply_host(a, a->reply.host, &b);
		record_put_text(s, b.s);
		break;
	case FIELD_REPLY_ip:
		put_span(s, a, a->named.ip);
		break;
	case FIELD_REPLY_provider:
		put_provider(s, v);
		break;
	case FIELD_REPLY_tag:
		put_span(s, a, v->tag);
		break;
	case FIELD_REPLY_list:
		record_put_text(s, a->named.list);
		break;
	case FIELD_REPLY_list_url:
		record_put_text(s, a->named.list_url);
		break;
	case FIELD_REPLY_rule:
		record_put_text(s, v->rule);
		break;
	case FIELD_REPLY_evidence:
		reply_evidence(a, &b);
		record_put_text(s, b.s);
		break;
	case FIELD_REPLY_certainty:
		record_put_id(s, SMTPCODE_CERTAINTY, v->certainty);
		break;
	case FIELD_REPLY_name:
		record_put_text(s, reply_name(a, lang));
		break;
	case FIELD_REPLY_meaning:
		put_texts(s, a, 0, lang);
		break;
	case FIELD_REPLY_fix:
		put_texts(s, a, 1, lang);
		break;
	case FIELD_REPLY_notes:
		put_notes(s, a, lang);
		break;
	case FIELD_REPLY_line:
		if (a->line > 0)
			sink_number(s, a->line);
		break;
	default:
		break;
	}
}
