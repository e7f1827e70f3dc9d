/* SPDX-License-Identifier: ISC */
/*
 * log.h - lines of logs by what begins them and by the words in them
 */
#ifndef LOG_H
#define LOG_H

#include <stdint.h>

#include "lines.h"
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
	LOG_EXIM = 2048   /* Exim's, and more than its head must be seen */
};

/* A line of Postfix's or Exim's, whose form tells how it is read. */
struct log_line {
	size_t n;     /* bytes without the line end, or 0: not looked at */
	unsigned has; /* the words by which it is read, or 0: not known */
	struct smtpcode_span text; /* behind host and id */
};

enum { AHEAD_LINES = 64 };

/* The lines ahead, found and told together. Whoever reads on adds the bytes to
 * "at". */
struct ahead {
	size_t at;       /* bytes of the stretch that have been read */
	size_t size;     /* bytes of the stretch, up to an end */
	uint64_t before; /* lines in front of the stretch */
	size_t told;     /* lines whose forms are known */
	size_t start;    /* of the line behind them */
	size_t next;     /* the end at which it may end */
	size_t first, kept;
	/* Of the lines told last, those that may tell of a reply: length is 0
	   if the end is not sure, text is counted from start, number are the
	   lines of the stretch in front. */
	struct ahead_line {
		uint16_t start, length, text, has, number;
	} line[AHEAD_LINES];
	struct lines lines;
};

static inline void
smtpcode_x_ahead_start(struct ahead *a)
{
	a->at = a->size = a->told = a->start = a->next = 0;
	a->first = a->kept = 0;
	a->lines.n = 0;
}

/*
 * The whole lines at the start of the n bytes at p that begin with a time stamp
 * and can tell of no reply: their bytes. *lines, of those that have been read,
 * counts them too. *next is the line behind them.
 */
size_t smtpcode_x_skip_lines(struct ahead *a, const char *p, size_t n,
    enum smtpcode_x_level level, uint64_t *lines, struct log_line *next);

/* Is the line, without its end, one of those? */
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
