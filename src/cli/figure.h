/* SPDX-License-Identifier: ISC */
/*
 * figure.h - numbers, columns and bars, as the language writes them
 */
#ifndef FIGURE_H
#define FIGURE_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "label.h"

/* Add a number with its digits in groups; part of whole in percent; a number
 * in a template for one or for several. */
void figure_number(struct buf *b, uint64_t n, int lang);
void figure_percent(struct buf *b, uint64_t part, uint64_t whole, int lang);
void figure_counted(
    struct buf *b, uint64_t n, enum label one, enum label many, int lang);

/* The columns of a string; make a width at least that. */
size_t figure_columns(const char *s);
void figure_widen(size_t *width, const char *s);

/* Print a string at the left or right of a column. */
void figure_left(const char *s, size_t width);
void figure_right(const char *s, size_t width);

/* Print a bar to scale; what is there at all is seen. Returns its length. */
size_t figure_bar(uint64_t part, uint64_t whole, size_t width);

#endif
