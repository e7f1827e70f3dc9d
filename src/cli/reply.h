/* SPDX-License-Identifier: ISC */
/*
 * reply.h - a reply that was found, with what it means
 */
#ifndef REPLY_H
#define REPLY_H

#include "buf.h"
#include "smtpcode_scan.h"

struct answer {
	struct smtpcode_reply reply;
	struct smtpcode_verdict verdict;
	struct smtpcode_named named; /* by a failure */
	uint64_t line;               /* 0: not from a stream */
	int redact;
};

void reply_judge(struct answer *a, const struct smtpcode_found *f, int redact);

/* Judge anew, after the reply's spans have moved. */
void reply_judge_again(struct answer *a);

/* Did words or a provider's use decide? Then the cause's texts tell more than
 * the code's. */
int reply_is_told(const struct answer *a);

/* Its name, for people. */
const char *reply_name(const struct answer *a, int lang);

/* Add the reply on one line: codes once, then the text. */
void reply_text(const struct answer *a, struct buf *b);

/* Add the codes: "550 5.1.1". */
void reply_codes(const struct answer *a, struct buf *b);

/* Add what decided: words of the reply, or a code. */
void reply_evidence(const struct answer *a, struct buf *b);

/* Add bytes of the input, with names hidden if that is asked for. */
void reply_bytes(const struct answer *a, struct smtpcode_span s, struct buf *b);

/* The same of a recipient, and of a host: they are replaced as a whole. */
void reply_recipient(
    const struct answer *a, struct smtpcode_span s, struct buf *b);
void reply_host(const struct answer *a, struct smtpcode_span s, struct buf *b);

/* The i-th note on the reply, or NULL past the last. */
const char *reply_note(const struct answer *a, size_t i, int lang);

#endif
