/* SPDX-License-Identifier: ISC */
/*
 * Every text in one struct of char arrays, found through offsets: no pointers,
 * so nothing to relocate when the program starts, and pages of a language that
 * nobody reads are never touched. The compiler counts the bytes.
 */
#include <string.h>

#include "smtpcode.h"
#include "table.h"

#define TEXT(row, slot, s) char t##row##_##slot[sizeof(s)];
static const struct texts {
	char none[2];
#include "texts.inc"
} texts = {
	"",
#undef TEXT
#define TEXT(row, slot, s) s,
#include "texts.inc"
#undef TEXT
};

enum {
	ROW_IDENTIFIERS,
#define LANGUAGE(row, tag, name, join, rtl) ROW_##row,
#include "languages.inc"
#undef LANGUAGE
	ROWS
};

#define TEXT_SLOTS(n) enum { SLOTS = (n) };
#include "slots.inc"
#undef TEXT_SLOTS

static const uint32_t offset[ROWS][SLOTS] = {
#define TEXT(row, slot, s) \
	[row][slot] = offsetof(struct texts, t##row##_##slot),
#include "texts.inc"
#undef TEXT
};

const char *
smtpcode_x_text(uint32_t slot, size_t item, int lang)
{
	const char *s;

	if (slot >= SLOTS || lang < SMTPCODE_ID || lang >= ROWS - 1)
		return NULL;
	s = (const char *)&texts + offset[lang + 1][slot];
	for (; *s != '\0'; s += strlen(s) + 1)
		if (item-- == 0)
			return s;
	return NULL;
}
