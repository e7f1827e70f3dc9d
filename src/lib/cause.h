/* SPDX-License-Identifier: ISC */
/*
 * cause.h - a row of the causes, for the files that judge
 */
#ifndef CAUSE_H
#define CAUSE_H

#include "smtpcode_reply.h"

/* Whose domain the commands of a fix ask about. */
enum smtpcode_x_domain { DOMAIN_SENDER, DOMAIN_RECIPIENT, DOMAIN_HOST };

struct smtpcode_cause {
	uint32_t text; /* slot of its id, its texts behind */
	uint8_t actor, address, retry, domain;
};

enum { CAUSE_UNKNOWN }; /* the first of the data */

const struct smtpcode_cause *smtpcode_x_cause(unsigned number);

/* Its place in the data; of rules that match equally well the least wins. */
unsigned smtpcode_x_cause_number(const struct smtpcode_cause *c);

/* Do the words of the reply tell its cause, and more than a guess? (judge.c) */
int smtpcode_x_words_tell(const struct smtpcode_reply *r);

#endif
