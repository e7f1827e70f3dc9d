/* SPDX-License-Identifier: ISC */
/*
 * fuzz.h - what every fuzz target includes
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What must hold; what does not ends the run. */
#define REQUIRE(x)                                                       \
	do                                                               \
		if (!(x)) {                                              \
			fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, \
			    __LINE__, #x);                               \
			abort();                                         \
		}                                                        \
	while (0)

/* The n bytes at p in a block of their own size, to be freed: a sanitizer sees
 * every read outside. */
static inline char *
copy_exactly(const void *p, size_t n)
{
	char *copy = malloc(n);

	REQUIRE(copy != NULL || n == 0);
	if (n > 0)
		memcpy(copy, p, n);
	return copy;
}

#endif
