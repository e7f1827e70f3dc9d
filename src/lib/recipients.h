/* SPDX-License-Identifier: ISC */
/*
 * recipients.h - lines that tell of several recipients
 */
#ifndef RECIPIENTS_H
#define RECIPIENTS_H

#include "decode.h"
#include "smtpcode_reply.h"

/*
 * The n bytes at p are a line of a log that told a reply. If it names other
 * recipients beside the reply's, add a line for each of them to the text, as
 * many as there is room for: 1, or 0 if it does not.
 */
int smtpcode_x_split_recipients(
    struct text *t, const char *p, size_t n, const struct smtpcode_reply *r);

#endif
