/* SPDX-License-Identifier: ISC */
/*
 * subject.h - a code with what the tables know of it, put into words
 */
#ifndef SUBJECT_H
#define SUBJECT_H

#include <stdint.h>

#include "buf.h"
#include "smtpcode.h"

struct subject {
	uint32_t code;
	const struct smtpcode_entry *entry; /* its own, or that of its class */
	int listed;                         /* the entry is its own */
	int known;                          /* listed, and an SMTP code */
};

void subject_find(struct subject *s, uint32_t code);

/* Its name; that of a code that nobody assigned says so. */
const char *subject_name(const struct subject *s, int lang);

/* The class in words: "permanent failure". */
const char *subject_class(const struct subject *s, int lang);

/*
 * The text of a field: its sentences or clauses, all or (brief) only the first,
 * joined as the language does. Empty if there is none.
 */
void subject_text(const struct subject *s, enum smtpcode_field field, int lang,
    int brief, struct buf *b);

/*
 * Add the words, sentences or codes of a field with something in between; as
 * identifiers if lang is SMTPCODE_ID.
 */
void subject_list(const struct subject *s, enum smtpcode_field field, int lang,
    const char *between, struct buf *b);

/*
 * How to fix it, for the i-th of SUBJECT_AUDIENCES: "Sender: ..." with the
 * audience in front. Empty if that one has nothing to do.
 */
#define SUBJECT_AUDIENCES 4
void subject_fix(
    const struct subject *s, size_t i, int lang, int brief, struct buf *b);

#endif
