/* SPDX-License-Identifier: ISC */
/*
 * distinct.h - the different replies of an input, counted
 */
#ifndef DISTINCT_H
#define DISTINCT_H

#include "reply.h"

enum {
	DISTINCT_REPLIES = 200,
	DISTINCT_MASK = 512, /* bytes of the masked text that are compared */
	DISTINCT_TEXT =
	    8192,          /* bytes of the first reply's text that are kept */
	DISTINCT_NAMES = 3 /* recipients that are named */
};

struct distinct {
	uint64_t count;
	struct answer answer; /* of the first; its spans point in here */
	size_t mask_length;
	char mask[DISTINCT_MASK];
	char text[DISTINCT_TEXT];
	char host[SMTPCODE_MAILBOX_MAX];
	char command[12];
	size_t names;
	size_t name_length[DISTINCT_NAMES];
	char name[DISTINCT_NAMES][SMTPCODE_MAILBOX_MAX];
};

struct distinct_table {
	size_t n;
	uint64_t failures, successes;
	uint64_t rest; /* replies for which there was no room */
	struct distinct row[DISTINCT_REPLIES];
	unsigned char order[DISTINCT_REPLIES]; /* rows by their masks */
};

/* Count a reply. Successes are forgotten as soon as something has failed. */
void distinct_add(struct distinct_table *t, const struct answer *a);

/* The i-th row for people: permanent before transient, then commonest. Sorts
 * on the first call; add no more then. NULL past the last. */
const struct distinct *distinct_row(struct distinct_table *t, size_t i);

#endif
