/* SPDX-License-Identifier: ISC */
/*
 * feed.h - lines in, replies out
 */
#ifndef FEED_H
#define FEED_H

#include "decode.h"
#include "gather.h"
#include "json.h"
#include "mime.h"

struct feed {
	uint64_t lines; /* taken so far */
	unsigned flags;
	int blank; /* only blank lines so far: a mail may begin */
	struct mime mime;
	struct gather gather;
	struct json json;
	struct text text;   /* in decoded */
	size_t text_read;   /* bytes of it that have been read */
	size_t text_looked; /* in which no line ends, if none has been read */
	char decoded[SMTPCODE_LINE_MAX];
};

/* Sets fields; the buffers are left as they are. */
void smtpcode_x_feed_start(struct feed *s, unsigned flags);

/* Is the next line the start of something new, in a log? Not the first of what
 * somebody asks about: it is read whatever it is. */
static inline int
smtpcode_x_feed_is_between(const struct feed *s)
{
	return s->mime.where == MIME_OUTSIDE &&
	    (!s->blank || (s->flags & SMTPCODE_SCAN_PASTED) == 0) &&
	    s->gather.open == OPEN_NONE && s->json.depth == 0 &&
	    s->gather.paragraph.state == PARAGRAPH_NONE;
}

/* Lines of a log have been read elsewhere, or skipped. */
static inline void
smtpcode_x_feed_passed(struct feed *s)
{
	s->blank = 0;
	smtpcode_x_forget_dialogue(&s->gather);
}

/* The next line, n bytes without its end: 1 if a reply is complete; *taken: so
 * is the line, or else it must be fed again. */
int smtpcode_x_feed_line(struct feed *s, const char *p, size_t n,
    struct smtpcode_found *f, int *taken);

/* What has been decoded may hold lines to be read before the next: 1 if a reply
 * is complete. */
int smtpcode_x_feed_lines_of_text(struct feed *s, struct smtpcode_found *f);

static inline int
smtpcode_x_feed_decoded(struct feed *s, struct smtpcode_found *f)
{
	return s->text.used > 0 && smtpcode_x_feed_lines_of_text(s, f);
}

/* There is no more: 1 as long as replies are left. */
int smtpcode_x_feed_end(struct feed *s, struct smtpcode_found *f);

#endif
