/* SPDX-License-Identifier: ISC */
/*
 * Bounces tell of each recipient in a paragraph. What the sender's own server
 * found has no code in it: "Unrouteable address".
 */
#include <string.h>

#include "bytes.h"
#include "paragraph.h"
#include "piece.h"

/* How the sentence in front of the paragraphs ends. */
static const struct {
	char words[40];
	unsigned char shape, delayed;
} openings[] = {
	/* Exim */
	{ "address(es) failed:", PARAGRAPH_INDENTED, 0 },
	{ "address(es) deferred:", PARAGRAPH_INDENTED, 1 },
	{ " not yet been delivered is:", PARAGRAPH_INDENTED, 1 },
	{ " not yet been delivered are:", PARAGRAPH_INDENTED, 1 },
	{ " have yet to be delivered:", PARAGRAPH_NAMED, 1 },
	/* qmail, Yahoo */
	{ " to the following address.", PARAGRAPH_BRACKETS, 0 },
	{ " to the following addresses.", PARAGRAPH_BRACKETS, 0 },
	{ " to the following address(es).", PARAGRAPH_BRACKETS, 0 },
	/* Postfix */
	{ "The mail system", PARAGRAPH_BRACKETS, 0 },
	{ "The Postfix program", PARAGRAPH_BRACKETS, 0 },
	/* OpenSMTPD */
	{ " list of recipients:", PARAGRAPH_NAMED, 0 },
	/* Gmail */
	{ "The response was:", PARAGRAPH_TEXT, 0 },
	{ "Technical details of permanent failure:", PARAGRAPH_TEXT, 0 },
	{ "Technical details of temporary failure:", PARAGRAPH_TEXT, 1 },
	/* GMX, Domino, Mimecast */
	{ "ollowing address failed:", PARAGRAPH_INDENTED, 0 },
	{ "or the following reason:", PARAGRAPH_TEXT, 0 },
	{ "because:", PARAGRAPH_TEXT, 0 },
	{ "Reason:", PARAGRAPH_TEXT, 0 },
	{ "Additional information follows :", PARAGRAPH_TEXT, 0 },
};

/* Some name their one recipient in the sentence itself. */
static const struct {
	char words[48], end;
} namings[] = {
	{ "There was an error delivering your mail to <", '>' }, /* DragonFly */
	{ "Failed Recipient: ", ' ' }, /* SmarterMail */
	{ "Recipient: <", '>' },       /* InterMail */
};

void
smtpcode_x_paragraph_start(struct paragraph *p)
{
	p->state = PARAGRAPH_NONE;
	p->late = 0;
	p->to_length = 0;
}

static void
keep_recipient(struct paragraph *p, struct smtpcode_span to)
{
	p->to_length = to.n < sizeof p->to ? to.n : sizeof p->to;
	if (to.n > 0)
		memcpy(p->to, to.p, p->to_length);
}

/* ---------------------------------------------------------------- openings */

/* Is the mail a warning, by how a line of it begins? */
static int
is_warning(const char *s, size_t n)
{
	static const char words[][32] = { "THIS IS A WARNING ",
		"It will be retried until ", "Will keep trying until ",
		"Message will be retried for ", "A message is delayed " };
	size_t i, at = smtpcode_x_span(s, n, " *#");

	if (at == n || memchr("TIWMA", s[at], 5) == NULL) /* mostly */
		return 0;
	for (i = 0; i < sizeof words / sizeof words[0]; i++)
		if (starts_with(s + at, n - at, words[i]))
			return 1;
	return 0;
}

static void
await(struct paragraph *p, enum paragraph_shape shape, int delayed)
{
	p->state = PARAGRAPH_AWAITED;
	p->shape = shape;
	p->delayed = delayed;
	p->some = 0;
	p->margin = 0;
	if (shape != PARAGRAPH_TEXT) /* it may have been named before */
		p->to_length = 0;
}

/* Does a paragraph follow, about whom the line names? */
static int
is_naming(struct paragraph *p, const char *s, size_t n)
{
	struct smtpcode_span to;
	size_t i, length;

	if (n == 0 || memchr("TFR", s[0], 3) == NULL) /* mostly */
		return 0;
	for (i = 0; i < sizeof namings / sizeof namings[0]; i++) {
		length = strlen(namings[i].words);
		if (!starts_with(s, n, namings[i].words))
			continue;
		to = smtpcode_x_span_of(s + length,
		    length_to(s + length, n - length, namings[i].end));
		smtpcode_x_trim(&to);
		await(p, PARAGRAPH_TEXT, 0);
		keep_recipient(p, to);
		return 1;
	}
	return 0;
}

