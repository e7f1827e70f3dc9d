/* SPDX-License-Identifier: ISC */
/*
 * Domains under which host names say something: block lists, providers.
 */
#include "bytes.h"
#include "smtpcode_scan.h"

#define HOST(name) name,
static const char hosts[][28] = {
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

static int
is_listed(const char *s, size_t n)
{
	size_t low = 0, high = HOSTS, middle;
	int order;

	while (low < high) {
		middle = low + (high - low) / 2;
		order = compare_name(s, n, hosts[middle]);
		if (order == 0)
			return 1;
		if (order > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}

size_t
smtpcode_known_host(const char *s, size_t n)
{
	size_t i, dots = 0;

	for (i = n; i > 0 && dots < 3; i--)
		if (s[i - 1] == '.' && ++dots > 1 && is_listed(s + i, n - i))
			return n - i;
	return is_listed(s, n) ? n : 0;
}
