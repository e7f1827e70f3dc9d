/* SPDX-License-Identifier: ISC */
/*
 * The pulled scanner: blocks of bytes in, replies out in order. A line that one
 * block begins and another ends is put together in a buffer of the scanner;
 * no pointer into a block outlives the call.
 */
#include <string.h>

#include "ahead.h"
#include "bytes.h"
#include "feed.h"
#include "line.h"
#include "log.h"
#include "piece.h"

struct scan {
	struct feed feed;
	uint64_t cut;
	size_t held;  /* bytes of a line in the buffer */
	int whole;    /* that line has come to its end */
	int skipping; /* the rest of a line that is too long */
	int after_cr; /* a line feed that comes now belongs to the CR */
	enum smtpcode_x_level level;
	struct ahead ahead;
	char line[SMTPCODE_LINE_MAX];
};

_Static_assert(sizeof(struct scan) <= sizeof(struct smtpcode_scan), "scan");

static struct scan *
state(struct smtpcode_scan *s)
{
	return (struct scan *)s->state;
}

static const struct scan *
const_state(const struct smtpcode_scan *s)
{
	return (const struct scan *)s->state;
}

void
smtpcode_scan_start(struct smtpcode_scan *scan, unsigned flags)
{
	struct scan *s = state(scan);

	smtpcode_x_feed_start(&s->feed, flags);
	s->cut = s->held = 0;
	s->whole = s->skipping = s->after_cr = 0;
	s->level = smtpcode_x_best_level();
	smtpcode_x_ahead_start(&s->ahead);
}

int
smtpcode_scan_is_open(const struct smtpcode_scan *scan)
{
	const struct gather *g = &const_state(scan)->feed.gather;

	return g->open != OPEN_NONE || g->paragraph.state == PARAGRAPH_BEGUN;
}

uint64_t
smtpcode_scan_lines(const struct smtpcode_scan *scan)
{
	return const_state(scan)->feed.lines;
}

uint64_t
smtpcode_scan_cut(const struct smtpcode_scan *scan)
{
	return const_state(scan)->cut;
}

/* Keep the start of a line that the block cuts off. */
static void
hold_line(struct scan *s, const char *p, size_t n)
{
	size_t room = sizeof s->line - s->held;

	if (n > room) {
		n = room;
		s->skipping = 1;
	}
	memcpy(s->line + s->held, p, n);
	s->held += n;
}

static void
move_on(struct scan *s, const char **p, size_t *n, size_t bytes)
{
	*p += bytes;
	*n -= bytes;
	s->ahead.at += bytes;
}

/* Move past a line's end at *p, if it stands there. */
static void
skip_end(struct scan *s, const char **p, size_t *n)
{
	char c = **p;

	move_on(s, p, n, 1);
	if (c == '\r' && *n > 0 && **p == '\n')
		move_on(s, p, n, 1);
	else
		s->after_cr = c == '\r';
}

/* Feed a line: 1 if a reply is complete; *taken: so is the line. looked: it is
 * known not to be skipped. */
static int
feed_line(struct scan *s, const char *p, size_t n, int looked,
    struct smtpcode_found *f, int *taken)
{
	/* Would it have been skipped, had no block cut it off? */
	if (!looked && smtpcode_x_feed_is_between(&s->feed) &&
	    smtpcode_x_is_idle(p, n)) {
		smtpcode_x_feed_passed(&s->feed);
		s->feed.lines++;
		*taken = 1;
		return 0;
	}
	return smtpcode_x_feed_line(&s->feed, p, n, f, taken);
}

/* The line in the buffer is whole. */
static int
feed_held(struct scan *s, struct smtpcode_found *f)
{
	int taken, gave;

	gave = feed_line(s, s->line, s->held, 0, f, &taken);
	if (taken) {
		s->whole = 0;
		s->held = 0;
		s->cut += s->skipping != 0;
		s->skipping = 0;
	}
	return gave;
}

/* Is the line a reply by its form? -1: it tells of none. */
static int
read_logged(const struct scan *s, const struct ahead_line *line, const char *p,
    struct smtpcode_reply *r)
{
	if (line == NULL || line->has == 0 ||
	    (line->has == LOG_BARE && smtpcode_x_has_dialogue(&s->feed.gather)))
		return 0;
	return smtpcode_x_read_logged(line->has,
	    smtpcode_x_span_of(
	        p + line->text, (size_t)line->length - line->text),
	    r);
}

/* Skip the lines that tell nothing. 1 if the next is a reply by its form, -1 if
 * it tells of none; 0: it is to be looked at as any other, of so many bytes, or
 * 0 if that is not sure. */
static int
next_logged(struct scan *s, const char **p, size_t *n, size_t *length,
    struct smtpcode_found *f)
{
	const char *from = *p;
	const struct ahead_line *line = smtpcode_x_line_at(&s->ahead, *n);
	int told;

	if (line == NULL)
		line = smtpcode_x_next_line(
		    &s->ahead, p, n, s->level, &s->feed.lines);
	told = read_logged(s, line, *p, &f->reply);
	*length = line == NULL ? 0 : line->length;
	if (*p > from || told != 0)
		smtpcode_x_feed_passed(&s->feed);
	if (told != 0) {
		f->line = ++s->feed.lines;
		move_on(s, p, n, *length);
		skip_end(s, p, n);
	}
	return told;
}

static int
find_next(struct scan *s, const char **p, size_t *n, struct smtpcode_found *f)
{
	size_t length, known;
	int told, taken, gave;

	for (;;) {
		if (smtpcode_x_feed_decoded(&s->feed, f))
			return 1;
		if (s->whole) {
			if (feed_held(s, f))
				return 1;
			continue;
		}
		if (*n == 0)
			return 0;
		if (s->after_cr && **p == '\n') {
			s->after_cr = 0;
			move_on(s, p, n, 1);
			continue;
		}
		s->after_cr = 0;
		known = 0;
		if (s->held == 0 && smtpcode_x_feed_is_between(&s->feed)) {
			told = next_logged(s, p, n, &known, f);
			if (told > 0)
				return 1;
			if (told < 0 || *n == 0)
				continue;
		}
		length = known > 0 ? known : smtpcode_x_until(*p, *n, "\n\r");
		if (length == *n || s->held > 0 || length > SMTPCODE_LINE_MAX) {
			hold_line(s, *p, length);
			move_on(s, p, n, length);
			if (*n > 0) {
				skip_end(s, p, n);
				s->whole = 1;
			}
			continue;
		}
		gave = feed_line(s, *p, length, known > 0, f, &taken);
		if (taken) {
			move_on(s, p, n, length);
			skip_end(s, p, n);
		}
		if (gave)
			return 1;
	}
}

static int
find_last(struct scan *s, struct smtpcode_found *f)
{
	for (;;) {
		if (smtpcode_x_feed_decoded(&s->feed, f))
			return 1;
		if (s->held == 0)
			break;
		s->whole = 1;
		if (feed_held(s, f))
			return 1;
	}
	return smtpcode_x_feed_end(&s->feed, f);
}

int
smtpcode_scan_next(struct smtpcode_scan *scan, const char **p, size_t *n,
    struct smtpcode_found *f)
{
	if (!find_next(state(scan), p, n, f))
		return 0;
	f->reply.notes |= smtpcode_code_notes(f->reply.code, f->reply.enhanced);
	return 1;
}

int
smtpcode_scan_end(struct smtpcode_scan *scan, struct smtpcode_found *f)
{
	if (!find_last(state(scan), f))
		return 0;
	f->reply.notes |= smtpcode_code_notes(f->reply.code, f->reply.enhanced);
	return 1;
}
