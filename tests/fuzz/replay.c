/* SPDX-License-Identifier: ISC */
/*
 * Calls a fuzz target once for each file that is named: what libFuzzer found,
 * or what was written by hand, stays a test without libFuzzer.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
main(int argc, char **argv)
{
	static uint8_t bytes[1 << 20];
	uint8_t *exact;
	size_t n;
	FILE *f;
	int i;

	for (i = 1; i < argc; i++) {
		f = fopen(argv[i], "rb");
		if (f == NULL) {
			perror(argv[i]);
			return 2;
		}
		n = fread(bytes, 1, sizeof bytes, f);
		fclose(f);
		/* In a block of its exact size, so that a read past it shows.
		 */
		exact = malloc(n > 0 ? n : 1);
		if (exact == NULL)
			return 2;
		memcpy(exact, bytes, n);
		(void)LLVMFuzzerTestOneInput(exact, n);
		free(exact);
	}
	printf("%d inputs\n", argc - 1);
	return argc > 1 ? 0 : 2;
}
