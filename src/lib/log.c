/* SPDX-License-Identifier: ISC */
/*
 * What all logs have in common. Most lines of a log tell of no reply; to know
 * that of a line must cost next to nothing.
 */
#include <string.h>

#include "bytes.h"
#include "log.h"
#include "piece.h"
#include "stamp.h"

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
enum { OPENINGS = 128 };

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
	static const unsigned char masks[16] = { 255, 255, 255, 255, 255, 255,
		255, 255 };
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

/* " postfix/smtp[550]: ": the bytes up to what is said, or 0. */
static size_t
postfix_head(const char *s, size_t n)
{
	size_t i = 9 + length_of_word(s + 9, n - 9);

	return i < n && memcmp(s + i - 2, "]: ", 3) == 0 ? i + 1 : 0;
}

/* " dovecot: imap-login: ": who fetches mail, not who sends it. */
static int
is_mailbox_server(const char *s, size_t n)
{
	return n >= 14 && memcmp(s, " dovecot: ", 10) == 0 &&
	    (memcmp(s + 10, "imap", 4) == 0 || memcmp(s + 10, "pop3", 4) == 0);
}

/* "4FYyJtpnc66CFJ4: " or "NOQUEUE: ": their bytes, or 0. No word in small
 * letters: "warning: ". */
static size_t
id_length(const char *s, size_t n)
{
	size_t i = length_of(s, n, LETTER | DIGIT);

	return i >= 6 && s[0] < 'a' && n - i >= 2 && s[i] == ':' &&
	        s[i + 1] == ' ' ?
	    i + 2 :
	    0;
}

/* Of a marked line, from " postfix/" on. */
static unsigned
postfix_form(const char *s, size_t n, struct smtpcode_span *text)
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
		OPENING('m', 'i', "milter-r", LOG_REJECT),
		OPENING('h', 'o', "host ", LOG_SAID),
		OPENING('l', 'o', "lost con", LOG_IDLE),
		OPENING('A', 'n', "Anonymou", LOG_IDLE),
		OPENING('T', 'r', "Trusted ", LOG_IDLE),
		OPENING('U', 'n', "Untruste", LOG_IDLE),
		OPENING('V', 'e', "Verified", LOG_IDLE),
		OPENING('m', 'a', "max c", LOG_IDLE),
		OPENING('s', 't', "statisti", LOG_IDLE),
		OPENING('d', 'a', "daemon s", LOG_IDLE),
		OPENING('u', 'i', "uid=", LOG_IDLE),
		/* what quotes the client or its mail */
		OPENING('w', 'a', "warning:", LOG_IDLE),
		OPENING('i', 'm', "improper", LOG_IDLE),
		OPENING('P', 'R', "PREGREET", LOG_IDLE),
		OPENING('C', 'O', "COMMAND ", LOG_IDLE),
		OPENING('B', 'A', "BARE NEW", LOG_IDLE),
		OPENING('N', 'O', "NON-SMTP", LOG_IDLE),
	};
	size_t head = postfix_head(s, n);

	if (head == 0)
		return 0;
	head += id_length(s + head, n - head);
	*text = smtpcode_x_span_of(s + head, n - head);
	return opening_of(s + head, n - head, openings);
}

/* Is the word of n bytes a message id of Exim's? A blank follows. */
static int
is_exim_id(const char *s, size_t n)
{
	return (n == 16 || n == 23) && s[6] == '-' &&
	    s[n == 16 ? 13 : 18] == '-' && s[n] == ' ';
}

/* " H=mx [192.0.2.1] ..." is a refusal or tells what a server said; what it is
 * else tells nothing without a code. */
static unsigned
host_form(const char *s, size_t n, unsigned marked)
{
	if (seek_by(s, n, 'j', " rejected ") != smtpcode_x_none)
		return LOG_REJECTED;
	if (!marked)
		return LOG_IDLE;
	return seek_by(s, n, 'P', "SMTP error from remote mail") ==
	        smtpcode_x_none ?
	    0 :
	    LOG_ERROR;
}

