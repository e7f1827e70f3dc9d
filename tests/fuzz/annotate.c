/* SPDX-License-Identifier: ISC */
/*
 * -a: the output without its marks is the input, however the input comes in;
 * on a terminal it has no control character. The first byte chooses the bytes
 * of a read, and bit 4 of it a terminal.
 */
#include "annotate.h"
#include "out.h"
#include "program.h"

ssize_t
__wrap_read(int fd, void *p, size_t n)
{
	return program_read(fd, p, n);
}

ssize_t
__wrap_write(int fd, const void *p, size_t n)
{
	return program_write(fd, p, n);
}

static const char mark[] = "  => ";
enum { MARK = sizeof mark - 1 };

/* The bytes of a line with its end: LF, CR, CRLF. */
static size_t
line_length(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n && s[i] != '\n' && s[i] != '\r'; i++)
		;
	if (i + 1 < n && s[i] == '\r' && s[i + 1] == '\n')
		return i + 2;
	return i < n ? i + 1 : n;
}

static int
is_mark(const char *s, size_t n)
{
	return n >= MARK && memcmp(s, mark, MARK) == 0;
}

/* Take the marks out: the bytes left. */
static size_t
take_out(char *s, size_t n)
{
	size_t i, length, left = 0;

	for (i = 0; i < n; i += length) {
		length = line_length(s + i, n - i);
		if (is_mark(s + i, length))
			continue;
		memmove(s + left, s + i, length);
		left += length;
	}
	return left;
}

static int
has_mark(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i += line_length(s + i, n - i))
		if (is_mark(s + i, n - i))
			return 1;
	return 0;
}

/* Before a mark the last line is given the end that it lacks. */
static void
require_same(const char *s, size_t n, const char *output, size_t length)
{
	REQUIRE(length >= n && length <= n + 2);
	REQUIRE(n == 0 || memcmp(output, s, n) == 0);
	if (length > n)
		REQUIRE(s[n - 1] != '\n' && s[n - 1] != '\r' &&
		    line_length(output + n, length - n) == length - n);
}

static void
require_harmless(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		REQUIRE(
		    (unsigned char)s[i] >= ' ' || s[i] == '\n' || s[i] == '\t');
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct opt o = { .verb = VERB_ANNOTATE };
	const char *s = (const char *)data + 1;
	size_t n = size - 1, length;

	if (size < 2 || has_mark(s, n))
		return 0;
	o.terminal = (data[0] & 16) != 0;
	program_start(s, n, data[0] % 16 == 0 ? n : (data[0] % 16) * 5u);
	(void)annotate(&o);
	(void)out_flush();
	program_end();
	length = program.used;
	/* Input that must be unpacked first is refused. */
	if (program.errors_used > 0)
		return 0;
	if (o.terminal)
		require_harmless(program.output, length);
	else
		require_same(
		    s, n, program.output, take_out(program.output, length));
	return 0;
}
