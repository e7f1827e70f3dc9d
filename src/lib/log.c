/* SPDX-License-Identifier: ISC */
/*
 * What all logs have in common. Most lines of a log tell of no reply; to know
 * that of a line must cost next to nothing.
 */
#include <string.h>

#include "ahead.h"
#include "bytes.h"
#include "decode.h"
#include "gather.h"
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
 * each the first eight bytes, at the place that three of them lead to: lines
 * come in any order, and in a list the place would be guessed wrong for most.
 */
struct opening {
	char word[10];
	unsigned short has;
	uint64_t rest; /* of eight bytes, the bits behind the word */
};

enum { OPENINGS = 128 };

/* Of four bytes the last is multiplied away. With this factor no two openings
 * of a list meet; compilers warn of those that do. */
#define PLACE(x) ((uint32_t)((uint32_t)(x)*UINT32_C(0xfc442d00)) >> 25)
#define OPENING(a, b, c, word, has)                                            \
	[PLACE((a) | (uint32_t)(b) << 8 | (uint32_t)(c) << 16)] = { word, has, \
		~(UINT64_MAX >> (72 - 8 * sizeof(word))) }

/* Eight bytes are looked at. */
INLINE unsigned
opening_of(const char *s, const struct opening openings[OPENINGS])
{
	uint64_t x = number8(s);
	const struct opening *o = &openings[PLACE(x)];

	return ((x ^ number8(o->word)) | o->rest) == o->rest ? o->has :
	                                                       LOG_OTHER;
}

/* Bytes from a line's start on that may be looked at, be they of the next line:
 * a stamp, 64, and what begins behind them. */
enum { HEAD = 128 };

/* How a line is read, and where its text begins. */
struct form {
	unsigned has; /* the words by which it is read, or one of the forms */
	unsigned at;
};

/* Take the first of some blanks, one of which is left. */
static inline unsigned
next_blank(uint64_t *blanks)
{
	unsigned i = (unsigned)lowest_bit(*blanks);

	*blanks &= *blanks - 1;
	return i;
}

/* " dovecot: imap-login: ": who fetches mail, not who sends it. */
INLINE int
is_mailbox_server(const char *s)
{
	return memcmp(s, " dovecot: ", 10) == 0 &&
	    (memcmp(s + 10, "imap", 4) == 0 || memcmp(s + 10, "pop3", 4) == 0);
}

/* " postfix/smtp[550]: 4FYyJtpnc66CFJ4: to=<a@b>": the blanks of 64 bytes tell
 * where each ends. f->at is where the first of the 64 stands in the line, then
 * where the text begins. There may be an id or none: that is not to be guessed.
 * What begins with a small letter is none: "warning:". */
