/* SPDX-License-Identifier: ISC */
/*
 * What all logs have in common. Most lines of a log tell of no reply; to know
 * that of a line must cost next to nothing.
 */
#include <string.h>

#include "bytes.h"
#include "log.h"

#define begins smtpcode_x_begins

/* "Nov 20 03:14:05 ", with every byte looked at: it must not hold a line end.
 */
static int
is_syslog_stamp(const char *s)
{
	static const struct pattern stamp = { "   ", "aaa  0 00:00:00 ",
		"zzz 99 99:99:99 " };

	return fits_pattern(s, &stamp) && (s[4] == ' ' || is_digit(s[4]));
}

/* "2026-11-20T03:14:05.123+01:00 " */
static size_t
iso_stamp(const char *s, size_t n)
{
	static const struct pattern stamp = { "", "0000-00-00 00:00",
		"9999-99-99T99:99" };
	size_t i;

	if (!fits_pattern(s, &stamp) || (s[10] != 'T' && s[10] != ' '))
		return 0;
	for (i = 16; i < 40 && i < n && s[i] > ' ' && s[i] < 0x7f; i++)
		;
	return i < n && s[i] == ' ' ? i + 1 : 0;
}

static inline size_t
stamp_length(const char *s, size_t n)
{
	if (n < 20)
		return 0;
	return is_syslog_stamp(s) ? 16 : iso_stamp(s, n);
}

size_t
smtpcode_read_stamp(const char *s, size_t n)
{
	return stamp_length(s, n);
}

/*
 * What begins the text of a line, behind host and id, tells how to read it. Of
 * each the first eight bytes, at the place that two bytes lead to: lines come
 * in any order, and in a list the place would be guessed wrong for most.
 */
enum { OPENINGS = 64 };

struct opening {
	char word[9];
	unsigned char length;
	unsigned short has;
};

#define PLACE(a, b) (((a)*3 + (b)*4) % OPENINGS)
#define OPENING(a, b, word, has) [PLACE(a, b)] = { word, sizeof(word) - 1, has }

static inline unsigned
opening_of(const char *s, size_t n, const struct opening openings[OPENINGS])
{
	static const char masks[16] = { -1, -1, -1, -1, -1, -1, -1, -1 };
	const struct opening *o;
	uint64_t x = 0, word, mask;

	if (n < 2)
		return 0;
	o = &openings[PLACE((unsigned char)s[0], (unsigned char)s[1])];
	if (n < 8)
		memcpy(&x, s, n);
	else
		memcpy(&x, s, 8);
	memcpy(&word, o->word, 8);
	memcpy(&mask, masks + 8 - o->length, 8);
	return ((x ^ word) & mask) == 0 ? o->has : 0;
}

/* "host postfix/smtp[550]: ": the bytes up to what is said, or 0. */
static size_t
postfix_head(const char *s, size_t n)
{
	size_t i = length_of_word(s, n);

	if (n - i < 8 || memcmp(s + i, " postfix", 8) != 0)
		return 0;
	i += 8;
	i += length_of_word(s + i, n - i);
	return i < n && memcmp(s + i - 2, "]: ", 3) == 0 ? i + 1 : 0;
}

/* "host dovecot: imap-login: ": who fetches mail, not who sends it. */
static int
is_mailbox_server(const char *s, size_t n)
{
	size_t i = length_of_word(s, n);

	return n - i >= 14 && memcmp(s + i, " dovecot: ", 10) == 0 &&
	    (memcmp(s + i + 10, "imap", 4) == 0 ||
	        memcmp(s + i + 10, "pop3", 4) == 0);
}

/* "4FYyJtpnc66CFJ4: " or "NOQUEUE: ": their bytes, or 0. */
static size_t
id_length(const char *s, size_t n)
{
	size_t i = length_of(s, n, LETTER | DIGIT);

	return i >= 6 && n - i >= 2 && s[i] == ':' && s[i + 1] == ' ' ? i + 2 :
	                                                                0;
}

