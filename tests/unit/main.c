/* SPDX-License-Identifier: ISC */
/*
 * Runs all groups, and catches what the program writes: the linker sends its
 * calls of write(2) here.
 */
#include <sys/types.h>

#include "out.h"
#include "test.h"

ssize_t __real_write(int fd, const void *p, size_t n);
ssize_t __wrap_write(int fd, const void *p, size_t n);

static char captured[1 << 20];
static size_t used;
static int capturing;

ssize_t
__wrap_write(int fd, const void *p, size_t n)
{
	if (!capturing || fd != 1)
		return __real_write(fd, p, n);
	if (n > sizeof captured - 1 - used)
		n = sizeof captured - 1 - used;
	memcpy(captured + used, p, n);
	used += n;
	return (ssize_t)n;
}

void
capture_start(void)
{
	used = 0;
	capturing = 1;
}

const char *
capture_end(void)
{
	(void)out_flush();
	capturing = 0;
	captured[used] = '\0';
	return captured;
}

int
main(void)
{
	int failed = 0;

	failed += test_code();
	failed += test_entry();
	failed += test_lang();
	failed += test_compare();
	failed += test_page();
	failed += test_mask();
	failed += test_reply();
	failed += test_cause();
	failed += test_find();
	failed += test_lines();
	failed += test_scan();
	return failed > 0;
}
