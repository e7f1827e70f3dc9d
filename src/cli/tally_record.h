/* SPDX-License-Identifier: ISC */
/*
 * tally_record.h - the counted rows as records
 */
#ifndef TALLY_RECORD_H
#define TALLY_RECORD_H

#include "opt.h"
#include "rows.h"

/* Print the rows, a total for each direction and class, and one over all. */
void tally_record(const struct opt *o, const struct rows *rows);

#endif
