/* SPDX-License-Identifier: ISC */
/*
 * show.h - the page of one code
 */
#ifndef SHOW_H
#define SHOW_H

#include "page.h"
#include "subject.h"

/* The whole page of a code. */
void show_code(struct page *p, const struct subject *s);

/* Its first line: code, name, class. */
void show_title(struct page *p, const struct subject *s);

/* The same in a list, where * marks what no standard names. */
void show_line(struct page *p, const struct subject *s);

/* The sections that a comparison shows too, there with first sentences only. */
void show_sections(struct page *p, const struct subject *s, int brief);

#endif
