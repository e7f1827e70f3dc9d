/* SPDX-License-Identifier: ISC */
/*
 * The table of codes: finding a row, walking the rows, reading a row's fields.
 * A row is numbers only; its words and sentences are slots of text.c.
 */
#include <string.h>

#include "cause.h"
#include "smtpcode.h"
#include "table.h"

/* The fields of one word that a row holds. */
enum { WORD_FIELDS = SMTPCODE_OUTCOME - SMTPCODE_STATUS + 1 };

struct smtpcode_entry {
	uint32_t code;
	uint32_t text; /* slot of its first field */
	uint32_t over; /* the same for fields that differ in its class, or 0 */
	uint32_t commands; /* a bit for each word of COMMAND */
	uint32_t twin;
	uint32_t proper; /* the enhanced code that a dotless one stands for */
	uint16_t enhanced, replies, related; /* lists in smtpcode_x_codes */
	uint8_t word[WORD_FIELDS]; /* STATUS ... OUTCOME, as numbers */
	uint8_t cause;
	uint8_t foreseen;
};

#define ENTRY(code, text, over, status, retry, actor, address, certainty,     \
    outcome, cause, commands, enhanced, replies, related, twin, proper,       \
    foreseen)                                                                 \
	{ code, text, over, commands, twin, proper, enhanced, replies,        \
		related,                                                      \
		{ status, retry, actor, address, certainty, outcome }, cause, \
		foreseen },
static const struct smtpcode_entry entries[] = {
#include "entries.inc"
};
#undef ENTRY

#define ENTRIES (sizeof entries / sizeof entries[0])

#define CODE(n) n,
const uint32_t smtpcode_x_codes[] = {
	0,
#include "lists.inc"
};
#undef CODE

