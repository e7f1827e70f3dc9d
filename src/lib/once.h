/* SPDX-License-Identifier: ISC */
/*
 * once.h - replies that a mail has told already
 */
#ifndef ONCE_H
#define ONCE_H

#include <stddef.h>
#include <stdint.h>

#include "smtpcode_reply.h"

enum {
	ONCE_MOST = 256 /* replies that are remembered */
};

struct once {
	size_t n;
	struct told {
		uint32_t reply, recipient; /* hashes; 0: of nobody known */
		int failed;
	} told[ONCE_MOST];
};

/* Has the mail told this already, of the same recipient or of nobody that is
 * known? If not, it is remembered, as long as there is room. */
int smtpcode_x_was_told(struct once *o, const struct smtpcode_reply *r);

/* Has it told of a failure of that recipient's? */
int smtpcode_x_was_told_of(
    const struct once *o, struct smtpcode_span recipient);

#endif
