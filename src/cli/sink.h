/* SPDX-License-Identifier: ISC */
/*
 * sink.h - one record, written as JSON or as a line of columns
 *
 * A field that gets no value is absent in JSON and empty in a column.
 */
#ifndef SINK_H
#define SINK_H

#include <stddef.h>
#include <stdint.h>

#include "opt.h"

struct sink {
	enum format format;
	int columns;         /* begun in this line */
	int items;           /* of the list that is open, -1: none is */
	int outer;           /* items of the list around an object */
	int first;           /* no field stands in this object yet */
	const char *name;    /* of the field that has no value yet */
	const char *between; /* the items of a list in a column */
};

void sink_start(struct sink *s, enum format format, const char *kind);
void sink_end(struct sink *s);

/* Begin a field; between joins the items of a list in a column. */
void sink_field(struct sink *s, const char *name, const char *between);

/* Give the field its value, or an item of its list. */
void sink_string(struct sink *s, const char *v, size_t n);
void sink_item(struct sink *s, const char *v, size_t n);
void sink_true(struct sink *s, int truth);
void sink_number(struct sink *s, uint64_t number);

/* End a list; one without items does not appear. */
void sink_list_end(struct sink *s);

/* JSON only: an object as an item of a list, its fields in between. */
void sink_object(struct sink *s);
void sink_object_end(struct sink *s);

#endif
