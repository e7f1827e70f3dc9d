/* SPDX-License-Identifier: ISC */
/*
 * Codes by what their texts say: every word must begin a word of some field; a
 * name counts for more than a meaning, a meaning for more than a fix.
 */
#include <string.h>

#include "fold.h"
#include "page.h"
#include "record.h"
#include "say.h"
#include "search.h"
#include "show.h"

enum { HITS = 512 };

static struct hit {
	uint32_t code;
	unsigned score;
} hits[HITS];

static const struct {
	unsigned char field, score;
} fields[] = {
	{ SMTPCODE_SHORT, 12 },
	{ SMTPCODE_NAME, 10 },
	{ SMTPCODE_FIND, 8 },
	{ SMTPCODE_PHRASE, 7 },
	{ SMTPCODE_GIST, 5 },
	{ SMTPCODE_ABOUT, 4 },
	{ SMTPCODE_MEANING, 3 },
	{ SMTPCODE_WHEN, 2 },
	{ SMTPCODE_FIX_SENDER, 1 },
	{ SMTPCODE_FIX_SENDER_ADMIN, 1 },
	{ SMTPCODE_FIX_SERVER_ADMIN, 1 },
	{ SMTPCODE_FIX_DEVELOPER, 1 },
};

static int
is_word(unsigned long c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c >= 0x80;
}

static int
begins(const char *text, const char *word)
{
	unsigned long c;

	while ((c = fold_next(&word)) != 0)
		if (fold_next(&text) != c)
			return 0;
	return 1;
}

/*
 * Does the word stand in the text, at the start of one of its words? Where
 * words are not set apart by blanks, anywhere.
 */
static int
holds(const char *text, const char *word)
{
	const char *first = word;
	unsigned long before = 0;
	int anywhere = fold_next(&first) >= 0x80;

	while (*text != '\0') {
		if ((anywhere || !is_word(before)) && begins(text, word))
			return 1;
		before = fold_next(&text);
	}
	return 0;
}

/* The score of the best field that holds the word, 0 if none does. */
static unsigned
score_word(const struct smtpcode_entry *e, const char *word, int lang)
{
	const char *item;
	size_t i, k;

	for (i = 0; i < sizeof fields / sizeof fields[0]; i++)
		for (k = 0; (item = smtpcode_entry_text(e,
		                 (enum smtpcode_field)fields[i].field, k,
		                 lang)) != NULL;
		     k++)
			if (holds(item, word))
				return fields[i].score;
	return 0;
}

/*
 * Where all words stand: the word that stands in the least telling place
 * decides, then their sum. 0 if one is nowhere.
 */
static unsigned
score(const struct opt *o, const struct smtpcode_entry *e)
{
	unsigned sum = 0, least = 12, one;
	int i;

	for (i = 0; i < o->count; i++) {
		one = score_word(e, o->operands[i], o->lang);
		if (one == 0)
			return 0;
		least = one < least ? one : least;
		sum += one;
	}
	return least << 16 | (sum < 0xffff ? sum : 0xffff);
}

static size_t
add_hit(size_t n, uint32_t code, unsigned points)
{
	size_t i;

	if (n == HITS)
		return n;
	for (i = n; i > 0 && hits[i - 1].score < points; i--)
		hits[i] = hits[i - 1];
	hits[i].code = code;
	hits[i].score = points;
	return n + 1;
}

/* The reply code that goes with an enhanced one, or 0. */
static uint32_t
reply_of(uint32_t enhanced)
{
	const struct smtpcode_entry *e = NULL;
	uint32_t code;
	size_t i;

	while ((e = smtpcode_next_entry(e)) != NULL)
		for (i = 0; (code = smtpcode_entry_list(
		                 e, SMTPCODE_ENHANCED_CODES, i)) != 0;
		     i++)
			if (code == enhanced)
				return smtpcode_entry_code(e);
	e = smtpcode_find_entry(enhanced);
	code = smtpcode_entry_list(e, SMTPCODE_REPLY_CODES, 0);
	return smtpcode_is_set(code) ? 0 : code;
}

/* What tells the two best apart, if somebody wrote it. */
static void
show_pair(struct page *p, size_t n)
{
	uint32_t codes[2];
	const char *sentence;
	size_t i;

	if (n < 2)
		return;
	codes[0] = hits[0].code;
	codes[1] = hits[1].code;
	for (i = 0;
	     (sentence = smtpcode_pair_text(codes, 2, i, p->lang)) != NULL;
	     i++) {
		if (i == 0) {
			page_gap(p);
			page_begin(p, 0);
		} else
			page_text(p, smtpcode_lang_join(p->lang));
		page_text(p, sentence);
	}
	if (i > 0)
		page_end(p);
}

static void
show_hits(const struct opt *o, size_t n)
{
	struct subject s;
	struct page p;
	size_t i;

	page_start(&p, o->lang, o->color, o->width);
	for (i = 0; i < n; i++) {
		subject_find(&s, hits[i].code);
		if (o->format != FORMAT_PAGE) {
			record_code(o, &s);
			continue;
		}
		if (smtpcode_is_enhanced(s.code))
			s.reply = reply_of(s.code);
		show_line(&p, &s);
	}
	if (o->format == FORMAT_PAGE)
		show_pair(&p, n);
}

int
search(const struct opt *o)
{
	const struct smtpcode_entry *e = NULL;
	uint32_t code;
	unsigned points;
	size_t n = 0;
	int i;

	if (o->count == 0) {
		say("-s needs words to search for, as in smtpcode -s mailbox "
		    "full");
		return STATUS_ERROR;
	}
	for (i = 0; i < o->count; i++)
		if (o->operands[i][0] == '\0') {
			say("-s: a word is empty; leave it out");
			return STATUS_ERROR;
		}
	while ((e = smtpcode_next_entry(e)) != NULL) {
		code = smtpcode_entry_code(e);
		if (smtpcode_is_set(code) ||
		    smtpcode_class_of(code) == SMTPCODE_CLASS_NONE ||
		    !subject_is_used(e))
			continue;
		points = score(o, e);
		if (points > 0)
			n = add_hit(n, code, points);
	}
	show_hits(o, n);
	return n > 0 ? STATUS_OK : STATUS_NO;
}
