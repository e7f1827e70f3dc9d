/* SPDX-License-Identifier: ISC */
/*
 * The labels of every language, kept as the library keeps its texts: one
 * struct of char arrays and offsets into it.
 */
#include <stddef.h>
#include <stdint.h>

#include "label.h"

#define TEXT(row, slot, s) char t##row##_##slot[sizeof(s)];
static const struct texts {
#include "labels.inc"
} texts = {
#undef TEXT
#define TEXT(row, slot, s) s,
#include "labels.inc"
#undef TEXT
};

enum {
#define LANGUAGE(row, tag, name, join, rtl) ROW_##row,
#include "languages.inc"
#undef LANGUAGE
	ROWS
};

static const uint32_t offset[ROWS][LABELS] = {
#define TEXT(row, slot, s) \
	[row][slot] = offsetof(struct texts, t##row##_##slot),
#include "labels.inc"
#undef TEXT
};

const char *
label(enum label l, int lang)
{
	return (const char *)&texts + offset[lang < 0 ? 0 : lang][l];
}
