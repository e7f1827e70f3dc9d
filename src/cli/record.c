/* SPDX-License-Identifier: ISC */
/*
 * Records: what the tables and a comparison say, field by field, into a sink.
 */
#include <string.h>

#include "field.h"
#include "out.h"
#include "record.h"
#include "record_put.h"
#include "sink.h"

/* What a record is about: one of these. */
struct source {
	const struct subject *subject;
	const struct answer *answer;
	const struct smtpcode_cause *cause;
	const struct comparison *comparison;
	const struct row *row;
	uint64_t lines; /* of the input, beside the row */
	int lang;
};

/* A field of an entry: its sentences as one string. */
static void
put_sentences(
    struct sink *s, const struct source *from, enum smtpcode_field field)
{
	struct buf b;

	subject_text(from->subject, field, from->lang, 0, &b);
	record_put_text(s, b.s);
}

static void
put_word(struct sink *s, const struct source *from, enum smtpcode_field field)
{
	record_put_text(s,
	    smtpcode_entry_text(from->subject->entry, field, 0, SMTPCODE_ID));
}

/* Of what a reply of that code alone would get. */
static void
put_answer(struct sink *s, const struct source *from, enum smtpcode_field field)
{
	record_put_text(s, subject_word(from->subject, field, SMTPCODE_ID));
}

static void
put_words(struct sink *s, const struct source *from, enum smtpcode_field field)
{
	const char *item;
	size_t i;

	for (i = 0; (item = smtpcode_entry_text(
	                 from->subject->entry, field, i, SMTPCODE_ID)) != NULL;
	     i++)
		sink_item(s, item, strlen(item));
	sink_list_end(s);
}

static void
put_codes(struct sink *s, const struct source *from, enum smtpcode_field field)
{
	uint32_t code;
	size_t i;

	for (i = 0;
	     (code = smtpcode_entry_list(from->subject->entry, field, i)) != 0;
	     i++)
		record_put_code_item(s, code);
	sink_list_end(s);
}

/* Neighbours; of a code that is not listed the nearest. */
static void
put_related(struct sink *s, const struct source *from)
{
	uint32_t near[3];
	size_t i, n;

	if (from->subject->listed) {
		put_codes(s, from, SMTPCODE_RELATED);
		return;
	}
	n = smtpcode_near_codes(from->subject->code, near);
	for (i = 0; i < n; i++)
		record_put_code_item(s, near[i]);
	sink_list_end(s);
}

/* How providers use the code; only JSON has room for it. */
static void
put_uses(struct sink *s, const struct source *from)
{
	static const struct {
		char name[12];
		unsigned char field;
	} names[] = { { "provider", SMTPCODE_USE_PROVIDER },
		{ "code", SMTPCODE_USE_CODE }, { "hint", SMTPCODE_USE_HINT },
		{ "meaning", SMTPCODE_USE_MEANING },
		{ "relation", SMTPCODE_USE_RELATION },
		{ "cause", SMTPCODE_USE_CAUSE },
		{ "source", SMTPCODE_USE_SOURCE },
		{ "date", SMTPCODE_USE_DATE } };
	const struct smtpcode_use *u = NULL;
	size_t i;

	if (s->format != FORMAT_JSON)
		return;
	while ((u = smtpcode_next_use(from->subject->code, u)) != NULL) {
		sink_object(s);
		for (i = 0; i < sizeof names / sizeof names[0]; i++) {
			sink_field(s, names[i].name, "");
			record_put_text(s,
			    smtpcode_use_text(u,
			        (enum smtpcode_use_field)names[i].field,
			        from->lang));
		}
		sink_object_end(s);
	}
	sink_list_end(s);
}

static void
put_code_notes(struct sink *s, const struct source *from)
{
	struct buf b;

	subject_note(from->subject, from->lang, &b);
	if (b.used > 0)
		sink_item(s, b.s, b.used);
	sink_list_end(s);
}

static void
put_code_field(struct sink *s, const struct source *from, enum field field)
{
	struct buf b;

	switch (field) {
	case FIELD_CODE_code:
		record_put_code(s, from->subject->code);
		break;
	case FIELD_CODE_type:
		record_put_text(s,
		    smtpcode_is_enhanced(from->subject->code) ? "enhanced" :
		                                                "basic");
		break;
	case FIELD_CODE_class:
		put_word(s, from, SMTPCODE_CLASS);
		break;
	case FIELD_CODE_category:
		put_word(s, from, SMTPCODE_CATEGORY);
		break;
	case FIELD_CODE_name:
		put_sentences(s, from, SMTPCODE_NAME);
		break;
	case FIELD_CODE_phrase:
		put_sentences(s, from, SMTPCODE_PHRASE);
		break;
	case FIELD_CODE_meaning:
		put_sentences(s, from, SMTPCODE_MEANING);
		break;
	case FIELD_CODE_when:
		put_sentences(s, from, SMTPCODE_WHEN);
		break;
	case FIELD_CODE_fix:
		buf_clear(&b);
		subject_fixes(from->subject, from->lang, &b);
		record_put_text(s, b.s);
		break;
	case FIELD_CODE_cause:
		put_answer(s, from, SMTPCODE_CAUSE);
		break;
	case FIELD_CODE_retry:
		put_answer(s, from, SMTPCODE_RETRY);
		break;
	case FIELD_CODE_actor:
		put_answer(s, from, SMTPCODE_ACTOR);
		break;
	case FIELD_CODE_address:
		put_answer(s, from, SMTPCODE_ADDRESS);
		break;
	case FIELD_CODE_certainty:
		put_answer(s, from, SMTPCODE_CERTAINTY);
		break;
	case FIELD_CODE_commands:
		put_words(s, from, SMTPCODE_COMMANDS);
		break;
	case FIELD_CODE_reply_codes:
		put_codes(s, from, SMTPCODE_REPLY_CODES);
		break;
	case FIELD_CODE_enhanced_codes:
		put_codes(s, from, SMTPCODE_ENHANCED_CODES);
		break;
	case FIELD_CODE_related:
		put_related(s, from);
		break;
	case FIELD_CODE_uses:
		put_uses(s, from);
		break;
	case FIELD_CODE_source:
		if (from->subject->listed)
			put_words(s, from, SMTPCODE_SOURCE);
		break;
	case FIELD_CODE_status:
		if (from->subject->listed)
			put_word(s, from, SMTPCODE_STATUS);
		else
			record_put_text(s,
			    from->subject->use != NULL ? "provider" :
			                                 "unregistered");
		break;
	case FIELD_CODE_known:
		sink_true(s, from->subject->known);
		break;
	case FIELD_CODE_notes:
		put_code_notes(s, from);
		break;
	default:
		break;
	}
}

