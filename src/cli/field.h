/* SPDX-License-Identifier: ISC */
/*
 * field.h - the fields of every kind of record, in their order
 *
 * JSON, the columns of --tsv, --field and its messages all follow from this
 * list. Names never change their meaning; new ones go to the end of a kind.
 */
#ifndef FIELD_H
#define FIELD_H

#include <stddef.h>

enum kind {
	KIND_CODE,
	KIND_REPLY,
	KIND_CAUSE,
	KIND_COMPARISON,
	KIND_TALLY, /* and total, which has the same fields */
	KINDS
};

#define FIELDS(FIELD)                  \
	FIELD(CODE, code)              \
	FIELD(CODE, type)              \
	FIELD(CODE, class)             \
	FIELD(CODE, category)          \
	FIELD(CODE, name)              \
	FIELD(CODE, phrase)            \
	FIELD(CODE, meaning)           \
	FIELD(CODE, when)              \
	FIELD(CODE, fix)               \
	FIELD(CODE, cause)             \
	FIELD(CODE, retry)             \
	FIELD(CODE, actor)             \
	FIELD(CODE, address)           \
	FIELD(CODE, certainty)         \
	FIELD(CODE, commands)          \
	FIELD(CODE, reply_codes)       \
	FIELD(CODE, enhanced_codes)    \
	FIELD(CODE, related)           \
	FIELD(CODE, uses)              \
	FIELD(CODE, source)            \
	FIELD(CODE, status)            \
	FIELD(CODE, known)             \
	FIELD(CODE, notes)             \
	FIELD(REPLY, text)             \
	FIELD(REPLY, code)             \
	FIELD(REPLY, enhanced)         \
	FIELD(REPLY, class)            \
	FIELD(REPLY, cause)            \
	FIELD(REPLY, detail)           \
	FIELD(REPLY, retry)            \
	FIELD(REPLY, retry_after)      \
	FIELD(REPLY, actor)            \
	FIELD(REPLY, address)          \
	FIELD(REPLY, forward)          \
	FIELD(REPLY, direction)        \
	FIELD(REPLY, command)          \
	FIELD(REPLY, recipient)        \
	FIELD(REPLY, remote)           \
	FIELD(REPLY, ip)               \
	FIELD(REPLY, provider)         \
	FIELD(REPLY, tag)              \
	FIELD(REPLY, list)             \
	FIELD(REPLY, list_url)         \
	FIELD(REPLY, rule)             \
	FIELD(REPLY, evidence)         \
	FIELD(REPLY, certainty)        \
	FIELD(REPLY, name)             \
	FIELD(REPLY, meaning)          \
	FIELD(REPLY, fix)              \
	FIELD(REPLY, notes)            \
	FIELD(REPLY, line)             \
	FIELD(CAUSE, cause)            \
	FIELD(CAUSE, name)             \
	FIELD(CAUSE, meaning)          \
	FIELD(CAUSE, fix)              \
	FIELD(CAUSE, retry)            \
	FIELD(CAUSE, actor)            \
	FIELD(CAUSE, address)          \
	FIELD(CAUSE, codes)            \
	FIELD(COMPARISON, codes)       \
	FIELD(COMPARISON, summary)     \
	FIELD(COMPARISON, differences) \
	FIELD(COMPARISON, advice)      \
	FIELD(TALLY, direction)        \
	FIELD(TALLY, code)             \
	FIELD(TALLY, enhanced)         \
	FIELD(TALLY, class)            \
	FIELD(TALLY, cause)            \
	FIELD(TALLY, retry)            \
	FIELD(TALLY, actor)            \
	FIELD(TALLY, provider)         \
	FIELD(TALLY, count)            \
	FIELD(TALLY, lines)            \
	FIELD(TALLY, example)

enum field {
#define FIELD(kind, name) FIELD_##kind##_##name,
	FIELDS(FIELD)
#undef FIELD
	    FIELD_COUNT
};

/* "code", "comparison" ... */
const char *kind_name(enum kind kind);

const char *field_name(enum field field);
enum kind field_kind(enum field field);

/* The field of a kind that the n bytes at name spell; FIELD_COUNT: none. */
enum field field_find(enum kind kind, const char *name, size_t n);

/*
 * The next name of a --field list: its length; *name is where it begins, and
 * *list moves behind it.
 */
size_t field_next_name(const char **list, const char **name);

/*
 * See that every name of a --field list (NULL: none) is a field of some kind:
 * STATUS_OK, or STATUS_ERROR after a message that lists the fields.
 */
int field_check(const char *list);

/* Print kind and name of every field, one a line. */
void field_list(void);

#endif