/* Words are identifiers of the data; those that have an enum must agree. */
enum {
#define VOCABULARY(v, slot, words) WORDS_##v = (slot), WORDS_IN_##v = (words),
#define WORD(v, name, number) WORD_##v##_##name = (number),
#include "words.inc"
#undef VOCABULARY
#undef WORD
};
#define AGREE(v, name) \
	_Static_assert((int)SMTPCODE_##v##_##name == (int)WORD_##v##_##name, #v)
AGREE(STATUS, UNREGISTERED);
AGREE(STATUS, STANDARD);
AGREE(STATUS, EXTENSION);
AGREE(STATUS, OBSOLETE);
AGREE(RETRY, N_A);
AGREE(RETRY, YES);
AGREE(RETRY, NO);
AGREE(RETRY, LATER);
AGREE(ACTOR, NONE);
AGREE(ACTOR, NOBODY);
AGREE(ACTOR, SENDER);
AGREE(ACTOR, SENDER_ADMIN);
AGREE(ACTOR, RECIPIENT);
AGREE(ACTOR, RECIPIENT_ADMIN);
AGREE(ADDRESS, KEEP);
AGREE(ADDRESS, DROP);
AGREE(ADDRESS, REPLACE);
AGREE(CERTAINTY, GUESS);
AGREE(CERTAINTY, LIKELY);
AGREE(CERTAINTY, SURE);

/* The fields of sentences stand in the slots of a row in their own order. */
enum {
#define FIELD(name) SLOT_##name,
#include "fields.inc"
#undef FIELD
};
#define FIELD(name) \
	_Static_assert((int)SMTPCODE_##name == (int)SLOT_##name, #name);
#include "fields.inc"
#undef FIELD

const struct smtpcode_entry *
smtpcode_find_entry(uint32_t code)
{
	size_t low = 0, high = ENTRIES, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (entries[middle].code < code)
			low = middle + 1;
		else
			high = middle;
	}
	return low < ENTRIES && entries[low].code == code ? &entries[low] :
	                                                    NULL;
}

const struct smtpcode_entry *
smtpcode_next_entry(const struct smtpcode_entry *prev)
{
	if (prev == NULL)
		return entries;
	return ++prev < entries + ENTRIES ? prev : NULL;
}

uint32_t
smtpcode_entry_code(const struct smtpcode_entry *e)
{
	return e->code;
}

static unsigned
word_of(const struct smtpcode_entry *e, enum smtpcode_field field)
{
	return e->word[field - SMTPCODE_STATUS];
}

enum smtpcode_status
smtpcode_entry_status(const struct smtpcode_entry *e)
{
	return (enum smtpcode_status)word_of(e, SMTPCODE_STATUS);
}

enum smtpcode_retry
smtpcode_entry_retry(const struct smtpcode_entry *e)
{
	return (enum smtpcode_retry)word_of(e, SMTPCODE_RETRY);
}

enum smtpcode_actor
smtpcode_entry_actor(const struct smtpcode_entry *e)
{
	return (enum smtpcode_actor)word_of(e, SMTPCODE_ACTOR);
}

enum smtpcode_address
smtpcode_entry_address(const struct smtpcode_entry *e)
{
	return (enum smtpcode_address)word_of(e, SMTPCODE_ADDRESS);
}

enum smtpcode_certainty
smtpcode_entry_certainty(const struct smtpcode_entry *e)
{
	return (enum smtpcode_certainty)word_of(e, SMTPCODE_CERTAINTY);
}

/* The slot of the second digit's or the subject's word; 0 if it has none. */
static uint32_t
category_slot(uint32_t code)
{
	uint32_t digit;

	if (smtpcode_is_enhanced(code)) {
		digit = code >> 10 & 1023;
		return digit < WORDS_IN_SUBJECT ? WORDS_SUBJECT + digit : 0;
	}
	digit = code / 10 % 10;
	return code >= 200 && digit < WORDS_IN_CATEGORY ?
	    WORDS_CATEGORY + digit :
	    0;
}

/* The slot of the word of a value, or 0 if there is none to say. */
static uint32_t
value_slot(enum smtpcode_field field, unsigned value)
{
	static const struct {
		uint32_t slot, count;
	} words[WORD_FIELDS] = { { WORDS_STATUS, WORDS_IN_STATUS },
		{ WORDS_RETRY, WORDS_IN_RETRY },
		{ WORDS_ACTOR, WORDS_IN_ACTOR },
		{ WORDS_ADDRESS, WORDS_IN_ADDRESS },
		{ WORDS_CERTAINTY, WORDS_IN_CERTAINTY },
		{ WORDS_OUTCOME, WORDS_IN_OUTCOME } };

	if (field == SMTPCODE_CLASS)
		return value < 2 || value > 5 ? 0 : WORDS_CLASS + value - 2;
	if (field < SMTPCODE_STATUS || field > SMTPCODE_OUTCOME ||
	    value >= words[field - SMTPCODE_STATUS].count ||
	    (value == 0 &&
	        (field == SMTPCODE_ACTOR || field == SMTPCODE_OUTCOME)))
		return 0;
	return words[field - SMTPCODE_STATUS].slot + value;
}

const char *
smtpcode_word(enum smtpcode_field field, unsigned value, int lang)
{
	uint32_t slot = value_slot(field, value);

	return slot == 0 ? NULL : smtpcode_x_text(slot, 0, lang);
}

/* The slot of a field that is one word, or 0 if the entry has none. */
static uint32_t
word_slot(const struct smtpcode_entry *e, enum smtpcode_field field)
{
	unsigned class = (unsigned)smtpcode_class_of(e->code);

	if (field == SMTPCODE_CLASS)
		return value_slot(field, class);
	if (field == SMTPCODE_CATEGORY)
		return category_slot(e->code);
	if (field == SMTPCODE_CAUSE)
		return smtpcode_x_cause(e->cause)->text;
	if (field < SMTPCODE_STATUS || field > SMTPCODE_OUTCOME ||
	    (class == 0 && field == SMTPCODE_RETRY))
		return 0;
	return value_slot(field, word_of(e, field));
}

/* The slot of the item-th command that the entry answers, or 0. */
static uint32_t
command_slot(const struct smtpcode_entry *e, size_t item)
{
	uint32_t i;

	for (i = 0; i < WORDS_IN_COMMAND; i++)
		if ((e->commands >> i & 1) != 0 && item-- == 0)
			return WORDS_COMMAND + i;
	return 0;
}

/* A sentence of a row: what its class says, else what all classes say. */
static const char *
sentence(const struct smtpcode_entry *e, enum smtpcode_field field, size_t item,
    int lang)
{
	uint32_t slot = (uint32_t)field;

	if (e->over != 0 && smtpcode_x_text(e->over + slot, 0, lang) != NULL)
		return smtpcode_x_text(e->over + slot, item, lang);
	return smtpcode_x_text(e->text + slot, item, lang);
}

const char *
smtpcode_entry_text(const struct smtpcode_entry *e, enum smtpcode_field field,
    size_t item, int lang)
{
	uint32_t slot;

	if (field <= SMTPCODE_SOURCE)
		return sentence(e, field, item,
		    field < SMTPCODE_PHRASE ? lang : SMTPCODE_ID);
	if (field == SMTPCODE_COMMANDS) {
		slot = command_slot(e, item);
		item = 0;
	} else
		slot = word_slot(e, field);
	if (field == SMTPCODE_CAUSE)
		lang = SMTPCODE_ID;
	return slot == 0 ? NULL : smtpcode_x_text(slot, item, lang);
}

unsigned
smtpcode_x_entry_cause(const struct smtpcode_entry *e)
{
	return e->cause;
}

int
smtpcode_entry_foreseen(const struct smtpcode_entry *e)
{
	return e->foreseen;
}

uint32_t
smtpcode_entry_list(
    const struct smtpcode_entry *e, enum smtpcode_field field, size_t item)
{
	const uint32_t *list;

	if (field == SMTPCODE_TWIN)
		return item == 0 ? e->twin : 0;
	if (field == SMTPCODE_PROPER)
		return item == 0 ? e->proper : 0;
	if (field == SMTPCODE_ENHANCED_CODES)
		list = smtpcode_x_codes + e->enhanced;
	else if (field == SMTPCODE_REPLY_CODES)
		list = smtpcode_x_codes + e->replies;
	else if (field == SMTPCODE_RELATED)
		list = smtpcode_x_codes + e->related;
	else
		return 0;
	while (*list != 0 && item-- > 0)
		list++;
	return *list;
}

int
smtpcode_entry_answers(
    const struct smtpcode_entry *e, const char *command, size_t n)
{
	const char *word;
	uint32_t i;

	for (i = 0; i < WORDS_IN_COMMAND; i++) {
		if ((e->commands >> i & 1) == 0)
			continue;
		word = smtpcode_x_text(WORDS_COMMAND + i, 0, SMTPCODE_ID);
		if (strlen(word) == n && memcmp(word, command, n) == 0)
			return 1;
	}
	return 0;
}

static uint32_t
distance(uint32_t a, uint32_t b)
{
	return a > b ? a - b : b - a;
}

/* In how many of their three digits two reply codes differ. */
static int
digits_apart(uint32_t a, uint32_t b)
{
	return (a / 100 != b / 100) + (a / 10 % 10 != b / 10 % 10) +
	    (a % 10 != b % 10);
}

/* Put code among the nearest, which are sorted by distance; keep size. */
static size_t
insert_near(uint32_t code, uint32_t to, uint32_t out[], size_t n, size_t size)
{
	size_t i;

	if (n == size) {
		if (distance(out[n - 1], to) <= distance(code, to))
			return n;
		n--;
	}
	for (i = n; i > 0 && distance(out[i - 1], to) > distance(code, to); i--)
		out[i] = out[i - 1];
	out[i] = code;
	return n + 1;
}

/* The size closest codes that differ from code in at most apart digits. */
static size_t
collect_near(uint32_t code, int apart, uint32_t out[], size_t size)
{
	const struct smtpcode_entry *e;
	size_t n = 0;

	for (e = entries; e < entries + ENTRIES; e++)
		if (smtpcode_entry_status(e) <= SMTPCODE_STATUS_EXTENSION &&
		    e->code >= 200 && e->code / 100 == code / 100 &&
		    e->code != code && digits_apart(e->code, code) <= apart)
			n = insert_near(e->code, code, out, n, size);
	return n;
}

size_t
smtpcode_near_codes(uint32_t code, uint32_t out[3])
{
	size_t n;

	n = collect_near(code, 1, out, 3);
	return n > 0 ? n : collect_near(code, 3, out, 2);
}
