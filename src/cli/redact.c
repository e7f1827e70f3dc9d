/* SPDX-License-Identifier: ISC */
/*
 * Names of people and hosts, replaced. Values are kept as hashes, sorted, so
 * that a run of any length takes the same memory.
 */
#include <string.h>

#include "redact.h"
#include "smtpcode_scan.h"

enum { KEPT = 1000, KINDS = 3 };

static struct kept {
	size_t n;
	struct {
		uint64_t hash;
		unsigned number;
	} value[KEPT];
} kept[KINDS];

static uint64_t
hash_of(const char *s, size_t n)
{
	uint64_t h = UINT64_C(14695981039346656037);
	size_t i;
	char c;

	for (i = 0; i < n; i++) {
		c = s[i] >= 'A' && s[i] <= 'Z' ? (char)(s[i] + 32) : s[i];
		h = (h ^ (unsigned char)c) * UINT64_C(1099511628211);
	}
	return h;
}

/* The number of a value, from 1; 0 if there is no room for another. */
static unsigned
number_of(struct kept *k, uint64_t hash)
{
	size_t low = 0, high = k->n, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (k->value[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < k->n && k->value[low].hash == hash)
		return k->value[low].number;
	if (k->n == KEPT)
		return 0;
	memmove(k->value + low + 1, k->value + low,
	    (k->n - low) * sizeof k->value[0]);
	k->value[low].hash = hash;
	k->value[low].number = (unsigned)++k->n;
	return k->value[low].number;
}

static void
put_name(struct buf *b, int kind, const char *s, size_t n)
{
	static const char names[KINDS][9] = { "address", "host", "ip" };
	unsigned number;

	buf_text(b, "<");
	buf_text(b, names[kind]);
	if (s[0] != '<') { /* no placeholder already */
		number = number_of(&kept[kind], hash_of(s, n));
		if (number > 0) {
			buf_text(b, "-");
			buf_number(b, number);
		}
	}
	buf_text(b, ">");
}

/* The bytes of the address in a look-up, which masks leave as evidence, or take
 * for an id: "2.0.0.127.zen.spamhaus.org". */
static size_t
looked_up(const char *s, size_t n, enum smtpcode_piece *kind)
{
	size_t i = 0;

	while (i < n && i < sizeof "203.113.100.203" &&
	    ((s[i] >= '0' && s[i] <= '9') || s[i] == '.'))
		i++;
	while (i > 0 && s[i - 1] == '.')
		i--;
	return i > 0 && smtpcode_mask_piece(s, i, ' ', kind) == i &&
	        *kind == SMTPCODE_PIECE_IP ?
	    i :
	    0;
}

void
redact(struct buf *b, const char *s, size_t n)
{
	enum smtpcode_piece kind, inner;
	size_t i, length, ip;
	char before = '\0';

	for (i = 0; i < n; i += length) {
		length = smtpcode_mask_piece(s + i, n - i, before, &kind);
		if ((kind == SMTPCODE_PIECE_PLAIN ||
		        kind == SMTPCODE_PIECE_ID) &&
		    (ip = looked_up(s + i, n - i, &inner)) > 0) {
			kind = inner;
			length = ip;
		}
		before = smtpcode_mask_last(s + i, length, kind);
		if (kind == SMTPCODE_PIECE_ADDRESS)
			put_name(b, 0, s + i, length);
		else if (kind == SMTPCODE_PIECE_HOST)
			put_name(b, 1, s + i, length);
		else if (kind == SMTPCODE_PIECE_IP)
			put_name(b, 2, s + i, length);
		else
			buf_bytes(b, s + i, length);
	}
}

void
redact_recipient(struct buf *b, const char *s, size_t n)
{
	if (n > 0)
		put_name(b, 0, s, n);
}

void
redact_host(struct buf *b, const char *s, size_t n)
{
	enum smtpcode_piece kind;
	size_t name = 0;

	while (name < n && memchr("[(: ", s[name], 4) == NULL)
		name++;
	if (name > 0 && smtpcode_provider_of_host(s, name) == NULL &&
	    (smtpcode_mask_piece(s, name, ' ', &kind) < name ||
	        kind != SMTPCODE_PIECE_IP)) {
		put_name(b, 1, s, name);
		s += name;
		n -= name;
	}
	redact(b, s, n);
}
