/* SPDX-License-Identifier: ISC */
/*
 * The layout for people. In a terminal paragraphs are wrapped behind their
 * labels; into a pipe each is one line.
 */
#include <string.h>

#include "buf.h"
#include "out.h"
#include "page.h"
#include "smtpcode.h"

void
page_start(struct page *p, int lang, int color, size_t width)
{
	static const unsigned char labels[] = { LABEL_MEANING, LABEL_WHEN,
		LABEL_FIX, LABEL_ANSWERS, LABEL_GOES_WITH, LABEL_RELATED,
		LABEL_SOURCE, LABEL_SEE_ALSO };
	const char *s;
	size_t i, n;

	p->lang = lang;
	p->color = color;
	p->width = width;
	p->margin = 0;
	for (i = 0; i < sizeof labels; i++) {
		s = label((enum label)labels[i], lang);
		n = wrap_columns(s, strlen(s)) + 2;
		if (n > p->margin)
			p->margin = n;
	}
}

static const char *color_of(enum smtpcode_class class)
{
	static const char colors[][6] = { "\033[1m", "\033[1m", "\033[32m",
		"\033[36m", "\033[33m", "\033[31m" };

	return colors[class];
}

void
page_title(struct page *p, enum smtpcode_class color, const char *code,
    const char *name, const char *class)
{
	size_t used, right;

	if (code[0] == '\0') {
		code = name;
		name = "";
	}
	if (p->color)
		out_text(color_of(color));
	out_text(code);
	if (p->color)
		out_text("\033[0m");
	used = strlen(code);
	if (name[0] != '\0') {
		out_char(' ');
		out_text(name);
		used += 1 + wrap_columns(name, strlen(name));
	}
	right = wrap_columns(class, strlen(class));
	out_blanks(p->width > used + 2 + right ? p->width - used - right : 2);
	out_text(class);
	out_char('\n');
}

void
page_line(struct page *p, const char *text)
{
	page_begin(p, 0);
	page_text(p, text);
	page_end(p);
}

const char *
page_word(const struct page *p, enum smtpcode_field field, unsigned value)
{
	const char *word = smtpcode_word(field, value, p->lang);

	return word != NULL ? word : label(LABEL_CANNOT_TELL, p->lang);
}

void
page_gap(struct page *p)
{
	(void)p;
	out_char('\n');
}

void
page_label(struct page *p, const char *text)
{
	page_begin(p, p->margin);
	page_text(p, text);
	if (wrap_columns(text, strlen(text)) < p->margin)
		page_tab(p, p->margin);
	else
		page_next(p);
}

void
page_next(struct page *p)
{
	wrap_break(&p->wrap, p->wrap.indent);
}

void
page_item(struct page *p, const char *label, size_t item)
{
	if (item == 0)
		page_label(p, label);
	else
		page_next(p);
}

void
page_next_at(struct page *p, size_t indent)
{
	wrap_break(&p->wrap, indent);
}

void
page_command(struct page *p, const char *command)
{
	int rightward = smtpcode_lang_is_rtl(p->lang);

	page_next(p);
	page_tab(p, p->margin + 2);
	if (rightward)
		out_isolate(0);
	wrap_whole(&p->wrap, command);
	if (rightward)
		out_isolate(1);
}

void
page_end(struct page *p)
{
	wrap_end(&p->wrap);
}

void
page_begin(struct page *p, size_t indent)
{
	wrap_start(&p->wrap, p->width, indent);
}

void
page_tab(struct page *p, size_t column)
{
	wrap_tab(&p->wrap, column);
}

void
page_text(struct page *p, const char *text)
{
	wrap_text(&p->wrap, text);
}

void
page_bytes(struct page *p, const char *s, size_t n)
{
	wrap_bytes(&p->wrap, s, n);
}

void
page_code(struct page *p, uint32_t code)
{
	char s[SMTPCODE_CODE_SIZE];

	wrap_bytes(&p->wrap, s, smtpcode_format_code(code, s));
}

void
page_fill(struct page *p, enum label l, const struct value *v, size_t n)
{
	struct buf b;

	buf_clear(&b);
	buf_fill(&b, label(l, p->lang), v, n);
	page_text(p, b.s);
}
