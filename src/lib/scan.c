/* SPDX-License-Identifier: ISC */
/*
 * The pulled scanner: blocks of bytes in, replies out in order. A line that one
 * block begins and another ends is put together in a buffer of the scanner;
 * no pointer into a block outlives the call.
 */
#include <string.h>

#include "bytes.h"
#include "decode.h"
#include "gather.h"
#include "json.h"
#include "line.h"
#include "log.h"
#include "mime.h"
#include "smtpcode_scan.h"

struct scan {
	uint64_t lines, cut;
	size_t held;  /* bytes of a line in the buffer */
	int whole;    /* that line has come to its end */
	int skipping; /* the rest of a line that is too long */
	int after_cr; /* a line feed that comes now belongs to the CR */
	int blank;    /* only blank lines so far: a mail may begin */
	unsigned flags;
	enum smtpcode_x_find_level level;
	struct mime mime;
	struct gather gather;
	struct json json;
	struct text text;
	size_t text_read;
	char line[SMTPCODE_LINE_MAX];
	char decoded[SMTPCODE_LINE_MAX];
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

/* Sets fields; the buffers are left as they are. */
void
smtpcode_scan_start(struct smtpcode_scan *scan, unsigned flags)
{
	struct scan *s = state(scan);

	s->lines = s->cut = 0;
	s->whole = s->skipping = s->after_cr = 0;
	s->blank = 1;
	s->flags = flags;
	s->level = smtpcode_x_find_best();
	smtpcode_x_mime_start(&s->mime);
	smtpcode_x_gather_start(&s->gather);
	smtpcode_x_json_start(&s->json);
	smtpcode_x_decode_reset(&s->text);
	s->text.p = s->decoded;
	s->text.size = sizeof s->decoded;
	s->text.used = s->text_read = s->held = 0;
}

int
smtpcode_scan_is_open(const struct smtpcode_scan *scan)
{
	return const_state(scan)->gather.open != OPEN_NONE;
}

uint64_t
smtpcode_scan_lines(const struct smtpcode_scan *scan)
{
	return const_state(scan)->lines;
}

uint64_t
smtpcode_scan_cut(const struct smtpcode_scan *scan)
{
	return const_state(scan)->cut;
}

static enum smtpcode_x_where
place(const struct scan *s)
{
	if (s->mime.where == MIME_OUTSIDE)
		return IN_LOG;
	return s->mime.report && (s->flags & SMTPCODE_SCAN_AT_ONCE) == 0 ?
	    IN_REPORT :
	    IN_MAIL;
}

/* ------------------------------------------------------------ decoded text */

/* JSON inside JSON is read where the outer one stands. */
static enum smtpcode_x_took
offer_decoded(struct scan *s, const char *p, size_t n, struct smtpcode_found *f)
{
	int depth = s->json.depth;

	if (place(s) != IN_LOG || n == 0 || p[0] != '{')
		return smtpcode_x_offer_text(
		    &s->gather, p, n, s->lines, place(s), f);
	smtpcode_x_json_read(&s->json, p, n, &s->text);
	s->json.depth = depth;
	return TOOK;
}

/* Offer the decoded lines that are whole: 1 if a reply is complete. */
static int
next_decoded(struct scan *s, struct smtpcode_found *f)
{
	enum smtpcode_x_took took;
	const char *p, *end;
	size_t n;

	if (s->text.used == 0)
		return 0;
	for (;;) {
		p = s->decoded + s->text_read;
		n = s->text.used - s->text_read;
		end = memchr(p, '\n', n);
		if (end == NULL && n < s->text.size)
			break;
		n = end == NULL ? n : (size_t)(end - p);
		while (n > 0 && p[n - 1] == '\r')
			n--;
		took = offer_decoded(s, p, n, f);
		if (took == TOOK || took == GAVE)
			s->text_read = end == NULL ?
			    s->text.used :
			    (size_t)(end - s->decoded) + 1;
		if (took == GAVE || took == GAVE_FIRST)
			return 1;
	}
	memmove(s->decoded, p, n);
	s->text.used = n;
	s->text_read = 0;
	return 0;
}

/* --------------------------------------------------------------- raw lines */

/* Before a part or a mail ends: 1 if a reply is complete. */
static int
end_part(struct scan *s, int drain, struct smtpcode_found *f)
{
	if (s->text.used > s->text_read) {
		if (s->text.used == s->text.size)
			s->text.used--;
		s->decoded[s->text.used++] = '\n';
		if (next_decoded(s, f))
			return 1;
	}
	smtpcode_x_decode_reset(&s->text);
	return smtpcode_x_gather_end(&s->gather, place(s), drain, f);
}

/* A line outside of mails: 0 if it went to the decoded text instead. */
static int
offer_plain(struct scan *s, const char *p, size_t n, struct smtpcode_found *f,
    enum smtpcode_x_took *took)
{
	struct smtpcode_span text;
	int underscores;

