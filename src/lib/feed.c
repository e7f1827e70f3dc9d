/* SPDX-License-Identifier: ISC */
/*
 * Lines, one after the other: text of a log, of a part of a mail, of a report,
 * or what must be decoded first.
 */
#include <string.h>

#include "bytes.h"
#include "feed.h"
#include "log.h"
#include "recipients.h"

void
smtpcode_x_feed_start(struct feed *s, unsigned flags)
{
	s->lines = 0;
	s->flags = flags;
	s->blank = 1;
	smtpcode_x_mime_start(&s->mime);
	smtpcode_x_gather_start(&s->gather);
	smtpcode_x_json_start(&s->json);
	smtpcode_x_decode_reset(&s->text);
	s->text.p = s->decoded;
	s->text.size = sizeof s->decoded;
	s->text.used = s->text_read = s->text_looked = 0;
}

static enum smtpcode_x_where
place(const struct feed *s)
{
	if (s->mime.where == MIME_OUTSIDE)
		return IN_LOG;
	return s->mime.report && (s->flags & SMTPCODE_SCAN_AT_ONCE) == 0 ?
	    IN_REPORT :
	    IN_MAIL;
}

/* ------------------------------------------------------------ decoded text */

/* Offer a line of a log; several recipients get a line each in the text. */
static enum smtpcode_x_took
offer_logged(struct feed *s, const char *p, size_t n, uint64_t line,
    struct smtpcode_found *f)
{
	enum smtpcode_x_took took =
	    smtpcode_x_offer_text(&s->gather, p, n, line, IN_LOG, f);

	return took == GAVE &&
	        smtpcode_x_split_recipients(&s->text, p, n, &f->reply) ?
	    TOOK :
	    took;
}

/* JSON inside JSON is read where the outer one stands. */
static enum smtpcode_x_took
offer_decoded(struct feed *s, const char *p, size_t n, struct smtpcode_found *f)
{
	int depth = s->json.depth;

	if (place(s) != IN_LOG)
		return smtpcode_x_offer_text(
		    &s->gather, p, n, s->lines, place(s), f);
	if (!smtpcode_x_json_begins(p, n))
		return offer_logged(s, p, n, s->lines, f);
	smtpcode_x_json_read(&s->json, p, n, &s->text);
	s->json.depth = depth;
	return TOOK;
}

int
smtpcode_x_feed_lines_of_text(struct feed *s, struct smtpcode_found *f)
{
	enum smtpcode_x_took took;
	const char *p, *end;
	size_t n;

	for (;;) {
		p = s->decoded + s->text_read;
		n = s->text.used - s->text_read;
		end = memchr(p + s->text_looked, '\n', n - s->text_looked);
		s->text_looked = 0;
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
	if (s->text_read > 0)
		memmove(s->decoded, p, n);
	s->text.used = s->text_looked = n;
	s->text_read = 0;
	return 0;
}

/* --------------------------------------------------------------- raw lines */

/* Before a part or a mail ends: 1 if a reply is complete. */
static int
end_part(struct feed *s, int drain, struct smtpcode_found *f)
{
	if (s->text.used > s->text_read) {
		if (s->text.used == s->text.size)
			s->text.used--;
		s->decoded[s->text.used++] = '\n';
		if (smtpcode_x_feed_decoded(s, f))
			return 1;
	}
	smtpcode_x_decode_reset(&s->text);
	return smtpcode_x_gather_end(&s->gather, place(s), drain, f);
}

/* A line outside of mails: 0 if it went to the decoded text instead. */
static int
offer_plain(struct feed *s, const char *p, size_t n, struct smtpcode_found *f,
    enum smtpcode_x_took *took)
{
	struct smtpcode_span text;
	unsigned blanks;

	if (s->mime.where != MIME_OUTSIDE)
		return 0;
	/* A line of a known log is neither of what follows, be it one to skip
	   that is seen only because a reply may go on in it. */
	if (s->json.depth == 0 &&
	    (smtpcode_x_log_form(p, n, &text) != 0 ||
	        (s->gather.open != OPEN_NONE && smtpcode_x_is_idle(p, n)))) {
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
	blanks = smtpcode_x_odd_blanks(p, n);
	if (blanks != 0) {
		smtpcode_x_decode_blanks(&s->text, blanks, p, n);
		*took = TOOK;
		return 1;
	}
	*took = offer_logged(s, p, n, s->lines + 1, f);
	return 1;
}

/* Will the line end the text or the report that is being read? */
static int
leaves_part(const struct feed *s, enum mime_line is)
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
offer_line(struct feed *s, const char *p, size_t n, struct smtpcode_found *f)
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

int
smtpcode_x_feed_line(struct feed *s, const char *p, size_t n,
    struct smtpcode_found *f, int *taken)
{
	enum smtpcode_x_took took;

	do
		took = offer_line(s, p, n, f);
	while (took == AGAIN);
	*taken = took != GAVE_FIRST;
	if (*taken)
		s->lines++;
	return took != TOOK;
}

int
smtpcode_x_feed_end(struct feed *s, struct smtpcode_found *f)
{
	return end_part(s, 1, f);
}