/* Do paragraphs follow? */
static int
is_opening(struct paragraph *p, const char *s, size_t n)
{
	size_t i, length;

	while (n > 0 && s[n - 1] == ' ')
		n--;
	if (is_naming(p, s, n))
		return 1;
	/* what openings end with: most lines are none */
	if (n == 0 || (s[n - 1] != ':' && s[n - 1] != '.' && s[n - 1] != 'm'))
		return 0;
	for (i = 0; i < sizeof openings / sizeof openings[0]; i++) {
		length = strlen(openings[i].words);
		if (n < length ||
		    memcmp(s + n - length, openings[i].words, length) != 0)
			continue;
		await(p, (enum paragraph_shape)openings[i].shape,
		    openings[i].delayed);
		if (p->shape == PARAGRAPH_INDENTED)
			p->margin = blanks_at(s, n);
		return 1;
	}
	return 0;
}

/* ------------------------------------------------------------------- heads */

/* Take off what people who quote a bounce put in front of its lines. */
static void
strip(const struct paragraph *p, const char **s, size_t *n)
{
	size_t skip = smtpcode_x_quote_length(*s, *n), blanks;

	blanks = blanks_at(*s + skip, *n - skip);
	skip += blanks < p->margin ? blanks : p->margin;
	*s += skip;
	*n -= skip;
	while (*n > 0 && is_blank((*s)[*n - 1]))
		--*n;
}

static int
is_current(const struct paragraph *p, struct smtpcode_span to)
{
	return smtpcode_x_paragraph_is_open(p) && to.n == p->to_length &&
	    memcmp(to.p, p->to, to.n) == 0;
}

/* "<a@b>:", "a@b:", "<a@b> (expanded from <c@d>):": the bytes up to what
 * happened, or 0. */
static size_t
label_length(const struct paragraph *p, const char *s, size_t n,
    struct smtpcode_span *to)
{
	size_t start = blanks_at(s, n), end;
	int bracket = start < n && s[start] == '<';

	if (bracket) {
		start++;
		end = start + length_to(s + start, n - start, '>');
	} else {
		end = start + length_of_word(s + start, n - start);
		end -= end > start && s[end - 1] == ':';
	}
	*to = smtpcode_x_span_of(s + start, end - start);
	end += end < n && s[end] == '>';
	if (starts_with(s + end, n - end, " (expanded from "))
		end += length_to(s + end, n - end, ')') + 1;
	return end < n && s[end] == ':' &&
	        (bracket || memchr(to->p, '@', to->n) != NULL) &&
	        !is_current(p, *to) ?
	    end + 1 :
	    0;
}

/* The bytes by which a line begins a paragraph, or 0; *to is whom it names. */
static size_t
head_length(const struct paragraph *p, const char *s, size_t n,
    struct smtpcode_span *to)
{
	size_t blanks = blanks_at(s, n), end;
	int one;

	*to = smtpcode_x_span_of(NULL, 0);
	if (blanks == n)
		return 0;
	switch (p->shape) {
	case PARAGRAPH_INDENTED: /* also "  pipe to |/bin/x" */
		end = blanks + length_of_word(s + blanks, n - blanks);
		one = end == n && memchr(s, '@', n) != NULL;
		if (one)
			*to = smtpcode_x_span_of(
			    s + blanks, n - blanks - (s[n - 1] == ':'));
		return blanks < 4 && (one || blanks > 0) ? n : 0;
	case PARAGRAPH_BRACKETS:
		return label_length(p, s, n, to);
	case PARAGRAPH_NAMED:
		return blanks == 0 ? label_length(p, s, n, to) : 0;
	default:
		return p->state == PARAGRAPH_AWAITED ? blanks + 1 : 0;
	}
}

int
smtpcode_x_paragraph_begins(const struct paragraph *p, const char *s, size_t n)
{
	struct smtpcode_span to;

	if (!smtpcode_x_paragraph_is_open(p))
		return 0;
	strip(p, &s, &n);
	return head_length(p, s, n, &to) > 0;
}

int
smtpcode_x_paragraph_holds(const struct paragraph *p, const char *s, size_t n)
{
	struct smtpcode_span to;

	if (!smtpcode_x_paragraph_is_open(p))
		return 0;
	strip(p, &s, &n);
	return blanks_at(s, n) < n && head_length(p, s, n, &to) == 0;
}

/* -------------------------------------------------------------------- text */

/* On whose behalf a pipe was run: "generated by a@b", "(generated from a@b)"
 * and the like; p is NULL if the line says something else. */