INLINE void
postfix_form(const char *s, uint64_t blanks, struct form *f)
{
	static const struct opening openings[OPENINGS] = {
		/* what is no answer to anybody, whatever codes the names in it
		   look like */
		OPENING('c', 'o', 'n', "connect ", LOG_IDLE),
		OPENING('d', 'i', 's', "disc", LOG_IDLE),
		OPENING('c', 'l', 'i', "client=", LOG_IDLE),
		OPENING('m', 'e', 's', "message-", LOG_IDLE),
		OPENING('f', 'r', 'o', "from=<", LOG_IDLE),
		OPENING('r', 'e', 'm', "removed", LOG_IDLE),
		OPENING('t', 'o', '=', "to=<", LOG_STATUS | LOG_SAID),
		OPENING('r', 'e', 'j', "reject: ", LOG_REJECT),
		OPENING('m', 'i', 'l', "milter-r", LOG_REJECT),
		OPENING('h', 'o', 's', "host ", LOG_SAID),
		OPENING('l', 'o', 's', "lost con", LOG_IDLE),
		OPENING('t', 'i', 'm', "timeout ", LOG_IDLE),
		OPENING('t', 'o', 'o', "too many", LOG_IDLE),
		OPENING('s', 'e', 'n', "sender n", LOG_IDLE),
		OPENING('S', 'S', 'L', "SSL_acce", LOG_IDLE),
		OPENING('A', 'n', 'o', "Anonymou", LOG_IDLE),
		OPENING('T', 'r', 'u', "Trusted ", LOG_IDLE),
		OPENING('U', 'n', 't', "Untruste", LOG_IDLE),
		OPENING('V', 'e', 'r', "Verified", LOG_IDLE),
		OPENING('m', 'a', 'x', "max c", LOG_IDLE),
		OPENING('s', 't', 'a', "statisti", LOG_IDLE),
		OPENING('d', 'a', 'e', "daemon s", LOG_IDLE),
		OPENING('u', 'i', 'd', "uid=", LOG_IDLE),
		OPENING('C', 'O', 'N', "CONNECT ", LOG_IDLE),
		OPENING('D', 'I', 'S', "DISCONNE", LOG_IDLE),
		OPENING('P', 'A', 'S', "PASS ", LOG_IDLE),
		OPENING('H', 'A', 'N', "HANGUP ", LOG_IDLE),
		OPENING('D', 'N', 'S', "DNSBL ra", LOG_IDLE),
		OPENING('W', 'H', 'I', "WHITELIS", LOG_IDLE),
		OPENING('A', 'L', 'L', "ALLOWLIS", LOG_IDLE),
		OPENING('a', 'd', 'd', "addr ", LOG_IDLE),
		/* what is done with mail that is not refused, and what quotes
		   the client or its mail */
		OPENING('w', 'a', 'r', "warn", LOG_IDLE),
		OPENING('i', 'n', 'f', "info:", LOG_IDLE),
		OPENING('h', 'o', 'l', "hold:", LOG_IDLE),
		OPENING('f', 'i', 'l', "filter:", LOG_IDLE),
		OPENING('p', 'r', 'e', "prepend:", LOG_IDLE),
		OPENING('r', 'e', 'd', "redirect", LOG_IDLE),
		OPENING('r', 'e', 'p', "replace:", LOG_IDLE),
		OPENING('i', 'm', 'p', "improper", LOG_IDLE),
		OPENING('P', 'R', 'E', "PREGREET", LOG_IDLE),
		OPENING('C', 'O', 'M', "COMMAND ", LOG_IDLE),
		OPENING('B', 'A', 'R', "BARE NEW", LOG_IDLE),
		OPENING('N', 'O', 'N', "NON-SMTP", LOG_IDLE),
	};
	unsigned process = f->at + next_blank(&blanks),
	         id = f->at + next_blank(&blanks), is_id;

	if (memcmp(s + process - 2, "]:", 2) != 0)
		return;
	is_id =
	    (id - process > 7) & (s[process + 1] < 'a') & (s[id - 1] == ':');
	f->at = 1 + process + ((id - process) & (0 - is_id));
	f->has = opening_of(s + f->at, openings);
}

/* "1UdD87-0000000pXSe-Be8D ", a message id of Exim's: its bytes and the blank
 * behind it, or 0. Of which kind is not to be guessed. */
INLINE unsigned
exim_id_length(const char *s)
{
	static const struct pattern old = { "", "000000-000000-00",
		"zzzzzz-zzzzzz-zz" };
	static const struct pattern rest = { "", "00000000000-0000",
		"zzzzzzzzzzz-zzzz" };

	return 17 * (unsigned)(fits_pattern(s, &old) & (s[16] == ' ')) +
	    24 *
	    (unsigned)(fits_pattern(s + 7, &rest) & (s[6] == '-') &
	        (s[23] == ' '));
}

/* " H=mx [192.0.2.1] ..." is a refusal or tells what a server said, or is
 * something else. */
