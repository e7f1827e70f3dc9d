/* SPDX-License-Identifier: ISC */
/*
 * The counted rows as records. A total is a row without a cause; the last one
 * alone tells the lines.
 */
#include <string.h>

#include "record.h"
#include "record_put.h"
#include "tally_record.h"

static void
put_enhanced(struct sink *s, uint32_t code)
{
	struct buf b;

	buf_clear(&b);
	buf_enhanced(&b, code);
	record_put_text(s, b.s);
}

void
record_put_row(
    struct sink *s, const struct row *row, enum field field, uint64_t lines)
{
	switch (field) {
	case FIELD_TALLY_direction:
		record_put_direction(
		    s, (enum smtpcode_direction)row->direction);
		break;
	case FIELD_TALLY_code:
		if (row->code != 0)
			record_put_code(s, row->code);
		break;
	case FIELD_TALLY_enhanced:
		if (row->enhanced != 0)
			put_enhanced(s, row->enhanced);
		break;
	case FIELD_TALLY_class:
		record_put_id(s, SMTPCODE_CLASS, row->class);
		break;
	case FIELD_TALLY_cause:
		if (row->cause != NULL)
			record_put_text(s, smtpcode_cause_id(row->cause));
		break;
	case FIELD_TALLY_retry:
		if (row->cause != NULL)
			record_put_id(s, SMTPCODE_RETRY, row->retry);
		break;
	case FIELD_TALLY_actor:
		if (row->cause != NULL)
			record_put_id(s, SMTPCODE_ACTOR, row->actor);
		break;
	case FIELD_TALLY_provider:
		if (row->provider != NULL)
			record_put_text(s,
			    smtpcode_provider_text(
			        row->provider, SMTPCODE_PROVIDER_ID));
		break;
	case FIELD_TALLY_count:
		sink_number(s, row->count);
		break;
	case FIELD_TALLY_lines:
		if (lines > 0)
			sink_number(s, lines - 1);
		break;
	case FIELD_TALLY_example:
		if (row->example_length > 0)
			sink_string(s, row->example, row->example_length);
		break;
	default:
		break;
	}
}

void
tally_record(const struct opt *o, const struct rows *rows)
{
	static const unsigned char directions[] = { SMTPCODE_DIRECTION_OUT,
		SMTPCODE_DIRECTION_IN, SMTPCODE_DIRECTION_NONE };
	struct row total;
	size_t i, class;

	for (i = 0; i < rows->n; i++)
		record_row(o, &rows->row[i], 0);
	memset(&total, 0, sizeof total);
	for (i = 0; i < sizeof directions; i++)
		for (class = 0; class < ROWS_CLASSES; class ++) {
			total.direction = directions[i];
			total.class = (unsigned char)class;
			total.count = rows_of(rows, directions[i], (int)class);
			if (total.count > 0)
				record_row(o, &total, 0);
		}
	memset(&total, 0, sizeof total);
	total.count = rows->all;
	record_row(o, &total, rows->lines + 1);
}
