/* SPDX-License-Identifier: ISC */
/*
 * line.h - what one line of a log, a transcript or a text tells of a reply
 */
#ifndef LINE_H
#define LINE_H

#include "smtpcode_reply.h"

enum smtpcode_x_told {
	LINE_NOTHING,
	LINE_REPLY,  /* a reply, whole */
	LINE_MORE,   /* a reply of which further lines follow ("550-") */
	LINE_FOLDED, /* a reply that may go on in the next line of a mail */
	LINE_COMMAND /* a client's command, in a transcript */
};

/*
 * Read the n bytes of a line without its end. What it tells goes to *r, whose
 * spans point into the line or to constants; *r is set only if something but
 * NOTHING is returned. prose is 1 if the line is of a mail's text, where a
 * number at the start of a line proves less.
 */
enum smtpcode_x_told smtpcode_x_read_line(
    const char *s, size_t n, int prose, struct smtpcode_reply *r);

/* Read a line of a log whose form is known, with the words and the text that
 * log.h tells: 1 if it is a reply, -1 if it tells of none for sure, 0 if it is
 * to be looked at as any other. */
int smtpcode_x_read_logged(
    unsigned has, struct smtpcode_span text, struct smtpcode_reply *r);

/* Does a code begin the line, perhaps quoted, or behind a server's mark? */
int smtpcode_x_begins_with_code(const char *s, size_t n);

/*
 * Read the value of a field of a delivery report (RFC 3464), or a piece of JSON
 * text, that should hold a reply: the codes anywhere in it. 1 or 0.
 */
int smtpcode_x_read_value(const char *s, size_t n, struct smtpcode_reply *r);

#endif
