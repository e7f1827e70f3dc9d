/* SPDX-License-Identifier: ISC */
/*
 * One reply in memory: nanoseconds for parsing, masking and judging the
 * examples of the rules, each figure the median of several rounds.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "match.h"
#include "smtpcode_reply.h"

#define EXAMPLE(line, rule, text) text,
static const char *const texts[] = {
#include "examples.inc"
};

enum { TEXTS = sizeof texts / sizeof texts[0], ROUNDS = 21, TIMES = 20 };

static struct smtpcode_reply replies[TEXTS];
static size_t bytes;
static unsigned long sink; /* so that nothing is left out */

static void
parse(void)
{
	char join[1024];
	size_t i;

	for (i = 0; i < TEXTS; i++)
		sink += smtpcode_parse_reply(
		    texts[i], strlen(texts[i]), join, sizeof join, &replies[i]);
}

static void
mask(void)
{
	char out[2048];
	size_t i;

	for (i = 0; i < TEXTS; i++)
		sink += smtpcode_mask_text(
		    replies[i].text.p, replies[i].text.n, out, sizeof out);
}

static void
match(void)
{
	struct match m;
	size_t i;

	for (i = 0; i < TEXTS; i++) {
		smtpcode_x_match(&replies[i], &m);
		sink += m.some;
	}
}

static void
judge(void)
{
	struct smtpcode_verdict v;
	size_t i;

	for (i = 0; i < TEXTS; i++) {
		smtpcode_judge_reply(&replies[i], &v);
		sink += (unsigned long)v.certainty;
	}
}

static void
judge_and_name(void)
{
	struct smtpcode_verdict v;
	struct smtpcode_named n;
	size_t i;

	for (i = 0; i < TEXTS; i++) {
		smtpcode_judge_reply(&replies[i], &v);
		smtpcode_read_named(&replies[i], &v, &n);
		sink += n.retry_after;
	}
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void
measure(const char *name, void (*work)(void))
{
	double took[ROUNDS], start;
	int i, k;

	for (i = 0; i < ROUNDS; i++) {
		start = now();
		for (k = 0; k < TIMES; k++)
			work();
		took[i] = (now() - start) / TIMES;
	}
	qsort(took, ROUNDS, sizeof took[0], compare);
	printf("%-28s %8.0f ns a reply %7.2f ns a byte\n", name,
	    took[ROUNDS / 2] / TEXTS, took[ROUNDS / 2] / (double)bytes);
}

int
main(void)
{
	size_t i;

	for (i = 0; i < TEXTS; i++)
		bytes += strlen(texts[i]);
	printf("%d replies of %.0f bytes on average\n", (int)TEXTS,
	    (double)bytes / TEXTS);
	measure("parse", parse);
	measure("mask", mask);
	measure("match all rules", match);
	measure("judge", judge);
	measure("judge, read what it names", judge_and_name);
	return sink == 0;
}
