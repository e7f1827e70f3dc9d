/* SPDX-License-Identifier: ISC */
/*
 * The fields of a reply, into a sink.
 */
#include <string.h>

#include "out.h"
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

static void
put_id(struct sink *s, enum smtpcode_field field, unsigned value)
{
	record_put_text(s, smtpcode_word(field, value, SMTPCODE_ID));
}

/* The meaning and the fix of the code that the reply carries. */
static void
put_texts(struct sink *s, const struct answer *a, int fix, int lang)
{
	struct subject subject;
	struct buf all, one;
	size_t i;

	if (a->verdict.entry == NULL)
		return;
	subject_find(&subject, smtpcode_entry_code(a->verdict.entry));
	if (!fix) {
		subject_text(&subject, SMTPCODE_MEANING, lang, 0, &all);
		record_put_text(s, all.s);
		return;
	}
	buf_clear(&all);
	for (i = 0; i < SUBJECT_AUDIENCES; i++) {
		subject_fix(&subject, i, lang, 0, &one);
		if (one.used > 0 && all.used > 0)
			buf_text(&all, smtpcode_lang_join(lang));
		buf_text(&all, one.s);
	}
	record_put_text(s, all.s);
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
		put_id(s, SMTPCODE_CLASS, v->class);
		break;
	case FIELD_REPLY_cause:
		record_put_text(s, smtpcode_cause_id(v->cause));
		break;
	case FIELD_REPLY_retry:
		put_id(s, SMTPCODE_RETRY, v->retry);
		break;
	case FIELD_REPLY_actor:
		put_id(s, SMTPCODE_ACTOR, v->actor);
		break;
	case FIELD_REPLY_address:
		put_id(s, SMTPCODE_ADDRESS, v->address);
		break;
	case FIELD_REPLY_direction:
		if (a->reply.direction != SMTPCODE_DIRECTION_NONE)
			record_put_text(s,
			    a->reply.direction == SMTPCODE_DIRECTION_OUT ?
			        "out" :
			        "in");
		break;
	case FIELD_REPLY_command:
		put_span(s, a, a->reply.command);
		break;
	case FIELD_REPLY_recipient:
		put_span(s, a, a->reply.recipient);
		break;
	case FIELD_REPLY_remote:
		put_span(s, a, a->reply.host);
		break;
	case FIELD_REPLY_evidence:
		reply_evidence(a, &b);
		record_put_text(s, b.s);
		break;
	case FIELD_REPLY_certainty:
		put_id(s, SMTPCODE_CERTAINTY, v->certainty);
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
