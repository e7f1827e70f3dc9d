/* SPDX-License-Identifier: ISC */
/*
 * subject.h - a code with what the tables know of it, put into words
 */
#ifndef SUBJECT_H
#define SUBJECT_H

#include <stdint.h>

#include "buf.h"
#include "smtpcode_reply.h"

struct subject {
	uint32_t code;
	uint32_t reply; /* the reply code in front of an enhanced one, or 0 */
	const struct smtpcode_entry *entry; /* its own, or of what it is part */
	const struct smtpcode_entry *teller; /* its meaning, occasion and fix */
	const struct smtpcode_use *use;  /* a provider's, if it is not listed */
	struct smtpcode_verdict verdict; /* on a reply of that code, then */
	int listed;                      /* the entry is its own */
	int known;                       /* an SMTP code that somebody uses */
};

void subject_find(struct subject *s, uint32_t code);

/* Find a reply code and an enhanced one (0: none) that stand together. */
void subject_find_pair(struct subject *s, uint32_t reply, uint32_t enhanced);

/* Add its code as people write it: "551", "550 5.1.1". */
void subject_code(const struct subject *s, struct buf *b);

/* Foreseen by the registry, or so common all the same that a note tells: 4.7.1.
 */
int subject_is_used(const struct smtpcode_entry *e);

/* What has to be said of a class that the registry does not foresee. */
void subject_note(const struct subject *s, int lang, struct buf *b);

/* The class in words: "permanent failure". */
const char *subject_class(const struct subject *s, int lang);

/*
 * The text of a field: its sentences or clauses, all or (brief) only the first,
 * joined as the language does. Empty if there is none.
 */
void subject_text(const struct subject *s, enum smtpcode_field field, int lang,
    int brief, struct buf *b);

/* The word of CAUSE, RETRY, ACTOR, ADDRESS or CERTAINTY, or NULL; what a reply
 * of that code alone would get. */
const char *subject_word(
    const struct subject *s, enum smtpcode_field field, int lang);

/*
 * Add the words, sentences or codes of a field with something in between; as
 * identifiers if lang is SMTPCODE_ID.
 */
void subject_list(const struct subject *s, enum smtpcode_field field, int lang,
    const char *between, struct buf *b);

/*
 * The field that holds the fix for the i-th of SUBJECT_AUDIENCES, and "Sender:
 * " or the like for people. How to fix it, with that in front: empty if that
 * one has nothing to do.
 */
#define SUBJECT_AUDIENCES 4
enum smtpcode_field subject_audience(size_t i, int lang, const char **who);
void subject_fix(
    const struct subject *s, size_t i, int lang, int brief, struct buf *b);

/* Add how to fix it, for all of them. */
void subject_fixes(const struct subject *s, int lang, struct buf *b);

#endif
