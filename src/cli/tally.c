/* SPDX-License-Identifier: ISC */
/*
 * The replies of streams, counted.
 */
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "buf.h"
#include "in.h"
#include "memo.h"
#include "merge.h"
#include "os.h"
#include "out.h"
#include "say.h"
#include "smtpcode_scan.h"
#include "tally.h"
#include "tally_page.h"
#include "tally_record.h"

enum {
	STAMP = 64,
	STAMP_LINES = 64, /* of a block, where a stamp is looked for */
	BLOCK = 262144
};

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

static void
take(struct work *w, const struct smtpcode_reply *r)
{
	w->replies++;
	memo_count(&rows, r);
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