static void
put_comparison_field(
    struct sink *s, const struct source *from, enum field field)
{
	switch (field) {
	case FIELD_COMPARISON_codes:
		record_put_compared(s, from->comparison);
		break;
	case FIELD_COMPARISON_summary:
		record_put_summary(s, from->comparison, from->lang);
		break;
	case FIELD_COMPARISON_differences:
		record_put_differences(s, from->comparison, from->lang);
		break;
	case FIELD_COMPARISON_advice:
		record_put_advice(s, from->comparison, from->lang);
		break;
	default:
		break;
	}
}

static void
put_field(struct sink *s, const struct source *from, enum field field)
{
	if (from->subject != NULL)
		put_code_field(s, from, field);
	else if (from->comparison != NULL)
		put_comparison_field(s, from, field);
	else if (from->row != NULL)
		record_put_row(s, from->row, field, from->lines);
	else if (from->cause != NULL)
		record_put_cause(s, from->cause, field, from->lang);
	else if (from->answer != NULL)
		record_put_reply(s, from->answer, field, from->lang);
}

/* What joins the items of a list in a column: sentences get more room. */
static const char *
between(enum field field)
{
	return field == FIELD_COMPARISON_advice || field == FIELD_CODE_notes ||
	        field == FIELD_REPLY_notes || field == FIELD_CODE_source ?
	    " | " :
	    ",";
}

/* A field of the record; a name that this kind lacks is an empty column. */
static void
put_named(struct sink *s, const struct source *from, enum kind kind,
    const char *name, size_t n)
{
	enum field field = field_find(kind, name, n);

	if (field == FIELD_COUNT) {
		sink_field(s, "", "");
		return;
	}
	sink_field(s, field_name(field), between(field));
	put_field(s, from, field);
}

static void
put_record(const struct opt *o, enum kind kind, const struct source *from)
{
	const char *list = o->fields, *name;
	struct sink s;
	size_t i, n;

	sink_start(&s, o->format,
	    from->row != NULL && from->row->cause == NULL ? "total" :
	                                                    kind_name(kind));
	if (list != NULL) {
		do {
			n = field_next_name(&list, &name);
			put_named(&s, from, kind, name, n);
		} while (*list != '\0');
	} else {
		for (i = 0; i < FIELD_COUNT; i++)
			if (field_kind((enum field)i) == kind) {
				sink_field(&s, field_name((enum field)i),
				    between((enum field)i));
				put_field(&s, from, (enum field)i);
			}
	}
	sink_end(&s);
}

/* The line of column names, once for each run of records of a kind. */
static void
put_header(const struct opt *o, enum kind kind)
{
	static int last = KINDS;
	const char *s;
	size_t i;
	int columns = 0;

	if (o->format != FORMAT_TSV || last == (int)kind ||
	    (o->fields != NULL && last != KINDS))
		return;
	last = (int)kind;
	if (o->fields != NULL) {
		for (s = o->fields; *s != '\0'; s++)
			if (*s != ',')
				out_char(*s);
			else if (s[1] != '\0') /* completions end in one */
				out_char('\t');
	} else
		for (i = 0; i < FIELD_COUNT; i++)
			if (field_kind((enum field)i) == kind) {
				out_text(columns++ > 0 ? "\t" : "");
				out_text(field_name((enum field)i));
			}
	out_char('\n');
}

void
record_code(const struct opt *o, const struct subject *s)
{
	struct source from = { .subject = s, .lang = o->record_lang };

	put_header(o, KIND_CODE);
	put_record(o, KIND_CODE, &from);
}

void
record_comparison(const struct opt *o, const struct comparison *c)
{
	struct source from = { .comparison = c, .lang = o->record_lang };

	if (o->format == FORMAT_TSV && o->fields == NULL) {
		record_put_table(c, o->record_lang);
		return;
	}
	put_header(o, KIND_COMPARISON);
	put_record(o, KIND_COMPARISON, &from);
}

void
record_reply(const struct opt *o, const struct answer *a)
{
	struct source from = { .answer = a, .lang = o->record_lang };

	put_header(o, KIND_REPLY);
	put_record(o, KIND_REPLY, &from);
}

void
record_cause(const struct opt *o, const struct smtpcode_cause *c)
{
	struct source from = { .cause = c, .lang = o->record_lang };

	put_header(o, KIND_CAUSE);
	put_record(o, KIND_CAUSE, &from);
}

void
record_row(const struct opt *o, const struct row *row, uint64_t lines)
{
	struct source from = { .row = row, .lines = lines };

	put_header(o, KIND_TALLY);
	put_record(o, KIND_TALLY, &from);
}
