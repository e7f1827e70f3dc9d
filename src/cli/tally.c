/* SPDX-License-Identifier: ISC */
/*
 * Replies read from streams and counted. What a reply means depends only on
 * its codes, its masked text and the provider whose host answered, so the
 * verdicts on the commonest are remembered.
 */
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "buf.h"
#include "in.h"
#include "merge.h"
#include "os.h"
#include "out.h"
#include "say.h"
#include "smtpcode_scan.h"
#include "tally.h"
#include "tally_page.h"
#include "tally_record.h"

enum {
	MEMO_SETS = 256,
	MEMO_WAYS = 4,   /* replies whose texts lead to the same set */
	MEMO_TEXT = 448, /* bytes of a mask that are remembered */
	SHORT_TEXT = 80, /* bytes of a text that may be its own mask */
	STAMP = 64,
	STAMP_LINES = 64, /* of a block, where a stamp is looked for */
	BLOCK = 262144
};

/* A reply whose verdict is known. */
struct memo {
	uint32_t hash, code, enhanced;
	uint32_t used; /* since others of the set were forgotten */
	const struct smtpcode_provider *provider;
	short row; /* number and 1, or 0 */
	unsigned char direction, class;
	uint16_t length;
	char mask[MEMO_TEXT];
};

static struct memo memos[MEMO_SETS][MEMO_WAYS];

static struct rows rows;
static struct smtpcode_scan scan;
static char block[BLOCK];
static char first[STAMP], last[STAMP];

struct work {
	struct tally tally;
	uint64_t bytes, replies;
	time_t begun, told; /* when progress was told last, 0: not yet */
	int watched;        /* a person waits at the terminal */
};

/* ----------------------------------------------------------------- replies */

/* Cut a text to n bytes at most, not inside of a character. */
static size_t
cut_text(const char *s, size_t length, size_t n)
{
	if (length <= n)
		return length;
	while (n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80)
		n--;
	return n;
}

static long
count_anew(const struct smtpcode_reply *r, const char *mask, size_t length)
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
		length = cut_text(mask, length, ROWS_EXAMPLE);
		memcpy(row.example, mask, length);
		row.example_length = (unsigned char)length;
	}
	return rows_add(&rows, &row);
}

