/* SPDX-License-Identifier: ISC */
/*
 * The page of one code: title, the three answers, labelled paragraphs.
 */
#include <stddef.h>

#include "show.h"
#include "use.h"

/* Code, name, class; a mark behind the class, or "". */
static void
show_head(struct page *p, const struct subject *s, const char *mark)
{
	struct buf code, name, class;

	buf_clear(&code);
	subject_code(s, &code);
	subject_text(s, SMTPCODE_NAME, p->lang, 1, &name);
	buf_clear(&class);
	buf_text(&class, subject_class(s, p->lang));
	buf_text(&class, mark);
	page_title(p, smtpcode_class_of(s->code), code.s, name.s, class.s);
}

void
show_title(struct page *p, const struct subject *s)
{
	show_head(p, s, "");
}

void
show_line(struct page *p, const struct subject *s)
{
	show_head(p, s,
	    smtpcode_entry_status(s->entry) == SMTPCODE_STATUS_UNREGISTERED ?
	        " *" :
	        "");
}

static const char *
word(const struct page *p, const struct subject *s, enum smtpcode_field field)
{
	const char *w = subject_word(s, field, p->lang);

	return w != NULL ? w : label(LABEL_CANNOT_TELL, p->lang);
}

/* Will it pass, who acts, what becomes of the address. */
static void
show_answers(struct page *p, const struct subject *s)
{
	const struct value values[] = {
		{ "retry", word(p, s, SMTPCODE_RETRY) },
		{ "actor", word(p, s, SMTPCODE_ACTOR) },
		{ "address", word(p, s, SMTPCODE_ADDRESS) },
	};

	if (smtpcode_class_of(s->code) == SMTPCODE_CLASS_NONE)
		return;
	page_begin(p, 0);
	page_fill(p, LABEL_THREE_ANSWERS, values, 3);
	page_end(p);
}

static void
show_text(struct page *p, const struct subject *s, enum label l,
    enum smtpcode_field field, int brief)
{
	struct buf b;

	subject_text(s, field, p->lang, brief, &b);
	page_label(p, label(l, p->lang));
	page_text(p, b.s);
	page_end(p);
}

/* How to fix it, for those of the audiences whose bit is set. */
static void
show_fix(struct page *p, const struct subject *s, int brief, unsigned which)
{
	struct buf b;
	size_t i;
	size_t shown = 0;

	for (i = 0; i < SUBJECT_AUDIENCES; i++) {
		if ((which >> i & 1) == 0)
			continue;
		subject_fix(s, i, p->lang, brief, &b);
		if (b.used == 0)
			continue;
		page_item(p, label(LABEL_FIX, p->lang), shown++);
		page_text(p, b.s);
	}
	if (shown > 0)
		page_end(p);
}

void
show_sections(
    struct page *p, const struct subject *s, int brief, unsigned which)
{
	if (which & 1u << SHOW_MEANING)
		show_text(p, s, LABEL_MEANING, SMTPCODE_MEANING, brief);
	if (which & 1u << SHOW_WHEN)
		show_text(p, s, LABEL_WHEN, SMTPCODE_WHEN, brief);
	show_fix(p, s, brief, which >> SHOW_FIX);
}

void
show_section_text(
    const struct subject *s, unsigned section, int lang, struct buf *b)
{
	if (section >= SHOW_FIX)
		subject_fix(s, section - SHOW_FIX, lang, 1, b);
	else
		subject_text(s,
		    section == SHOW_WHEN ? SMTPCODE_WHEN : SMTPCODE_MEANING,
		    lang, 1, b);
}

/* A field of several words or codes; nothing if it is empty. */
static void
show_list(struct page *p, const struct subject *s, enum label l,
    enum smtpcode_field field, enum label between)
{
	struct buf b;

	buf_clear(&b);
	subject_list(s, field, p->lang, label(between, p->lang), &b);
	if (b.used == 0)
		return;
	page_label(p, label(l, p->lang));
	page_text(p, b.s);
	page_end(p);
}

static void
show_source(struct page *p, const struct subject *s)
{
	struct value status = { "status", word(p, s, SMTPCODE_STATUS) };
	struct buf b;

	buf_clear(&b);
	subject_list(
	    s, SMTPCODE_SOURCE, p->lang, label(LABEL_CLAUSE_JOIN, p->lang), &b);
	page_label(p, label(LABEL_SOURCE, p->lang));
	page_text(p, b.s);
	page_fill(p, LABEL_STATUS, &status, 1);
	page_end(p);
}

/* Comparisons that somebody wrote for this code. */
static void
show_pairs(struct page *p, const struct subject *s)
{
	uint32_t codes[SMTPCODE_COMPARE_MAX];
	size_t i, k, n;

	for (i = 0; i < 2; i++) {
		n = smtpcode_pairs_of(s->code, i, codes);
		if (n == 0)
			break;
		if (i == 0)
			page_label(p, label(LABEL_SEE_ALSO, p->lang));
		else
			page_text(p, label(LABEL_CLAUSE_JOIN, p->lang));
		page_text(p, "smtpcode");
		for (k = 0; k < n; k++) {
			page_text(p, k == 0 ? " " : " vs ");
			page_code(p, codes[k]);
		}
	}
	if (i > 0)
		page_end(p);
}

