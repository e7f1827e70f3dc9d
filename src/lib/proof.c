/* SPDX-License-Identifier: ISC */
/*
 * What stands around a number and says whether it is a reply code: never a
 * port, a size, a process id or a year.
 */
#include <string.h>

#include "bytes.h"
#include "proof.h"
#include "run.h"
#include "smtpcode_reply.h"

#define begins smtpcode_x_begins

/* Words in front of a code, by the lower five bits of what they end with; the
 * longer ones leave no doubt. */
#define STRONG(word)                                 \
	{                                            \
		word, sizeof(word) - 1, PROOF_STRONG \
	}
#define WEAK(word)                                 \
	{                                          \
		word, sizeof(word) - 1, PROOF_WEAK \
	}
static const struct {
	char word[14];
	unsigned char length, proof;
} words[32][10] = {
	['d' & 31] = { STRONG("said"), STRONG("replied"), STRONG("responded"),
	    STRONG("returned"), STRONG("answered"), WEAK("failed"),
	    WEAK("deferred"), WEAK("bounced"), WEAK("received"),
	    STRONG("{led") }, /* the last error of Exchange's queues */
	['s' & 31] = { STRONG("says"), STRONG("reports"), WEAK("status"),
	    WEAK("was") },
	['p' & 31] = { STRONG("smtp") },
	['y' & 31] = { STRONG("reply") },
	['e' & 31] = { STRONG("response"), STRONG("talk to me"), WEAK("code"),
	    WEAK("message"), WEAK("failure") },
	['t' & 31] = { STRONG("reject"), STRONG("stat"), WEAK("got") },
	['c' & 31] = { STRONG("diagnostic") },
	['r' & 31] = { WEAK("error") },
	['h' & 31] = { WEAK("with") },
	['n' & 31] = { WEAK("reason") },
	['l' & 31] = { WEAK("unsuccessful") },
	['m' & 31] = { WEAK("problem") },
};
#undef STRONG
#undef WEAK

/* The proof by the word that ends the n bytes at s. */
static enum proof
word_proof(const char *s, size_t n)
{
	size_t row, i, length;
	char before;

	if (n < 2 || !is_letter(s[n - 1]))
		return PROOF_NONE;
	row = (size_t)(s[n - 1] & 31);
	before = lower(s[n - 2]);
	for (i = 0; i < 10 && (length = words[row][i].length) > 0; i++)
		if (before == words[row][i].word[length - 2] && n >= length &&
		    begins(s + n - length, length, words[row][i].word) &&
		    (n == length || !is_alnum(s[n - length - 1])))
			return (enum proof)words[row][i].proof;
	return PROOF_NONE;
}

/* Is one of the names in front of s + at, but for marks? */
static int
is_behind(const char *s, size_t at, const char (*names)[24], size_t count)
{
	size_t i, length;

	while (at > 0 && memchr(" \t:\"(", s[at - 1], 5) != NULL)
		at--;
	for (i = 0; i < count; i++) {
		length = strlen(names[i]);
		if (at >= length && begins(s + at - length, length, names[i]) &&
		    (at == length || !is_alnum(s[at - length - 1])))
			return 1;
	}
	return 0;
}

int
smtpcode_x_counts_other(const char *s, size_t at)
{
	static const char names[][24] = { "version", "release", "port", "size",
		"pid", "total", "length", "lines", "bytes", "exit status",
		"php", "python", "linux", "kernel",
		"expected response code", /* what libraries say again: */
		"responsecode", "retcode" };

	return is_behind(s, at, names, sizeof names / sizeof names[0]);
}

/* Does the number at s + at answer in another protocol? */
static int
is_foreign(const char *s, size_t at)
{
	static const char names[][24] = { "http error", "httperror",
		"http response", "http status", "failed with status code",
		"sip response", "ftp response", "error_perm", "error_temp" };

	return is_behind(s, at, names, sizeof names / sizeof names[0]);
}

/* Is "#550" a colour? It stands in a text, neither behind a word that tells of
 * a reply nor in a parenthesis as qmail's codes. */
