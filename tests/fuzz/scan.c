/* SPDX-License-Identifier: ISC */
/*
 * The scanner: in one piece, byte by byte and in random cuttings, and however
 * many bytes are looked at together, a text has the same replies. Each piece
 * stands in a block of its own size that is freed after the call. The first
 * byte has the flags.
 */
#include "fuzz.h"
#include "lines.h"
#include "smtpcode_scan.h"

enum smtpcode_x_level __real_smtpcode_x_best_level(void);
enum smtpcode_x_level __wrap_smtpcode_x_best_level(void);

static enum smtpcode_x_level level;

enum smtpcode_x_level
__wrap_smtpcode_x_best_level(void)
{
	return level;
}

/* The replies of a text, one behind the other. */
struct told {
	size_t used;
	char bytes[1 << 22];
};

static void
tell(struct told *t, const void *p, size_t n)
{
	if (n > sizeof t->bytes - t->used)
		n = sizeof t->bytes - t->used;
	if (n > 0)
		memcpy(t->bytes + t->used, p, n);
	t->used += n;
}

static void
tell_span(struct told *t, struct smtpcode_span span)
{
	REQUIRE(span.p != NULL || span.n == 0);
	tell(t, &span.n, sizeof span.n);
	tell(t, span.p, span.n);
}

static void
tell_reply(struct told *t, const struct smtpcode_found *f)
{
	const struct smtpcode_reply *r = &f->reply;

	REQUIRE(r->code != 0 || r->enhanced != 0 || r->reply_class != 0 ||
	    r->text.n > 0);
	tell(t, &r->code, sizeof r->code);
	tell(t, &r->enhanced, sizeof r->enhanced);
	tell(t, &r->direction, sizeof r->direction);
	tell(t, &r->reply_class, sizeof r->reply_class);
	tell(t, &r->notes, sizeof r->notes);
	tell(t, &f->line, sizeof f->line);
	tell_span(t, r->text);
	tell_span(t, r->host);
	tell_span(t, r->recipient);
	tell_span(t, r->command);
}

/* The bytes of the next piece of the n at s, 1 to most or, as often, up to the
 * end of a line behind them. */
static size_t
next_cut(uint32_t *random, const char *s, size_t n, size_t most)
{
	size_t length;
	const char *end;

	*random = *random * 1664525u + 1013904223u;
	length = 1 + (*random >> 8) % most;
	if (length >= n)
		return n;
	end = (*random >> 30 & 1) != 0 ? memchr(s + length, '\n', n - length) :
	                                 NULL;
	return end != NULL ? (size_t)(end - s) + 1 : length;
}

/* Read the n bytes at s in pieces of so many bytes, or cut at random. */
static void
scan_pieces(struct told *t, unsigned flags, const char *s, size_t n,
    size_t most, uint32_t *random)
{
	static struct smtpcode_scan scan;
	struct smtpcode_found f;
	const char *p;
	size_t length, left;
	uint64_t lines;
	char *piece;

	t->used = 0;
	/* What starts depends on nothing that was there before. */
	memset(&scan, (int)(0xa5 ^ most), sizeof scan);
	smtpcode_scan_start(&scan, flags);
	while (n > 0) {
		length = random != NULL ? next_cut(random, s, n, most) :
		    most < n            ? most :
		                          n;
		p = piece = copy_exactly(s, length);
		left = length;
		while (smtpcode_scan_next(&scan, &p, &left, &f))
			tell_reply(t, &f);
		REQUIRE(left == 0 && p == piece + length);
		free(piece);
		s += length;
		n -= length;
	}
	while (smtpcode_scan_end(&scan, &f))
		tell_reply(t, &f);
	REQUIRE(!smtpcode_scan_is_open(&scan));
	lines = smtpcode_scan_lines(&scan);
	tell(t, &lines, sizeof lines);
	lines = smtpcode_scan_cut(&scan);
	tell(t, &lines, sizeof lines);
}

static void
require_same(const struct told *a, const struct told *b)
{
	REQUIRE(a->used == b->used);
	REQUIRE(memcmp(a->bytes, b->bytes, a->used) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct told whole, cut;
	const char *s = (const char *)data + 1;
	enum smtpcode_x_level best = __real_smtpcode_x_best_level();
	uint32_t random;
	unsigned flags;

	if (size < 2)
		return 0;
	flags = data[0] & (SMTPCODE_SCAN_AT_ONCE | SMTPCODE_SCAN_PASTED);
	random = data[0] + (uint32_t)size * 256;
	level = best;
	scan_pieces(&whole, flags, s, size - 1, size - 1, NULL);
	for (level = LEVEL_PORTABLE; level < best; level++) {
		scan_pieces(&cut, flags, s, size - 1, size - 1, NULL);
		require_same(&whole, &cut);
	}
	scan_pieces(&cut, flags, s, size - 1, 1, NULL);
	require_same(&whole, &cut);
	scan_pieces(&cut, flags, s, size - 1, 9, &random);
	require_same(&whole, &cut);
	scan_pieces(&cut, flags, s, size - 1, 300, &random);
	require_same(&whole, &cut);
	return 0;
}
