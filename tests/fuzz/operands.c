/* SPDX-License-Identifier: ISC */
/*
 * Operands, NUL between them: reading them ends, asks only questions that can
 * be answered, and judging twice gives the same.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include "operand.h"
#include "opt.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
ssize_t __wrap_write(int fd, const void *p, size_t n);

/* Messages need no reader here. */
ssize_t
__wrap_write(int fd, const void *p, size_t n)
{
	(void)fd;
	(void)p;
	return (ssize_t)n;
}

static size_t
count_questions(struct operands o)
{
	struct question q;
	size_t n = 0, i;

	while (operands_next(&o, &q) == 1) {
		if (q.sides > SMTPCODE_COMPARE_MAX)
			abort();
		for (i = 0; i < q.sides; i++)
			if (q.side[i].code == 0)
				abort();
		n++;
	}
	return n;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char bytes[4096 + 1];
	char *words[64];
	struct operands o;
	int count = 0, judged;
	size_t i;

	if (size > sizeof bytes - 1)
		size = sizeof bytes - 1;
	memcpy(bytes, data, size);
	bytes[size] = '\0';
	for (i = 0; i <= size && count < 64; i += strlen(bytes + i) + 1)
		words[count++] = bytes + i;
	for (i = 0; i < (size_t)count; i++)
		token_clean(words[i]);
	judged = operands_read(&o, words, count);
	if (judged != STATUS_OK && judged != STATUS_ERROR)
		abort();
	if (judged == STATUS_OK && count_questions(o) != count_questions(o))
		abort();
	return 0;
}
