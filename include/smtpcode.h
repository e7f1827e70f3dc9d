/* SPDX-License-Identifier: ISC */
/*
 * smtpcode.h - what SMTP replies mean
 *
 * Every function works on bytes and lengths or on const tables. None
 * allocates, prints, reads the locale or keeps state of its own, so all may be
 * called from any thread at any time. Texts are UTF-8 and live as long as the
 * program. The library is a static archive of the same version as this header;
 * structs may gain members.
 */
#ifndef SMTPCODE_H
#define SMTPCODE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SMTPCODE_VERSION "1.0.0"

/* ------------------------------------------------------------------- codes */

/*
 * Codes are numbers, so they compare, sort and switch as numbers. 0 is none.
 *
 *	550				a reply code (RFC 5321 4.2)
 *	5				the class of 5xx
 *	SMTPCODE_ENHANCED(5, 7, 26)	an enhanced status code (RFC 3463 2)
 *	SMTPCODE_ENHANCED(0, 7, 26)	x.7.26, the same in any class
 *	SMTPCODE_ENHANCED(5, 7, SMTPCODE_ANY)	5.7, a subject of a class
 */
#define SMTPCODE_ANY 1023
#define SMTPCODE_ENHANCED(class, subject, detail)      \
	((uint32_t)1 << 24 | (uint32_t)(class) << 20 | \
	    (uint32_t)(subject) << 10 | (uint32_t)(detail))
#define SMTPCODE_CODE_SIZE 12 /* holds "5.999.999" and a NUL */

enum smtpcode_class {
	SMTPCODE_CLASS_NONE = 0,
	SMTPCODE_CLASS_SUCCESS = 2,
	SMTPCODE_CLASS_INTERMEDIATE,
	SMTPCODE_CLASS_TRANSIENT,
	SMTPCODE_CLASS_PERMANENT
};

/*
 * Read a code or a set at the start of the n bytes at s: 551, 4xx, 5.7.26,
 * x.7.26, 5.7, x.7, 5.7.x. Returns the bytes it takes and sets *code, or
 * returns 0 if none stands there. What follows must not be a digit, a letter or
 * a dot with a digit, so that 5.7.1 is not found in 15.7.1.9 or 5.7.1.1.
 * Numbers have no leading zero (RFC 3463 2); 101 and 111 are read too.
 */
size_t smtpcode_parse_code(const char *s, size_t n, uint32_t *code);

/*
 * Write a code as people do, NUL-terminated: any number of three digits, a
 * class, an enhanced code with numbers up to 999. Returns its length, or 0 and
 * an empty string for what is none of these.
 */
size_t smtpcode_format_code(uint32_t code, char out[SMTPCODE_CODE_SIZE]);

/* The class by the first digit; NONE for x.7.26, 101 and what is no code. */
enum smtpcode_class smtpcode_class_of(uint32_t code);

/* 1 if the code is an enhanced status code, a subject or x.7.26. */
int smtpcode_is_enhanced(uint32_t code);

/* 1 if the number stands for several codes: 4xx, 5.7, x.7. */
int smtpcode_is_set(uint32_t code);

/*
 * 1 if code is inside set: a class, a subject, x.7.26, or itself. The class 5
 * holds 550 and 5.1.1.
 */
int smtpcode_code_in(uint32_t code, uint32_t set);

/* ----------------------------------------------------------------- entries */

/* The values of an entry; their words come from smtpcode_entry_text(). */
enum smtpcode_status {
	SMTPCODE_STATUS_STANDARD,
	SMTPCODE_STATUS_EXTENSION,
	SMTPCODE_STATUS_OBSOLETE,
	SMTPCODE_STATUS_UNREGISTERED
};
enum smtpcode_retry {
	SMTPCODE_RETRY_N_A,
	SMTPCODE_RETRY_YES,
	SMTPCODE_RETRY_NO,
	SMTPCODE_RETRY_LATER
};
enum smtpcode_actor {
	SMTPCODE_ACTOR_NONE, /* cannot be told */
	SMTPCODE_ACTOR_NOBODY,
	SMTPCODE_ACTOR_SENDER,
	SMTPCODE_ACTOR_SENDER_ADMIN,
	SMTPCODE_ACTOR_RECIPIENT,
	SMTPCODE_ACTOR_RECIPIENT_ADMIN
};
enum smtpcode_address {
	SMTPCODE_ADDRESS_KEEP,
	SMTPCODE_ADDRESS_DROP,
	SMTPCODE_ADDRESS_REPLACE
};
enum smtpcode_certainty {
	SMTPCODE_CERTAINTY_GUESS,
	SMTPCODE_CERTAINTY_LIKELY,
	SMTPCODE_CERTAINTY_SURE
};