static unsigned
postfix_form(const char *s, size_t n)
{
	static const struct opening openings[OPENINGS] = {
		/* what is no answer to anybody, whatever codes the names in it
		   look like */
		OPENING('c', 'o', "connect ", LOG_IDLE),
		OPENING('d', 'i', "disconne", LOG_IDLE),
		OPENING('c', 'l', "client=", LOG_IDLE),
		OPENING('m', 'e', "message-", LOG_IDLE),
		OPENING('f', 'r', "from=<", LOG_IDLE),
		OPENING('t', 'o', "to=<", LOG_STATUS | LOG_SAID),
		OPENING('r', 'e', "reject: ", LOG_REJECT),
		OPENING('l', 'o', "lost con", LOG_IDLE),
		OPENING('A', 'n', "Anonymou", LOG_IDLE),
		OPENING('T', 'r', "Trusted ", LOG_IDLE),
		OPENING('U', 'n', "Untruste", LOG_IDLE),
		OPENING('V', 'e', "Verified", LOG_IDLE),
		OPENING('m', 'a', "max c", LOG_IDLE),
		OPENING('u', 'i', "uid=", LOG_IDLE),
		/* what quotes the client or its mail */
		OPENING('w', 'a', "warning:", LOG_IDLE),
		OPENING('i', 'm', "improper", LOG_IDLE),
		OPENING('P', 'R', "PREGREET", LOG_IDLE),
		OPENING('C', 'O', "COMMAND ", LOG_IDLE),
		OPENING('B', 'A', "BARE NEW", LOG_IDLE),
		OPENING('N', 'O', "NON-SMTP", LOG_IDLE),
	};
	unsigned has = opening_of(s, n, openings);

	return has == 0 ? LOG_CODED : has; /* a reply of Postfix's has a code */
}

/* A message id of Exim's and a blank: their bytes, or 0. */
static size_t
exim_id_length(const char *s, size_t n)
{
	size_t i = length_of_word(s, n);

	if ((i != 16 && i != 23) || i == n || s[i] != ' ' || s[6] != '-')
		return 0;
	return s[i == 16 ? 13 : 18] == '-' ? i + 1 : 0;
}

/* "<=" is a message that came in; a success may have its reply behind it. */
static unsigned
exim_form(const char *s, size_t n)
{
	static const struct opening openings[OPENINGS] = {
		OPENING('<', '=', "<= ", LOG_IDLE),
		OPENING('=', '>', "=> ", LOG_DELIVERY | LOG_CODED),
		OPENING('C', 'o', "Complete", LOG_IDLE),
		OPENING('-', '>', "-> ", LOG_DELIVERY | LOG_CODED),
		OPENING('*', '*', "** ", LOG_DELIVERY),
		OPENING('=', '=', "== ", LOG_DELIVERY),
		OPENING('H', '=', "H=", LOG_REJECTED),
		OPENING('n', 'o', "no ", LOG_IDLE),
		OPENING('T', 'L', "TLS erro", LOG_IDLE),
		OPENING('u', 'n', "unexpect", LOG_IDLE),
		OPENING('S', 't', "Start qu", LOG_IDLE),
		OPENING('E', 'n', "End queu", LOG_IDLE),
	};

	static const char failed[] = " authenticator failed ";
	unsigned has = opening_of(s, n, openings);
	size_t name = has == 0 ? length_of_word(s, n) : 0;

	/* What a client sent is quoted; only an error is a server's. */
	if (has == 0 && n > 8 && memcmp(s, "SMTP ", 5) == 0)
		return memcmp(s + 5, "err", 3) == 0 ? 0 : LOG_IDLE;
	if (has == 0 && n - name >= sizeof failed - 1 &&
	    memcmp(s + name, failed, sizeof failed - 1) == 0)
		return LOG_LOGIN;
	return has;
}

/* Of a line without its end, or more: the form, and where its text begins. */
static unsigned
form_of(const char *s, size_t n, size_t *text)
{
	size_t at = stamp_length(s, n), head;

	*text = at;
	if (at == 0)
		return 0;
	head = postfix_head(s + at, n - at);
	if (head > 0) {
		at += head;
		at += id_length(s + at, n - at);
		*text = at;
		return postfix_form(s + at, n - at);
	}
	if (is_mailbox_server(s + at, n - at))
		return LOG_IDLE;
	/* Exim's own log has a blank in its stamp. */
	if (s[4] != '-' || s[10] != ' ')
		return 0;
	at += exim_id_length(s + at, n - at);
	*text = at;
	return exim_form(s + at, n - at);
}

/* The form of a line whose end is known. */
static unsigned
form_of_whole(unsigned has, const char *s, size_t n, size_t at,
    struct smtpcode_span *text)
{
	text->p = s + at;
	text->n = n - at;
	if (has == LOG_REJECTED) {
		if (smtpcode_x_seek(text->p, text->n, "rejected ") ==
		    smtpcode_x_none)
			return smtpcode_x_seek(text->p, text->n,
			           "SMTP error from remote mail") ==
			        smtpcode_x_none ?
			    0 :
			    LOG_ERROR;
		text->p--; /* with the blank before */
		text->n++;
	}
	return has & ~(unsigned)LOG_CODED;
}

unsigned
smtpcode_x_log_form(const char *s, size_t n, struct smtpcode_span *text)
{
	size_t at;
	unsigned has = form_of(s, n, &at);

	return has == LOG_IDLE ? 0 : form_of_whole(has, s, n, at, text);
}

/*
 * The bytes up to the end of the line of that form at s, whose text begins at
 * "at". *has becomes LOG_IDLE if no reply can stand in it, 0 if a carriage
 * return does.
 */
