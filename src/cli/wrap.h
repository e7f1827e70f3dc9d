/* SPDX-License-Identifier: ISC */
/*
 * wrap.h - words folded to a width
 */
#ifndef WRAP_H
#define WRAP_H

#include <stddef.h>

struct wrap {
	size_t width;  /* columns of a line; 0: as long as it takes */
	size_t indent; /* blanks before a line that continues another */
	size_t column; /* where the next word would begin */
	size_t columns, length; /* of the word that is not finished */
	int blank;              /* a blank is due before that word */
	unsigned long last;     /* character of it */
	char word[256];
};

/* The columns that n bytes of UTF-8 take on a terminal. */
size_t wrap_columns(const char *s, size_t n);

/* How many bytes of the string fit into the columns. */
size_t wrap_fitting(const char *s, size_t columns);

/* Begin a line; indent is for those that follow it. */
void wrap_start(struct wrap *w, size_t width, size_t indent);

/* Add text: whole characters. A blank in it is where the line may end, and in
 * scripts without blanks most places are. */
void wrap_bytes(struct wrap *w, const char *s, size_t n);
void wrap_text(struct wrap *w, const char *s);

/* Add a text that is not broken, whatever the width. */
void wrap_whole(struct wrap *w, const char *s);

/* Fill up with blanks to a column. */
void wrap_tab(struct wrap *w, size_t column);

/* End the line; begin one, and those behind it, at the indent. */
void wrap_break(struct wrap *w, size_t indent);

/* End the last line. */
void wrap_end(struct wrap *w);

#endif