/* What the verdict on a reply depends on. */
struct key {
	const struct smtpcode_reply *reply;
	const struct smtpcode_provider *provider; /* whose host answered */
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

/* Count the reply by the verdict on one like it, if that is remembered: 1 or 0.
 */
static int
count_remembered(const struct key *k)
{
	struct memo *set = memos[k->hash % MEMO_SETS], *m;

	for (m = set; m < set + MEMO_WAYS; m++) {
		if (m->hash != k->hash || m->row == 0 ||
		    m->code != k->reply->code ||
		    m->enhanced != k->reply->enhanced ||
		    m->direction != k->reply->direction ||
		    m->class != k->reply->reply_class ||
		    m->provider != k->provider || m->length != k->length ||
		    (k->length > 0 && memcmp(m->mask, k->mask, k->length) != 0))
			continue;
		rows_count(&rows, m->row - 1);
		m->used++;
		return 1;
	}
	return 0;
}

/* The least used of a set is forgotten; the others grow older. */
static struct memo *
free_memo(struct memo *set)
{
	struct memo *least = set;
	size_t i;

	for (i = 1; i < MEMO_WAYS; i++)
		if (set[i].used < least->used)
			least = &set[i];
	for (i = 0; i < MEMO_WAYS; i++)
		set[i].used -= set[i].used / 4;
	least->used = 0;
	return least;
}

/* Judge the reply, and remember the verdict if there is room. */
static void
count_new(const struct key *k)
{
	long row = count_anew(k->reply, k->mask, k->length);
	struct memo *m;

	if (k->length > MEMO_TEXT)
		return;
	m = free_memo(memos[k->hash % MEMO_SETS]);
	m->hash = k->hash;
	m->code = k->reply->code;
	m->enhanced = k->reply->enhanced;
	m->provider = k->provider;
	m->direction = (unsigned char)k->reply->direction;
	m->class = (unsigned char)k->reply->reply_class;
	m->row = (short)(row + 1);
	m->length = (uint16_t)k->length;
	memcpy(m->mask, k->mask, k->length);
}

static void
count(const struct key *k)
{
	if (!count_remembered(k))
		count_new(k);
}

/* A reply that may have failed. */
static void
take_failure(const struct smtpcode_reply *r)
{
	char mask[8192];
	size_t length;
	struct key k;

	k.provider = NULL;
	if (r->host.p != NULL)
		k.provider = smtpcode_provider_of_host(r->host.p, r->host.n);
	/* A mask is its own mask: so may a text be, if it is short. */
	if (r->text.n < SHORT_TEXT) {
		make_key(&k, r, r->text.p, r->text.n);
		if (count_remembered(&k))
			return;
	}
	length = smtpcode_mask_text(r->text.p, r->text.n, mask, sizeof mask);
	make_key(&k, r, mask, length < sizeof mask ? length : sizeof mask - 1);
	count(&k);
}

static void
take(struct work *w, const struct smtpcode_reply *r)
{
	struct key k;

	w->replies++;
	if (r->code < 200 || r->code >= 400) {
		take_failure(r);
		return;
	}
	k.provider = NULL;
	make_key(&k, r, "", 0); /* whatever its text and who says it */
	count(&k);
}

/* ------------------------------------------------------------------ inputs */

/* Keep the time stamp of the line at s, if it has one: 1 or 0. */
static int
keep_stamp(const char *s, size_t n, char to[STAMP])
{
	size_t length = smtpcode_read_stamp(s, n);

	if (length == 0 || length > STAMP)
		return 0;
	memcpy(to, s, length - 1); /* without the blank behind it */
	to[length - 1] = '\0';
	return 1;
}

/* Where the line begins that ends before s + n. */
static size_t
line_before(const char *s, size_t n)
{
	while (n > 0 && s[n - 1] != '\n')
		n--;
	return n;
}

/* The first stamp of all, and the last of this block. */
static void
keep_stamps(const char *s, size_t n)
{
	const char *line = s, *end;
	size_t start = n;
	int i;

	for (i = 0; i < STAMP_LINES && first[0] == '\0'; i++) {
		if (keep_stamp(line, (size_t)(s + n - line), first))
			break;
		end = memchr(line, '\n', (size_t)(s + n - line));
		if (end == NULL)
			break;
		line = end + 1;
	}
	for (i = 0; i < STAMP_LINES && start > 0; i++) {
		start = line_before(s, start);
		if (keep_stamp(s + start, n - start, last))
			break;
		start -= start > 0;
	}
}

/* After two seconds, once a second. */
static void
tell_progress(struct work *w)
{
	struct buf b;
	time_t now;

	if (!w->watched)
		return;
	now = time(NULL);
	if (now < w->begun + 2 || now == w->told)
		return;
	w->told = now;
	buf_clear(&b);
	buf_text(&b, "\r");
	buf_number(&b, w->bytes >> 20);
	buf_text(&b, " MiB read, ");
	buf_number(&b, w->replies);
	buf_text(&b, " replies");
	say_plain(b.s);
}

static void
end_progress(struct work *w)
{
	if (w->told != 0)
		say_plain("\r                                        \r");
	w->told = 0;
}

static int
read_input(struct work *w, struct input *in)
{
	struct smtpcode_found f;
	const char *p;
	size_t n;

	smtpcode_scan_start(&scan, 0);
	while ((n = in_read(in, block, sizeof block)) > 0) {
		keep_stamps(block, n);
		w->bytes += n;
		p = block;
		while (smtpcode_scan_next(&scan, &p, &n, &f))
			take(w, &f.reply);
		tell_progress(w);
	}
	while (smtpcode_scan_end(&scan, &f))
		take(w, &f.reply);
	end_progress(w);
	rows.lines += smtpcode_scan_lines(&scan);
	return in->error || in->unusual ? STATUS_ERROR : STATUS_OK;
}

static int
read_one(const struct opt *o, struct work *w, struct input *in)
{
	w->tally.files++;
	w->tally.name = in->name;
	return o->merge ? merge_read(&rows, in) : read_input(w, in);
}

static int
read_all(const struct opt *o, struct work *w)
{
	struct input in;
	int i, status = STATUS_OK;

	if (o->count == 0) {
		in_standard(&in);
		return read_one(o, w, &in);
	}
	for (i = 0; i < o->count; i++) {
		if (in_open(&in, o->operands[i]) == -1) {
			status = STATUS_ERROR;
			continue;
		}
		if (read_one(o, w, &in) != STATUS_OK)
			status = STATUS_ERROR;
		in_close(&in);
	}
	return status;
}

int
tally(const struct opt *o)
{
	struct work w;
	int status;
	size_t columns;

	memset(&w, 0, sizeof w);
	rows_clear(&rows);
	w.tally.rows = &rows;
	w.watched = !o->terminal && os_terminal(STDERR_FILENO, &columns);
	w.begun = time(NULL);
	status = read_all(o, &w);
	if (o->merge && status != STATUS_OK)
		return status; /* a sum that lacks a part would look whole */
	w.tally.first.p = first;
	w.tally.first.n = strlen(first);
	w.tally.last.p = last;
	w.tally.last.n = strlen(last);
	rows_sort(&rows);
	if (o->format != FORMAT_PAGE)
		tally_record(o, &rows);
	else if (rows.n > 0)
		tally_page(o, &w.tally);
	if (rows.n > 0 || status != STATUS_OK)
		return status;
	if (o->format == FORMAT_PAGE && w.tally.files == 1)
		say("no SMTP reply in %s", w.tally.name);
	return STATUS_NO;
}
