/* SPDX-License-Identifier: ISC */
/*
 * Domains under which host names say something: block lists, providers.
 */
#include <string.h>

#include "bytes.h"
#include "host.h"
#include "smtpcode_scan.h"
#include "table.h"

#define HOST(name, list, provider) { name, provider, list },
static const struct host {
	char name[28];
	uint8_t provider; /* its number and 1, or 0 */
	uint32_t list;    /* slot of name and page, or 0 */
} hosts[] = {
#include "hosts.inc"
};
#undef HOST

#define HOSTS (sizeof hosts / sizeof hosts[0])

/* Their numbers and 1, where the hash of the name leads to; 0 ends a search. */
#define PLACE(host) host,
static const uint8_t places[] = {
#include "host-places.inc"
};
#undef PLACE

#define PLACES (sizeof places)

_Static_assert(HOSTS < 256, "their numbers are bytes");

/* A byte of a name by what src/gen/tables.awk takes it for. */
static unsigned
byte_of(char c)
{
	if (is_letter(c))
		return (unsigned)((c | 32) - 'a') + 13;
	if (is_digit(c))
		return (unsigned)(c - '0') + 3;
	return c == '-' ? 1 : c == '.' ? 2 : 0;
}

static int
is_named(const struct host *h, const char *s, size_t n)
{
	return n < sizeof h->name && h->name[n] == '\0' &&
	    smtpcode_x_begins(s, n, h->name);
}

static const struct host *
find_host(const char *s, size_t n, size_t hash)
{
	const struct host *h;

	for (; places[hash] != 0; hash = (hash + 1) % PLACES) {
		h = &hosts[places[hash] - 1];
		if (is_named(h, s, n))
			return h;
	}
	return NULL;
}

/* The longest domain of the table, of at most three labels, that the n bytes of
 * a host name end in; *at is where it begins. */
static const struct host *
find_domain(const char *s, size_t n, size_t *at)
{
	const struct host *h, *best = NULL;
	size_t i, dots = 0, hash = 0;

	for (i = n; i > 0 && dots < 3; i--) {
		hash = (hash * 31 + byte_of(s[i - 1])) % PLACES;
		if (i > 1 && s[i - 2] != '.')
			continue;
		h = find_host(s + i - 1, n - i + 1, hash);
		if (h != NULL) {
			best = h;
			*at = i - 1;
		}
		dots++;
	}
	return best;
}

size_t
smtpcode_known_host(const char *s, size_t n)
{
	size_t at;

	return find_domain(s, n, &at) != NULL ? n - at : 0;
}

/* The host name at the start of "mx1.example.com[192.0.2.1]:25". */
static size_t
name_length(const char *s, size_t n)
{
	return smtpcode_x_until(s, n, "[]():; ");
}

unsigned
smtpcode_x_provider_of(const char *s, size_t n)
{
	size_t at;
	const struct host *h = find_domain(s, name_length(s, n), &at);

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
	size_t at;

	return list_texts(find_domain(s, n, &at), page);
}

const char *
smtpcode_x_list_in(const char *s, size_t n, const char **page)
{
	const char *name;
	size_t i, at;

	for (i = 0; i < HOSTS; i++) {
		name = list_texts(&hosts[i], page);
		if (name == NULL)
			continue;
		at = smtpcode_x_seek(s, n, name);
		if (at != smtpcode_x_none &&
		    smtpcode_x_stands_at(s, n, at, name, strlen(name)))
			return name;
	}
	return NULL;
}
