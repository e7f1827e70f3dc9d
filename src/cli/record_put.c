/* SPDX-License-Identifier: ISC */
/*
 * Values that records put into a sink: texts, codes, comparisons.
 */
#include <string.h>

#include "out.h"
#include "record_put.h"

void
record_put_text(struct sink *s, const char *text)
{
	if (text != NULL && *text != '\0')
		sink_string(s, text, strlen(text));
}

void
record_put_code_item(struct sink *s, uint32_t code)
{
	char text[SMTPCODE_CODE_SIZE];

	sink_item(s, text, smtpcode_format_code(code, text));
}

void
record_put_id(struct sink *s, enum smtpcode_field field, unsigned value)
{
	record_put_text(s, smtpcode_word(field, value, SMTPCODE_ID));
}

void
record_put_direction(struct sink *s, enum smtpcode_direction direction)
{
	if (direction != SMTPCODE_DIRECTION_NONE)
		record_put_text(
		    s, direction == SMTPCODE_DIRECTION_OUT ? "out" : "in");
}

void
record_put_code(struct sink *s, uint32_t code)
{
	char text[SMTPCODE_CODE_SIZE];

	sink_string(s, text, smtpcode_format_code(code, text));
}

void
record_put_summary(struct sink *s, const struct comparison *c, int lang)
{
	struct buf b;

	compare_summary(c, lang, &b);
	record_put_text(s, b.s);
}

void
record_put_compared(struct sink *s, const struct comparison *c)
{
	struct buf code;
	size_t i;

	for (i = 0; i < c->n; i++) {
		buf_clear(&code);
		subject_code(&c->subject[i], &code);
		sink_item(s, code.s, code.used);
	}
	sink_list_end(s);
}

/* The language of a value: words of the tables as identifiers. */
static int
value_lang(enum smtpcode_field field, int lang)
{
	return field == SMTPCODE_ABOUT ? lang : SMTPCODE_ID;
}

void
record_put_differences(struct sink *s, const struct comparison *c, int lang)
{
	const char *aspect;
	struct buf value;
	size_t i, k;

	if (s->format != FORMAT_JSON)
		return;
	for (i = 0; i < c->differences; i++) {
		aspect = compare_aspect(c->difference[i])->name;
		sink_object(s);
		sink_field(s, "aspect", "");
		sink_string(s, aspect, strlen(aspect));
		sink_field(s, "values", "");
		for (k = 0; k < c->n; k++) {
			compare_value(&c->subject[k], c->difference[i],
			    value_lang(c->difference[i], lang), &value);
			sink_item(s, value.s, value.used);
		}
		sink_list_end(s);
		sink_object_end(s);
	}
	sink_list_end(s);
}

void
record_put_advice(struct sink *s, const struct comparison *c, int lang)
{
	static const unsigned char sides[] = { LABEL_SERVER, LABEL_CLIENT };
	struct buf line, advice;
	size_t i;
	int client;

	for (client = 0; client < 2; client++)
		for (i = 0; i < c->n; i++) {
			buf_clear(&line);
			buf_text(&line, label((enum label)sides[client], lang));
			buf_text(&line, ": ");
			compare_advice(c, i, client, lang, &advice);
			buf_text(&line, advice.s);
			sink_item(s, line.s, line.used);
		}
	sink_list_end(s);
}

/* A comparison as a table: a column for each code. */
void
record_put_table(const struct comparison *c, int lang)
{
	struct sink s;
	struct buf value;
	const char *aspect;
	size_t i, k;

	sink_start(&s, FORMAT_TSV, "");
	sink_field(&s, "", "");
	out_text("aspect");
	for (k = 0; k < c->n; k++) {
		sink_field(&s, "", "");
		buf_clear(&value);
		subject_code(&c->subject[k], &value);
		record_put_text(&s, value.s);
	}
	sink_end(&s);
	for (i = 0; i < c->differences; i++) {
		aspect = compare_aspect(c->difference[i])->name;
		sink_start(&s, FORMAT_TSV, "");
		sink_field(&s, "", "");
		record_put_text(&s, aspect);
		for (k = 0; k < c->n; k++) {
			sink_field(&s, "", "");
			compare_value(&c->subject[k], c->difference[i],
			    value_lang(c->difference[i], lang), &value);
			record_put_text(&s, value.s);
		}
		sink_end(&s);
	}
}
