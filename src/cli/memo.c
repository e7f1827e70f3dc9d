/* SPDX-License-Identifier: ISC */
/*
 * Verdicts that are remembered. What a reply means depends only on its codes,
 * its masked text, the provider whose host answered and whether it answers
 * MAIL; logs say the same again and again. To make a mask costs more than to
 * read a line, so a text is compared first with the masks that texts like it
 * had.
 */
#include <string.h>

#include "buf.h"
#include "memo.h"

enum {
	SETS = 256,
	WAYS = 4,       /* replies that lead to the same set */
	MASK = 448,     /* bytes of a mask that are remembered */
	ANY_MASK = 8192 /* and of one that is made */
};

/* What a reply answers, as far as its verdict depends on that: who does not
 * exist is the sender where MAIL is refused. */
enum { ANY_COMMAND, MAIL, NOT_MAIL };

/* A reply whose verdict is known. */
struct memo {
	uint32_t hash, code, enhanced;
	uint32_t used; /* since others of the set were forgotten */
	const struct smtpcode_provider *provider;
	short row; /* number and 1, or 0 */
	unsigned char direction, class;
	unsigned char command; /* ANY_COMMAND ... NOT_MAIL */
	uint16_t length;
	int studied; /* is there a pattern? */
	struct smtpcode_pattern pattern;
	char mask[MASK];
};

static struct memo memos[SETS][WAYS];

/* They are but hints: what they lead to may have been forgotten since. */
static struct memo *hints[SETS][WAYS];

static long
count_anew(struct rows *rows, const struct smtpcode_reply *r, const char *mask,
    size_t length)
{
	struct smtpcode_verdict v;
	struct row row;

	smtpcode_judge_reply(r, &v);
	row.cause = v.cause;
	row.provider = v.provider;
	row.code = r->code;
	row.enhanced = rows_enhanced(r->enhanced);
	row.direction = (unsigned char)r->direction;
	row.class = (unsigned char)v.reply_class;
	row.retry = (unsigned char)v.retry;
	row.actor = (unsigned char)v.actor;
	row.count = 1;
	row.example_length = 0;
	if (v.reply_class > SMTPCODE_CLASS_INTERMEDIATE) {
		length = buf_cut(mask, length, ROWS_EXAMPLE);
		memcpy(row.example, mask, length);
		row.example_length = (unsigned char)length;
	}
	return rows_add(rows, &row);
}

/* What the verdict on a reply depends on. */
struct key {
	const struct smtpcode_reply *reply;
	const struct smtpcode_provider *provider; /* whose host answered */
	int command;
	const char *mask;
	size_t length;
	uint32_t hash;
};

static void
make_key(struct key *k, const struct smtpcode_reply *r, const char *mask,
    size_t length)
{
	uint64_t h = r->code * UINT64_C(0x9e3779b97f4a7c15) + r->enhanced, word;
	size_t i;

	k->reply = r;
	k->mask = mask;
	k->length = length;
	for (i = 0; i + 8 <= length; i += 8) {
		memcpy(&word, mask + i, 8);
		h = (h ^ word) * UINT64_C(0x9e3779b97f4a7c15);
		h ^= h >> 29;
	}
	for (; i < length; i++)
		h = (h ^ (unsigned char)mask[i]) * UINT64_C(0x100000001b3);
	k->hash = (uint32_t)(h ^ h >> 32);
}

/* Is the verdict on such a reply, but for its text? */
static inline int
is_alike(const struct memo *m, const struct smtpcode_reply *r,
    const struct smtpcode_provider *provider, int command)
{
	return m->row != 0 && m->code == r->code &&
	    m->enhanced == r->enhanced && m->direction == r->direction &&
	    m->class == r->reply_class && m->provider == provider &&
	    (m->command == ANY_COMMAND || m->command == command);
}

/* The verdict on a reply with such a mask, or NULL if none is remembered. */
static struct memo *
find_memo(const struct key *k)
{
	struct memo *set = memos[k->hash % SETS], *m;

	for (m = set; m < set + WAYS; m++)
		if (m->hash == k->hash && m->length == k->length &&
		    is_alike(m, k->reply, k->provider, k->command) &&
		    (k->length == 0 ||
		        memcmp(m->mask, k->mask, k->length) == 0))
			return m;
	return NULL;
}

/* The least used of a set is forgotten; the others grow older. */
static struct memo *
free_memo(struct memo *set)
{
	struct memo *least = set;
	size_t i;

	for (i = 1; i < WAYS; i++)
		if (set[i].used < least->used)
			least = &set[i];
	for (i = 0; i < WAYS; i++)
		set[i].used -= set[i].used / 4;
	least->used = 0;
	return least;
}

