/* SPDX-License-Identifier: ISC */
/*
 * record.h - answers as records: JSON Lines, tab-separated, bare values
 */
#ifndef RECORD_H
#define RECORD_H

#include "compare.h"
#include "opt.h"
#include "reply.h"
#include "rows.h"
#include "subject.h"

/* Print one answer as the options ask. */
void record_code(const struct opt *o, const struct subject *s);
void record_reply(const struct opt *o, const struct answer *a);
void record_cause(const struct opt *o, const struct smtpcode_cause *c);
void record_comparison(const struct opt *o, const struct comparison *c);

/* A counted row, or (without a cause) a total; lines: one more than there are,
 * or 0 to leave them out. */
void record_row(const struct opt *o, const struct row *row, uint64_t lines);

#endif