/* What an entry can be asked for, and what a comparison can find different. */
enum smtpcode_field {
	/* sentences, one an item */
	SMTPCODE_NAME,
	SMTPCODE_SHORT,
	SMTPCODE_ABOUT,
	SMTPCODE_GIST,
	SMTPCODE_MEANING,
	SMTPCODE_WHEN,
	SMTPCODE_FIX_SENDER,
	SMTPCODE_FIX_SENDER_ADMIN,
	SMTPCODE_FIX_SERVER_ADMIN,
	SMTPCODE_FIX_DEVELOPER,
	SMTPCODE_APART,
	SMTPCODE_SEND,
	SMTPCODE_DO,
	SMTPCODE_NOTE,
	SMTPCODE_FIND, /* words that people search it by */
	SMTPCODE_PHRASE,
	SMTPCODE_SOURCE,
	/* one word */
	SMTPCODE_CLASS,
	SMTPCODE_CATEGORY,
	SMTPCODE_STATUS,
	SMTPCODE_RETRY,
	SMTPCODE_ACTOR,
	SMTPCODE_ADDRESS,
	SMTPCODE_CERTAINTY,
	SMTPCODE_OUTCOME,
	SMTPCODE_CAUSE,
	/* words */
	SMTPCODE_COMMANDS,
	/* codes */
	SMTPCODE_ENHANCED_CODES,
	SMTPCODE_REPLY_CODES,
	SMTPCODE_RELATED,
	SMTPCODE_TWIN,
	SMTPCODE_PROPER, /* what a dotless code stands for */
	SMTPCODE_FIELDS
};

struct smtpcode_entry; /* a row of the tables */

/* The entry of a code or class, or NULL if the tables lack it. */
const struct smtpcode_entry *smtpcode_find_entry(uint32_t code);

/* The entry after prev, in the order of the codes; NULL starts and ends. */
const struct smtpcode_entry *smtpcode_next_entry(
    const struct smtpcode_entry *prev);

/*
 * The codes nearest to one that the tables lack: standard and extension codes
 * of its first digit that differ in one digit, closest first; if there are
 * none, the two with the closest numbers. Returns how many of out[] are set.
 */
size_t smtpcode_near_codes(uint32_t code, uint32_t out[3]);

uint32_t smtpcode_entry_code(const struct smtpcode_entry *e);
enum smtpcode_status smtpcode_entry_status(const struct smtpcode_entry *e);
enum smtpcode_retry smtpcode_entry_retry(const struct smtpcode_entry *e);
enum smtpcode_actor smtpcode_entry_actor(const struct smtpcode_entry *e);
enum smtpcode_address smtpcode_entry_address(const struct smtpcode_entry *e);
enum smtpcode_certainty smtpcode_entry_certainty(
    const struct smtpcode_entry *e);

/*
 * The word of a value of CLASS, STATUS, RETRY, ACTOR, ADDRESS or CERTAINTY, in
 * a language or as identifier; NULL if there is none to say.
 */
const char *smtpcode_word(enum smtpcode_field field, unsigned value, int lang);

/*
 * An item of a field of sentences or words, counted from 0: NULL past the
 * last. lang is a language or SMTPCODE_ID, for the identifiers that machine
 * records use; PHRASE, SOURCE and CAUSE are the same in every language.
 */
const char *smtpcode_entry_text(const struct smtpcode_entry *e,
    enum smtpcode_field field, size_t item, int lang);

/* 1 if the registry foresees the enhanced status code in this class. */
int smtpcode_entry_foreseen(const struct smtpcode_entry *e);

/* An item of a field of codes: 0 past the last. */
uint32_t smtpcode_entry_list(
    const struct smtpcode_entry *e, enum smtpcode_field field, size_t item);

/* 1 if the command (its identifier, n bytes) is one that the entry answers. */
int smtpcode_entry_answers(
    const struct smtpcode_entry *e, const char *command, size_t n);

/* ----------------------------------------------------------- provider uses */

enum smtpcode_use_field {
	SMTPCODE_USE_CODE, /* the codes and ranges it holds for */
	SMTPCODE_USE_HINT, /* some of the provider's own words */
	SMTPCODE_USE_MEANING,
	SMTPCODE_USE_RELATION, /* to the registry: unregistered ... */
	SMTPCODE_USE_CAUSE,
	SMTPCODE_USE_SOURCE,
	SMTPCODE_USE_DATE,
	SMTPCODE_USE_TAG,
	SMTPCODE_USE_PROVIDER,     /* its id */
	SMTPCODE_USE_PROVIDER_NAME /* as people write it */
};

struct smtpcode_use; /* what a provider means by a code */

