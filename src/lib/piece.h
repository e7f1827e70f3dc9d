/* SPDX-License-Identifier: ISC */
/*
 * piece.h - pieces of log lines, for the files that read them
 */
#ifndef PIECE_H
#define PIECE_H

#include "bytes.h"
#include "smtpcode_reply.h"

static inline struct smtpcode_span
smtpcode_x_span_of(const char *s, size_t n)
{
	struct smtpcode_span span = { s, n };

	return span;
}

/* Nothing is known of the reply. Field by field: of memset() compilers make an
 * instruction here that is slow to start. */
static inline void
smtpcode_x_clear(struct smtpcode_reply *r)
{
	const struct smtpcode_span none = { NULL, 0 };

	r->code = r->enhanced = 0;
	r->text = r->host = r->recipient = r->command = none;
	r->direction = SMTPCODE_DIRECTION_NONE;
	r->reply_class = SMTPCODE_CLASS_NONE;
	r->notes = 0;
}

/* The canonical name of a command as logs spell it ("end of DATA", "RCPT TO");
 * its p is NULL if it is none. */
struct smtpcode_span smtpcode_x_command(const char *s, size_t n);

/* Take "(in reply to RCPT TO command)" off the text, as the command. */
void smtpcode_x_take_command(struct smtpcode_reply *r);

/* Take the recipient from a text that refuses it by name, if nothing else told
 * of one: "<a@b>: Recipient address rejected". */
void smtpcode_x_take_refused(struct smtpcode_reply *r);

static inline void
smtpcode_x_take_named(struct smtpcode_reply *r)
{
	if (r->recipient.p == NULL && r->text.n > 0 && r->text.p[0] == '<')
		smtpcode_x_take_refused(r);
}

/* Take blanks off both ends; most texts have none there. */
void smtpcode_x_trim_ends(struct smtpcode_span *text);

static inline void
smtpcode_x_trim(struct smtpcode_span *text)
{
	if (text->n > 0 &&
	    (is_space(text->p[0]) || is_space(text->p[text->n - 1])))
		smtpcode_x_trim_ends(text);
}

/* The enhanced status code at the start of s, or 0. */
uint32_t smtpcode_x_enhanced(const char *s, size_t n);

/* The value of "name=" in the line, without < and >. */
struct smtpcode_span smtpcode_x_field(
    const char *s, size_t n, const char *name);

/* The bytes by which a mail program quotes a line: "> ", "> > ", ">>". */
size_t smtpcode_x_quote_length(const char *s, size_t n);

/* The word in front of s + end: "mx1[192.0.2.1]" of "host mx1[192.0.2.1] said".
 */
struct smtpcode_span smtpcode_x_word_before(const char *s, size_t end);

/* Read the codes at s + at as the reply, its text up to end: 1 or 0. */
int smtpcode_x_take_codes(
    const char *s, size_t at, size_t end, struct smtpcode_reply *r);

/* The logs of one kind of server; 1 if the line is a reply of theirs. has are
 * the words in it (log.h). flagged: from the "**" or "=>" of Exim's on. */
int smtpcode_x_read_postfix(
    const char *s, size_t n, unsigned has, struct smtpcode_reply *r);
int smtpcode_x_read_exim(
    const char *s, size_t n, unsigned has, struct smtpcode_reply *r);
int smtpcode_x_read_flagged(const char *s, size_t n, struct smtpcode_reply *r);
int smtpcode_x_read_qmail(const char *s, size_t n, struct smtpcode_reply *r);
int smtpcode_x_read_sendmail(const char *s, size_t n, struct smtpcode_reply *r);
int smtpcode_x_read_opensmtpd(
    const char *s, size_t n, struct smtpcode_reply *r);

/* 1 if the line tells of an action that answered nobody ("warn:"). */
int smtpcode_x_answers_nobody(const char *s, size_t n);

#endif