static size_t
end_of(const char *s, size_t n, size_t at, enum smtpcode_x_find_level level,
    unsigned *has)
{
	size_t length;
	int candidate;

	if ((*has & LOG_CODED) == 0) {
		length = at + smtpcode_x_find_end(s + at, n - at, level);
		if (length < n && s[length] == '\r')
			*has = 0;
		return length;
	}
	length = at + smtpcode_x_find_line(s + at, n - at, level, &candidate);
	if (!candidate)
		*has = LOG_IDLE;
	else if (memchr(s + at, '\r', length - at) != NULL)
		*has = 0;
	return length;
}

int
smtpcode_x_is_idle(const char *s, size_t n, enum smtpcode_x_find_level level)
{
	size_t at;
	unsigned has = form_of(s, n, &at);
	int candidate = 1;

	if ((has & LOG_CODED) != 0)
		(void)smtpcode_x_find_line(s + at, n - at, level, &candidate);
	return has == LOG_IDLE || !candidate;
}

size_t
smtpcode_x_skip_lines(const char *p, size_t n, enum smtpcode_x_find_level level,
    uint64_t *lines, struct log_line *next)
{
	const char *s = p, *end = p + n;
	size_t at;

	for (;; ++*lines) {
		next->has = form_of(s, (size_t)(end - s), &at);
		if (next->has == 0)
			break;
		next->n = end_of(s, (size_t)(end - s), at, level, &next->has);
		if (s + next->n == end || next->n > SMTPCODE_LINE_MAX)
			next->has = 0;
		if (next->has != LOG_IDLE)
			break;
		s += next->n + 1;
	}
	if (next->has != 0)
		next->has =
		    form_of_whole(next->has, s, next->n, at, &next->text);
	return (size_t)(s - p);
}

/* The words by the lower five bits of what they begin with. */
static const struct {
	char word[16];
	unsigned short bit;
} words[32][8] = {
	['s' & 31] = { { "status=", LOG_STATUS }, { "said: ", LOG_SAID },
	    { "stat=", LOG_STAT }, { "smtp error", LOG_ERROR },
	    { "strip:", LOG_NOBODY } },
	['r' & 31] = { { "reject: ", LOG_REJECT }, { "reject=", LOG_STAT },
	    { "rejected ", LOG_REJECTED }, { "refused to talk", LOG_SAID },
	    { "reject_warning:", LOG_NOBODY }, { "redirect:", LOG_NOBODY },
	    { "replace:", LOG_NOBODY }, { "result=\"", LOG_STAT } },
	['m' & 31] = { { "milter-", LOG_REJECT | LOG_NOBODY },
	    { "-> ", LOG_DELIVERY } },
	['a' & 31] = { { "authenticator", LOG_LOGIN } },
	['w' & 31] = { { "warn:", LOG_NOBODY },
	    { "warning: header", LOG_NOBODY },
	    { "warning: body", LOG_NOBODY } },
	['i' & 31] = { { "info: header", LOG_NOBODY },
	    { "info: body", LOG_NOBODY }, { "improper ", LOG_NOBODY },
	    { "illegal address", LOG_NOBODY } },
	['n' & 31] = { { "non-smtp ", LOG_NOBODY } },
	['h' & 31] = { { "hold:", LOG_NOBODY } },
	['f' & 31] = { { "filter:", LOG_NOBODY } },
	['d' & 31] = { { "discard:", LOG_NOBODY } },
	['p' & 31] = { { "prepend:", LOG_NOBODY }, { "pregreet ", LOG_NOBODY },
	    { "proxy-reject:", LOG_REJECT } },
	['b' & 31] = { { "bcc:", LOG_NOBODY },
	    { "bare newline ", LOG_NOBODY } },
	['c' & 31] = { { "command pipelin", LOG_NOBODY } },
	['*' & 31] = { { "** ", LOG_DELIVERY } },
	['=' & 31] = { { "== ", LOG_DELIVERY }, { "=> ", LOG_DELIVERY } },
};

/* Which of the words begins the n bytes at s. */
static unsigned
word_at(const char *s, size_t n)
{
	size_t row, i;
	char second;

	if (n < 3)
		return 0;
	row = (size_t)(s[0] & 31);
	second = lower(s[1]);
	for (i = 0; i < 8 && words[row][i].bit != 0; i++)
		if (words[row][i].word[1] == second &&
		    begins(s, n, words[row][i].word))
			return words[row][i].bit;
	return 0;
}

unsigned
smtpcode_x_log_words(const char *s, size_t n)
{
	unsigned found = word_at(s, n);
	size_t at = 0;

	while ((at += length_to(s + at, n - at, ' ') + 1) < n)
		found |= word_at(s + at, n - at);
	if (n > 40 && smtpcode_x_seek(s, n, ",status=") != smtpcode_x_none)
		found |= LOG_STATUS;
	return found;
}