/* What no list tells: "plain authenticator failed for ...". */
static unsigned
other_exim_form(const char *s, size_t n)
{
	static const char failed[] = " authenticator failed ";
	size_t name = length_of_word(s, n);

	/* What a client sent is quoted; only an error is a server's. */
	if (n > 8 && memcmp(s, "SMTP ", 5) == 0)
		return memcmp(s + 5, "err", 3) == 0 ? 0 : LOG_IDLE;
	return n - name >= sizeof failed - 1 &&
	        memcmp(s + name, failed, sizeof failed - 1) == 0 ?
	    LOG_LOGIN :
	    0;
}

static const struct opening exim_openings[OPENINGS] = {
	OPENING('<', '=', "<= ", LOG_IDLE),
	OPENING('=', '>', "=> ", LOG_SENT),
	OPENING('C', 'o', "Complete", LOG_IDLE),
	OPENING('-', '>', "-> ", LOG_SENT),
	OPENING('*', '*', "** ", LOG_DELIVERY),
	OPENING('=', '=', "== ", LOG_DELIVERY),
	OPENING('H', '=', "H=", LOG_HOST),
	OPENING('n', 'o', "no ", LOG_IDLE),
	OPENING('e', 'x', "exim ", LOG_IDLE),
	OPENING('S', 'M', "SMTP con", LOG_IDLE),
	OPENING('T', 'L', "TLS erro", LOG_IDLE),
	OPENING('u', 'n', "unexpect", LOG_IDLE),
	OPENING('S', 't', "Start qu", LOG_IDLE),
	OPENING('E', 'n', "End queu", LOG_IDLE),
};

/* Behind stamp and id. "<=" is a message that came in; a success may have its
 * reply behind it. */
static unsigned
exim_form(const char *s, size_t n, unsigned marked, struct smtpcode_span *text)
{
	unsigned has = opening_of(s, n, exim_openings);

	*text = smtpcode_x_span_of(s, n);
	if (has == 0)
		return other_exim_form(s, n);
	if (has == LOG_SENT)
		return marked ? LOG_DELIVERY : LOG_IDLE;
	if (has != LOG_HOST)
		return has;
	text->p--; /* with the blank before */
	text->n++;
	return host_form(text->p, text->n, marked);
}

/* Of a line with a stamp of "at" bytes, whose next word ends at "end". */
static unsigned
other_form(const char *s, size_t n, size_t at, size_t end, unsigned marked,
    struct smtpcode_span *text)
{
	if (is_mailbox_server(s + end, n - end))
		return LOG_IDLE;
	/* Exim's own log has a blank in its stamp. */
	if (s[4] != '-' || s[10] != ' ')
		return LOG_OTHER;
	if (end < n && is_exim_id(s + at, end - at))
		at = end + 1;
	return exim_form(s + at, n - at, marked, text);
}

/* The form of a line without its end; marked as lines.h tells. Lines of
 * Postfix's that are not marked tell of no reply. */
static unsigned
form_of(const char *s, size_t n, unsigned marked, struct smtpcode_span *text)
{
	size_t at = stamp_length(s, n), end;

	if (at == 0)
		return 0;
	end = at + length_of_word(s + at, n - at); /* a host, or an id */
	if (!starts_with(s + end, n - end, " postfix/"))
		return other_form(s, n, at, end, marked, text);
	return marked ? postfix_form(s + end, n - end, text) : LOG_IDLE;
}

unsigned
smtpcode_x_log_form(const char *s, size_t n, struct smtpcode_span *text)
{
	unsigned has = form_of(s, n, LINES_MARK, text);

	return has == LOG_IDLE || has == LOG_OTHER ? 0 : has;
}

/* The same, with LOG_IDLE for all lines that tell of no reply, and 0 for those
 * of which nobody knows. */
static unsigned
skip_form(const char *s, size_t n, unsigned marked, struct smtpcode_span *text)
{
	unsigned has = form_of(s, n, marked, text);

	if (has != LOG_OTHER)
		return has;
	return smtpcode_x_is_quiet(s + 16, n - 16) ? LOG_IDLE : 0;
}

