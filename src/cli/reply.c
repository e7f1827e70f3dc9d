/* SPDX-License-Identifier: ISC */
/*
 * A reply that was found, with what it means, in pieces for pages and records.
 */
#include <string.h>

#include "label.h"
#include "redact.h"
#include "reply.h"

void
reply_judge_again(struct answer *a)
{
	smtpcode_judge_reply(&a->reply, &a->verdict);
	if (a->verdict.reply_class > SMTPCODE_CLASS_INTERMEDIATE)
		smtpcode_read_named(&a->reply, &a->verdict, &a->named);
	else
		memset(&a->named, 0, sizeof a->named);
	if (a->named.forward.p != NULL &&
	    a->verdict.address == SMTPCODE_ADDRESS_DROP)
		a->verdict.address = SMTPCODE_ADDRESS_REPLACE;
}

void
reply_judge(struct answer *a, const struct smtpcode_found *f, int hide)
{
	a->reply = f->reply;
	a->line = f->line;
	a->redact = hide;
	reply_judge_again(a);
}

int
reply_is_told(const struct answer *a)
{
	const struct smtpcode_verdict *v = &a->verdict;

	return v->entry == NULL || v->rule != NULL || v->use != NULL;
}

void
reply_codes(const struct answer *a, struct buf *b)
{
	if (a->reply.code != 0)
		buf_code(b, a->reply.code);
	if (a->reply.code != 0 && a->reply.enhanced != 0)
		buf_text(b, " ");
	if (a->reply.enhanced != 0)
		buf_code(b, a->reply.enhanced);
}

void
reply_bytes(const struct answer *a, struct smtpcode_span s, struct buf *b)
{
	if (a->redact)
		redact(b, s.p, s.n);
	else
		buf_bytes(b, s.p, s.n);
}

void
reply_recipient(const struct answer *a, struct smtpcode_span s, struct buf *b)
{
	if (a->redact)
		redact_recipient(b, s.p, s.n);
	else if (s.p != NULL)
		buf_bytes(b, s.p, s.n);
}

void
reply_host(const struct answer *a, struct smtpcode_span s, struct buf *b)
{
	if (s.p != NULL && a->redact)
		redact_host(b, s.p, s.n);
	else if (s.p != NULL)
		buf_bytes(b, s.p, s.n);
}

void
reply_text(const struct answer *a, struct buf *b)
{
	reply_codes(a, b);
	if (b->used > 0 && a->reply.text.n > 0)
		buf_text(b, " ");
	reply_bytes(a, a->reply.text, b);
}

void
reply_evidence(const struct answer *a, struct buf *b)
{
	uint32_t code =
	    a->reply.enhanced != 0 ? a->reply.enhanced : a->reply.code;
	struct buf text;

	if (a->verdict.evidence.p != NULL) {
		reply_bytes(a, a->verdict.evidence, b);
		return;
	}
	if (code != 0) {
		buf_code(b, code);
		return;
	}
	/* What is cut first may not be seen to be an address. */
	buf_clear(&text);
	reply_bytes(a, a->reply.text, &text);
	buf_bytes(b, text.s, buf_cut(text.s, text.used, SMTPCODE_EVIDENCE_MAX));
}

const char *
reply_name(const struct answer *a, int lang)
{
	return reply_is_told(a) ?
	    smtpcode_cause_text(a->verdict.cause, SMTPCODE_NAME, 0, lang) :
	    smtpcode_entry_text(a->verdict.entry, SMTPCODE_NAME, 0, lang);
}

const char *
reply_note(const struct answer *a, size_t i, int lang)
{
	static const struct {
		unsigned char bit, label;
	} notes[] = {
		{ SMTPCODE_NOTE_CLASS, LABEL_NOTE_CLASS },
		{ SMTPCODE_NOTE_RANGE, LABEL_NOTE_RANGE },
		{ SMTPCODE_NOTE_PLACE, LABEL_NOTE_PLACE },
		{ SMTPCODE_NOTE_LINES, LABEL_NOTE_LINES },
		{ SMTPCODE_NOTE_CUT, LABEL_NOTE_CUT },
	};
	size_t k;

	for (k = 0; k < sizeof notes / sizeof notes[0]; k++)
		if ((a->verdict.notes & notes[k].bit) != 0 && i-- == 0)
			return label((enum label)notes[k].label, lang);
	return NULL;
}
