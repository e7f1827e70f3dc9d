/* SPDX-License-Identifier: ISC */
/*
 * Standard output. Nothing else writes there. A look-up fits into the buffer,
 * so it costs one write(2); an error is kept until the end and told once. When
 * the reader of a pipe has gone, SIGPIPE ends the program first.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "bidi.h"
#include "out.h"
#include "say.h"

static struct {
	size_t used;
	int error; /* errno of the first write that failed */
	int silent;
	char bytes[65536];
} out;

/* A line that isolates will stand in. */
static char line[8192];
static size_t collected;
static int isolating;

void
out_silence(void)
{
	out.silent = 1;
}

/* Write all n bytes: 0, or the errno that stopped it. */
static int
write_all(const char *s, size_t n)
{
	ssize_t done;

	while (n > 0) {
		done = write(STDOUT_FILENO, s, n);
		if (done == -1 && errno == EINTR)
			continue;
		if (done == -1)
			return errno;
		s += done;
		n -= (size_t)done;
	}
	return 0;
}

int
out_flush(void)
{
	if (out.error == 0)
		out.error = write_all(out.bytes, out.used);
	out.used = 0;
	return out.error == 0 ? 0 : -1;
}

/* Put bytes into the buffer as they are. */
static void
buffer(const char *s, size_t n)
{
	size_t room;

	while (n > 0) {
		room = sizeof out.bytes - out.used;
		if (room == 0) {
			(void)out_flush();
			continue;
		}
		if (room > n)
			room = n;
		memcpy(out.bytes + out.used, s, room);
		out.used += room;
		s += room;
		n -= room;
	}
}

/* Collect a line; one that does not fit is written without isolates. */
static void
collect(const char *s, size_t n)
{
	size_t length;
	const char *end;

	while (n > 0) {
		end = memchr(s, '\n', n);
		length = end == NULL ? n : (size_t)(end - s);
		if (length > sizeof line - collected) {
			buffer(line, collected);
			buffer(s, length);
			collected = 0;
		} else {
			memcpy(line + collected, s, length);
			collected += length;
		}
		if (end != NULL) {
			bidi_line(line, collected, buffer);
			buffer("\n", 1);
			collected = 0;
			length++;
		}
		s += length;
		n -= length;
	}
}

void
out_isolate(int on)
{
	isolating = on;
	if (!on && collected > 0) {
		bidi_line(line, collected, buffer);
		collected = 0;
	}
}

void
out_bytes(const char *s, size_t n)
{
	if (out.silent)
		return;
	if (isolating)
		collect(s, n);
	else
		buffer(s, n);
}

void
out_text(const char *s)
{
	out_bytes(s, strlen(s));
}

void
out_char(char c)
{
	if (!out.silent && !isolating && out.used < sizeof out.bytes)
		out.bytes[out.used++] = c;
	else
		out_bytes(&c, 1);
}

void
out_blanks(size_t n)
{
	static const char blanks[] = "                ";
	size_t most = sizeof blanks - 1;

	for (; n > most; n -= most)
		out_bytes(blanks, most);
	out_bytes(blanks, n);
}

int
out_end(void)
{
	out_isolate(0);
	if (out_flush() == 0)
		return 0;
	say("cannot write standard output: %s", strerror(out.error));
	return -1;
}
