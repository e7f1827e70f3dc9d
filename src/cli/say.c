/* SPDX-License-Identifier: ISC */
/*
 * Messages on standard error: one line, one write, so that the lines of
 * several programs do not mix. What comes from the user is shown escaped.
 */
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "safe.h"
#include "say.h"

enum { SHOWN = 160 };

struct line {
	size_t used;
	char bytes[1024];
};

static void
add(struct line *l, const char *s, size_t n)
{
	size_t room = sizeof l->bytes - 1 - l->used;

	if (n > room)
		n = room;
	memcpy(l->bytes + l->used, s, n);
	l->used += n;
}

static void
add_safe(struct line *l, const char *s)
{
	char shown[SAFE_SIZE];
	size_t n = strlen(s), length, used, total = 0;

	while (n > 0 && total < SHOWN) {
		used = safe_next(s, n, shown, &length);
		add(l, shown, length);
		s += used;
		n -= used;
		total += length;
	}
	if (n > 0)
		add(l, "...", 3);
}

/* There is nobody left to tell when standard error fails. */
static void
write_error(const char *s, size_t n)
{
	if (write(STDERR_FILENO, s, n) == -1)
		return;
}

void
say(const char *format, ...)
{
	struct line l = { 0 };
	const char *text;
	va_list args;

	add(&l, "smtpcode: ", 10);
	va_start(args, format);
	for (; *format != '\0'; format++) {
		if (*format != '%')
			add(&l, format, 1);
		else if (*++format == 's')
			add_safe(&l, va_arg(args, const char *));
		else if (*format == 't') {
			text = va_arg(args, const char *);
			add(&l, text, strlen(text));
		}
	}
	va_end(args);
	l.bytes[l.used++] = '\n';
	write_error(l.bytes, l.used);
}

void
say_plain(const char *text)
{
	write_error(text, strlen(text));
}
