/* SPDX-License-Identifier: ISC */
/*
 * smtpcode - tell what SMTP reply codes mean
 *
 * Exit status: 0 all known, 1 something is not known, 2 wrong usage or a
 * failed write.
 */
#include <stddef.h>

#include "compare.h"
#include "field.h"
#include "help.h"
#include "list.h"
#include "operand.h"
#include "opt.h"
#include "out.h"
#include "record.h"
#include "say.h"
#include "show.h"

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
answer_comparison(const struct opt *o, struct page *p, const struct question *q)
{
	uint32_t codes[SMTPCODE_COMPARE_MAX];
	struct comparison c;
	size_t i;
	int status = STATUS_OK;

	for (i = 0; i < q->sides; i++)
		codes[i] = q->side[i].code;
	compare_codes(&c, codes, q->sides);
	for (i = 0; i < c.n; i++)
		if (!c.subject[i].known)
			status = STATUS_NO;
	if (o->format != FORMAT_PAGE)
		record_comparison(o, &c);
	else
		compare_show(p, &c);
	return status;
}

static int
answer(const struct opt *o)
{
	struct operands operands;
	struct question q;
	struct page p;
	int status = STATUS_OK, one, more = 0;

	if (operands_read(&operands, o->operands, o->count) != STATUS_OK)
		return STATUS_ERROR;
	page_start(&p, o->lang, o->color, o->width);
	while (operands_next(&operands, &q) == 1) {
		if (more++ > 0 && o->format == FORMAT_PAGE)
			page_gap(&p);
		one = q.ask == ASK_COMPARE ? answer_comparison(o, &p, &q) :
		                             answer_code(o, &p, q.side[0].code);
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
	default:
		return o->count > 0 ? answer(o) : help_short();
	}
}

int
main(int argc, char **argv)
{
	struct opt o;
	int status;

	if (opt_read(&o, argc, argv) != STATUS_OK)
		return STATUS_ERROR;
	if (o.quiet)
		out_silence();
	status = run(&o);
	return out_end() == 0 ? status : STATUS_ERROR;
}
