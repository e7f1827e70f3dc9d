/* SPDX-License-Identifier: ISC */
/*
 * in.h - input: a file, standard input, or the words of the command line
 */
#ifndef IN_H
#define IN_H

#include <stddef.h>
#include <sys/types.h>

struct input {
	int fd; /* -1: the words */
	const char *name;
	char **words;
	int count;
	int word;    /* the next, */
	size_t used; /* of which so many bytes have been read */
	int error;   /* a read failed, and that was told */
	int unusual; /* begins like something else: told too */
	int begun;
};

/* Standard input; the words, joined by one blank. */
void in_standard(struct input *in);
void in_words(struct input *in, char **words, int count);

/* Open a file: 0, or -1 after a message. "-" is standard input. */
int in_open(struct input *in, const char *name);
void in_close(struct input *in);

/* Would what is written to standard output be read again? Then that is told. */
int in_is_output(const struct input *in);

/*
 * Put the next bytes into the buffer, which has room for some: how many, 0 at
 * the end or after an error, which has then been told (in->error).
 */
size_t in_read(struct input *in, char *buffer, size_t size);

/* How standard input may be used without an operand: 1 if it is a file, a pipe
 * or a socket. */
int in_is_offered(void);

/* Is there a file of that name? */
int in_exists(const char *name);

/* 1 if standard input is a terminal. */
int in_is_terminal(void);

#endif
