/* SPDX-License-Identifier: ISC */
/*
 * The command line. Options may stand anywhere before the first word that can
 * only be text: pasted replies hold words like -Please and a lone "-".
 */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "operand.h"
#include "opt.h"
#include "os.h"
#include "out.h"
#include "say.h"
#include "smtpcode.h"
#include "token.h"

enum { OPT_TSV = 256, OPT_COLOR, OPT_WIDTH, OPT_REDACT, OPT_TOP, OPT_MERGE };

static const struct option long_options[] = {
	{ "list", no_argument, NULL, 'l' },
	{ "search", no_argument, NULL, 's' },
	{ "annotate", no_argument, NULL, 'a' },
	{ "tally", no_argument, NULL, 't' },
	{ "json", no_argument, NULL, 'j' },
	{ "tsv", no_argument, NULL, OPT_TSV },
	{ "field", required_argument, NULL, 'f' },
	{ "quiet", no_argument, NULL, 'q' },
	{ "lang", required_argument, NULL, 'L' },
	{ "color", optional_argument, NULL, OPT_COLOR },
	{ "width", required_argument, NULL, OPT_WIDTH },
	{ "redact", no_argument, NULL, OPT_REDACT },
	{ "top", required_argument, NULL, OPT_TOP },
	{ "merge", no_argument, NULL, OPT_MERGE },
	{ "help", no_argument, NULL, 'h' },
	{ "version", no_argument, NULL, 'V' },
	{ NULL, 0, NULL, 0 },
};

/* What stands on the command line, before the surroundings are asked. */
struct raw {
	enum verb verb; /* VERB_HELP or VERB_VERSION */
	const char *lang, *color, *width, *top;
	int json, tsv;
};

static int
set_verb(struct opt *o, enum verb verb)
{
	if (o->verb != VERB_ANSWER && o->verb != verb) {
		say("-l, -s, -a and -t exclude each other; choose one");
		return STATUS_ERROR;
	}
	o->verb = verb;
	return STATUS_OK;
}

/* Name the option that getopt_long() did not like. */
static int
bad_option(const struct opt *o, int c, const char *word)
{
	char shown[] = { '-', (char)optopt, '\0' };

	if (c == ':')
		say("option %s needs a value", word);
	else if (word[0] == '-' && word[1] == '-')
		say("%s is no option, or takes no value; smtpcode --help lists "
		    "the options",
		    word);
	else if (o->count > 0)
		say("%s is no option; quote a reply, or paste it after "
		    "smtpcode -",
		    shown);
	else
		say("%s is no option; smtpcode --help lists the options",
		    shown);
	return STATUS_ERROR;
}

static int
read_option(struct opt *o, struct raw *raw, int c, const char *word)
{
	switch (c) {
	case 'l':
		return set_verb(o, VERB_LIST);
	case 's':
		return set_verb(o, VERB_SEARCH);
	case 'a':
		return set_verb(o, VERB_ANNOTATE);
	case 't':
		return set_verb(o, VERB_TALLY);
	case 'j':
		raw->json = 1;
		break;
	case OPT_TSV:
		raw->tsv = 1;
		break;
	case 'f':
		o->fields = optarg;
		break;
	case 'q':
		o->quiet = 1;
		break;
	case 'L':
		raw->lang = optarg;
		break;
	case OPT_COLOR:
		raw->color = optarg == NULL ? "always" : optarg;
		break;
	case OPT_WIDTH:
		raw->width = optarg;
		break;
	case OPT_REDACT:
		o->redact = 1;
		break;
	case OPT_TOP:
		raw->top = optarg;
		break;
	case OPT_MERGE:
		o->merge = 1;
		break;
	case 'h':
		raw->verb = raw->verb == VERB_ANSWER ? VERB_HELP : raw->verb;
		break;
	case 'V':
		raw->verb = raw->verb == VERB_ANSWER ? VERB_VERSION : raw->verb;
		break;
	default:
		return bad_option(o, c, word);
	}
	return STATUS_OK;
}

/* Is the word a long option spelled in full, with or without a value? */
static int
is_long_option(const char *word)
{
	const struct option *l;
	const char *value;
	size_t n = strlen(word);

	if (n < 3 || word[0] != '-' || word[1] != '-')
		return 0;
	value = memchr(word, '=', n);
	n = (value == NULL ? n : (size_t)(value - word)) - 2;
	for (l = long_options; l->name != NULL; l++)
		if (n == strlen(l->name) && memcmp(word + 2, l->name, n) == 0)
			return 1;
	return 0;
}

/* Split argv into options and operands, which end up at its front. */
static int
read_words(struct opt *o, struct raw *raw, int argc, char **argv)
{
	int c, before, text = 0, ended = 0;
	char *word;

	o->operands = argv + 1;
	while (optind < argc) {
		before = optind;
		if (!ended && (!text || is_long_option(argv[before]))) {
			c = getopt_long(
			    argc, argv, "+:lsatjqhVf:L:", long_options, NULL);
			if (c != -1 &&
			    read_option(o, raw, c, argv[before]) != STATUS_OK)
				return STATUS_ERROR;
			ended = c == -1 && optind > before; /* that was "--" */
			if (c != -1 || ended)
				continue;
		}
		word = argv[optind++];
		token_clean(word);
		o->operands[o->count++] = word;
		if (o->verb == VERB_ANSWER && operand_is_text(word))
			text = 1;
	}
	return STATUS_OK;
}

