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

/* Compare n bytes, letters folded, with a name of the table. */
static int
compare_name(const char *s, size_t n, const char *name)
{
	size_t i;

	for (i = 0; i < n && name[i] != '\0'; i++)
		if (lower(s[i]) != name[i])
			return (unsigned char)lower(s[i]) <
			        (unsigned char)name[i] ?
			    -1 :
			    1;
	return i < n ? 1 : name[i] != '\0' ? -1 : 0;
}

static const struct host *
find_host(const char *s, size_t n)
{
	size_t low = 0, high = HOSTS, middle;
	int order;

	while (low < high) {
		middle = low + (high - low) / 2;
		order = compare_name(s, n, hosts[middle].name);
		if (order == 0)
			return &hosts[middle];
		if (order > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* The longest domain of the table, of at most three labels, that the n bytes of
 * a host name end in; *at is where it begins. */
static const struct host *
find_domain(const char *s, size_t n, size_t *at)
{
	const struct host *h, *best = NULL;
	size_t i, dots = 0;

	for (i = n; i > 0 && dots < 3; i--) {
		if (i > 1 && s[i - 2] != '.')
			continue;
		h = find_host(s + i - 1, n - i + 1);
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