static unsigned
host_form(const char *s, size_t n)
{
	unsigned has = LOG_REJECTED;
	size_t at = seek_by(s, n, 'j', " rejected ");

	if (at == smtpcode_x_none) {
		has = LOG_ERROR;
		at = seek_by(s, n, 'P', "SMTP error from remote mail");
	}
	/* What an ACL warns of answers nobody, whatever it says. */
	if (seek_by(s, at < n ? at + 1 : n, 'W', " Warning: ") !=
	    smtpcode_x_none)
		return LOG_IDLE;
	return at == smtpcode_x_none ? LOG_OTHER : has;
}

/* What no list tells: "plain authenticator failed for ...". */
static unsigned
other_exim_form(const char *s, size_t n)
{
	static const char failed[] = " authenticator failed ";
	size_t name = length_of_word(s, n);

	/* What a client sent is quoted; only an error is a server's. */
	if (n > 8 && memcmp(s, "SMTP ", 5) == 0)
		return memcmp(s + 5, "err", 3) == 0 ? LOG_OTHER : LOG_IDLE;
	return n - name >= sizeof failed - 1 &&
	        memcmp(s + name, failed, sizeof failed - 1) == 0 ?
	    LOG_LOGIN :
	    LOG_OTHER;
}

/* What no opening tells. */
static unsigned
long_exim_form(const char *s, size_t n, struct form *f)
{
	s += f->at;
	n -= f->at;
	if (!starts_with(s, n, "H="))
		return other_exim_form(s, n);
	f->at--; /* with the blank before */
	return host_form(s - 1, n + 1);
}

/* "<=" is a message that came in; a success may have its reply behind it. */
INLINE struct form
exim_form(unsigned stamp, const char *head)
{
	static const struct opening openings[OPENINGS] = {
		OPENING('<', '=', ' ', "<= ", LOG_IDLE),
		OPENING('=', '>', ' ', "=> ", LOG_DELIVERY),
		OPENING('C', 'o', 'm', "Complete", LOG_IDLE),
		OPENING('-', '>', ' ', "-> ", LOG_DELIVERY),
		OPENING('*', '*', ' ', "** ", LOG_DELIVERY),
		OPENING('=', '=', ' ', "== ", LOG_DELIVERY),
		OPENING('n', 'o', ' ', "no ", LOG_IDLE),
		OPENING('e', 'x', 'i', "exim 4.", LOG_IDLE),
		OPENING('S', 'M', 'T', "SMTP con", LOG_IDLE),
		OPENING('T', 'L', 'S', "TLS erro", LOG_IDLE),
		OPENING('u', 'n', 'e', "unexpect", LOG_IDLE),
		OPENING('S', 't', 'a', "Start qu", LOG_IDLE),
		OPENING('E', 'n', 'd', "End queu", LOG_IDLE),
	};
	struct form f;

	f.at = stamp + exim_id_length(head + stamp);
	f.has = opening_of(head + f.at, openings);
	if (f.has == LOG_OTHER)
		f.has = LOG_EXIM;
	return f;
}

/* The form of a line of n bytes without its end, by its head alone, behind a
 * stamp. */
INLINE struct form
form_behind(unsigned stamp, const char *head, size_t n)
{
	struct form f = { LOG_OTHER, stamp };
	uint64_t blanks;
	unsigned end;

	/* three are asked for, be they there or not */
	blanks = same64(head + f.at, ' ') | UINT64_C(7) << 61;
	end = f.at + next_blank(&blanks); /* of a host, or an id */
	if (end > n)                      /* of the next line */
		return f;
	/* "postfix-out/smtp[550]:" too */
	if (memcmp(head + end, " postfix", 8) == 0)
		postfix_form(head, blanks, &f);
	else if (is_mailbox_server(head + end))
		f.has = LOG_IDLE;
	else if (head[4] == '-' && head[10] == ' ')
		/* Exim's own log has a blank in its stamp. */
		f = exim_form(stamp, head);
	if (f.at > n) { /* into the next line */
		f.at = 0;
		f.has = LOG_OTHER;
	}
	return f;
}