	if (s->mime.where != MIME_OUTSIDE)
		return 0;
	/* A line of a known log is neither of what follows. */
	if (s->json.depth == 0 && smtpcode_x_log_form(p, n, &text) != 0) {
		*took = smtpcode_x_offer_text(
		    &s->gather, p, n, s->lines + 1, IN_LOG, f);
		return 1;
	}
	if (smtpcode_x_json_is(&s->json, p, n)) {
		smtpcode_x_json_read(&s->json, p, n, &s->text);
		*took = TOOK;
		return 1;
	}
	s->json.depth = 0;
	/* qmail logs blanks as underscores; web pages paste no-break blanks. */
	underscores = memchr(p, '_', n) != NULL &&
	    smtpcode_x_seek(p, n, "_said:_") != smtpcode_x_none;
	if (underscores ||
	    (memchr(p, 0xc2, n) != NULL &&
	        smtpcode_x_seek(p, n, "\xc2\xa0") != smtpcode_x_none)) {
		smtpcode_x_decode_replaced(&s->text, underscores, p, n);
		*took = TOOK;
		return 1;
	}
	*took =
	    smtpcode_x_offer_text(&s->gather, p, n, s->lines + 1, IN_LOG, f);
	return 1;
}

/* Will the line end the text or the report that is being read? */
static int
leaves_part(const struct scan *s, enum mime_line is)
{
	switch (s->mime.where) {
	case MIME_OUTSIDE:
	case MIME_TEXT:
		return is != MIME_IS_TEXT;
	case MIME_STATUS:
		return is != MIME_IS_STATUS;
	default:
		return is == MIME_BEGINS_MAIL;
	}
}

/* Offer a line of the input. */
static enum smtpcode_x_took
offer_line(struct scan *s, const char *p, size_t n, struct smtpcode_found *f)
{
	enum smtpcode_x_took took;
	enum mime_line is;

	is = smtpcode_x_mime_peek(&s->mime, p, n, s->blank);
	if (leaves_part(s, is) && end_part(s, is == MIME_BEGINS_MAIL, f))
		return GAVE_FIRST;
	if (n > 0)
		s->blank = 0;
	smtpcode_x_mime_take(&s->mime, p, n, is);
	if (is == MIME_IS_STATUS)
		return smtpcode_x_offer_status(
		    &s->gather, p, n, s->lines + 1, f);
	if (is != MIME_IS_TEXT)
		return TOOK;
	if (offer_plain(s, p, n, f, &took))
		return took;
	if (s->mime.encoding == MIME_PLAIN && !s->mime.html)
		return smtpcode_x_offer_text(
		    &s->gather, p, n, s->lines + 1, place(s), f);
	smtpcode_x_decode(&s->text, s->mime.encoding, s->mime.html, p, n);
	return TOOK;
}

/* Is the next line the start of something new, in a log? */
static int
is_between_lines(const struct scan *s)
{
	return s->mime.where == MIME_OUTSIDE && !s->blank &&
	    s->gather.open == OPEN_NONE && s->json.depth == 0;
}

/* Offer until it is taken: 1 if a reply is complete; *taken: so is the line.
 * looked: it is known not to be skipped. */
static int
feed_line(struct scan *s, const char *p, size_t n, int looked,
    struct smtpcode_found *f, int *taken)
{
	enum smtpcode_x_took took = TOOK;

	/* Would it have been skipped, had no block cut it off? */
	if (looked || !is_between_lines(s) ||
	    !smtpcode_x_is_idle(p, n, s->level))
		do
			took = offer_line(s, p, n, f);
		while (took == AGAIN);
	*taken = took != GAVE_FIRST;
	if (*taken)
		s->lines++;
	return took != TOOK;
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

/* Move past a line's end at *p, if it stands there. */
static void
skip_end(struct scan *s, const char **p, size_t *n)
{
	char c = **p;

	++*p;
	--*n;
	if (c == '\r' && *n > 0 && **p == '\n') {
		++*p;
		--*n;
	} else
		s->after_cr = c == '\r';
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

int
smtpcode_scan_next(struct smtpcode_scan *scan, const char **p, size_t *n,
    struct smtpcode_found *f)
{
	struct scan *s = state(scan);
	struct log_line next;
	size_t length;
	int looked, told, taken, gave;

	for (;;) {
		if (next_decoded(s, f))
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
			++*p;
			--*n;
			continue;
		}
		s->after_cr = 0;
		looked = s->held == 0 && is_between_lines(s);
		if (looked) {
			length = smtpcode_x_skip_lines(
			    *p, *n, s->level, &s->lines, &next);
			*p += length;
			*n -= length;
			if (*n == 0)
				return 0;
			if (next.has != 0 &&
			    (told = smtpcode_x_read_logged(
			         next.has, next.text, &f->reply)) != 0) {
				smtpcode_x_forget_dialogue(&s->gather);
				f->line = ++s->lines;
				*p += next.n + 1;
				*n -= next.n + 1;
				if (told > 0)
					return 1;
				continue;
			}
		}
		length = smtpcode_x_find_end(*p, *n, s->level);
		if (length == *n || s->held > 0 || length > SMTPCODE_LINE_MAX) {
			hold_line(s, *p, length);
			*p += length;
			*n -= length;
			if (*n > 0) {
				skip_end(s, p, n);
				s->whole = 1;
			}
			continue;
		}
		gave = feed_line(
		    s, *p, length, looked && (*p)[length] == '\n', f, &taken);
		if (taken) {
			*p += length;
			*n -= length;
			skip_end(s, p, n);
		}
		if (gave)
			return 1;
	}
}

int
smtpcode_scan_end(struct smtpcode_scan *scan, struct smtpcode_found *f)
{
	struct scan *s = state(scan);

	for (;;) {
		if (next_decoded(s, f))
			return 1;
		if (s->held == 0)
			break;
		s->whole = 1;
		if (feed_held(s, f))
			return 1;
	}
	return end_part(s, 1, f);
}