static struct smtpcode_span
origin(const char *s, size_t n)
{
	static const char words[][28] = { "generated by ", "(generated from ",
		"(ultimately generated from " };
	size_t i, length;

	for (i = 0; i < sizeof words / sizeof words[0]; i++) {
		length = strlen(words[i]);
		if (starts_with(s, n, words[i]))
			return smtpcode_x_span_of(
			    s + length, n - length - (s[n - 1] == ')'));
	}
	return smtpcode_x_span_of(NULL, 0);
}

/* Add what happened, or who it was about: 1 if the line says the latter. */
static int
add(struct paragraph *p, const char *s, size_t n)
{
	static const char reasons[][16] = { "Delay reason: ", "Reason: " };
	struct smtpcode_span from = origin(s, n);
	size_t i;

	if (from.p != NULL) {
		if (p->to_length == 0)
			keep_recipient(p, from);
		return 1;
	}
	for (i = 0; i < sizeof reasons / sizeof reasons[0]; i++)
		if (starts_with(s, n, reasons[i])) {
			n -= strlen(reasons[i]);
			s += strlen(reasons[i]);
		}
	if (p->used > 0 && p->used < sizeof p->text)
		p->text[p->used++] = ' ';
	if (n > sizeof p->text - p->used) {
		n = sizeof p->text - p->used;
		p->cut = 1;
	}
	memcpy(p->text + p->used, s, n);
	p->used += n;
	return 0;
}

int
smtpcode_x_paragraph_ends(
    struct paragraph *p, const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t marks;

	if (!smtpcode_x_paragraph_is_open(p) ||
	    smtpcode_x_paragraph_holds(p, s, n))
		return 0;
	if (p->state == PARAGRAPH_CODED)
		p->used = 0;
	p->state =
	    p->shape == PARAGRAPH_TEXT ? PARAGRAPH_NONE : PARAGRAPH_AWAITED;
	if (p->used == 0)
		return 0;
	smtpcode_x_clear(r);
	marks = smtpcode_x_span(p->text, p->used, "- "); /* Mimecast's */
	(void)smtpcode_x_take_codes(p->text, marks, p->used, r);
	if (p->to_length > 0)
		r->recipient = smtpcode_x_span_of(p->to, p->to_length);
	if (p->cut)
		r->notes |= SMTPCODE_NOTE_CUT;
	r->direction = SMTPCODE_DIRECTION_OUT;
	r->reply_class = p->delayed || p->late ? SMTPCODE_CLASS_TRANSIENT :
	                                         SMTPCODE_CLASS_PERMANENT;
	return 1;
}

/* Is the list of recipients over with such a line? */
static int
is_over(const struct paragraph *p, const char *s, size_t n, size_t blanks)
{
	return p->some || starts_with(s, n, "--") ||
	    (p->shape == PARAGRAPH_INDENTED && blanks == 0) ||
	    (p->shape == PARAGRAPH_NAMED && blanks > 0);
}

/* A line that is no opening, where paragraphs are awaited or being read: 1 if
 * it tells whom the next replies are about. */
static int
take(struct paragraph *p, const char *s, size_t n, uint64_t line,
    enum smtpcode_x_told told)
{
	struct smtpcode_span to;
	size_t blanks = blanks_at(s, n), head = head_length(p, s, n, &to);
	int named = head > 0;

	if (head == 0 && p->state == PARAGRAPH_AWAITED) {
		if (!is_over(p, s, n, blanks))
			return 0;
		p->state = PARAGRAPH_NONE;
		p->to_length = 0;
		return p->some;
	}
	if (head > 0) {
		p->state = PARAGRAPH_BEGUN;
		p->some = 1;
		p->line = line;
		p->used = 0;
		p->cut = 0;
		if (p->shape == PARAGRAPH_TEXT)
			head = blanks;
		else
			keep_recipient(p, to);
	}
	if ((told != LINE_NOTHING && told != LINE_COMMAND) ||
	    starts_with(s, n, "Google tried to"))
		p->state = PARAGRAPH_CODED; /* or will do so */
	head += smtpcode_x_span(s + head, n - head, " \t");
	if (p->state == PARAGRAPH_BEGUN && head < n)
		named |= add(p, s + head, n - head);
	return named;
}

int
smtpcode_x_paragraph_take(struct paragraph *p, const char *s, size_t n,
    uint64_t line, enum smtpcode_x_told told)
{
	size_t quote = smtpcode_x_quote_length(s, n);

	if (told == LINE_NOTHING) {
		p->late |= is_warning(s + quote, n - quote);
		if (is_opening(p, s + quote, n - quote))
			return 0;
	}
	if (p->state == PARAGRAPH_NONE)
		return 0;
	strip(p, &s, &n);
	return blanks_at(s, n) < n ? take(p, s, n, line, told) : 0;
}
