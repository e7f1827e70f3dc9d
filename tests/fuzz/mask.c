/* SPDX-License-Identifier: ISC */
/*
 * Masks: the mask of a mask is the mask, the length told is the length written,
 * known names stay, the first byte chooses one; a text that fits has the mask.
 */
#include "fuzz.h"
#include "host.h"
#include "run.h"
#include "smtpcode_reply.h"

/* The mask, NUL-terminated, in a block of its own size; its length. */
static char *
mask_of(const char *s, size_t n, size_t *length)
{
	char *mask;

	*length = smtpcode_mask_text(s, n, NULL, 0);
	mask = malloc(*length + 1);
	REQUIRE(mask != NULL);
	REQUIRE(smtpcode_mask_text(s, n, mask, *length + 1) == *length);
	REQUIRE(mask[*length] == '\0');
	return mask;
}

/* What a glance tells, a close look tells too. */
static void
check_glance(const char *s, size_t n, char before)
{
	enum smtpcode_piece kind, other;
	size_t length = smtpcode_x_glance(s, n, &kind);

	if (length == 0 || (class_of(before) & RUN) != 0)
		return;
	REQUIRE(smtpcode_x_look_closely(s, n, before, &other) == length);
	REQUIRE(other == kind);
}

static void
check_pieces(const char *s, size_t n)
{
	enum smtpcode_piece kind;
	size_t i, length;
	char before = '\0';

	for (i = 0; i < n; i += length) {
		check_glance(s + i, n - i, before);
		length = smtpcode_mask_piece(s + i, n - i, before, &kind);
		before = smtpcode_mask_last(s + i, length, kind);
		REQUIRE(length > 0 && length <= n - i);
		REQUIRE(kind <= SMTPCODE_PIECE_NUMBER);
	}
}

/* With less room the beginning is written. */
static void
check_room(
    const char *s, size_t n, const char *mask, size_t length, size_t room)
{
	char *part;

	if (room == 0 || room > length)
		return;
	part = malloc(room);
	REQUIRE(part != NULL);
	REQUIRE(smtpcode_mask_text(s, n, part, room) == length);
	REQUIRE(memcmp(part, mask, room - 1) == 0 && part[room - 1] == '\0');
	free(part);
}

/* A name that the tables know, as a word behind the text, is not masked. */
static void
check_known(const char *s, size_t n, unsigned choice)
{
	static const char names[][32] = { " zen.spamhaus.org", " mx.google.com",
		" bl.spamcop.net", " outlook.com" };
	const char *name = names[choice % (sizeof names / sizeof names[0])];
	size_t length, more = strlen(name);
	char *text = malloc(n + more), *mask;

	REQUIRE(text != NULL);
	if (n > 0)
		memcpy(text, s, n);
	memcpy(text + n, name, more);
	mask = mask_of(text, n + more, &length);
	REQUIRE(length >= more - 1);
	REQUIRE(memcmp(mask + length - (more - 1), name + 1, more - 1) == 0);
	free(mask);
	free(text);
}

/* A text that fits a mask has it: the text itself, with the bytes changed that
 * the input chooses, and the input's last part. */
static void
check_fits(const char *s, size_t n, const char *mask, size_t length)
{
	char *other = copy_exactly(s, n), *made;
	size_t i, made_length, at = n / 2;
	struct smtpcode_pattern pattern;

	smtpcode_mask_study(mask, length, &pattern);
	for (i = 0; i + 1 < n && i < 8; i++)
		other[(unsigned char)s[n - 1 - i] % n] = s[i];
	if (smtpcode_mask_fits(&pattern, other, n)) {
		made = mask_of(other, n, &made_length);
		REQUIRE(made_length == length);
		REQUIRE(memcmp(made, mask, length) == 0);
		free(made);
	}
	if (smtpcode_mask_fits(&pattern, s + at, n - at)) {
		made = mask_of(s + at, n - at, &made_length);
		REQUIRE(made_length == length);
		REQUIRE(memcmp(made, mask, length) == 0);
		free(made);
	}
	free(other);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t n, length, again_length, known;
	char *s, *mask, *again;

	if (size == 0)
		return 0;
	n = size - 1;
	s = copy_exactly(data + 1, n);
	check_pieces(s, n);
	mask = mask_of(s, n, &length);
	again = mask_of(mask, length, &again_length);
	REQUIRE(again_length == length && memcmp(again, mask, length) == 0);
	check_room(s, n, mask, length, data[0]);
	check_fits(s, n, mask, length);
	check_known(s, n, data[0]);
	known = smtpcode_x_known_host(s, n);
	REQUIRE(known <= n);
	free(again);
	free(mask);
	free(s);
	return 0;
}
