/* SPDX-License-Identifier: ISC */
/*
 * The lines ahead: their ends are sought in all bytes, then their forms are
 * told, some dozens together; what can tell of no reply is passed over.
 */
#include "ahead.h"

/* Look at the lines at the start of the n bytes at s, in front of which so many
 * stand: 0 if none ends there. */
static int
look_ahead(struct ahead *a, const char *s, size_t n,
    enum smtpcode_x_level level, uint64_t before)
{
	smtpcode_x_ahead_start(a);
	(void)smtpcode_x_find_lines(s, n, level, &a->lines);
	if (a->lines.n == 0)
		return 0;
	a->size = 1u + a->lines.end[a->lines.n - 1];
	a->before = before;
	return 1;
}

/* Move to that place of the stretch. */
static void
move_to(struct ahead *a, size_t place, const char **p, size_t *n)
{
	*p += place - a->at;
	*n -= place - a->at;
	a->at = place;
}

/* There may be more lines that are kept: 1, or 0 if none is known to end. */
static int
read_ahead(struct ahead *a, const char **p, size_t *n,
    enum smtpcode_x_level level, uint64_t *lines)
{
	if (a->next < a->lines.n) {
		smtpcode_x_tell_forms(a, *p - a->at);
		return 1;
	}
	if (a->start > a->at) { /* nothing is left but to skip */
		move_to(a, a->start, p, n);
		*lines = a->before + a->told;
	} else if (a->at < a->size) /* tabs, but no end */
		return 0;
	return look_ahead(a, *p, *n, level, *lines);
}

const struct ahead_line *
smtpcode_x_next_line(struct ahead *a, const char **p, size_t *n,
    enum smtpcode_x_level level, uint64_t *lines)
{
	const struct ahead_line *line;

	/* Others read on too: the stretch may be behind, its block gone. */
	if (a->at >= a->size || a->size - a->at > *n)
		smtpcode_x_ahead_start(a);
	for (;;) {
		for (; a->first < a->kept; a->first++) {
			line = &a->line[a->first];
			if (line->start < a->at) /* it has been read */
				continue;
			*lines = a->before + line->number;
			move_to(a, line->start, p, n);
			return line;
		}
		if (!read_ahead(a, p, n, level, lines))
			return NULL;
	}
}
