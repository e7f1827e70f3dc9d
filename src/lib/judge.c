/* SPDX-License-Identifier: ISC */
/*
 * What a reply means: words decide (data/rules), codes point (data/vendor,
 * data/enhanced, data/replies), and the three answers follow from the cause.
 */
#include <string.h>

#include "bytes.h"
#include "cause.h"
#include "host.h"
#include "match.h"
#include "table.h"

#define RULE(slot, cause, strength, provider, gives, actor, later, codes) \
	{ slot, codes, cause, strength, provider, gives, actor, later },
static const struct rule {
	uint32_t text; /* slot of its id, its details behind */
	uint16_t codes;
	uint8_t cause;
	int8_t strength;
	uint8_t provider, gives; /* their number and 1, or 0 */
	uint8_t actor, later;
} rules[] = {
#include "rules.inc"
};
#undef RULE

_Static_assert(sizeof rules / sizeof rules[0] == MATCH_RULES, "rules");

/* A match that is no stronger decides nothing but what to guess. */
enum { WEAK = 1 };

/* A reply and the codes as it is judged by. */
struct judged {
	const struct smtpcode_reply *r;
	uint32_t enhanced; /* in the class of the reply code */
	const struct smtpcode_entry *by_enhanced, *by_code;
	unsigned provider; /* its number and 1, or 0 */
	struct match match;
};

/* ---------------------------------------------------------------- providers */

/* The provider that most words speak for, or whose host answered. */
static void
find_provider(struct judged *j, struct smtpcode_verdict *v)
{
	const struct match *m = &j->match;
	unsigned t, best = 0;
	size_t i;

	for (i = 0; i < m->some; i++) {
		t = m->target[i];
		if (t >= MATCH_RULES &&
		    (best == 0 || m->words[t] > m->words[best] ||
		        (m->words[t] == m->words[best] && t < best)))
			best = t;
	}
	if (best != 0) {
		j->provider = best - MATCH_RULES + 1;
		if (m->words[best] == MATCH_TAG) {
			v->tag.p = j->r->text.p + m->from[best];
			v->tag.n = m->to[best] - m->from[best];
		}
	} else if (j->r->host.p != NULL)
		j->provider =
		    smtpcode_x_provider_of(j->r->host.p, j->r->host.n);
}

/* -------------------------------------------------------------------- rules */

static int
holds_codes(const struct rule *rule, const struct judged *j)
{
	const uint32_t *set = smtpcode_x_codes + rule->codes;
	uint32_t code = j->r->code;

	if (rule->codes == 0)
		return 1;
	if (code == 0 && j->r->enhanced == 0)
		code = (uint32_t)j->r->reply_class; /* all that a log tells */
	for (; *set != 0; set++)
		if ((code != 0 && smtpcode_code_in(code, *set)) ||
		    (j->r->enhanced != 0 &&
		        smtpcode_code_in(j->r->enhanced, *set)))
			return 1;
	return 0;
}

enum { NO_MATCH = -100 };

/* How strongly the reply's words speak for a rule that they match. */
static int
strength_of(unsigned number, const struct judged *j)
{
	const struct rule *rule = &rules[number];

	if (!holds_codes(rule, j) ||
	    (rule->provider != 0 && rule->provider != j->provider))
		return NO_MATCH;
	return j->match.words[number] + rule->strength +
	    2 * (rule->provider != 0) + (rule->codes != 0);
}

/* The cause that codes with one meaning only point to, or "unknown". */
static unsigned
cause_of_codes(const struct judged *j)
{
	const struct smtpcode_entry *const e[] = { j->by_enhanced, j->by_code };
	unsigned cause, i;

	for (i = 0; i < 2; i++) {
		if (e[i] == NULL ||
		    smtpcode_entry_certainty(e[i]) == SMTPCODE_CERTAINTY_GUESS)
			continue;
		cause = smtpcode_x_entry_cause(e[i]);
		if (cause != CAUSE_UNKNOWN)
			return cause;
	}
	return CAUSE_UNKNOWN;
}

/* Note a detail, each once, as many as there is room for. */
static void
add_details(struct smtpcode_verdict *v, const struct rule *rule)
{
	const char *id;
	size_t i, k;

	for (i = 0;
	     (id = smtpcode_x_text(rule->text + 1, i, SMTPCODE_ID)) != NULL;
	     i++) {
		for (k = 0;
		     v->detail[k] != NULL && !smtpcode_x_is(v->detail[k], id);
		     k++)
			;
		if (k < SMTPCODE_DETAILS)
			v->detail[k] = id;
	}
}

/* As many of the n bytes at s as evidence may have, in whole pieces: a part of
 * an address could not be told to be one. Only a word may be cut. */