static int
is_color(const char *s, size_t at)
{
	size_t i = at;

	if (at < 2 || s[at - 1] != '#' || s[at - 2] == '(')
		return 0;
	while (i > 0 && memchr("# \t:;=", s[i - 1], 6) != NULL)
		i--;
	return i > 0 && word_proof(s, i) == PROOF_NONE;
}

/* The bytes of a mark that ends the n bytes at s: brackets and quotes, also
 * those of Chinese and Japanese; a backslash escapes one. */
static size_t
mark_length(const char *s, size_t n)
{
	static const char marks[][4] = { "\xe2\x80\x98", "\xe2\x80\x9c",
		"\xef\xbc\x88", "\xe3\x80\x8c" };
	size_t i;

	if (n == 0)
		return 0;
	switch (s[n - 1]) {
	case '#':
	case '(':
	case '"':
	case '\'':
	case '[':
	case '<':
	case '\\':
		return 1;
	default:
		break;
	}
	if (n < 3 || (s[n - 1] & 0x80) == 0)
		return 0;
	for (i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (memcmp(s + n - 3, marks[i], 3) == 0)
			return 3;
	return 0;
}

/* The n bytes at s without the marks that end them. */
static size_t
before_marks(const char *s, size_t n)
{
	size_t length;

	while ((length = mark_length(s, n)) > 0)
		n -= length;
	return n;
}

/* Does a file or a path end the n bytes at s: "smtp.go:421"? */
static int
is_source(const char *s, size_t n)
{
	while (n > 0 && is_alnum(s[n - 1]))
		n--;
	return n > 0 && (s[n - 1] == '.' || s[n - 1] == '/');
}

/* Do a number and an arrow end the n bytes at s: "128 -> 512"? */
static int
is_change(const char *s, size_t n)
{
	if (n < 3 || s[n - 1] != '>' || (s[n - 2] != '-' && s[n - 2] != '='))
		return 0;
	for (n -= 2; n > 0 && is_blank(s[n - 1]); n--)
		;
	return n > 0 && is_digit(s[n - 1]);
}

/* What stands in front of the code at s + at and of the marks, which begin at
 * s + i. */
static enum proof
proof_before(const char *s, size_t at, size_t i)
{
	int blank, marks = i < at;
	enum proof proof;

	blank = i > 0 && is_blank(s[i - 1]);
	while (i > 0 && is_blank(s[i - 1]))
		i--;
	if (i == 0)
		return PROOF_WEAK;
	if (i > 2 && memcmp(s + i - 3, "\xef\xbc\x9a", 3) == 0)
		return PROOF_WEAK; /* a colon of Chinese and Japanese */
	switch (s[i - 1]) {
	case ';':
		proof = word_proof(s, i - 1);
		return proof == PROOF_NONE && (blank || marks) ? PROOF_WEAK :
		                                                 proof;
	case '=': /* "status=503" is of HTTP */
		for (i--; i > 0 && is_blank(s[i - 1]); i--)
			;
		return i > 5 && begins(s + i - 6, 6, "status") ?
		    PROOF_NONE :
		    word_proof(s, i);
	case ':':
		i--;
		i -= i > 0 && s[i - 1] == '"'; /* "code":550 */
		while (i > 0 && is_blank(s[i - 1]))
			i--;
		proof = word_proof(s, i);
		return proof != PROOF_NONE       ? proof :
		    !blank && is_source(s, i)    ? PROOF_NONE :
		    blank || marks               ? PROOF_WEAK :
		    i > 0 && is_letter(s[i - 1]) ? PROOF_WEAK :
		                                   PROOF_NONE;
	case ',': /* "5.1.1 (bad destination),553 no", as PowerMTA counts */
		return blank || marks || (i > 1 && s[i - 2] == ')') ?
		    PROOF_WEAK :
		    PROOF_NONE;
	case '-':
	case '>':
	case '|':
	case ')':
	case ']':
		return (blank || marks) && !is_change(s, i) ? PROOF_WEAK :
		                                              PROOF_NONE;
	default:
		proof = blank || marks ? word_proof(s, i) : PROOF_NONE;
		return proof != PROOF_NONE ? proof :
		    marks && blank         ? PROOF_WEAK :
		                             PROOF_NONE;
	}
}

/* What follows the three digits must not make them part of something else. */
static int
follows_code(const char *s, size_t n)
{
	if (n == 0)
		return 1;
	if (is_blank(s[0]))
		return n < 2 || !is_digit(s[1]) || n < 4 || s[2] == '.' ||
		    (is_digit(s[2]) && is_digit(s[3]) &&
		        (n == 4 || is_blank(s[4]) || s[4] == '-'));
	if (s[0] == '-')
		return n < 2 || !is_digit(s[1]) || (n > 2 && s[2] == '.') ||
		    n < 4 || s[4 < n ? 4 : n - 1] == ' ';
	return memchr(":;,=.'\")<", s[0], 9) != NULL &&
	    (n < 2 || !is_digit(s[1]));
}

static int
is_listed(uint32_t code)
{
	const struct smtpcode_entry *e = smtpcode_find_entry(code);

	return e != NULL && smtpcode_class_of(code) != SMTPCODE_CLASS_NONE;
}

int
smtpcode_x_has_enhanced(const char *s, size_t n)
{
	uint32_t code, enhanced;

	return n > 8 && (is_blank(s[3]) || s[3] == '-') && s[4] == s[0] &&
	    (s[5] == '.' || memcmp(s + 4, s, 3) == 0) && /* 554 554 5.7.0 */
	    smtpcode_parse_codes(s, n, &code, &enhanced) > 0 && enhanced != 0;
}

size_t
smtpcode_x_tuple_text(const char *s, size_t n, size_t at)
{
	size_t i = at + 5;

	if (at == 0 || s[at - 1] != '(' || n - at < 7 ||
	    memcmp(s + at + 3, ", ", 2) != 0)
		return 0;
	i += s[i] == 'b';
	return s[i] == '\'' || s[i] == '"' ? i + 1 : 0;
}

int
smtpcode_x_may_be_code(const char *s, size_t n, size_t at)
{
	uint32_t code;
	size_t i;

	if (s[at + 1] == '.')
		return smtpcode_parse_code(s + at, n - at, &code) > 0;
	if (smtpcode_x_has_enhanced(s + at, n - at))
		return 1;
	if (at > 1 && s[at - 1] == ' ' && is_alnum(s[at - 2]))
		return word_proof(s, at - 1) != PROOF_NONE; /* as most stand */
	if (smtpcode_x_tuple_text(s, n, at) > 0)
		return 1;
	/* result="550 no" of OpenSMTPD's is no place for prose */
	i = before_marks(s, at);
	return (i > 0 && i < at && s[i - 1] == '=') ||
	    proof_before(s, at, i) != PROOF_NONE;
}

enum proof
smtpcode_x_proof_of_code(const char *s, size_t n, size_t at)
{
	const char *p = s + at;
	uint32_t code;
	enum proof proof;

	if (n - at < 3 || p[0] < '2' || p[0] > '5' || !is_digit(p[1]) ||
	    !is_digit(p[2]) ||
	    (at > 0 &&
	        (is_alnum(p[-1]) || p[-1] == '.' || p[-1] == '/' ||
	            p[-1] == '_')))
		return PROOF_NONE;
	if (!follows_code(p + 3, n - at - 3))
		return PROOF_NONE;
	if (smtpcode_x_tuple_text(s, n, at) > 0)
		return PROOF_STRONG;
	code = number_of(p);
	proof = proof_before(s, at, before_marks(s, at));
	if (smtpcode_x_has_enhanced(
	        p, n - at)) /* 421 4.2.1: hardly anything else */
		return at > 0 && p[-1] == '<' ? PROOF_STRONG :
		    proof == PROOF_NONE       ? PROOF_WEAK :
		                                proof;
	if (proof != PROOF_NONE && is_foreign(s, at))
		return PROOF_NONE;
	return proof == PROOF_WEAK &&
	        (!is_listed(code) || smtpcode_x_counts_other(s, at) ||
	            smtpcode_x_has_unit(p + 3, n - at - 3) || is_color(s, at)) ?
	    PROOF_NONE :
	    proof;
}
