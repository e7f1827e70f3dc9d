/* SPDX-License-Identifier: ISC */
/*
 * Replies: what is read lies inside the input or the join buffer, and does not
 * depend on what stands behind it. The first byte is the size of the buffer.
 */
#include "fuzz.h"
#include "smtpcode_reply.h"

static int
is_within(struct smtpcode_span span, const char *p, size_t n)
{
	return span.p >= p && span.p <= p + n &&
	    span.n <= (size_t)(p + n - span.p);
}

static void
check_codes(uint32_t code, uint32_t enhanced)
{
	REQUIRE(code == 0 || (code >= 200 && code <= 599));
	REQUIRE(enhanced == 0 || smtpcode_is_enhanced(enhanced));
	REQUIRE(enhanced == 0 || !smtpcode_is_set(enhanced));
	REQUIRE(smtpcode_code_notes(code, enhanced) < SMTPCODE_NOTE_LINES);
}

static void
check_reply(const char *s, size_t n, char *join, size_t size)
{
	struct smtpcode_reply r, again;
	size_t used = smtpcode_parse_reply(s, n, join, size, &r);
	char *first;

	REQUIRE(used <= n);
	if (used == 0)
		return;
	check_codes(r.code, r.enhanced);
	REQUIRE(r.code != 0 || r.enhanced != 0);
	REQUIRE(r.text.n == 0 || is_within(r.text, s, n) ||
	    is_within(r.text, join, size));
	REQUIRE(r.host.p == NULL && r.recipient.p == NULL);
	if (join == NULL)
		return;
	first = copy_exactly(r.text.p, r.text.n);
	REQUIRE(smtpcode_parse_reply(s, used, join, size, &again) == used);
	REQUIRE(again.code == r.code && again.enhanced == r.enhanced);
	REQUIRE(again.notes == r.notes && again.text.n == r.text.n);
	REQUIRE(r.text.n == 0 || memcmp(again.text.p, first, r.text.n) == 0);
	free(first);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint32_t code, enhanced;
	size_t n, room;
	char *s, *join;

	if (size == 0)
		return 0;
	n = size - 1;
	room = data[0];
	s = copy_exactly(data + 1, n);
	join = malloc(room + 1);
	REQUIRE(join != NULL);
	REQUIRE(smtpcode_parse_codes(s, n, &code, &enhanced) <= n);
	check_codes(code, enhanced);
	check_reply(s, n, NULL, 0);
	check_reply(s, n, join, room);
	free(join);
	free(s);
	return 0;
}
