/* SPDX-License-Identifier: ISC */
/*
 * json.h - the replies in JSON that mail services write
 */
#ifndef JSON_H
#define JSON_H

#include "decode.h"
#include "smtpcode_reply.h"

/* What a value is of its object; the name of the key tells. */
enum json_slot {
	JSON_OTHER,
	JSON_CODE,   /* 550 */
	JSON_STATUS, /* "5.1.1" */
	JSON_CLASS,  /* the same in three numbers */
	JSON_SUBJECT,
	JSON_DETAIL,
	JSON_SAID,    /* "smtp; 550 5.1.1 User unknown" */
	JSON_REASON,  /* the same, or the service's own name of it */
	JSON_WHO,     /* the recipient */
	JSON_MESSAGE, /* either of the two */
	JSON_LINE,    /* a line of a log */
	JSON_SLOTS
};

struct json {
	int depth;           /* objects that are open */
	enum json_slot slot; /* of the value to come */
	int who_depth;       /* that of the recipient */
	size_t used[JSON_SLOTS];
	char code[4], status[12], number[3][4], who[SMTPCODE_MAILBOX_MAX],
	    said[4096];
};

void smtpcode_x_json_start(struct json *j);

/* Does the text begin with an object, or a list of them? */
int smtpcode_x_json_begins(const char *s, size_t n);

/* Does the line begin JSON or go on with it? */
int smtpcode_x_json_is(const struct json *j, const char *s, size_t n);

/*
 * Read a line of JSON (RFC 8259). Each object in it that tells of a delivery
 * adds a line to the text as Postfix would log it, each logged message and each
 * JSON inside a string a line as it stands; what does not fit is dropped.
 * Broken JSON gives fewer lines, never an error.
 */
void smtpcode_x_json_read(
    struct json *j, const char *s, size_t n, struct text *t);

#endif
