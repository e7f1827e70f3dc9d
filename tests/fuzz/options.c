/* SPDX-License-Identifier: ISC */
/*
 * The whole command on any arguments and any input: the exit status is 0 to 2,
 * what is written holds no control character but line ends and tabs, --json
 * writes JSON. \001 stands between arguments, \002 in front of the input. The
 * first byte is the width of a terminal, 0: there is none.
 */
#include <getopt.h>

#include "is_json.h"
#include "program.h"

int smtpcode(int argc, char **argv);
#define main smtpcode
#include "main.c"
#undef main

/* With what it remembers from one count to the next. */
int tally_again(const struct opt *o);
#define tally(o) tally_again(o)
#define memo_count(rows, r) memo_again(rows, r)
#include "memo.c"
#include "tally.c"
#undef memo_count
#undef tally

int __real_opt_read(struct opt *o, int argc, char **argv);
int __wrap_opt_read(struct opt *o, int argc, char **argv);
int __wrap_tally(const struct opt *o);
int __wrap_in_is_offered(void);
int __wrap_in_is_terminal(void);
int __wrap_in_open(struct input *in, const char *name);
int __wrap_os_terminal(int fd, size_t *columns);
void __wrap_out_silence(void);

static struct opt asked;
static size_t width;

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

int
__wrap_opt_read(struct opt *o, int argc, char **argv)
{
	int status = __real_opt_read(o, argc, argv);

	asked = *o;
	return status;
}

/* The program counts once; here the verdicts on rows of another table, and its
 * stamps, are forgotten. */
int
__wrap_tally(const struct opt *o)
{
	memset(memos, 0, sizeof memos);
	first[0] = last[0] = '\0';
	return tally_again(o);
}

int
__wrap_in_is_offered(void)
{
	return 1;
}

int
__wrap_in_is_terminal(void)
{
	return 0;
}

/* Every file is standard input. */
int
__wrap_in_open(struct input *in, const char *name)
{
	in_standard(in);
	in->name = name;
	return 0;
}

int
__wrap_os_terminal(int fd, size_t *columns)
{
	*columns = fd == STDOUT_FILENO ? width : 0;
	return *columns > 0;
}

/* Nor may silence stay: -q changes what is written, not what is done. */
void
__wrap_out_silence(void)
{
}

/* The bytes of a sequence that sets a colour, or 0. */
static size_t
color_length(const char *s, size_t n)
{
	size_t i;

	if (n < 3 || s[0] != '\033' || s[1] != '[')
		return 0;
	for (i = 2; i < n && ((s[i] >= '0' && s[i] <= '9') || s[i] == ';'); i++)
		;
	return i < n && s[i] == 'm' ? i + 1 : 0;
}

/* The character at s (RFC 3629) and its bytes, or 0: it is none. Not by what
 * the program has for it, which is on trial. */
static size_t
read_character(const char *s, size_t n, unsigned long *c)
{
	static const unsigned long least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	unsigned char lead = (unsigned char)s[0];
	size_t i,
	    length = lead < 0x80 ? 1 :
	    lead >= 0xf0         ? 4 :
	    lead >= 0xe0         ? 3 :
	                           2;

	*c = lead;
	if (length == 1)
		return 1;
	if (lead < 0xc0 || lead > 0xf4 || length > n)
		return 0;
	*c = lead & (0xffu >> (length + 1));
	for (i = 1; i < length && (s[i] & 0xc0) == 0x80; i++)
		*c = *c << 6 | ((unsigned char)s[i] & 0x3fu);
	return i == length && *c >= least[length] && *c <= 0x10ffff &&
	        *c / 0x800 != 0x1b ?
	    length :
	    0;
}

static int
turns_text(unsigned long c)
{
	return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
	    c == 0x200e || c == 0x200f || c == 0x061c;
}

static void
require_safe(const char *s, size_t n, int color, int isolates)
{
	unsigned long c;
	size_t used;

	for (; n > 0; s += used, n -= used) {
		used = color ? color_length(s, n) : 0;
		if (used > 0 || (used = *s == '\n' || *s == '\t') > 0)
			continue;
		used = read_character(s, n, &c);
		REQUIRE(used > 0);
		REQUIRE(c >= ' ' && (c < 0x7f || c >= 0xa0));
		REQUIRE(isolates || !turns_text(c));
	}
}

static void
require_json(const char *s, size_t n)
{
	const char *end;
	size_t length;

	for (; n > 0; s += length + 1, n -= length + 1) {
		end = memchr(s, '\n', n);
		REQUIRE(end != NULL);
		length = (size_t)(end - s);
		REQUIRE(is_json_object(s, length));
	}
}

static void
check_output(int status)
{
	int isolates = smtpcode_lang_is_rtl(asked.lang);

	REQUIRE(status >= STATUS_OK && status <= STATUS_ERROR);
	require_safe(program.errors, program.errors_used, 0, 0);
	if (asked.verb == VERB_ANNOTATE && !asked.terminal)
		return;
	require_safe(program.output, program.used, asked.color, isolates);
	if (asked.format == FORMAT_JSON && asked.verb < VERB_HELP)
		require_json(program.output, program.used);
}

/* Cut the n bytes at s, NUL-terminated, at \001: the number of arguments. */
static int
cut_arguments(char *s, char **argv, int most)
{
	static char name[] = "smtpcode";
	int argc = 0;

	argv[argc++] = name;
	while (s != NULL && argc < most) {
		argv[argc++] = s;
		s = strchr(s, '\001');
		if (s != NULL)
			*s++ = '\0';
	}
	argv[argc] = NULL;
	return argc;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char words[1024];
	char *argv[32];
	const uint8_t *input;
	size_t n;
	int argc, status;

	if (size < 2)
		return 0;
	width = data[0];
	input = memchr(data + 1, '\002', size - 1);
	n = input == NULL ? size - 1 : (size_t)(input - data - 1);
	input = input == NULL ? data + size : input + 1;
	if (n > sizeof words - 1)
		n = sizeof words - 1;
	memcpy(words, data + 1, n);
	words[n] = '\0';
	argc = cut_arguments(words, argv, 31);
	optind = 0;
	memset(&asked, 0, sizeof asked);
	program_start(input, (size_t)(data + size - input), 4096);
	status = smtpcode(argc, argv);
	program_end();
	check_output(status);
	return 0;
}
