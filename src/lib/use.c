/* SPDX-License-Identifier: ISC */
/*
 * Codes as providers use them, beside what they are registered for.
 */
#include <stddef.h>

#include "smtpcode.h"
#include "table.h"

struct smtpcode_use {
	uint32_t first, last; /* codes */
	uint32_t text;        /* slot of its first field */
	uint8_t provider, cause, actor, later;
};

#define USE(first, last, provider, cause, actor, later, text) \
	{ first, last, text, provider, cause, actor, later },
static const struct smtpcode_use uses[] = {
#include "uses.inc"
};
#undef USE

#define USES (sizeof uses / sizeof uses[0])

#define PROVIDER(number, slot) slot,
static const uint32_t providers[] = {
#include "providers.inc"
};
#undef PROVIDER

#define USE_FIELD(name) SLOT_##name,
enum {
#include "use-fields.inc"
};
#undef USE_FIELD
#define USE_FIELD(name) \
	_Static_assert((int)SMTPCODE_USE_##name == (int)SLOT_##name, #name);
#include "use-fields.inc"
#undef USE_FIELD

/* The use after u that is exact, or a range, and holds the code. */
static const struct smtpcode_use *
next_of(const struct smtpcode_use *u, uint32_t code, int exact)
{
	for (; u < uses + USES; u++)
		if ((u->first == u->last) == exact && u->first <= code &&
		    code <= u->last)
			return u;
	return NULL;
}

const struct smtpcode_use *
smtpcode_next_use(uint32_t code, const struct smtpcode_use *prev)
{
	const struct smtpcode_use *next;

	if (prev != NULL && prev->first != prev->last)
		return next_of(prev + 1, code, 0);
	next = next_of(prev == NULL ? uses : prev + 1, code, 1);
	return next != NULL ? next : next_of(uses, code, 0);
}

const char *
smtpcode_use_text(const struct smtpcode_use *u, enum smtpcode_use_field field)
{
	uint32_t slot = u->text + (uint32_t)field;

	if (field == SMTPCODE_USE_PROVIDER)
		slot = providers[u->provider];
	else if (field == SMTPCODE_USE_PROVIDER_NAME)
		slot = providers[u->provider] + 1;
	return smtpcode_x_text(slot, 0, SMTPCODE_ID);
}

unsigned
smtpcode_x_use_cause(const struct smtpcode_use *u)
{
	return u->cause;
}

enum smtpcode_actor
smtpcode_x_use_actor(const struct smtpcode_use *u)
{
	return (enum smtpcode_actor)u->actor;
}

int
smtpcode_x_use_is_later(const struct smtpcode_use *u)
{
	return u->later;
}
