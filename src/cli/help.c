/* SPDX-License-Identifier: ISC */
/*
 * What the program says about itself.
 */
#include <stddef.h>

#include "help.h"
#include "opt.h"
#include "out.h"
#include "say.h"
#include "smtpcode.h"

static const char usage[] =
    "Usage: smtpcode CODE ...            what a reply code means\n"
    "       smtpcode CODE vs CODE ...    what sets two to six codes apart\n"
    "       smtpcode 'REPLY'             what a quoted reply means\n"
    "       smtpcode -                   the same of what you paste\n"
    "       smtpcode < FILE              of every reply in a bounce or log\n"
    "       smtpcode -l [SET ...]        list the codes\n"
    "       smtpcode -s WORD ...         search the texts\n"
    "       smtpcode -a [FILE ...]       copy a log through, marking "
    "failures\n"
    "       smtpcode -t [FILE ...]       count a log's replies, by cause\n";

static const char rest[] =
    "\n"
    "CODE is a reply code (551), an enhanced status code (5.7.26, x.7.26), "
    "both\n"
    "(550 5.1.1), or a class or subject (4xx, 5.7).\n"
    "SET is a class (4xx), a subject (5.7), a command (RCPT), basic, "
    "enhanced,\n"
    "standard, causes, providers or fields. Sets of one sort add up, sets of\n"
    "different sorts narrow.\n"
    "\n"
    "  -l, --list           list, one line each; * is in no standard\n"
    "  -s, --search         codes whose texts hold all the words, best first\n"
    "  -a, --annotate       copy through, a line behind each failed reply\n"
    "  -t, --tally          count replies: who refused what, and what to do\n"
    "      --top=N          N causes in full, in place of one page\n"
    "      --merge          add up tables that -t --tsv wrote\n"
    "  -j, --json           one JSON object for each answer\n"
    "      --tsv            tab-separated under a header line\n"
    "  -f, --field=NAMES    only these fields; smtpcode -l fields names them\n"
    "  -q, --quiet          print nothing, only end with a status\n"
    "  -L, --lang=LANG      language of the words; list names those built in\n"
    "      --color[=WHEN]   auto, always or never\n"
    "      --width=N        wrap at N columns, 0 never\n"
    "      --redact         hide addresses, hosts and IP addresses\n"
    "  -h, --help           this page\n"
    "  -V, --version        name, version, date of the provider data\n"
    "\n"
    "Status: 0 all known; 1 something is not known, or there is no reply; 2 "
    "wrong\n"
    "usage, or input or output failed.\n"
    "\n"
    "Examples: smtpcode 551\n"
    "          smtpcode 235 vs 551\n"
    "          smtpcode -f retry,actor -- \"$reply\"\n"
    "          tail -F /var/log/mail.log | smtpcode -a\n";

int
help_long(void)
{
	out_text(usage);
	out_text(rest);
	return STATUS_OK;
}

int
help_version(void)
{
	out_text("smtpcode " SMTPCODE_VERSION "\nprovider data ");
	out_text(smtpcode_provider_date());
	out_char('\n');
	return STATUS_OK;
}

int
help_langs(void)
{
	const char *tag;
	int i;

	for (i = 0; (tag = smtpcode_lang_tag(i)) != NULL; i++) {
		out_text(tag);
		out_char('\t');
		out_text(smtpcode_lang_name(i));
		out_char('\n');
	}
	return STATUS_OK;
}

int
help_short(void)
{
	say_plain(usage);
	say_plain("smtpcode --help tells more; man smtpcode tells all.\n");
	return STATUS_ERROR;
}
