/* SPDX-License-Identifier: ISC */
/*
 * opt.h - what the command line asks for
 */
#ifndef OPT_H
#define OPT_H

#include <stddef.h>

enum { STATUS_OK = 0, STATUS_NO = 1, STATUS_ERROR = 2 };

enum verb {
	VERB_ANSWER, /* codes, comparisons, replies */
	VERB_LIST,
	VERB_SEARCH,
	VERB_ANNOTATE,
	VERB_TALLY,
	VERB_HELP,
	VERB_VERSION,
	VERB_LANGS
};

enum format {
	FORMAT_PAGE, /* for people */
	FORMAT_JSON,
	FORMAT_TSV,
	FORMAT_BARE /* --field alone: values only */
};

struct opt {
	enum verb verb;
	enum format format;
	const char *fields; /* --field, or NULL */
	int lang;           /* of the words for people */
	int record_lang;    /* of the words in machine formats */
	int color;
	int terminal; /* a person reads the output */
	int quiet;
	int redact;
	int merge;
	size_t top;   /* rows, 0: as many as fit */
	size_t width; /* columns, 0: do not wrap */
	char **operands;
	int count;
};

/*
 * Read the command line; operands end up at the front of argv, with no-break
 * blanks and typographic hyphens made plain. Returns STATUS_OK, or
 * STATUS_ERROR after a message.
 */
int opt_read(struct opt *o, int argc, char **argv);

#endif
