/* SPDX-License-Identifier: ISC */
/*
 * Records as bytes. JSON strings are valid whatever the input holds (RFC 8259
 * 7): bytes that are no UTF-8 become U+FFFD. In a column control characters
 * and the backslash are escaped, so that a record is always one line.
 */
#include <string.h>

#include "buf.h"
#include "out.h"
#include "safe.h"
#include "sink.h"

static const char hex[] = "0123456789abcdef";

static void
json_escape(unsigned long c)
{
	out_text("\\u");
	out_char(hex[c >> 12 & 15]);
	out_char(hex[c >> 8 & 15]);
	out_char(hex[c >> 4 & 15]);
	out_char(hex[c & 15]);
}

static void
json_string(const char *s, size_t n)
{
	unsigned long c;
	size_t used;

	out_char('"');
	for (; n > 0; s += used, n -= used) {
		used = safe_utf8(s, n, &c);
		if (used == 0) {
			out_text("\xef\xbf\xbd");
			used = 1;
		} else if (c == '"' || c == '\\') {
			out_char('\\');
			out_char((char)c);
		} else if (safe_needs_escape(c))
			json_escape(c);
		else
			out_bytes(s, used);
	}
	out_char('"');
}

/* U+0080 to U+009F are written as their two bytes: \x9b stands for a byte that
 * is no UTF-8, and --merge has to tell one from the other. */
static int
is_c1_control(const char *s, size_t n)
{
	return n > 1 && s[0] == '\xc2' && (s[1] & 0xe0) == 0x80;
}

static void
column_string(const char *s, size_t n)
{
	static const char from[] = "\\\t\n\r", to[] = "\\tnr";
	char shown[SAFE_SIZE];
	const char *special;
	size_t used, length;

	for (; n > 0; s += used, n -= used) {
		special = memchr(from, *s, sizeof from - 1);
		if (special != NULL) {
			out_char('\\');
			out_char(to[special - from]);
			used = 1;
		} else {
			used = safe_next(
			    s, is_c1_control(s, n) ? 1 : n, shown, &length);
			out_bytes(shown, length);
		}
	}
}

static void
json_key(struct sink *s, const char *name)
{
	if (!s->first)
		out_char(',');
	s->first = 0;
	json_string(name, strlen(name));
	out_char(':');
}

void
sink_start(struct sink *s, enum format format, const char *kind)
{
	s->format = format;
	s->columns = 0;
	s->items = -1;
	s->first = 0;
	s->name = NULL;
	if (format != FORMAT_JSON)
		return;
	out_text("{\"v\":1");
	json_key(s, "kind");
	json_string(kind, strlen(kind));
}

void
sink_end(struct sink *s)
{
	out_text(s->format == FORMAT_JSON ? "}\n" : "\n");
}

void
sink_field(struct sink *s, const char *name, const char *between)
{
	s->name = name;
	s->between = between;
	s->items = -1;
	if (s->format != FORMAT_JSON && s->columns++ > 0)
		out_char('\t');
}

/* The key is written when the first value comes. */
static void
begin_value(struct sink *s)
{
	if (s->format == FORMAT_JSON)
		json_key(s, s->name);
}

void
sink_string(struct sink *s, const char *v, size_t n)
{
	begin_value(s);
	if (s->format == FORMAT_JSON)
		json_string(v, n);
	else
		column_string(v, n);
}

/* Begin a list, or go on to its next item. */
static void
begin_item(struct sink *s)
{
	if (s->items == -1) {
		begin_value(s);
		s->items = 0;
		if (s->format == FORMAT_JSON)
			out_char('[');
	}
	if (s->items++ > 0)
		out_text(s->format == FORMAT_JSON ? "," : s->between);
}

void
sink_item(struct sink *s, const char *v, size_t n)
{
	begin_item(s);
	if (s->format == FORMAT_JSON)
		json_string(v, n);
	else
		column_string(v, n);
}

void
sink_true(struct sink *s, int truth)
{
	begin_value(s);
	out_text(truth ? "true" : "false");
}

void
sink_number(struct sink *s, uint64_t number)
{
	struct buf b;

	buf_clear(&b);
	buf_number(&b, number);
	begin_value(s);
	out_bytes(b.s, b.used);
}

void
sink_list_end(struct sink *s)
{
	if (s->items != -1 && s->format == FORMAT_JSON)
		out_char(']');
	s->items = -1;
}

void
sink_object(struct sink *s)
{
	begin_item(s);
	out_char('{');
	s->outer = s->items;
	s->items = -1;
	s->first = 1;
}

void
sink_object_end(struct sink *s)
{
	out_char('}');
	s->items = s->outer;
	s->first = 0;
}
