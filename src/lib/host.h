/* SPDX-License-Identifier: ISC */
/*
 * host.h - what the domain of a host name says
 */
#ifndef HOST_H
#define HOST_H

#include <stddef.h>

/* The provider that answers from such a host: its number and 1, or 0. */
unsigned smtpcode_x_provider_of(const char *s, size_t n);

/* How many bytes at the end of a host name are the domain of a block list or
 * provider, which no mask hides; 0 if they are none. */
size_t smtpcode_x_known_host(const char *s, size_t n);

/* The block list whose name this is: its name and page, NULL for none. */
const char *smtpcode_x_list_of(const char *s, size_t n, const char **page);

/* The block list that the text names in words. */
const char *smtpcode_x_list_in(const char *s, size_t n, const char **page);

#endif
