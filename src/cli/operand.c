/* SPDX-License-Identifier: ISC */
/*
 * The grammar of operands: what is a code, a comparison, a text; and what to
 * say when it is none of them. Operands are read twice, once to judge them all
 * and once to answer, so nothing is stored.
 */
#include <string.h>

#include "in.h"
#include "operand.h"
#include "opt.h"
#include "say.h"

int
operand_is_text(const char *word)
{
	struct side side;

	return !token_holds_blank(word) &&
	    token_of(word, strlen(word), &side) == TOKEN_WORD;
}

/* Go on to the next operand. */
static void
next_word(struct operands *o)
{
	o->rest = NULL;
	o->words++;
	o->count--;
}

/* The next token; a text is a whole operand and is left for the caller. */
static enum token
next_token(struct operands *o, struct side *side)
{
	enum token t;
	size_t n;

	while (o->count > 0) {
		if (o->rest == NULL) {
			o->rest = *o->words;
			if (token_holds_blank(o->rest) &&
			    !token_is_codes(o->rest))
				return TOKEN_TEXT;
		}
		while (token_is_blank(*o->rest))
			o->rest++;
		n = token_length(o->rest);
		if (n > 0) {
			t = token_of(o->rest, n, side);
			o->rest += n;
			return t;
		}
		next_word(o);
	}
	return TOKEN_END;
}

static enum token
peek_token(const struct operands *o, struct side *side)
{
	struct operands copy = *o;

	return next_token(&copy, side);
}

/* A reply code directly followed by an enhanced code is one reply. */
static void
join_enhanced(struct operands *o, struct side *side)
{
	struct side next;

	if (side->enhanced != 0 || side->code < 200 ||
	    smtpcode_is_enhanced(side->code) ||
	    peek_token(o, &next) != TOKEN_CODE ||
	    !smtpcode_is_enhanced(next.code) || smtpcode_is_set(next.code) ||
	    smtpcode_class_of(next.code) == SMTPCODE_CLASS_NONE)
		return;
	side->enhanced = next.code;
	(void)next_token(o, &next);
}

static int
next_is_vs(const struct operands *o)
{
	struct side side;

	return peek_token(o, &side) == TOKEN_VS;
}

/* A side of a comparison: 1, or 0 if no code stands there. */
static int
next_side(struct operands *o, struct side *side)
{
	enum token t = next_token(o, side);

	if (t != TOKEN_CODE && t != TOKEN_PAIR)
		return 0;
	join_enhanced(o, side);
	return 1;
}

static void
set_text(struct question *q, char **words, int count)
{
	q->ask = ASK_TEXT;
	q->words = words;
	q->count = count;
}

/* A code, or a comparison: 1, or 0 if "vs" stands where it may not. */
static int
next_sides(struct operands *o, struct question *q)
{
	struct side side;

	if (!next_side(o, &q->side[q->sides]))
		return 0;
	q->sides++;
	while (next_is_vs(o)) {
		if (q->sides == SMTPCODE_COMPARE_MAX)
			return 0;
		(void)next_token(o, &side);
		if (!next_side(o, &q->side[q->sides]))
			return 0;
		q->sides++;
	}
	q->ask = q->sides > 1        ? ASK_COMPARE :
	    q->side[0].enhanced != 0 ? ASK_REPLY :
	                               ASK_CODE;
	return 1;
}

/* Leave operands of which nothing is left. */
static void
leave_read(struct operands *o)
{
	while (o->count > 0 && o->rest != NULL) {
		while (token_is_blank(*o->rest))
			o->rest++;
		if (*o->rest != '\0')
			return;
		next_word(o);
	}
}

