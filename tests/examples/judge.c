/* SPDX-License-Identifier: ISC */
/*
 * judge - read replies, one a line, and print of each its cause, whether it may
 * pass if it is tried again, and who has to act. "-" is what nobody can tell.
 *
 *	cc judge.c $(pkg-config --cflags --libs libsmtpcode) -o judge
 */
#include <smtpcode_reply.h>
#include <stdio.h>
#include <string.h>

static const char *
word(enum smtpcode_field field, unsigned value)
{
	const char *w = smtpcode_word(field, value, SMTPCODE_ID);

	return w == NULL ? "-" : w;
}

static void
judge(const char *line, size_t n)
{
	struct smtpcode_reply reply;
	struct smtpcode_verdict verdict;

	if (smtpcode_parse_reply(line, n, NULL, 0, &reply) == 0) {
		puts("no reply");
		return;
	}
	smtpcode_judge_reply(&reply, &verdict);
	printf("%s\t%s\t%s\n", smtpcode_cause_id(verdict.cause),
	    word(SMTPCODE_RETRY, verdict.retry),
	    word(SMTPCODE_ACTOR, verdict.actor));
}

int
main(void)
{
	char line[4096];

	while (fgets(line, sizeof line, stdin) != NULL)
		judge(line, strlen(line));
	return ferror(stdin) || fclose(stdout) != 0;
}
