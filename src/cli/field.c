/* SPDX-License-Identifier: ISC */
/*
 * The fields of every kind of record.
 */
#include <string.h>

#include "buf.h"
#include "field.h"
#include "opt.h"
#include "out.h"
#include "say.h"
#include "token.h"

static const char kind_names[KINDS][12] = { "code", "reply", "cause",
	"comparison", "tally" };

static const struct {
	unsigned char kind;
	char name[16];
} fields[FIELD_COUNT] = {
#define FIELD(kind, name) { KIND_##kind, #name },
	FIELDS(FIELD)
#undef FIELD
};

const char *
kind_name(enum kind kind)
{
	return kind_names[kind];
}

const char *
field_name(enum field field)
{
	return fields[field].name;
}

enum kind
field_kind(enum field field)
{
	return (enum kind)fields[field].kind;
}

/* The field of a kind that the n bytes at name spell; FIELD_COUNT: none. */
enum field
field_find(enum kind kind, const char *name, size_t n)
{
	size_t i;

	for (i = 0; i < FIELD_COUNT; i++)
		if (fields[i].kind == kind && strlen(fields[i].name) == n &&
		    memcmp(fields[i].name, name, n) == 0)
			break;
	return (enum field)i;
}

/* The next name of a --field list: its length, with *s moved behind it. */
size_t
field_next_name(const char **s, const char **name)
{
	size_t n;

	*name = *s;
	for (n = 0; (*s)[n] != '\0' && (*s)[n] != ','; n++)
		;
	*s += n;
	if (**s == ',')
		++*s;
	return n;
}

static int
is_field(const char *name, size_t n)
{
	int kind;

	for (kind = 0; kind < KINDS; kind++)
		if (field_find((enum kind)kind, name, n) != FIELD_COUNT)
			return 1;
	return 0;
}

/* Does the name of the i-th field stand in the list before it already? */
static int
is_repeated(size_t i)
{
	size_t k;

	for (k = 0; k < i; k++)
		if (token_is(fields[k].name, fields[i].name))
			return 1;
	return 0;
}

static int
no_field(const char *name, size_t n)
{
	struct buf bad, all;
	size_t i;

	buf_clear(&bad);
	buf_bytes(&bad, name, n);
	buf_clear(&all);
	for (i = 0; i < FIELD_COUNT; i++) {
		if (is_repeated(i))
			continue;
		buf_text(&all, i == 0 ? "" : ",");
		buf_text(&all, fields[i].name);
	}
	say("--field: \"%s\" is no field; there are %t", bad.s, all.s);
	return STATUS_ERROR;
}

int
field_check(const char *list)
{
	const char *s = list, *name;
	size_t n;

	if (list == NULL)
		return STATUS_OK;
	do {
		n = field_next_name(&s, &name);
		if (!is_field(name, n))
			return no_field(name, n);
	} while (*s != '\0');
	return STATUS_OK;
}

void
field_list(void)
{
	size_t i;

	for (i = 0; i < FIELD_COUNT; i++) {
		out_text(kind_names[fields[i].kind]);
		out_char('\t');
		out_text(fields[i].name);
		out_char('\n');
	}
}