/* The nearest codes that somebody did assign, with their names. */
static void
show_near(struct page *p, const struct subject *s)
{
	struct subject other;
	struct buf name;
	uint32_t near[3];
	size_t i, n;

	n = smtpcode_near_codes(s->code, near);
	if (n == 0)
		return;
	page_label(p, label(LABEL_NEAREST, p->lang));
	for (i = 0; i < n; i++) {
		subject_find(&other, near[i]);
		if (i > 0)
			page_next(p);
		page_code(p, near[i]);
		page_text(p, " ");
		subject_text(&other, SMTPCODE_NAME, p->lang, 1, &name);
		page_text(p, name.s);
	}
	page_end(p);
}

/* "5.1.6 moved, 5.7.1 refused" */
static void
show_enhanced(struct page *p, const struct subject *s)
{
	const struct smtpcode_entry *e;
	const char *word;
	uint32_t code;
	size_t i;

	for (i = 0; (code = smtpcode_entry_list(
	                 s->entry, SMTPCODE_ENHANCED_CODES, i)) != 0;
	     i++) {
		if (i == 0)
			page_label(p, label(LABEL_GOES_WITH, p->lang));
		else
			page_text(p, label(LABEL_COMMA, p->lang));
		page_code(p, code);
		e = smtpcode_find_entry(code);
		word = e == NULL ?
		    NULL :
		    smtpcode_entry_text(e, SMTPCODE_SHORT, 0, p->lang);
		if (word != NULL) {
			page_text(p, " ");
			page_text(p, word);
		}
	}
	if (i > 0)
		page_end(p);
}

/* Neighbours, each with the word that tells it apart where there is one. */
static void
show_related(struct page *p, const struct subject *s)
{
	const char *item;
	size_t i;
	char class = (char)('0' + smtpcode_class_of(s->code));

	if (smtpcode_entry_text(s->entry, SMTPCODE_APART, 0, p->lang) == NULL) {
		show_list(p, s, LABEL_RELATED, SMTPCODE_RELATED, LABEL_COMMA);
		return;
	}
	page_label(p, label(LABEL_RELATED, p->lang));
	for (i = 0; (item = smtpcode_entry_text(
	                 s->entry, SMTPCODE_APART, i, p->lang)) != NULL;
	     i++) {
		if (i > 0)
			page_text(p, label(LABEL_CLAUSE_JOIN, p->lang));
		if (item[0] == 'x' && class != '0') { /* x.7.20 in this class */
			page_bytes(p, &class, 1);
			item++;
		}
		page_text(p, item);
	}
	page_end(p);
}

enum { USES = 5 }; /* shown on a page */

/* What providers mean by the code, beside what it is registered for. */
static void
show_uses(struct page *p, const struct subject *s)
{
	const struct smtpcode_use *u = NULL;
	struct buf count, code, text;
	size_t n = 0;

	while ((u = smtpcode_next_use(s->code, u)) != NULL) {
		if (u == s->use || n++ >= USES)
			continue;
		page_item(p, label(LABEL_PROVIDERS, p->lang), n - 1);
		buf_clear(&text);
		use_add(&text, u, LABEL_USE, p->lang);
		if (smtpcode_use_text(u, SMTPCODE_USE_HINT, p->lang) != NULL)
			use_add(&text, u, LABEL_USE_HINT, p->lang);
		page_text(p, text.s);
	}
	if (n > USES) {
		const struct value values[] = { { "count", count.s },
			{ "code", code.s } };

		buf_clear(&count);
		buf_number(&count, n - USES);
		buf_clear(&code);
		buf_code(&code, s->code);
		page_next(p);
		page_fill(p, LABEL_MORE_USES, values, 2);
	}
	if (n > 0)
		page_end(p);
}

static void
show_note(struct page *p, const struct subject *s)
{
	struct buf note;

	subject_note(s, p->lang, &note);
	if (note.used == 0)
		return;
	page_label(p, label(LABEL_NOTE, p->lang));
	page_text(p, note.s);
	page_end(p);
}

void
show_code(struct page *p, const struct subject *s)
{
	show_title(p, s);
	show_answers(p, s);
	page_gap(p);
	show_sections(p, s, 0, ~0u);
	if (!s->listed) {
		show_uses(p, s);
		show_near(p, s);
		return;
	}
	show_list(p, s, LABEL_ANSWERS, SMTPCODE_COMMANDS, LABEL_COMMA);
	show_enhanced(p, s);
	show_list(p, s, LABEL_GOES_WITH, SMTPCODE_REPLY_CODES, LABEL_COMMA);
	show_note(p, s);
	show_uses(p, s);
	show_related(p, s);
	show_source(p, s);
	show_pairs(p, s);
}