static int
set_format(struct opt *o, const struct raw *raw)
{
	if (raw->json && raw->tsv) {
		say("--json and --tsv exclude each other; choose one");
		return STATUS_ERROR;
	}
	if (raw->json)
		o->format = FORMAT_JSON;
	else if (raw->tsv)
		o->format = FORMAT_TSV;
	else if (o->fields != NULL)
		o->format = FORMAT_BARE;
	return STATUS_OK;
}

/* The environment's language, by the rules of setlocale(3) for messages. */
static const char *
locale(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *s;
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if ((s = getenv(names[i])) != NULL && *s != '\0')
			return s;
	return "C";
}

static int
set_lang(struct opt *o, const struct raw *raw)
{
	if (raw->lang == NULL) {
		o->lang = smtpcode_find_lang(locale());
		if (o->lang < 0)
			o->lang = 0;
		o->record_lang = 0;
		return STATUS_OK;
	}
	if (token_is(raw->lang, "list")) {
		o->verb = VERB_LANGS;
		return STATUS_OK;
	}
	o->lang = o->record_lang = smtpcode_find_lang(raw->lang);
	if (o->lang < 0) {
		say("no texts in language %s; smtpcode --lang=list names those "
		    "built in",
		    raw->lang);
		return STATUS_ERROR;
	}
	return STATUS_OK;
}

/* Color suits a terminal unless the environment says otherwise. */
static int
wants_color(void)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	return (no == NULL || *no == '\0') &&
	    (term == NULL || !token_is(term, "dumb"));
}

static int
set_color(struct opt *o, const struct raw *raw)
{
	const char *when = raw->color;

	if (when == NULL || token_is(when, "auto"))
		o->color = o->terminal && wants_color();
	else if (token_is(when, "always"))
		o->color = 1;
	else if (!token_is(when, "never")) {
		say("--color=%s is not always, never or auto", when);
		return STATUS_ERROR;
	}
	return STATUS_OK;
}

/* Read a number of at most 9,999 that is the whole of s: 0 or -1. */
static int
read_number(const char *s, size_t *number)
{
	size_t i;

	*number = 0;
	for (i = 0; s[i] >= '0' && s[i] <= '9' && i < 5; i++)
		*number = *number * 10 + (size_t)(s[i] - '0');
	return i > 0 && i < 5 && s[i] == '\0' ? 0 : -1;
}

static int
set_width(struct opt *o, const struct raw *raw, size_t columns)
{
	if (raw->width == NULL) {
		if (columns > 0)
			o->width = columns < 40 ? 40 :
			    columns > 100       ? 100 :
			                          columns;
		return STATUS_OK;
	}
	if (read_number(raw->width, &o->width) == 0)
		return STATUS_OK;
	say("--width=%s is no number of columns from 0 to 9999", raw->width);
	return STATUS_ERROR;
}

static int
set_top(struct opt *o, const struct raw *raw)
{
	if (raw->top == NULL ||
	    (read_number(raw->top, &o->top) == 0 && o->top > 0))
		return STATUS_OK;
	say("--top=%s is no number of rows from 1 to 9999", raw->top);
	return STATUS_ERROR;
}

/* Options that would do nothing are a misunderstanding. */
static int
check_together(const struct opt *o)
{
	if (o->verb == VERB_ANNOTATE &&
	    (o->format != FORMAT_PAGE || o->redact)) {
		say("-a copies the text as it is; --json, --tsv, --field and "
		    "--redact work without -a");
		return STATUS_ERROR;
	}
	if (o->verb != VERB_TALLY && (o->merge || o->top > 0)) {
		say("--merge and --top belong to -t");
		return STATUS_ERROR;
	}
	if (o->top > 0 && o->format != FORMAT_PAGE) {
		say("--top is for the page; a table has all rows");
		return STATUS_ERROR;
	}
	return STATUS_OK;
}

/* What depends on whether a person reads the output. */
static int
set_page(struct opt *o, const struct raw *raw)
{
	size_t columns;

	o->terminal = os_terminal(STDOUT_FILENO, &columns);
	if (set_color(o, raw) != STATUS_OK)
		return STATUS_ERROR;
	return set_width(o, raw, columns);
}

int
opt_read(struct opt *o, int argc, char **argv)
{
	struct raw raw = { 0 };

	memset(o, 0, sizeof *o);
	if (read_words(o, &raw, argc, argv) != STATUS_OK ||
	    set_format(o, &raw) != STATUS_OK ||
	    set_lang(o, &raw) != STATUS_OK || set_page(o, &raw) != STATUS_OK ||
	    set_top(o, &raw) != STATUS_OK || check_together(o) != STATUS_OK)
		return STATUS_ERROR;
	if (raw.verb != VERB_ANSWER)
		o->verb = raw.verb;
	out_isolate(o->format == FORMAT_PAGE && o->verb != VERB_ANNOTATE &&
	    o->verb < VERB_HELP && smtpcode_lang_is_rtl(o->lang));
	return STATUS_OK;
}
