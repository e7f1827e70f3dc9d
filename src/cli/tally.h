/* SPDX-License-Identifier: ISC */
/*
 * tally.h - count the replies of logs and mailboxes
 */
#ifndef TALLY_H
#define TALLY_H

#include "opt.h"
#include "rows.h"

/* What the page says of the input beside its rows. */
struct tally {
	struct rows *rows;
	const char *name; /* of the one input, or NULL */
	uint64_t files;
	struct smtpcode_span first, last; /* time stamps, as they stand there */
};

/* Answer -t: STATUS_OK, STATUS_NO if there was no reply, or STATUS_ERROR. */
int tally(const struct opt *o);

#endif
