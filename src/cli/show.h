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

/*
 * The sections that a comparison shows too, there (brief) with first sentences
 * only: those whose bit is set in which. The fix has one for each audience.
 */
enum {
	SHOW_MEANING,
	SHOW_WHEN,
	SHOW_FIX,
	SHOW_SECTIONS = SHOW_FIX + SUBJECT_AUDIENCES
};
#define SHOW_ALL_FIXES (~0u << SHOW_FIX)
void show_sections(
    struct page *p, const struct subject *s, int brief, unsigned which);

/* The brief text of a section, to compare it with another's. */
void show_section_text(
    const struct subject *s, unsigned section, int lang, struct buf *b);

#endif