static size_t
evidence_length(const char *s, size_t n)
{
	enum smtpcode_piece kind;
	size_t used = 0, length;
	char before = ' ';

	if (n <= SMTPCODE_EVIDENCE_MAX)
		return n;
	for (;;) {
		length = smtpcode_mask_piece(s + used, n - used, before, &kind);
		if (used + length > SMTPCODE_EVIDENCE_MAX)
			break;
		before = smtpcode_mask_last(s + used, length, kind);
		used += length;
	}
	if (used == 0 && kind == SMTPCODE_PIECE_PLAIN)
		for (used = SMTPCODE_EVIDENCE_MAX;
		     used > 0 && (s[used] & 0xc0) == 0x80; used--)
			;
	while (used > 0 && !is_alnum(s[used - 1]) && (s[used - 1] & 0x80) == 0)
		used--; /* a bracket */
	return used;
}

/* The words that decided, as they stand in the reply. */
static void
take_evidence(struct smtpcode_verdict *v, const struct judged *j, unsigned best)
{
	const char *s = j->r->text.p + j->match.from[best];
	size_t n = evidence_length(s, j->match.to[best] - j->match.from[best]);

	v->evidence.p = n > 0 ? s : NULL;
	v->evidence.n = n;
}

/* How certain words are of a cause: weak ones as the codes are by themselves,
 * others unless something speaks against them. */
static enum smtpcode_certainty
certainty_of(int weak, int contradicted, unsigned cause, unsigned by_codes)
{
	if (weak)
		return by_codes == cause ? SMTPCODE_CERTAINTY_LIKELY :
		                           SMTPCODE_CERTAINTY_GUESS;
	return contradicted ||
	        (by_codes != CAUSE_UNKNOWN && by_codes != cause) ?
	    SMTPCODE_CERTAINTY_LIKELY :
	    SMTPCODE_CERTAINTY_SURE;
}

/* Judge by the strongest rule: 0 if none matches. */
static int
judge_by_words(const struct judged *j, struct smtpcode_verdict *v)
{
	const struct match *m = &j->match;
	int best_strength = NO_MATCH, strength, contradicted = 0;
	unsigned best = 0, t;
	size_t i;

	for (i = 0; i < m->some; i++) {
		t = m->target[i];
		strength = t < MATCH_RULES ? strength_of(t, j) : NO_MATCH;
		if (strength > best_strength ||
		    (strength == best_strength && strength != NO_MATCH &&
		        (rules[t].cause < rules[best].cause ||
		            (rules[t].cause == rules[best].cause &&
		                t < best)))) {
			best = t;
			best_strength = strength;
		}
	}
	if (best_strength == NO_MATCH)
		return 0;
	add_details(v, &rules[best]);
	for (i = 0; i < m->some; i++) {
		t = m->target[i];
		strength = t < MATCH_RULES ? strength_of(t, j) : NO_MATCH;
		if (strength == NO_MATCH)
			continue;
		if (rules[t].cause != rules[best].cause)
			contradicted |= strength >= best_strength - 1;
		else if (strength > WEAK)
			add_details(v, &rules[t]);
	}
	v->rule = smtpcode_x_text(rules[best].text, 0, SMTPCODE_ID);
	v->cause = smtpcode_x_cause(rules[best].cause);
	v->actor = rules[best].actor != SMTPCODE_ACTOR_NONE ?
	    (enum smtpcode_actor)rules[best].actor :
	    smtpcode_cause_actor(v->cause);
	v->address = smtpcode_cause_address(v->cause);
	v->certainty = certainty_of(best_strength <= WEAK, contradicted,
	    rules[best].cause, cause_of_codes(j));
	if (rules[best].later)
		v->retry = SMTPCODE_RETRY_LATER;
	if (v->provider == NULL && rules[best].gives != 0)
		v->provider = smtpcode_x_provider(rules[best].gives - 1u);
	take_evidence(v, j, best);
	return 1;
}

/* -------------------------------------------------------------------- codes */

static void
judge_by_entry(const struct smtpcode_entry *e, struct smtpcode_verdict *v)
{
	v->cause = smtpcode_x_cause(smtpcode_x_entry_cause(e));
	v->actor = smtpcode_entry_actor(e);
	v->address = smtpcode_entry_address(e);
	v->certainty = smtpcode_entry_certainty(e);
}

static void
judge_by_use(const struct smtpcode_use *u, struct smtpcode_verdict *v)
{
	v->cause = smtpcode_x_cause(smtpcode_x_use_cause(u));
	v->actor = smtpcode_x_use_actor(u);
	if (v->actor == SMTPCODE_ACTOR_NONE)
		v->actor = smtpcode_cause_actor(v->cause);
	v->address = smtpcode_cause_address(v->cause);
	v->certainty = SMTPCODE_CERTAINTY_LIKELY;
	if (smtpcode_x_use_is_later(u))
		v->retry = SMTPCODE_RETRY_LATER;
}

