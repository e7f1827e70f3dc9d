/* SPDX-License-Identifier: ISC */
/*
 * label.h - the program's own words: labels, headings and templates
 */
#ifndef LABEL_H
#define LABEL_H

#define LABEL(name) LABEL_##name,
enum label {
#include "label-names.inc"
	LABELS
};
#undef LABEL

const char *label(enum label l, int lang);

#endif
