/* SPDX-License-Identifier: ISC */
/*
 * ahead.h - the lines ahead that may tell of a reply
 */
#ifndef AHEAD_H
#define AHEAD_H

#include <stdint.h>

#include "lines.h"

enum { AHEAD_LINES = 64 };

/* A line that may tell of a reply, in a stretch of bytes. */
struct ahead_line {
	size_t start;
	size_t length; /* without its end; 0 if that is not sure */
	size_t text;   /* where it begins in the line, behind host and id */
	size_t number; /* lines of the stretch in front */
	unsigned has;  /* by which words it is read (log.h); 0: not known */
};

/* The lines ahead, found and told together. Whoever reads on adds the bytes to
 * "at". */
struct ahead {
	size_t at;          /* bytes of the stretch that have been read */
	size_t size;        /* bytes of the stretch, up to an end */
	uint64_t before;    /* lines in front of the stretch */
	size_t told;        /* lines whose forms are known */
	size_t start;       /* of the line behind them */
	size_t next;        /* the end at which it may end */
	size_t first, kept; /* of the lines told last, those to be read */
	struct ahead_line line[AHEAD_LINES];
	struct lines lines;
};

static inline void
smtpcode_x_ahead_start(struct ahead *a)
{
	a->at = a->size = a->told = a->start = a->next = 0;
	a->first = a->kept = 0;
	a->lines.n = 0;
}

/* The line at the start of the n bytes that are left, if it is known already
 * that it may tell of a reply; or NULL. Such lines often follow one another. */
static inline const struct ahead_line *
smtpcode_x_line_at(struct ahead *a, size_t n)
{
	if (a->first < a->kept && a->line[a->first].start < a->at)
		a->first++;
	return a->first < a->kept && a->line[a->first].start == a->at &&
	        a->size - a->at <= n ?
	    &a->line[a->first] :
	    NULL;
}

/*
 * Move over the whole lines at the start of the *n bytes at *p that begin with
 * a time stamp and can tell of no reply; *lines, of those that have been read,
 * counts them too. The line behind them, or NULL if its end is not there.
 */
const struct ahead_line *smtpcode_x_next_line(struct ahead *a, const char **p,
    size_t *n, enum smtpcode_x_level level, uint64_t *lines);

/* Tell the forms of the next lines of the stretch at base, and keep those that
 * may tell of a reply (log.c). */
void smtpcode_x_tell_forms(struct ahead *a, const char *base);

#endif