/* What the provider means by a code, then what it is registered for. */
static void
judge_by_codes(const struct judged *j, struct smtpcode_verdict *v)
{
	if (v->use != NULL)
		judge_by_use(v->use, v);
	else if (j->by_enhanced != NULL &&
	    smtpcode_x_entry_cause(j->by_enhanced) != CAUSE_UNKNOWN)
		judge_by_entry(j->by_enhanced, v);
	else if (j->by_code != NULL &&
	    smtpcode_x_entry_cause(j->by_code) != CAUSE_UNKNOWN)
		judge_by_entry(j->by_code, v);
}

uint32_t
smtpcode_x_in_class(uint32_t enhanced, enum smtpcode_class class)
{
	if (enhanced == 0 || class == SMTPCODE_CLASS_INTERMEDIATE)
		return enhanced;
	return (enhanced & ~((uint32_t)15 << 20)) | (uint32_t) class << 20;
}

/* The class by the reply code, else the enhanced code, else by the log. */
static enum smtpcode_class
class_of(const struct smtpcode_reply *r)
{
	enum smtpcode_class class = smtpcode_class_of(r->code);

	if (class == SMTPCODE_CLASS_NONE)
		class = smtpcode_class_of(r->enhanced);
	if (class == SMTPCODE_CLASS_NONE)
		class = r->reply_class;
	return class == SMTPCODE_CLASS_NONE ? SMTPCODE_CLASS_TRANSIENT : class;
}

/* ------------------------------------------------------------------ verdict */

static const struct smtpcode_cause *
cause_named(const char *id)
{
	return smtpcode_find_cause(id, strlen(id));
}

/* A success is no failure of any cause; its words need not be looked at. */
static void
judge_success(struct smtpcode_verdict *v)
{
	v->cause = cause_named(
	    v->reply_class == SMTPCODE_CLASS_SUCCESS ? "ok" : "continue");
	v->actor = SMTPCODE_ACTOR_NOBODY;
	v->address = SMTPCODE_ADDRESS_KEEP;
	v->certainty = SMTPCODE_CERTAINTY_LIKELY;
	v->retry = SMTPCODE_RETRY_N_A;
}

/* What answers MAIL is about the sender, be it told in the words for a
 * recipient: "No such user" costs nobody an address. */
static void
judge_sender(const struct smtpcode_reply *r, struct smtpcode_verdict *v)
{
	if (v->address == SMTPCODE_ADDRESS_KEEP || r->command.n != 4 ||
	    memcmp(r->command.p, "MAIL", 4) != 0)
		return;
	v->cause = cause_named("sender-refused");
	v->actor = SMTPCODE_ACTOR_SENDER;
	v->address = SMTPCODE_ADDRESS_KEEP;
	if (v->certainty == SMTPCODE_CERTAINTY_SURE)
		v->certainty = SMTPCODE_CERTAINTY_LIKELY;
}

static void
judge_failure(struct judged *j, struct smtpcode_verdict *v)
{
	smtpcode_x_match(j->r, &j->match);
	find_provider(j, v);
	if (j->provider != 0)
		v->provider = smtpcode_x_provider(j->provider - 1);
	if (!judge_by_words(j, v)) {
		v->use = smtpcode_x_find_use(j->r, j->enhanced, j->provider);
		judge_by_codes(j, v);
	}
	judge_sender(j->r, v);
	if (v->reply_class == SMTPCODE_CLASS_TRANSIENT)
		v->retry = SMTPCODE_RETRY_YES;
	else if (v->retry != SMTPCODE_RETRY_LATER)
		v->retry = SMTPCODE_RETRY_NO;
	/* A 4yz is never dropped, a guess neither. */
	if (v->reply_class != SMTPCODE_CLASS_PERMANENT ||
	    v->certainty == SMTPCODE_CERTAINTY_GUESS)
		v->address = SMTPCODE_ADDRESS_KEEP;
}

void
smtpcode_judge_reply(const struct smtpcode_reply *r, struct smtpcode_verdict *v)
{
	struct judged j;

	memset(v, 0, sizeof *v);
	v->reply_class = class_of(r);
	v->notes = r->notes;
	v->cause = smtpcode_x_cause(CAUSE_UNKNOWN);
	v->actor = SMTPCODE_ACTOR_NONE;
	v->address = SMTPCODE_ADDRESS_KEEP;
	v->certainty = SMTPCODE_CERTAINTY_GUESS;
	j.r = r;
	j.provider = 0;
	j.enhanced = smtpcode_x_in_class(r->enhanced, v->reply_class);
	j.by_enhanced = smtpcode_find_entry(j.enhanced);
	j.by_code = smtpcode_find_entry(r->code);
	v->entry = j.by_enhanced != NULL ? j.by_enhanced : j.by_code;
	if (v->reply_class <= SMTPCODE_CLASS_INTERMEDIATE)
		judge_success(v);
	else
		judge_failure(&j, v);
}

int
smtpcode_x_words_tell(const struct smtpcode_reply *r)
{
	struct smtpcode_verdict v;

	smtpcode_judge_reply(r, &v);
	return v.rule != NULL && v.certainty > SMTPCODE_CERTAINTY_GUESS;
}