int
smtpcode_x_is_idle(const char *s, size_t n)
{
	struct smtpcode_span text;
	unsigned marked = (unsigned)smtpcode_x_is_marked(s, n);

	return skip_form(s, n, marked, &text) == LOG_IDLE;
}

/* Where " postfix/" stands behind a stamp of syslog's and a host, or 0. */
static inline size_t
postfix_at(const char *s, size_t n)
{
	size_t at;

	if (n < 32)
		return 0;
	at = is_syslog_stamp(s) ? 16 : s[10] == 'T' ? iso_stamp(s, n) : 0;
	if (at == 0)
		return 0;
	at += length_of_word(s + at, n - at);
	return starts_with(s + at, n - at, " postfix/") ? at : 0;
}

/* Is a line that is not marked one of Exim's of which there are many? What this
 * denies may be idle still. */
static inline int
is_idle_exim(const char *s, size_t n)
{
	size_t at = 20, word;

	if (n < 45 || !is_exim_stamp(s))
		return 0;
	word = length_of_word(s + at, n - at);
	if (at + word < n && is_exim_id(s + at, word))
		at += word + 1;
	return (opening_of(s + at, n - at, exim_openings) &
	           (LOG_IDLE | LOG_SENT)) != 0;
}

/* What skip_form() tells, sooner of the lines that most logs are full of. */
static inline unsigned
quick_form(const char *s, size_t n, unsigned marked, struct smtpcode_span *text)
{
	size_t at = postfix_at(s, n);

	if (at > 0)
		return marked ? postfix_form(s + at, n - at, text) : LOG_IDLE;
	if (!marked && is_idle_exim(s, n))
		return LOG_IDLE;
	return skip_form(s, n, marked, text);
}

/* See to it that a->next is the line at s: 0 if it has no end in the n bytes,
 * or is too long. */
static int
look_ahead(
    struct ahead *a, const char *s, size_t n, enum smtpcode_x_level level)
{
	if (a->at >= a->size || a->size - a->at > n) {
		a->size = smtpcode_x_find_lines(s, n, level, &a->lines);
		a->at = a->next = 0;
		if (a->lines.n > 0)
			a->size = 1u + (a->lines.end[a->lines.n - 1] >> 1);
	}
	while (a->next < a->lines.n && a->lines.end[a->next] >> 1 < a->at)
		a->next++;
	return a->next < a->lines.n;
}

/* The bytes of the line end there: a line feed, with a carriage return in front
 * or without; 0 if it is something else, or may be. */
static size_t
end_length(const struct ahead *a, const char *base, size_t end)
{
	if (base[end] == '\n')
		return 1;
	return end + 1 < a->size && base[end + 1] == '\n' ? 2 : 0;
}

/* The same for the lines of the stretch: 1 if they are all skipped. */
static int
skip_stretch(
    struct ahead *a, const char *base, uint64_t *lines, struct log_line *next)
{
	size_t end, length;
	unsigned has;

	while (a->next < a->lines.n) {
		end = a->lines.end[a->next] >> 1;
		length = end_length(a, base, end);
		if (length == 0)
			return 0;
		has = quick_form(base + a->at, end - a->at,
		    a->lines.end[a->next] & LINES_MARK, &next->text);
		if (has != LOG_IDLE) {
			next->n = end - a->at;
			next->has = has;
			return 0;
		}
		a->at = end + length;
		a->next += length; /* each of the two is an end */
		++*lines;
	}
	return 1;
}

size_t
smtpcode_x_skip_lines(struct ahead *a, const char *p, size_t n,
    enum smtpcode_x_level level, uint64_t *lines, struct log_line *next)
{
	size_t used = 0, at;
	int more = 1;

	next->n = next->has = 0;
	while (more && look_ahead(a, p + used, n - used, level)) {
		at = a->at;
		more = skip_stretch(a, p + used - at, lines, next);
		used += a->at - at;
	}
	return used;
}
