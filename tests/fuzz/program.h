/* SPDX-License-Identifier: ISC */
/*
 * program.h - stands in for the input and the output of the program
 *
 * A target that includes this defines __wrap_read() and __wrap_write() by
 * program_read() and program_write().
 */
#ifndef PROGRAM_H
#define PROGRAM_H

#include <sys/types.h>

#include <unistd.h>

#include "fuzz.h"

ssize_t __real_read(int fd, void *p, size_t n);
ssize_t __real_write(int fd, const void *p, size_t n);
ssize_t __wrap_read(int fd, void *p, size_t n);
ssize_t __wrap_write(int fd, const void *p, size_t n);

static struct {
	int running;
	const char *input; /* what is left of standard input */
	size_t left;
	size_t most;              /* bytes that one read gives */
	size_t used, errors_used; /* bytes written */
	char output[1 << 22];
	char errors[1 << 16];
} program;

static inline void
program_start(const void *input, size_t n, size_t most)
{
	program.input = input;
	program.left = n;
	program.most = most;
	program.used = program.errors_used = 0;
	program.running = 1;
}

static inline void
program_end(void)
{
	program.running = 0;
}

static inline ssize_t
program_read(int fd, void *p, size_t n)
{
	if (!program.running || fd != STDIN_FILENO)
		return __real_read(fd, p, n);
	if (n > program.most)
		n = program.most;
	if (n > program.left)
		n = program.left;
	if (n > 0)
		memcpy(p, program.input, n);
	program.input += n;
	program.left -= n;
	return (ssize_t)n;
}

/* What finds no room is not looked at. */
static inline ssize_t
program_write(int fd, const void *p, size_t n)
{
	int is_error = fd == STDERR_FILENO;
	char *to = is_error ? program.errors : program.output;
	size_t *used = is_error ? &program.errors_used : &program.used;
	size_t room = is_error ? sizeof program.errors : sizeof program.output;

	if (!program.running || fd > STDERR_FILENO)
		return __real_write(fd, p, n);
	room -= *used;
	memcpy(to + *used, p, n < room ? n : room);
	*used += n < room ? n : room;
	return (ssize_t)n;
}

#endif
