/* SPDX-License-Identifier: ISC */
/*
 * The fields of a cause, into a sink.
 */
#include <string.h>

#include "advice.h"
#include "record_put.h"

/* The codes that point to it. */
static void
put_codes(struct sink *s, const struct smtpcode_cause *c)
{
	uint32_t code;
	size_t i;

	for (i = 0; (code = smtpcode_cause_code(c, i)) != 0; i++)
		record_put_code_item(s, code);
	sink_list_end(s);
}

void
record_put_cause(
    struct sink *s, const struct smtpcode_cause *c, enum field field, int lang)
{
	struct advice advice;
	struct buf b;

	advice_of_cause(&advice, c, NULL);
	buf_clear(&b);
	switch (field) {
	case FIELD_CAUSE_cause:
		record_put_text(s, smtpcode_cause_id(c));
		break;
	case FIELD_CAUSE_name:
		record_put_text(
		    s, smtpcode_cause_text(c, SMTPCODE_NAME, 0, lang));
		break;
	case FIELD_CAUSE_meaning:
		advice_meaning(&advice, lang, 0, &b);
		record_put_text(s, b.s);
		break;
	case FIELD_CAUSE_fix:
		advice_text(&advice, lang, &b);
		record_put_text(s, b.s);
		break;
	case FIELD_CAUSE_retry:
		record_put_id(
		    s, SMTPCODE_RETRY, (unsigned)smtpcode_cause_retry(c));
		break;
	case FIELD_CAUSE_actor:
		record_put_id(
		    s, SMTPCODE_ACTOR, (unsigned)smtpcode_cause_actor(c));
		break;
	case FIELD_CAUSE_address:
		record_put_id(
		    s, SMTPCODE_ADDRESS, (unsigned)smtpcode_cause_address(c));
		break;
	case FIELD_CAUSE_codes:
		put_codes(s, c);
		break;
	default:
		break;
	}
}
