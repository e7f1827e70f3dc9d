/* SPDX-License-Identifier: ISC */
/*
 * use.h - what a provider means by a code, put into words
 */
#ifndef USE_H
#define USE_H

#include "buf.h"
#include "label.h"
#include "smtpcode.h"

/* Add a label in which {provider}, {relation}, {meaning} and {hint} are those
 * of the use. */
void use_add(
    struct buf *b, const struct smtpcode_use *u, enum label l, int lang);

#endif
