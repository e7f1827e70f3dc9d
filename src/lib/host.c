/* SPDX-License-Identifier: ISC */
/*
 * Domains under which host names say something: block lists, providers.
 */
#include <string.h>

#include "bytes.h"
#include "host.h"
#include "smtpcode_scan.h"
#include "table.h"

#define HOST(name, list, provider) { name, sizeof(name) - 1, provider, list },
static const struct host {
	char name[28];
	uint8_t length;
	uint8_t provider; /* its number and 1, or 0 */
	uint32_t list;    /* slot of name and page, or 0 */
} hosts[] = {
#include "hosts.inc"
};
#undef HOST

#define HOSTS (sizeof hosts / sizeof hosts[0])

/* Their numbers and 1, from where the hash of the name leads to up to a 0. */
#define PLACE(host) host,
static const uint8_t places[] = {
#include "host-places.inc"
};
#undef PLACE

#define PLACES (sizeof places)

_Static_assert(HOSTS < 256, "their numbers are bytes");

/* The hash of the last six bytes as src/gen/tables.awk makes it: capitals count
 * as small letters, and a dot is in front of a name. */
static size_t
hash_of(const char *s, size_t n)
{
	enum { LAST = 6 };
	char last[LAST];
	uint64_t hash = 0;
	size_t i;

	if (n < LAST) {
		memset(last, '.', sizeof last);
		memcpy(last + LAST - n, s, n);
		s = last;
		n = LAST;
	}
	for (i = 1; i <= LAST; i++)
		hash = hash * 31 + (unsigned char)(s[n - i] | 32);
	return hash % PLACES;
}

static int
is_under(const char *s, size_t n, const struct host *h)
{
	return n >= h->length &&
	    (n == h->length || s[n - h->length - 1] == '.') &&
	    smtpcode_x_begins(s + n - h->length, h->length, h->name);
}

/* The longest domain of the table that the n bytes of a host name end in. */
static const struct host *
find_domain(const char *s, size_t n)
{
	const struct host *h, *best = NULL;
	size_t place;

	for (place = hash_of(s, n); places[place] != 0;
	     place = (place + 1) % PLACES) {
		h = &hosts[places[place] - 1];
		if (is_under(s, n, h) &&
		    (best == NULL || h->length > best->length))
			best = h;
	}
	return best;
}

size_t
smtpcode_x_known_host(const char *s, size_t n)
{
	const struct host *h = find_domain(s, n);

	return h == NULL ? 0 : h->length;
}

/* The host name at the start of "mx1.example.com[192.0.2.1]:25". */
static size_t
name_length(const char *s, size_t n)
{
	size_t i = 0;

#ifdef __SSE2__
	for (; i + 16 <= n; i += 16) {
		__m128i x = load16(s + i);
		unsigned found = bits_of(_mm_or_si128(
		    _mm_or_si128(same16(x, '['), same16(x, ']')),
		    _mm_or_si128(
		        _mm_or_si128(among16(x, '(', 2), among16(x, ':', 2)),
		        same16(x, ' '))));

		if (found != 0)
			return i + lowest_bit(found);
	}
#endif
	return i + smtpcode_x_until(s + i, n - i, "[]():; ");
}

const struct smtpcode_provider *
smtpcode_provider_of_host(const char *s, size_t n)
{
	unsigned number = smtpcode_x_provider_of(s, n);

	return number == 0 ? NULL : smtpcode_x_provider(number - 1);
}

unsigned
smtpcode_x_provider_of(const char *s, size_t n)
{
	const struct host *h = find_domain(s, name_length(s, n));

	return h == NULL ? 0 : h->provider;
}

static const char *
list_texts(const struct host *h, const char **page)
{
	if (h == NULL || h->list == 0)
		return NULL;
	*page = smtpcode_x_text(h->list + 1, 0, SMTPCODE_ID);
	return smtpcode_x_text(h->list, 0, SMTPCODE_ID);
}

const char *
smtpcode_x_list_of(const char *s, size_t n, const char **page)
{
	return list_texts(find_domain(s, n), page);
}

/* Does the name stand in the text as a word of its own? */
static int
is_named(const char *s, size_t n, const char *name)
{
	size_t at = 0, next;

	while (
	    (next = smtpcode_x_seek(s + at, n - at, name)) != smtpcode_x_none) {
		at += next;
		if (smtpcode_x_stands_at(s, n, at, name, strlen(name)))
			return 1;
		at++;
	}
	return 0;
}

const char *
smtpcode_x_list_in(const char *s, size_t n, const char **page)
{
	const char *name, *its_page;
	size_t i;

	for (i = 0; i < HOSTS; i++) {
		name = list_texts(&hosts[i], &its_page);
		if (name == NULL || !is_named(s, n, name))
			continue;
		*page = its_page;
		return name;
	}
	return NULL;
}