/* The same of any line. */
INLINE struct form
form_of(const char *head, size_t n)
{
	struct form f = { LOG_PLAIN, 0 };
	unsigned stamp = (unsigned)stamp_length(head, n);

	if (stamp == 0)
		return f;
	if (stamp == 16)
		return form_behind(16, head, n);
	if (stamp == 20) {
		f = exim_form(20, head);
		if ((f.has != LOG_EXIM || memcmp(head + f.at, "H=", 2) == 0) &&
		    f.at <= n)
			return f;
	}
	return form_behind(stamp, head, n);
}

/* The same of a line with nothing to be looked at behind it. */
static struct form
last_form(const char *s, size_t n)
{
	struct form f = { LOG_PLAIN, 0 };
	char head[HEAD];

	if (n >= HEAD)
		return form_of(s, n);
	if (stamp_length(s, n) == 0)
		return f;
	memset(head + n, 0, HEAD - n);
	memcpy(head, s, n);
	return form_of(head, n);
}

unsigned
smtpcode_x_log_form(const char *s, size_t n, struct smtpcode_span *text)
{
	struct form f = last_form(s, n);

	if (f.has == LOG_EXIM)
		f.has = long_exim_form(s, n, &f);
	*text = smtpcode_x_span_of(s + f.at, n - f.at);
	return f.has < LOG_IDLE ? f.has : 0;
}

/* What the head of a line does not tell: words or LOG_IDLE, or 0: it may tell
 * of a reply. */
static unsigned
long_form(const char *s, size_t n, struct form *f)
{
	unsigned has = f->has;

	if (has == LOG_PLAIN)
		return 0;
	if (has == LOG_EXIM)
		has = long_exim_form(s, n, f);
	if (has != LOG_OTHER)
		return has;
	if (smtpcode_x_odd_blanks(s, n) != 0) /* to be read without them */
		return 0;
	return smtpcode_x_is_quiet(s + 16, n - 16) ? LOG_IDLE : 0;
}

/* "550 5.1.1 User unknown", if nothing of the next line belongs to it, which
 * begins with that byte: LOG_BARE, or 0. */
static unsigned
plain_form(const char *s, size_t n, char next)
{
	return n > 8 && is_digit(s[0]) && s[3] == ' ' && s[4] == s[0] &&
	        smtpcode_x_is_whole(n, next) &&
	        smtpcode_x_odd_blanks(s, n) == 0 ?
	    LOG_BARE :
	    0;
}

int
smtpcode_x_is_idle(const char *s, size_t n)
{
	struct form f = last_form(s, n);

	return (f.has >= LOG_OTHER ? long_form(s, n, &f) : f.has) == LOG_IDLE;
}

/* Which lines are kept is not to be guessed: each is written down, and if it is
 * not kept the next takes its place. */
void
smtpcode_x_tell_forms(struct ahead *a, const char *base)
{
	size_t next = a->next, start = a->start, told = a->told, kept = 0;
	struct ahead_line *to;
	struct form f;
	const char *line;
	size_t end, length;

	while (next < a->lines.n && kept < AHEAD_LINES) {
		end = a->lines.end[next++];
		line = base + start;
		length = end - start;
		if (base[end] != '\n') {
			if (base[end] != '\r')
				continue; /* a tab: the line goes on */
			if (end + 1 < a->size && base[end + 1] == '\n')
				end = a->lines.end[next++];
			else
				length = 0; /* a line feed may follow later */
		}
		f = a->size - start < HEAD ? last_form(line, length) :
		                             form_of(line, length);
		if (f.has >= LOG_OTHER)
			f.has = f.has == LOG_PLAIN ?
			    plain_form(line, length,
			        end + 1 < a->size ? base[end + 1] : ' ') :
			    long_form(line, length, &f);
		to = &a->line[kept];
		to->start = start;
		to->length = length;
		to->text = f.at;
		to->has = f.has;
		to->number = told++;
		kept += f.has != LOG_IDLE;
		start = end + 1;
	}
	a->next = next;
	a->start = start;
	a->told = told;
	a->first = 0;
	a->kept = kept;
}
