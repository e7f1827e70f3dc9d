/* SPDX-License-Identifier: ISC */
/*
 * What sets entries apart: the fields that differ, as facts; and the texts
 * written for codes that people mix up. Sentences are made elsewhere.
 */
#include <string.h>

#include "smtpcode.h"
#include "table.h"

#define PAIR(list, slot) { list, slot },
static const struct pair {
	uint32_t list, slot;
} pairs[] = {
#include "pairs.inc"
};
#undef PAIR

#define PAIRS (sizeof pairs / sizeof pairs[0])

/* What is compared, most telling first. */
static const unsigned char aspects[] = { SMTPCODE_CLASS, SMTPCODE_ABOUT,
	SMTPCODE_COMMANDS, SMTPCODE_OUTCOME, SMTPCODE_RETRY, SMTPCODE_ACTOR,
	SMTPCODE_ADDRESS, SMTPCODE_ENHANCED_CODES, SMTPCODE_REPLY_CODES,
	SMTPCODE_TWIN, SMTPCODE_SOURCE };

/* How much of a source names its document: "RFC 5321" of "RFC 5321 4.2". */
static size_t
document_length(const char *s)
{
	size_t n, blanks = 0;

	for (n = 0; s[n] != '\0'; n++)
		if (s[n] == ' ' && ++blanks == 2)
			break;
	return n;
}

static int
same_text(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return strlen(a) == strlen(b) && memcmp(a, b, strlen(a)) == 0;
}

static int
same_document(const char *a, const char *b)
{
	size_t n;

	if (a == NULL || b == NULL)
		return a == b;
	n = document_length(a);
	return n == document_length(b) && memcmp(a, b, n) == 0;
}

static int
same_texts(const struct smtpcode_entry *a, const struct smtpcode_entry *b,
    enum smtpcode_field field)
{
	const char *x, *y;
	size_t i;

	for (i = 0;; i++) {
		x = smtpcode_entry_text(a, field, i, SMTPCODE_ID);
		y = smtpcode_entry_text(b, field, i, SMTPCODE_ID);
		if (!same_text(x, y))
			return 0;
		if (x == NULL)
			return 1;
	}
}

static int
same_list(const struct smtpcode_entry *a, const struct smtpcode_entry *b,
    enum smtpcode_field field)
{
	uint32_t x;
	size_t i;

	for (i = 0;; i++) {
		x = smtpcode_entry_list(a, field, i);
		if (x != smtpcode_entry_list(b, field, i))
			return 0;
		if (x == 0)
			return 1;
	}
}

static int
same_field(const struct smtpcode_entry *a, const struct smtpcode_entry *b,
    enum smtpcode_field field)
{
	if (field == SMTPCODE_SOURCE)
		return same_document(
		    smtpcode_entry_text(a, field, 0, SMTPCODE_ID),
		    smtpcode_entry_text(b, field, 0, SMTPCODE_ID));
	if (field == SMTPCODE_ABOUT)
		return same_text(smtpcode_entry_text(a, field, 0, 0),
		    smtpcode_entry_text(b, field, 0, 0));
	if (field > SMTPCODE_COMMANDS)
		return same_list(a, b, field);
	return same_texts(a, b, field);
}

/*
 * Twins tell something among failures of which several have one; not of two
 * codes that are each other's twin.
 */
static int
twins_tell(const struct smtpcode_entry *const e[], size_t n)
{
	uint32_t twin;
	size_t i, have = 0;

	for (i = 0; i < n; i++) {
		if (smtpcode_class_of(smtpcode_entry_code(e[i])) <
		    SMTPCODE_CLASS_TRANSIENT)
			return 0;
		twin = smtpcode_entry_list(e[i], SMTPCODE_TWIN, 0);
		have += twin != 0;
		if (n == 2 && twin == smtpcode_entry_code(e[1 - i]))
			return 0;
	}
	return have > 1;
}

/* Can the field of one entry be compared with that of another kind? */
static int
has_field(const struct smtpcode_entry *e, enum smtpcode_field field)
{
	uint32_t code = smtpcode_entry_code(e);

	switch (field) {
	case SMTPCODE_COMMANDS:
	case SMTPCODE_OUTCOME:
		return smtpcode_entry_text(e, field, 0, SMTPCODE_ID) != NULL;
	case SMTPCODE_ENHANCED_CODES:
	case SMTPCODE_TWIN:
		return !smtpcode_is_enhanced(code) && !smtpcode_is_set(code);
	case SMTPCODE_REPLY_CODES:
		return smtpcode_entry_list(e, field, 0) != 0;
	default:
		return 1;
	}
}

/* Does the field tell something of these entries? */
static int
field_tells(
    const struct smtpcode_entry *const e[], size_t n, enum smtpcode_field field)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!has_field(e[i], field))
			return 0;
	return field != SMTPCODE_TWIN || twins_tell(e, n);
}

size_t
smtpcode_compare_entries(const struct smtpcode_entry *const e[], size_t n,
    enum smtpcode_field out[SMTPCODE_FIELDS])
{
	enum smtpcode_field field;
	size_t i, k, found = 0;

	for (i = 0; i < sizeof aspects; i++) {
		field = (enum smtpcode_field)aspects[i];
		for (k = 1; k < n && same_field(e[0], e[k], field); k++)
			;
		if (k < n && field_tells(e, n, field))
			out[found++] = field;
	}
	return found;
}

/* Is the list of a pair the n codes, in whatever order? */
static int
is_pair(const uint32_t *list, const uint32_t *codes, size_t n)
{
	size_t i, k;

	for (i = 0; list[i] != 0; i++) {
		for (k = 0; k < n && codes[k] != list[i]; k++)
			;
		if (k == n)
			return 0;
	}
	return i == n;
}

const char *
smtpcode_pair_text(const uint32_t *codes, size_t n, size_t item, int lang)
{
	size_t i;

	for (i = 0; i < PAIRS; i++)
		if (is_pair(smtpcode_x_codes + pairs[i].list, codes, n))
			return smtpcode_x_text(pairs[i].slot, item, lang);
	return NULL;
}

size_t
smtpcode_pairs_of(uint32_t code, size_t i, uint32_t out[SMTPCODE_COMPARE_MAX])
{
	const uint32_t *list;
	size_t k, n;

	for (k = 0; k < PAIRS; k++) {
		list = smtpcode_x_codes + pairs[k].list;
		for (n = 0; list[n] != 0 && list[n] != code; n++)
			;
		if (list[n] == 0 || i-- > 0)
			continue;
		for (n = 0; list[n] != 0 && n < SMTPCODE_COMPARE_MAX; n++)
			out[n] = list[n];
		return n;
	}
	return 0;
}
