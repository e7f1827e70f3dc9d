/* SPDX-License-Identifier: ISC */
/*
 * page.h - the layout for people: a title line, paragraphs behind labels
 */
#ifndef PAGE_H
#define PAGE_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "label.h"
#include "smtpcode.h"
#include "wrap.h"

struct page {
	int lang;
	int color;
	size_t width;  /* columns, 0: do not wrap */
	size_t margin; /* where text begins behind a label */
	struct wrap wrap;
};

void page_start(struct page *p, int lang, int color, size_t width);

/* The word of a value, or "cannot be told". */
const char *page_word(
    const struct page *p, enum smtpcode_field field, unsigned value);

/*
 * Code, name and class in words: the line that begins every answer. The code
 * has the color of a class.
 */
void page_title(struct page *p, enum smtpcode_class color, const char *code,
    const char *name, const char *class);

/* A paragraph of its own, begun and ended. */
void page_line(struct page *p, const char *text);

/* An empty line. */
void page_gap(struct page *p);

/*
 * Begin a paragraph behind a label. A further one under the same label begins
 * with page_next(); page_end() ends it.
 */
void page_label(struct page *p, const char *label);
void page_next(struct page *p);

/* The label in front of the first of some items (0), else the next line. */
void page_item(struct page *p, const char *label, size_t item);
void page_end(struct page *p);

/* As page_next(); from now on the paragraph continues at the indent. */
void page_next_at(struct page *p, size_t indent);

/* A command on a line of its own, as it is to be copied: neither wrapped nor
 * isolated. */
void page_command(struct page *p, const char *command);

/* Begin a paragraph that continues at an indent; a column to go on at. */
void page_begin(struct page *p, size_t indent);
void page_tab(struct page *p, size_t column);

/* Add words to the paragraph. */
void page_text(struct page *p, const char *text);
void page_bytes(struct page *p, const char *s, size_t n);
void page_code(struct page *p, uint32_t code);

/* Add a template with its {names} replaced by the values. */
void page_fill(struct page *p, enum label l, const struct value *v, size_t n);

#endif
