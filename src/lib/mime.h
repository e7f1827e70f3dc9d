/* SPDX-License-Identifier: ISC */
/*
 * mime.h - which lines of a mail hold text (RFC 2045, 2046, 3462, 3464)
 */
#ifndef MIME_H
#define MIME_H

#include <stddef.h>

enum {
	MIME_DEPTH = 8,     /* nested boundaries; deeper parts are text */
	MIME_BOUNDARY = 70, /* RFC 2046 5.1.1 */
	MIME_FIELD = 512    /* bytes kept of a header field */
};

enum mime_where {
	MIME_OUTSIDE, /* in no mail */
	MIME_HEADER,  /* of the mail or of a part */
	MIME_TEXT,
	MIME_STATUS,  /* message/delivery-status */
	MIME_RETURNED /* the returned message, attachments: not searched */
};

enum mime_encoding { MIME_PLAIN, MIME_QUOTED, MIME_BASE64 };

struct mime {
	enum mime_where where;
	enum mime_encoding encoding;
	int html;
	int report; /* the mail is a multipart/report */
	int loose;  /* a report's fields stand outside of a part for them */
	enum mime_where before; /* where those fields stand */
	int parts;              /* begun at the outermost level */
	size_t depth;
	struct {
		unsigned char length;
		char bytes[MIME_BOUNDARY];
	} stack[MIME_DEPTH];
	/* the header being read */
	int type; /* of the part, enum mime_type */
	size_t used;
	char field[MIME_FIELD];
};

/* What a line does to a mail. */
enum mime_line {
	MIME_IS_TEXT,    /* to be searched, or decoded first */
	MIME_IS_STATUS,  /* a field of a delivery report */
	MIME_IS_OTHER,   /* a header, a returned message: nothing to search */
	MIME_ENDS_PART,  /* a boundary */
	MIME_BEGINS_MAIL /* the first line of a mail */
};

void smtpcode_x_mime_start(struct mime *m);

/*
 * What the line is, without taking it in: two calls with the same line say the
 * same. fresh is 1 where a mail may begin without a "From " line.
 */
enum mime_line smtpcode_x_mime_peek(
    const struct mime *m, const char *s, size_t n, int fresh);

/* Take the line in. */
void smtpcode_x_mime_take(
    struct mime *m, const char *s, size_t n, enum mime_line is);

#endif
