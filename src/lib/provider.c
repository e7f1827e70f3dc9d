/* SPDX-License-Identifier: ISC */
/*
 * Those who answer: mail providers and filters.
 */
#include <stddef.h>

#include "smtpcode.h"
#include "table.h"

struct smtpcode_provider {
	uint32_t text; /* slot of its id, name and page behind */
};

#define PROVIDER(slot) { slot },
static const struct smtpcode_provider providers[] = {
#include "providers.inc"
};
#undef PROVIDER

#define PROVIDERS (sizeof providers / sizeof providers[0])

const struct smtpcode_provider *
smtpcode_x_provider(unsigned number)
{
	return &providers[number];
}

unsigned
smtpcode_x_provider_number(const struct smtpcode_provider *p)
{
	return (unsigned)(p - providers);
}

const struct smtpcode_provider *
smtpcode_next_provider(const struct smtpcode_provider *prev)
{
	if (prev == NULL)
		return providers;
	return ++prev < providers + PROVIDERS ? prev : NULL;
}

const char *
smtpcode_provider_text(
    const struct smtpcode_provider *p, enum smtpcode_provider_field field)
{
	return smtpcode_x_text(p->text + (uint32_t)field, 0, SMTPCODE_ID);
}
