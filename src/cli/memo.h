/* SPDX-License-Identifier: ISC */
/*
 * memo.h - replies counted by verdicts that are remembered
 */
#ifndef MEMO_H
#define MEMO_H

#include "rows.h"

/* Count the reply by what it means; always in the same rows. */
void memo_count(struct rows *rows, const struct smtpcode_reply *r);

#endif
