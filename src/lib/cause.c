/* SPDX-License-Identifier: ISC */
/*
 * The causes and their texts; a detail may have fixes of its own.
 */
#include <string.h>

#include "bytes.h"
#include "cause.h"
#include "table.h"

#define CAUSE(number, slot, actor, address, retry, domain) \
	{ slot, actor, address, retry, DOMAIN_##domain },
static const struct smtpcode_cause causes[] = {
#include "causes.inc"
};
#undef CAUSE

#define CAUSES (sizeof causes / sizeof causes[0])

#define DETAIL(cause, slot) { cause, slot },
static const struct detail {
	uint32_t cause;
	uint32_t text; /* slot of its id, its texts behind */
} details[] = {
#include "details.inc"
};
#undef DETAIL

/* The place of a field behind the id. */
#define CAUSE_FIELD(name) PLACE_##name,
enum {
	PLACE_ID,
#include "cause-fields.inc"
};
#undef CAUSE_FIELD

const struct smtpcode_cause *
smtpcode_x_cause(unsigned number)
{
	return &causes[number];
}

unsigned
smtpcode_x_cause_number(const struct smtpcode_cause *c)
{
	return (unsigned)(c - causes);
}

const char *
smtpcode_cause_id(const struct smtpcode_cause *c)
{
	return smtpcode_x_text(c->text, 0, SMTPCODE_ID);
}

const struct smtpcode_cause *
smtpcode_next_cause(const struct smtpcode_cause *prev)
{
	if (prev == NULL)
		return causes;
	return ++prev < causes + CAUSES ? prev : NULL;
}

const struct smtpcode_cause *
smtpcode_find_cause(const char *id, size_t n)
{
	const struct smtpcode_cause *c = NULL;
	const char *s;

	while ((c = smtpcode_next_cause(c)) != NULL) {
		s = smtpcode_cause_id(c);
		if (strlen(s) == n && memcmp(s, id, n) == 0)
			break;
	}
	return c;
}

enum smtpcode_actor
smtpcode_cause_actor(const struct smtpcode_cause *c)
{
	return (enum smtpcode_actor)c->actor;
}

enum smtpcode_address
smtpcode_cause_address(const struct smtpcode_cause *c)
{
	return (enum smtpcode_address)c->address;
}

enum smtpcode_retry
smtpcode_cause_retry(const struct smtpcode_cause *c)
{
	return (enum smtpcode_retry)c->retry;
}

uint32_t
smtpcode_cause_code(const struct smtpcode_cause *c, size_t i)
{
	const struct smtpcode_entry *e = NULL;

	while ((e = smtpcode_next_entry(e)) != NULL)
		if (&causes[smtpcode_x_entry_cause(e)] == c &&
		    !smtpcode_is_set(smtpcode_entry_code(e)) &&
		    smtpcode_class_of(smtpcode_entry_code(e)) != 0 &&
		    smtpcode_entry_foreseen(e) && i-- == 0)
			return smtpcode_entry_code(e);
	return 0;
}

const char *
smtpcode_cause_detail(const struct smtpcode_cause *c, size_t i)
{
	size_t k;

	for (k = 0; k < sizeof details / sizeof details[0]; k++)
		if (details[k].cause == smtpcode_x_cause_number(c) && i-- == 0)
			return smtpcode_x_text(details[k].text, 0, SMTPCODE_ID);
	return NULL;
}

/* The place of a field's text, or 0. */
static uint32_t
place_of(enum smtpcode_field field)
{
	switch (field) {
	case SMTPCODE_NAME:
		return PLACE_NAME;
	case SMTPCODE_MEANING:
		return PLACE_MEANING;
	case SMTPCODE_FIX_SENDER:
		return PLACE_FIX_SENDER;
	case SMTPCODE_FIX_SENDER_ADMIN:
		return PLACE_FIX_SENDER_ADMIN;
	case SMTPCODE_FIX_SERVER_ADMIN:
		return PLACE_FIX_SERVER_ADMIN;
	default:
		return 0;
	}
}

const char *
smtpcode_cause_text(const struct smtpcode_cause *c, enum smtpcode_field field,
    size_t item, int lang)
{
	uint32_t place = place_of(field);

	return place == 0 ? NULL : smtpcode_x_text(c->text + place, item, lang);
}

const char *
smtpcode_verdict_text(const struct smtpcode_verdict *v,
    enum smtpcode_field field, size_t item, int lang)
{
	uint32_t place = place_of(field), number;
	const char *id;
	size_t i;

	number = smtpcode_x_cause_number(v->cause);
	for (i = 0; i < sizeof details / sizeof details[0]; i++) {
		if (place == 0 || details[i].cause != number ||
		    v->detail[0] == NULL || v->detail[1] != NULL)
			continue;
		id = smtpcode_x_text(details[i].text, 0, SMTPCODE_ID);
		if (smtpcode_x_is(id, v->detail[0]) &&
		    smtpcode_x_text(details[i].text + place, 0, lang) != NULL)
			return smtpcode_x_text(
			    details[i].text + place, item, lang);
	}
	return smtpcode_cause_text(v->cause, field, item, lang);
}
