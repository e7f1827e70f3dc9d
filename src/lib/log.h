/* SPDX-License-Identifier: ISC */
/*
 * log.h - lines of logs by what begins them and by the words in them
 */
#ifndef LOG_H
#define LOG_H

#include "smtpcode_scan.h"

/* Words that readers of logs look for, as bits; found in one pass. */
enum {
	LOG_STATUS = 1,    /* status= */
	LOG_SAID = 2,      /* said: , refused to talk to me: */
	LOG_REJECT = 4,    /* reject: */
	LOG_NOBODY = 8,    /* warn: and the like */
	LOG_DELIVERY = 16, /* ** == => -> */
	LOG_REJECTED = 32, /* rejected */
	LOG_ERROR = 64,    /* SMTP error from */
	LOG_STAT = 128,    /* stat= , reject= */
	LOG_LOGIN = 256,   /* authenticator failed */
	/* of a form only: */
	LOG_IDLE = 512,   /* no reply can stand in it */
	LOG_OTHER = 1024, /* of a form that nobody knows */
	LOG_EXIM = 2048,  /* Exim's, and more than its head must be seen */
	LOG_PLAIN = 4096, /* of no log: it has no stamp */
	LOG_BARE = 8192   /* a reply as a server sends it, on this line alone */
};

/* Does the line, without its end, begin with a stamp, and can it tell of no
 * reply? */
int smtpcode_x_is_idle(const char *s, size_t n);

/*
 * The words by which a line of Postfix's or Exim's is to be read, if its form
 * tells, and where its text begins behind host and id; 0 if it does not.
 */
unsigned smtpcode_x_log_form(
    const char *s, size_t n, struct smtpcode_span *text);

unsigned smtpcode_x_log_words(const char *s, size_t n);

/* Does the text of a line, behind its stamp, hold neither what may be a code
 * nor one of the words that need none? Then it tells of no reply. */
int smtpcode_x_is_quiet(const char *s, size_t n);

#endif