int
operands_next(struct operands *o, struct question *q)
{
	struct side side;

	q->sides = 0;
	leave_read(o);
	if (o->text && o->count > 0) {
		set_text(q, o->words, o->count);
		o->count = 0;
		return 1;
	}
	switch (peek_token(o, &side)) {
	case TOKEN_END:
		return 0;
	case TOKEN_DASH:
		q->ask = ASK_INPUT;
		next_word(o);
		return 1;
	case TOKEN_CAUSE:
		q->ask = ASK_CAUSE;
		q->side[0] = side;
		next_word(o);
		return next_is_vs(o) ? -1 : 1;
	case TOKEN_TEXT:
		set_text(q, o->words, 1);
		next_word(o);
		return 1;
	default:
		return next_sides(o, q) ? 1 : -1;
	}
}

static int
wrong(const char *message)
{
	say("%s", message);
	return STATUS_ERROR;
}

/* A letter typed for a digit: 55O for 550. Writes what was meant: 1 or 0. */
static int
mend_digits(const char *word, char out[8])
{
	struct side side;
	size_t n = strlen(word), i;

	if (n >= 8)
		return 0;
	for (i = 0; i <= n; i++)
		out[i] = token_is_one_of(word[i], "Oo") ? '0' :
		    token_is_one_of(word[i], "lI")      ? '1' :
		                                          word[i];
	return token_code(out, n, &side);
}

/* Say that a word is no code, with the likeliest help. */
static int
no_code(const char *word)
{
	char meant[8];

	if (in_exists(word)) {
		say("%s is a file; smtpcode < %s explains what is in it", word,
		    word);
		return STATUS_ERROR;
	}
	if (mend_digits(word, meant)) {
		say("%s is no code; did you mean %s?", word, meant);
		return STATUS_ERROR;
	}
	if (word[0] >= '0' && word[0] <= '9')
		say("%s is no code; reply codes are 200 to 599, enhanced codes "
		    "look like 5.7.1",
		    word);
	else
		say("%s is no code; smtpcode -s %s searches the texts", word,
		    word);
	return STATUS_ERROR;
}

/* What stands among the operands. */
struct survey {
	const char *word; /* the first that can only be text */
	int dash, empty;
	int digits;           /* every operand begins with a digit */
	int vs, codes_before; /* before the first "vs" there are only codes */
};

static void
survey_word(struct survey *s, const char *word)
{
	struct side side;
	enum token t = TOKEN_TEXT;

	s->digits = s->digits && word[0] >= '0' && word[0] <= '9';
	if (word[0] == '\0' ||
	    (token_holds_blank(word) && token_is_codes(word))) {
		while (token_is_blank(*word))
			word++;
		s->empty = s->empty || *word == '\0';
		return;
	}
	if (!token_holds_blank(word))
		t = token_of(word, strlen(word), &side);
	if (t == TOKEN_WORD && s->word == NULL)
		s->word = word;
	s->dash = s->dash || t == TOKEN_DASH;
	s->vs = s->vs || t == TOKEN_VS;
	if (!s->vs && t != TOKEN_CODE && t != TOKEN_PAIR)
		s->codes_before = 0;
}

/* Walk through all questions; "vs" must stand where it may. */
static int
check_questions(struct operands o)
{
	struct question q;
	int more;

	while ((more = operands_next(&o, &q)) == 1)
		;
	if (more == 0)
		return STATUS_OK;
	return q.sides == SMTPCODE_COMPARE_MAX ?
	    wrong("a comparison takes at most six codes") :
	    wrong("vs must stand between two codes, as in 235 vs 551");
}

int
operands_read(struct operands *o, char **words, int count)
{
	struct survey s = { .digits = 1, .codes_before = 1 };
	int i;

	o->words = words;
	o->count = count;
	o->rest = NULL;
	o->text = 0;
	for (i = 0; i < count; i++)
		survey_word(&s, words[i]);
	if (s.word != NULL) {
		if (s.digits || (s.vs && s.codes_before) || count == 1)
			return no_code(s.word);
		o->text = 1;
		return STATUS_OK;
	}
	if (s.empty)
		return wrong("an operand is empty; a code or a reply belongs "
		             "there");
	if (s.dash && count > 1)
		return wrong("- is standard input and stands alone");
	return s.vs ? check_questions(*o) : STATUS_OK;
}
