/* SPDX-License-Identifier: ISC */
/*
 * Input. Read with read(2): a file that is truncated meanwhile just ends.
 */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "in.h"
#include "os.h"
#include "say.h"
#include "token.h"

void
in_standard(struct input *in)
{
	memset(in, 0, sizeof *in);
	in->fd = STDIN_FILENO;
	in->name = "standard input";
}

void
in_words(struct input *in, char **words, int count)
{
	memset(in, 0, sizeof *in);
	in->fd = -1;
	in->name = "the operands";
	in->words = words;
	in->count = count;
}

int
in_open(struct input *in, const char *name)
{
	struct stat st;

	in_standard(in);
	if (token_is(name, "-"))
		return 0;
	in->name = name;
	in->fd = open(name, O_RDONLY | O_CLOEXEC);
	if (in->fd == STDIN_FILENO) {
		/* That was closed, and must not read the file: of what is open
		   for writing a read fails. */
		(void)close(STDIN_FILENO);
		(void)open("/dev/null", O_WRONLY);
		in->fd = open(name, O_RDONLY | O_CLOEXEC);
	}
	if (in->fd == -1) {
		say("cannot open %s: %t", name, strerror(errno));
		return -1;
	}
	if (fstat(in->fd, &st) == 0 && S_ISDIR(st.st_mode)) {
		say("%s is a directory; name the files in it", name);
		in_close(in);
		return -1;
	}
	return 0;
}

int
in_exists(const char *name)
{
	struct stat st;

	return stat(name, &st) == 0 ?
	    S_ISREG(st.st_mode) || S_ISFIFO(st.st_mode) :
	    errno == EACCES;
}

void
in_close(struct input *in)
{
	if (in->fd > STDIN_FILENO)
		(void)close(in->fd);
}

int
in_is_output(const struct input *in)
{
	struct stat st, out;

	if (in->fd == -1 || fstat(in->fd, &st) == -1 || !S_ISREG(st.st_mode) ||
	    fstat(STDOUT_FILENO, &out) == -1 || st.st_dev != out.st_dev ||
	    st.st_ino != out.st_ino)
		return 0;
	say("%s is input and output at once; write to another file", in->name);
	return 1;
}

/* Input that begins like something that must be unpacked first. */
static const struct {
	char magic[9];
	unsigned char length;
	char what[20], command[48];
} kinds[] = {
	{ "\037\213", 2, "compressed by gzip", "zcat FILE | smtpcode ..." },
	{ "\3757zXZ", 5, "compressed by xz", "xzcat FILE | smtpcode ..." },
	{ "BZh", 3, "compressed by bzip2", "bzcat FILE | smtpcode ..." },
	{ "\050\265\057\375", 4, "compressed by zstd",
	    "zstdcat FILE | smtpcode ..." },
	{ "PK\003\004", 4, "a ZIP archive", "unzip -p FILE | smtpcode ..." },
	{ "\377\376", 2, "UTF-16 text",
	    "iconv -f UTF-16 -t UTF-8 FILE | smtpcode ..." },
	{ "\376\377", 2, "UTF-16 text",
	    "iconv -f UTF-16 -t UTF-8 FILE | smtpcode ..." },
	{ "\320\317\021\340\241\261\032\341", 8, "an Outlook message",
	    "msgconvert FILE, then smtpcode < FILE.eml" },
};

static int
is_unusual(struct input *in, const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (n >= kinds[i].length &&
		    memcmp(s, kinds[i].magic, kinds[i].length) == 0) {
			say("%s is %t; %t", in->name, kinds[i].what,
			    kinds[i].command);
			return 1;
		}
	return 0;
}

/* The next piece of the words: a part of one, or the blank between two. */
static size_t
read_words(struct input *in, char *buffer, size_t size)
{
	size_t n;

	while (in->word < in->count) {
		n = strlen(in->words[in->word] + in->used);
		if (n > 0) {
			n = n < size ? n : size;
			memcpy(buffer, in->words[in->word] + in->used, n);
			in->used += n;
			return n;
		}
		in->used = 0;
		if (++in->word < in->count) {
			buffer[0] = ' ';
			return 1;
		}
	}
	return 0;
}

/* Read on until the first bytes tell what the input is. */
static ssize_t
read_some(int fd, char *buffer, size_t size, size_t least)
{
	size_t used = 0;
	ssize_t n;

	do {
		n = read(fd, buffer + used, size - used);
		if (n > 0)
			used += (size_t)n;
	} while ((n == -1 && errno == EINTR) ||
	    (n > 0 && used < least && used < size));
	return n == -1 && used == 0 ? -1 : (ssize_t)used;
}

size_t
in_read(struct input *in, char *buffer, size_t size)
{
	ssize_t n;

	if (in->error || in->unusual)
		return 0;
	if (in->fd == -1)
		return read_words(in, buffer, size);
	n = read_some(in->fd, buffer, size, in->begun ? 1 : 2);
	if (n == -1) {
		say("cannot read %s: %t", in->name, strerror(errno));
		in->error = 1;
		return 0;
	}
	if (!in->begun && is_unusual(in, buffer, (size_t)n)) {
		in->unusual = 1;
		return 0;
	}
	in->begun = in->begun || n > 0;
	return (size_t)n;
}

int
in_is_offered(void)
{
	struct stat st;

	return fstat(STDIN_FILENO, &st) == 0 &&
	    (S_ISREG(st.st_mode) || S_ISFIFO(st.st_mode) ||
	        S_ISSOCK(st.st_mode));
}

int
in_is_terminal(void)
{
	size_t columns;

	return os_terminal(STDIN_FILENO, &columns);
}
