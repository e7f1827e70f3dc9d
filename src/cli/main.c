/* SPDX-License-Identifier: ISC */
/*
 * smtpcode - tell what SMTP reply codes mean
 *
 * Exit status: 0 all known, 1 something is not known, 2 wrong usage, or input
 * or output failed.
 */
#include <stddef.h>

#include "annotate.h"
#include "cause_page.h"
#include "compare.h"
#include "explain.h"
#include "field.h"
#include "help.h"
#include "in.h"
#include "list.h"
#include "operand.h"
#include "opt.h"
#include "os.h"
#include "out.h"
#include "record.h"
#include "say.h"
#include "search.h"
#include "show.h"
#include "tally.h"

static int
answer_code(const struct opt *o, struct page *p, uint32_t code)
{
	struct subject s;

	subject_find(&s, code);
	if (o->format == FORMAT_PAGE)
		show_code(p, &s);
	else
		record_code(o, &s);
	return s.known ? STATUS_OK : STATUS_NO;
}

static int
answer_cause(
    const struct opt *o, struct page *p, const struct smtpcode_cause *c)
{
	if (o->format == FORMAT_PAGE)
		cause_page(p, c);
	else
		record_cause(o, c);
	return STATUS_OK;
}

static int
answer_comparison(const struct opt *o, struct page *p, const struct question *q)
{
	struct comparison c;
	size_t i;
	int status = STATUS_OK;

	compare_sides(&c, q->side, q->sides);
	for (i = 0; i < c.n; i++)
		if (!c.subject[i].known)
			status = STATUS_NO;
	if (o->format == FORMAT_PAGE)
		compare_show(p, &c);
	else
		record_comparison(o, &c);
	return status;
}

/* Standard input, asked for by "-" or by leaving out operands. */
static int
answer_input(const struct opt *o, struct page *p)
{
	struct input in;

	if (in_is_terminal())
		say("paste, then press Ctrl-D");
	in_standard(&in);
	return explain(o, p, &in);
}

static int
answer_question(const struct opt *o, struct page *p, const struct question *q)
{
	struct input in;

	switch (q->ask) {
	case ASK_CODE:
		return answer_code(o, p, q->side[0].code);
	case ASK_REPLY:
		return explain_codes(
		    o, p, q->side[0].code, q->side[0].enhanced);
	case ASK_CAUSE:
		return answer_cause(o, p, q->side[0].cause);
	case ASK_COMPARE:
		return answer_comparison(o, p, q);
	case ASK_INPUT:
		return answer_input(o, p);
	default:
		in_words(&in, q->words, q->count);
		return explain(o, p, &in);
	}
}

static int
answer(const struct opt *o)
{
	struct operands operands;
	struct question q;
	struct page p;
	int status = STATUS_OK, one, more = 0;

	page_start(&p, o->lang, o->color, o->width);
	if (o->count == 0)
		return in_is_offered() ? answer_input(o, &p) : help_short();
	if (operands_read(&operands, o->operands, o->count) != STATUS_OK)
		return STATUS_ERROR;
	while (operands_next(&operands, &q) == 1) {
		if (more++ > 0 && o->format == FORMAT_PAGE)
			page_gap(&p);
		one = answer_question(o, &p, &q);
		status = one > status ? one : status;
	}
	return status;
}

static int
run(const struct opt *o)
{
	if (field_check(o->fields) != STATUS_OK)
		return STATUS_ERROR;
	switch (o->verb) {
	case VERB_HELP:
		return help_long();
	case VERB_VERSION:
		return help_version();
	case VERB_LANGS:
		return help_langs();
	case VERB_LIST:
		return list(o);
	case VERB_SEARCH:
		return search(o);
	case VERB_ANNOTATE:
		return annotate(o);
	case VERB_TALLY:
		return tally(o);
	default:
		return answer(o);
	}
}

int
main(int argc, char **argv)
{
	struct opt o;
	int status;

	os_pledge();
	if (opt_read(&o, argc, argv) != STATUS_OK)
		return STATUS_ERROR;
	if (o.quiet)
		out_silence();
	status = run(&o);
	return out_end() == 0 ? status : STATUS_ERROR;
}
