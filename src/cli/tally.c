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
	MEMO_TEXT = 448, /* bytes of mask and host that are remembered */
	STAMP = 64,
	STAMP_LINES = 64, /* of a block, where a stamp is looked for */
	BLOCK = 262144
};

/* A reply whose verdict is known: codes, masked text, known host. */
struct memo {
	uint32_t hash, code, enhanced;
	uint32_t used; /* since others of the set were forgotten */
	short row;     /* number and 1, or 0 */
	unsigned char direction, class;
	uint16_t length;
	char text[MEMO_TEXT];
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

static uint32_t
hash_of(const struct smtpcode_reply *r, const char *text, size_t n)
{
	uint64_t h = r->code * UINT64_C(0x9e3779b97f4a7c15) + r->enhanced, word;
	size_t i;

	for (i = 0; i + 8 <= n; i += 8) {
		memcpy(&word, text + i, 8);
		h = (h ^ word) * UINT64_C(0x9e3779b97f4a7c15);
		h ^= h >> 29;
	}
	for (; i < n; i++)
		h = (h ^ (unsigned char)text[i]) * UINT64_C(0x100000001b3);
	return (uint32_t)(h ^ h >> 32);
}

static int
is_known(const struct memo *m, uint32_t hash, const struct smtpcode_reply *r,
    const char *text, size_t n)
{
	return m->hash == hash && m->row != 0 && m->code == r->code &&
	    m->enhanced == r->enhanced && m->direction == r->direction &&
	    m->class == r->reply_class && m->length == n &&
	    memcmp(m->text, text, n) == 0;
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

/* Count a reply by the verdict on those n bytes of text, which begin with its
 * mask (length bytes), if that is remembered. */
static void
count_remembered(
    const struct smtpcode_reply *r, const char *text, size_t n, size_t length)
{
	uint32_t hash = hash_of(r, text, n);
	struct memo *set = memos[hash % MEMO_SETS], *m;
	long row;

	for (m = set; m < set + MEMO_WAYS; m++)
		if (is_known(m, hash, r, text, n)) {
			rows_count(&rows, m->row - 1);
			m->used++;
			return;
		}
	row = count_anew(r, text, length);
	m = free_memo(set);
	m->hash = hash;
	m->code = r->code;
	m->enhanced = r->enhanced;
	m->direction = (unsigned char)r->direction;
	m->class = (unsigned char)r->reply_class;
	m->row = (short)(row + 1);
	m->length = (uint16_t)n;
	memcpy(m->text, text, n);
}

/* A reply that may have failed. */
static void
count_failure(const struct smtpcode_reply *r)
{
	char text[8192];
	size_t n, length, host = 0;

	length = smtpcode_mask_text(r->text.p, r->text.n, text, sizeof text);
	if (length >= sizeof text)
		length = sizeof text - 1;
	n = length;
	if (r->host.p != NULL)
		host = smtpcode_known_host(r->host.p, r->host.n);
	if (n + 1 + host > MEMO_TEXT) {
		(void)count_anew(r, text, length);
		return;
	}
	text[n++] = '\0';
	if (host > 0) {
		memcpy(text + n, r->host.p + r->host.n - host, host);
		n += host;
	}
	count_remembered(r, text, n, length);
}

static void
take(struct work *w, const struct smtpcode_reply *r)
{
	w->replies++;
	if (r->code >= 200 && r->code < 400)
		count_remembered(r, "", 0, 0); /* whatever its text */
	else
		count_failure(r);
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