/*
 * The use of a code after prev, the exact ones before ranges; NULL starts and
 * ends. Its MEANING is told in the language; its other texts are the same in
 * every language. NULL if it has none.
 */
const struct smtpcode_use *smtpcode_next_use(
    uint32_t code, const struct smtpcode_use *prev);
const char *smtpcode_use_text(
    const struct smtpcode_use *u, enum smtpcode_use_field field, int lang);

/* The date of the newest use, "2026-11": how fresh this knowledge is. */
const char *smtpcode_provider_date(void);

/* -------------------------------------------------------------- comparison */

#define SMTPCODE_COMPARE_MAX 6

/*
 * The fields in which n entries differ, most telling first. Returns how many
 * of out[] are set. A field that none of the entries has is left out.
 */
size_t smtpcode_compare_entries(const struct smtpcode_entry *const e[],
    size_t n, enum smtpcode_field out[SMTPCODE_FIELDS]);

/*
 * An item of the text written for codes that people mix up, whatever their
 * order; NULL past the last, or if nobody wrote any.
 */
const char *smtpcode_pair_text(
    const uint32_t *codes, size_t n, size_t item, int lang);

/*
 * The i-th such set of codes that has code in it: how many of out[] are set, 0
 * past the last.
 */
size_t smtpcode_pairs_of(
    uint32_t code, size_t i, uint32_t out[SMTPCODE_COMPARE_MAX]);

/* --------------------------------------------------------------- providers */

enum smtpcode_provider_field {
	SMTPCODE_PROVIDER_ID,
	SMTPCODE_PROVIDER_NAME, /* as people write it */
	SMTPCODE_PROVIDER_HELP  /* its page about refusals, or NULL */
};

struct smtpcode_provider; /* who answers: a row of data/providers */

/* The provider after prev, in the order of the data; NULL starts and ends. */
const struct smtpcode_provider *smtpcode_next_provider(
    const struct smtpcode_provider *prev);
const char *smtpcode_provider_text(
    const struct smtpcode_provider *p, enum smtpcode_provider_field field);

/* The provider whose host the n bytes at s name, as a log does
 * ("mx.google.com[192.0.2.1]:25"), or NULL. */
const struct smtpcode_provider *smtpcode_provider_of_host(
    const char *s, size_t n);

/* ------------------------------------------------------------------ causes */

struct smtpcode_cause; /* a row of data/causes; compare ids, there is no enum */

const struct smtpcode_cause *smtpcode_find_cause(const char *id, size_t n);

/* The cause after prev, in the order of the data; NULL starts and ends. */
const struct smtpcode_cause *smtpcode_next_cause(
    const struct smtpcode_cause *prev);

const char *smtpcode_cause_id(const struct smtpcode_cause *c);
enum smtpcode_actor smtpcode_cause_actor(const struct smtpcode_cause *c);
enum smtpcode_address smtpcode_cause_address(const struct smtpcode_cause *c);

/* May a 5yz of this cause pass by waiting? YES: it is always a 4yz. */
enum smtpcode_retry smtpcode_cause_retry(const struct smtpcode_cause *c);

/* The i-th code that points to it, 0 past the last; the i-th detail that has
 * fixes of its own, NULL past the last. */
uint32_t smtpcode_cause_code(const struct smtpcode_cause *c, size_t i);
const char *smtpcode_cause_detail(const struct smtpcode_cause *c, size_t i);

/*
 * An item of NAME, MEANING or FIX_* of a cause, counted from 0: NULL past the
 * last. An item that begins with "$ " is a command to run. In a fix, {ip},
 * {domain}, {list}, {url}, {address} and {seconds} stand for what
 * smtpcode_read_named() finds; leave an item out if it finds nothing.
 */
const char *smtpcode_cause_text(const struct smtpcode_cause *c,
    enum smtpcode_field field, size_t item, int lang);

/* --------------------------------------------------------------- languages */

#define SMTPCODE_ID (-1)        /* no language: identifiers */
#define SMTPCODE_LANG_NONE (-2) /* no language that is built in */

/*
 * The language that serves a locale or tag best: "de_AT.UTF-8" is served by
 * de, "zh-TW" by zh-hans while there is no zh-hant. 0 is English, also for C,
 * POSIX and any codeset but UTF-8. LANG_NONE if no language fits.
 */
int smtpcode_find_lang(const char *locale);

/* "en", "de" ...; its own name: NULL past the last. What joins two sentences: a
 * blank past the last. */
const char *smtpcode_lang_tag(int lang);
const char *smtpcode_lang_name(int lang);
const char *smtpcode_lang_join(int lang);

/* 1 if it is written from right to left. */
int smtpcode_lang_is_rtl(int lang);

#ifdef __cplusplus
}
#endif
#endif
