/* SPDX-License-Identifier: ISC */
/*
 * compare.h - what sets two to six codes apart, for people and for records
 */
#ifndef COMPARE_H
#define COMPARE_H

#include <stddef.h>

#include "page.h"
#include "subject.h"
#include "token.h"

struct comparison {
	size_t n;
	struct subject subject[SMTPCODE_COMPARE_MAX];
	size_t differences;
	enum smtpcode_field difference[SMTPCODE_FIELDS];
};

/* Find out what sets n sides apart; equal ones count once. */
void compare_sides(struct comparison *c, const struct side *sides, size_t n);

/* The paragraph that sets the codes side by side. */
void compare_summary(const struct comparison *c, int lang, struct buf *b);

/*
 * An aspect in which codes may differ: its name in records, its label, its
 * template for two codes. NULL if the field is none.
 */
struct compare_aspect {
	unsigned char field, label, two;
	char name[12];
};
const struct compare_aspect *compare_aspect(enum smtpcode_field field);

/* The value of a code in an aspect; as in records if lang is SMTPCODE_ID. */
void compare_value(const struct subject *s, enum smtpcode_field field, int lang,
    struct buf *b);

/* When a server sends the i-th code, or what a client does then. */
void compare_advice(
    const struct comparison *c, size_t i, int client, int lang, struct buf *b);

/* The page. */
void compare_show(struct page *p, const struct comparison *c);

#endif
