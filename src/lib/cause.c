/* SPDX-License-Identifier: ISC */
/*
 * What a reply means: its cause, and the three answers that follow from it.
 * Codes point, words decide (data/rules).
 */
#include <string.h>

#include "smtpcode.h"
#include "table.h"

struct smtpcode_cause {
	uint32_t text; /* slot of its id, its texts behind */
	uint8_t actor, address;
};

#define CAUSE(number, slot, actor, address) { slot, actor, address },
static const struct smtpcode_cause causes[] = {
#include "causes.inc"
};
#undef CAUSE

#define CAUSES (sizeof causes / sizeof causes[0])

enum { CAUSE_UNKNOWN }; /* the first of the data */

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

/* ---------------------------------------------------------- what codes tell */

/* The use of a code, if all its uses point to the same cause. */
static const struct smtpcode_use *
common_use(uint32_t code)
{
	const struct smtpcode_use *first, *u;

	first = smtpcode_next_use(code, NULL);
	for (u = first; u != NULL; u = smtpcode_next_use(code, u))
		if (smtpcode_x_use_cause(u) != smtpcode_x_use_cause(first))
			return NULL;
	return first;
}

static void
judge_by_entry(const struct smtpcode_entry *e, struct smtpcode_verdict *v)
{
	v->cause = &causes[smtpcode_x_entry_cause(e)];
	v->actor = smtpcode_entry_actor(e);
	v->address = smtpcode_entry_address(e);
	v->certainty = smtpcode_entry_certainty(e);
}

static void
judge_by_use(const struct smtpcode_use *u, struct smtpcode_verdict *v)
{
	v->use = u;
	v->cause = &causes[smtpcode_x_use_cause(u)];
	v->actor = smtpcode_x_use_actor(u);
	if (v->actor == SMTPCODE_ACTOR_NONE)
		v->actor = smtpcode_cause_actor(v->cause);
	v->address = smtpcode_cause_address(v->cause);
	v->certainty = SMTPCODE_CERTAINTY_LIKELY;
	if (smtpcode_x_use_is_later(u))
		v->retry = SMTPCODE_RETRY_LATER;
}

/* The enhanced code as it reads in the reply code's class: 550 4.7.1 is a
 * refusal. */
static uint32_t
in_class(uint32_t enhanced, enum smtpcode_class class)
{
	if (enhanced == 0 || class == SMTPCODE_CLASS_INTERMEDIATE)
		return enhanced;
	return (enhanced & ~((uint32_t)15 << 20)) | (uint32_t) class << 20;
}

/* The enhanced code: a provider's alone, else the registry; then the other. */
static void
judge_by_codes(const struct smtpcode_reply *r, struct smtpcode_verdict *v)
{
	const struct smtpcode_entry *enhanced, *basic;
	const struct smtpcode_use *use;

	enhanced = smtpcode_find_entry(in_class(r->enhanced, v->class));
	basic = smtpcode_find_entry(r->code);
	v->entry = enhanced != NULL ? enhanced : basic;
	use = enhanced == NULL && r->enhanced != 0 ? common_use(r->enhanced) :
	                                             NULL;
	if (use != NULL)
		judge_by_use(use, v);
	else if (enhanced != NULL &&
	    smtpcode_x_entry_cause(enhanced) != CAUSE_UNKNOWN)
		judge_by_entry(enhanced, v);
	else if (basic != NULL &&
	    smtpcode_x_entry_cause(basic) != CAUSE_UNKNOWN)
		judge_by_entry(basic, v);
}

/* The class by the reply code, else the enhanced code, else by the log. */
static enum smtpcode_class
class_of(const struct smtpcode_reply *r)
{
	enum smtpcode_class class = smtpcode_class_of(r->code);

	if (class == SMTPCODE_CLASS_NONE)
		class = smtpcode_class_of(r->enhanced);
	if (class == SMTPCODE_CLASS_NONE)
		class = r->class;
	return class == SMTPCODE_CLASS_NONE ? SMTPCODE_CLASS_TRANSIENT : class;
}

static const struct smtpcode_cause *
cause_named(const char *id)
{
	return smtpcode_find_cause(id, strlen(id));
}

/* A success is no failure of any cause; its codes need not be looked at. */
static void
judge_success(struct smtpcode_verdict *v)
{
	v->cause =
	    cause_named(v->class == SMTPCODE_CLASS_SUCCESS ? "ok" : "continue");
	v->actor = SMTPCODE_ACTOR_NOBODY;
	v->address = SMTPCODE_ADDRESS_KEEP;
	v->certainty = SMTPCODE_CERTAINTY_LIKELY;
	v->retry = SMTPCODE_RETRY_N_A;
}

/* What the class forbids: a 4yz is never dropped, a guess neither. */
static void
settle(struct smtpcode_verdict *v)
{
	if (v->class == SMTPCODE_CLASS_TRANSIENT)
		v->retry = SMTPCODE_RETRY_YES;
	else if (v->retry != SMTPCODE_RETRY_LATER)
		v->retry = SMTPCODE_RETRY_NO;
	if (v->class != SMTPCODE_CLASS_PERMANENT ||
	    v->certainty == SMTPCODE_CERTAINTY_GUESS)
		v->address = SMTPCODE_ADDRESS_KEEP;
}

void
smtpcode_judge_reply(const struct smtpcode_reply *r, struct smtpcode_verdict *v)
{
	memset(v, 0, sizeof *v);
	v->class = class_of(r);
	v->notes = r->notes;
	v->cause = &causes[CAUSE_UNKNOWN];
	v->actor = SMTPCODE_ACTOR_NONE;
	v->address = SMTPCODE_ADDRESS_KEEP;
	v->certainty = SMTPCODE_CERTAINTY_GUESS;
	judge_by_codes(r, v);
	if (v->class <= SMTPCODE_CLASS_INTERMEDIATE)
		judge_success(v);
	else
		settle(v);
}
