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

static const char *
color_of(uint32_t code)
{
	switch (smtpcode_class_of(code)) {
	case SMTPCODE_CLASS_SUCCESS:
		return "\033[32m";
	case SMTPCODE_CLASS_INTERMEDIATE:
		return "\033[36m";
	case SMTPCODE_CLASS_TRANSIENT:
		return "\033[33m";
	case SMTPCODE_CLASS_PERMANENT:
		return "\033[31m";
	default:
		return "\033[1m";
	}
}

void
page_title(struct page *p, uint32_t code, const char *name, const char *class)
{
	char s[SMTPCODE_CODE_SIZE];
	size_t used, right;

	used = smtpcode_format_code(code, s);
	if (p->color)
		out_text(color_of(code));
	out_bytes(s, used);
	if (p->color)
		out_text("\033[0m");
	out_char(' ');
	out_text(name);
	used += 1 + wrap_columns(name, strlen(name));
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
	page_tab(p, p->margin);
}

void
page_next(struct page *p)
{
	wrap_break(&p->wrap);
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
