/* SPDX-License-Identifier: ISC */
/*
 * The tables, one line each. Sets of one sort add up, sets of different sorts
 * narrow: "4xx 5xx RCPT" are the failures that RCPT may get.
 */
#include <string.h>

#include "cause_page.h"
#include "field.h"
#include "list.h"
#include "operand.h"
#include "out.h"
#include "page.h"
#include "record.h"
#include "say.h"
#include "show.h"
#include "token.h"

enum sort {
	SORT_CLASS,
	SORT_COMMAND,
	SORT_TYPE,
	SORT_STANDARD,
	SORTS,
	SORT_FIELDS,
	SORT_CAUSES,
	SORT_PROVIDERS,
	SORT_NONE
};

static int
is_command(const char *word)
{
	const struct smtpcode_entry *e = NULL;

	if (token_is(word, "ANY"))
		return 0;
	while ((e = smtpcode_next_entry(e)) != NULL)
		if (smtpcode_entry_answers(e, word, strlen(word)))
			return 1;
	return 0;
}

/* What sort of set a word is; a class as its number. */
static enum sort
sort_of(const char *word, uint32_t *set)
{
	struct side side;

	*set = 0;
	if (strlen(word) == 1 && word[0] >= '2' && word[0] <= '5') {
		*set = (uint32_t)(word[0] - '0');
		return SORT_CLASS;
	}
	if (token_code(word, strlen(word), &side) &&
	    smtpcode_is_set(side.code)) {
		*set = side.code;
		return SORT_CLASS;
	}
	if (token_is(word, "basic") || token_is(word, "enhanced"))
		return SORT_TYPE;
	if (token_is(word, "standard"))
		return SORT_STANDARD;
	if (token_is(word, "fields"))
		return SORT_FIELDS;
	if (token_is(word, "causes"))
		return SORT_CAUSES;
	if (token_is(word, "providers"))
		return SORT_PROVIDERS;
	return is_command(word) ? SORT_COMMAND : SORT_NONE;
}

/* Is the entry in the set that word names? */
static int
in_set(const struct smtpcode_entry *e, const char *word, enum sort sort,
    uint32_t set)
{
	uint32_t code = smtpcode_entry_code(e);

	switch (sort) {
	case SORT_CLASS:
		return smtpcode_code_in(code, set);
	case SORT_COMMAND:
		return smtpcode_entry_answers(e, word, strlen(word)) ||
		    smtpcode_entry_answers(e, "ANY", 3) ||
		    (token_is(word, "DATA") &&
		        smtpcode_entry_answers(e, "DATA-END", 8));
	case SORT_TYPE:
		return smtpcode_is_enhanced(code) == token_is(word, "enhanced");
	default:
		return smtpcode_entry_status(e) != SMTPCODE_STATUS_UNREGISTERED;
	}
}

/* Of each sort that is asked for, the entry is in one of its sets. */
static int
is_wanted(const struct opt *o, const struct smtpcode_entry *e)
{
	char asked[SORTS] = { 0 }, met[SORTS] = { 0 };
	enum sort sort;
	uint32_t set;
	int i;

	for (i = 0; i < o->count; i++) {
		sort = sort_of(o->operands[i], &set);
		asked[sort] = 1;
		if (in_set(e, o->operands[i], sort, set))
			met[sort] = 1;
	}
	for (i = 0; i < SORTS; i++)
		if (asked[i] && !met[i])
			return 0;
	return 1;
}

static int
check_sets(const struct opt *o)
{
	uint32_t set;
	enum sort sort;
	int i;

	for (i = 0; i < o->count; i++) {
		sort = sort_of(o->operands[i], &set);
		if (sort == SORT_NONE) {
			say("%s is no set; use 4xx, 5.7, RCPT (or another "
			    "command), basic, enhanced, standard, causes, "
			    "providers or fields",
			    o->operands[i]);
			return STATUS_ERROR;
		}
		if (sort > SORTS && o->count > 1) {
			say("%s is a list of its own; no other set goes with "
			    "it",
			    o->operands[i]);
			return STATUS_ERROR;
		}
	}
	return STATUS_OK;
}

static void
list_causes(const struct opt *o, struct page *p)
{
	const struct smtpcode_cause *c = NULL;

	while ((c = smtpcode_next_cause(c)) != NULL)
		if (o->format != FORMAT_PAGE)
			record_cause(o, c);
		else
			cause_page_title(p, c);
}

/* Their ids and names. */
static void
list_providers(void)
{
	const struct smtpcode_provider *v = NULL;

	while ((v = smtpcode_next_provider(v)) != NULL) {
		out_text(smtpcode_provider_text(v, SMTPCODE_PROVIDER_ID));
		out_char('\t');
		out_text(smtpcode_provider_text(v, SMTPCODE_PROVIDER_NAME));
		out_char('\n');
	}
}

/* What is no list of codes: 1 if that was asked for. */
static int
list_other(const struct opt *o, struct page *p)
{
	uint32_t set;

	if (o->count != 1)
		return 0;
	switch (sort_of(o->operands[0], &set)) {
	case SORT_FIELDS:
		field_list();
		return 1;
	case SORT_CAUSES:
		list_causes(o, p);
		return 1;
	case SORT_PROVIDERS:
		list_providers();
		return 1;
	default:
		return 0;
	}
}

int
list(const struct opt *o)
{
	const struct smtpcode_entry *e = NULL;
	struct subject s;
	struct page p;
	int listed = 0;

	if (check_sets(o) != STATUS_OK)
		return STATUS_ERROR;
	page_start(&p, o->lang, o->color, o->width);
	if (list_other(o, &p))
		return STATUS_OK;
	while ((e = smtpcode_next_entry(e)) != NULL) {
		subject_find(&s, smtpcode_entry_code(e));
		if (!s.known || smtpcode_is_set(s.code) ||
		    smtpcode_class_of(s.code) == SMTPCODE_CLASS_NONE ||
		    !subject_is_used(e) || !is_wanted(o, e))
			continue;
		listed++;
		if (o->format != FORMAT_PAGE)
			record_code(o, &s);
		else
			show_line(&p, &s);
	}
	return listed > 0 ? STATUS_OK : STATUS_NO;
}
