/* SPDX-License-Identifier: ISC */
/*
 * Times commands as whole processes, in rotation: spawn ROUNDS COMMAND ...
 * Each COMMAND is one string of words without quotes. Prints the median wall
 * time of each in microseconds, and its ratio to the first.
 */
#define _POSIX_C_SOURCE 200809L

#include <sys/wait.h>

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { WORDS = 32, COMMANDS = 16, ROUNDS = 20000 };

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

/* Run the words with their output to a pipe that is read to its end. */
static double
run(char **words)
{
	extern char **environ;
	posix_spawn_file_actions_t actions;
	char sink[65536];
	double start = now();
	int fd[2], status;
	pid_t pid;

	if (pipe(fd) == -1)
		exit(2);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, fd[1], 1);
	posix_spawn_file_actions_addclose(&actions, fd[0]);
	posix_spawn_file_actions_addclose(&actions, fd[1]);
	posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
	if (posix_spawnp(&pid, words[0], &actions, NULL, words, environ) != 0) {
		fprintf(stderr, "spawn: cannot run %s\n", words[0]);
		exit(2);
	}
	posix_spawn_file_actions_destroy(&actions);
	close(fd[1]);
	while (read(fd[0], sink, sizeof sink) > 0)
		;
	close(fd[0]);
	waitpid(pid, &status, 0);
	return now() - start;
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

int
main(int argc, char **argv)
{
	static char *words[COMMANDS][WORDS];
	static char names[COMMANDS][256];
	double *times[COMMANDS], median, first = 0;
	int rounds, n = argc - 2, i, k;
	char *word;

	if (argc < 3 || n > COMMANDS || (rounds = atoi(argv[1])) < 1 ||
	    rounds > ROUNDS)
		return 2;
	for (i = 0; i < n; i++) {
		snprintf(names[i], sizeof names[i], "%s", argv[i + 2]);
		k = 0;
		for (word = strtok(argv[i + 2], " ");
		     word != NULL && k < WORDS - 1; word = strtok(NULL, " "))
			words[i][k++] = word;
		times[i] = calloc((size_t)rounds, sizeof *times[i]);
		if (times[i] == NULL || k == 0)
			return 2;
	}
	for (k = -10; k < rounds; k++) /* the first ten warm up */
		for (i = 0; i < n; i++) {
			median = run(words[i]);
			if (k >= 0)
				times[i][k] = median;
		}
	for (i = 0; i < n; i++) {
		qsort(times[i], (size_t)rounds, sizeof *times[i], by_value);
		median = times[i][rounds / 2];
		first = i == 0 ? median : first;
		printf(
		    "%8.0f us  %5.2f  %s\n", median, median / first, names[i]);
	}
	return 0;
}
