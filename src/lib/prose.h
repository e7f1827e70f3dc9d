/* SPDX-License-Identifier: ISC */
/*
 * prose.h - replies in sentences, which mail programs fold and quote
 */
#ifndef PROSE_H
#define PROSE_H

#include "gather.h"

/* May a reply on this line go on in the next? */
int smtpcode_x_may_fold(const struct gather *g, const struct smtpcode_reply *r,
    const char *s, size_t n, enum smtpcode_x_where where);

/* Does the line look like the rest of the sentence that is open? */
int smtpcode_x_continues_prose(const struct gather *g, const char *s, size_t n,
    enum smtpcode_x_where where);

#endif
