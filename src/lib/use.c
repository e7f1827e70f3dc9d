/* SPDX-License-Identifier: ISC */
/*
 * Codes as providers use them, beside what they are registered for.
 */
#include <stddef.h>

#include "bytes.h"
#include "smtpcode_reply.h"
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

#define EXACT_USES(n) enum { EXACT = (n) }; /* in order; ranges follow */
#include "exact-uses.inc"
#undef EXACT_USES

#define USE_FIELD(name) SLOT_##name,
enum {
#include "use-fields.inc"
};
#undef USE_FIELD
#define USE_FIELD(name) \
	_Static_assert((int)SMTPCODE_USE_##name == (int)SLOT_##name, #name);
#include "use-fields.inc"
#undef USE_FIELD

#define VENDOR_DATE(newest) static const char vendor_date[] = newest;
#include "vendor-date.inc"
#undef VENDOR_DATE

/* The first of the exact uses that is not below the code. */
static size_t
first_exact(uint32_t code)
{
	size_t low = 0, high = EXACT, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (uses[middle].first < code)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct smtpcode_use *
smtpcode_next_use(uint32_t code, const struct smtpcode_use *prev)
{
	size_t i = prev == NULL ? first_exact(code) : (size_t)(prev - uses) + 1;

	if (i < EXACT && uses[i].first == code)
		return &uses[i];
	for (i = i < EXACT ? (size_t)EXACT : i; i < USES; i++)
		if (uses[i].first <= code && code <= uses[i].last)
			return &uses[i];
	return NULL;
}

/* What is the same in every language. */
static const char *
words_of(const struct smtpcode_use *u, enum smtpcode_use_field field)
{
	return smtpcode_x_text(u->text + (uint32_t)field, 0, SMTPCODE_ID);
}

const char *
smtpcode_use_text(
    const struct smtpcode_use *u, enum smtpcode_use_field field, int lang)
{
	const struct smtpcode_provider *p = smtpcode_x_provider(u->provider);

	if (field == SMTPCODE_USE_PROVIDER)
		return smtpcode_provider_text(p, SMTPCODE_PROVIDER_ID);
	if (field == SMTPCODE_USE_PROVIDER_NAME)
		return smtpcode_provider_text(p, SMTPCODE_PROVIDER_NAME);
	if (field == SMTPCODE_USE_MEANING)
		return smtpcode_x_text(u->text + (uint32_t)field, 0, lang);
	return words_of(u, field);
}

const char *
smtpcode_provider_date(void)
{
	return vendor_date;
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

/* Bytes of a masked reply that tags and hints are looked for in. Where they
 * stand in an id or behind more, they do not count. */
enum { MASK = 2048 };

/* Does one of the blank-separated tags of a use stand in the text? */
static int
has_tag(const struct smtpcode_use *u, struct smtpcode_span text)
{
	const char *tag = words_of(u, SMTPCODE_USE_TAG), *end;
	size_t at;

	for (; tag != NULL && *tag != '\0'; tag = end) {
		end = tag;
		while (*end != '\0' && *end != ' ')
			end++;
		for (at = 0; at + (size_t)(end - tag) <= text.n; at++)
			if (smtpcode_x_stands_at(
			        text.p, text.n, at, tag, (size_t)(end - tag)))
				return 1;
		while (*end == ' ')
			end++;
	}
	return 0;
}

static int
has_hint(const struct smtpcode_use *u, struct smtpcode_span text)
{
	const char *hint = words_of(u, SMTPCODE_USE_HINT);

	return hint != NULL &&
	    smtpcode_x_seek(text.p, text.n, hint) != smtpcode_x_none;
}

/* What a provider means by a code; NULL if nobody knows, or (0: any provider)
 * not all agree on the cause. */
static const struct smtpcode_use *
use_of(uint32_t code, unsigned provider, struct smtpcode_span text)
{
	const struct smtpcode_use *u, *first = NULL, *hinted = NULL,
	                              *plain = NULL;
	int agree = 1;

	for (u = smtpcode_next_use(code, NULL); u != NULL;
	     u = smtpcode_next_use(code, u)) {
		if (provider != 0 && u->provider + 1u != provider)
			continue;
		/* A range only counts if no exact use does. */
		if (first != NULL && u->first != u->last &&
		    first->first == first->last)
			break;
		if (first == NULL)
			first = u;
		if (u->cause != first->cause)
			agree = 0;
		if (provider == 0)
			continue;
		if (has_tag(u, text))
			return u;
		if (hinted == NULL && has_hint(u, text))
			hinted = u;
		if (plain == NULL && words_of(u, SMTPCODE_USE_TAG) == NULL &&
		    words_of(u, SMTPCODE_USE_HINT) == NULL)
			plain = u;
	}
	if (hinted != NULL || plain != NULL)
		return hinted != NULL ? hinted : plain;
	return agree ? first : NULL;
}

const struct smtpcode_use *
smtpcode_x_find_use(
    const struct smtpcode_reply *r, uint32_t enhanced, unsigned provider)
{
	const struct smtpcode_use *u;
	char mask[MASK];
	struct smtpcode_span text = { mask, 0 };

	if (provider == 0)
		return smtpcode_find_entry(enhanced) == NULL ?
		    use_of(enhanced, 0, text) :
		    NULL;
	if (r->text.p != NULL)
		text.n =
		    smtpcode_mask_text(r->text.p, r->text.n, mask, sizeof mask);
	if (text.n >= sizeof mask)
		text.n = sizeof mask - 1;
	u = use_of(enhanced, provider, text);
	return u != NULL ? u : use_of(r->code, provider, text);
}
