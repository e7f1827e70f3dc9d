/* SPDX-License-Identifier: ISC */
/*
 * table.h - what the files of the library share of the generated tables
 *
 * A text has a slot; each language, and the identifiers, have a row of slots.
 * A list of codes is a place in one pool and ends with 0; place 0 is empty.
 */
#ifndef TABLE_H
#define TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "smtpcode_reply.h"

/*
 * The item of the text in a slot, in a language or as identifier; NULL past
 * the last item.
 */
const char *smtpcode_x_text(uint32_t slot, size_t item, int lang);

extern const uint32_t smtpcode_x_codes[];

/* The number of the cause that a bare code, or a provider's use, points to. */
unsigned smtpcode_x_entry_cause(const struct smtpcode_entry *e);
unsigned smtpcode_x_use_cause(const struct smtpcode_use *u);
enum smtpcode_actor smtpcode_x_use_actor(const struct smtpcode_use *u);
int smtpcode_x_use_is_later(const struct smtpcode_use *u);

/*
 * What a provider (its number and 1) means by the codes of a reply; of any
 * provider (0), if the registry lacks the code and all agree on the cause. NULL
 * if nobody knows. enhanced is the reply's, in the class of its reply code.
 */
const struct smtpcode_use *smtpcode_x_find_use(
    const struct smtpcode_reply *r, uint32_t enhanced, unsigned provider);

/* The enhanced code as it reads in the reply code's class: 550 4.7.1 is a
 * refusal. */
uint32_t smtpcode_x_in_class(uint32_t enhanced, enum smtpcode_class class);

const struct smtpcode_provider *smtpcode_x_provider(unsigned number);
unsigned smtpcode_x_provider_number(const struct smtpcode_provider *p);

#endif