/* The command that a verdict depends on. */
static int
command_of(const struct key *k, const struct smtpcode_cause *cause)
{
	static const char refused[] = "sender-refused";
	int depends = smtpcode_cause_address(cause) != SMTPCODE_ADDRESS_KEEP ||
	    (k->command == MAIL &&
	        cause == smtpcode_find_cause(refused, sizeof refused - 1));

	return depends ? k->command : ANY_COMMAND;
}

/* Judge the reply and count it. The verdict is remembered if there is room. */
static void
count_new(struct rows *rows, const struct key *k)
{
	long row = count_anew(rows, k->reply, k->mask, k->length);
	struct memo *m;

	if (k->length > MASK || row < 0)
		return;
	m = free_memo(memos[k->hash % SETS]);
	m->hash = k->hash;
	m->code = k->reply->code;
	m->enhanced = k->reply->enhanced;
	m->provider = k->provider;
	m->direction = (unsigned char)k->reply->direction;
	m->class = (unsigned char)k->reply->reply_class;
	m->command = (unsigned char)command_of(k, rows->row[row].cause);
	m->row = (short)(row + 1);
	m->length = (uint16_t)k->length;
	m->studied = 0;
	m->pattern.mask = NULL;
	memcpy(m->mask, k->mask, k->length);
}

static void
count_again(struct rows *rows, struct memo *m)
{
	rows_count(rows, m->row - 1);
	m->used++;
}

/* Count the reply: by which verdict that was remembered, or NULL. */
static struct memo *
count_masked(struct rows *rows, const struct key *k)
{
	struct memo *m = find_memo(k);

	if (m != NULL)
		count_again(rows, m);
	else
		count_new(rows, k);
	return m;
}

/* Whose mask such a text may have, by its codes and its first byte. */
static struct memo **
hints_for(const struct smtpcode_reply *r)
{
	uint32_t h = r->code * 2654435761u ^ r->enhanced * 2246822519u;

	if (r->text.n > 0)
		h ^= (unsigned char)r->text.p[0] * 3266489917u;
	return hints[(h >> 16) % SETS];
}

/* The verdict whose mask the text has, or NULL; it moves forward. */
static struct memo *
take_hint(struct memo *hint[WAYS], const struct smtpcode_reply *r,
    const struct smtpcode_provider *provider, int command)
{
	struct memo *m;
	size_t i;

	for (i = 0; i < WAYS; i++) {
		m = hint[i];
		if (m != NULL && is_alike(m, r, provider, command) &&
		    smtpcode_mask_fits(&m->pattern, r->text.p, r->text.n)) {
			hint[i] = hint[i / 2];
			hint[i / 2] = m;
			return m;
		}
	}
	return NULL;
}

/* Behind those that were used since they were given. */
static void
give_hint(struct memo *hint[WAYS], struct memo *m)
{
	size_t i;

	if (!m->studied)
		smtpcode_mask_study(m->mask, m->length, &m->pattern);
	m->studied = 1;
	for (i = WAYS - 1; i > WAYS / 2; i--)
		hint[i] = hint[i - 1];
	hint[i] = m;
}

/* A reply that may have failed. */
static void
count_failure(struct rows *rows, const struct smtpcode_reply *r)
{
	struct memo **hint = hints_for(r), *m;
	char mask[ANY_MASK];
	size_t length;
	struct key k;

	k.provider = NULL;
	if (r->host.p != NULL)
		k.provider = smtpcode_provider_of_host(r->host.p, r->host.n);
	k.command = r->command.n == 4 && memcmp(r->command.p, "MAIL", 4) == 0 ?
	    MAIL :
	    NOT_MAIL;
	m = take_hint(hint, r, k.provider, k.command);
	if (m != NULL) {
		count_again(rows, m);
		return;
	}
	length = smtpcode_mask_text(r->text.p, r->text.n, mask, sizeof mask);
	make_key(&k, r, mask, length < sizeof mask ? length : sizeof mask - 1);
	m = count_masked(rows, &k);
	if (m != NULL) /* what comes but once would be in the way */
		give_hint(hint, m);
}

/* One that has not, whatever its text and who says it. */
static void
count_success(struct rows *rows, const struct smtpcode_reply *r)
{
	struct memo **hint = hints_for(r), *m = hint[0];
	struct key k;

	if (m != NULL && m->length == 0 && is_alike(m, r, NULL, ANY_COMMAND)) {
		count_again(rows, m);
		return;
	}
	k.provider = NULL;
	k.command = ANY_COMMAND;
	make_key(&k, r, "", 0);
	hint[0] = count_masked(rows, &k);
}

void
memo_count(struct rows *rows, const struct smtpcode_reply *r)
{
	if (r->code >= 200 && r->code < 400)
		count_success(rows, r);
	else
		count_failure(rows, r);
}
