/* SPDX-License-Identifier: ISC */
/*
 * smtpcode_reply.h - read a reply, tell what it means, and which are the same
 *
 * What smtpcode.h says of its functions holds for these too.
 */
#ifndef SMTPCODE_REPLY_H
#define SMTPCODE_REPLY_H

#include "smtpcode.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ----------------------------------------------------------------- replies */

struct smtpcode_span { /* bytes of someone else's; p is NULL: there are none */
	const char *p;
	size_t n;
};

#define SMTPCODE_MAILBOX_MAX 320 /* bytes of an address: RFC 5321 4.5.3.1 */

enum { /* what is odd about a reply, as bits of notes */
	SMTPCODE_NOTE_CLASS = 1, /* 550 4.7.1: the classes disagree */
	SMTPCODE_NOTE_RANGE = 2, /* 571: not what RFC 5321 4.2 allows */
	SMTPCODE_NOTE_PLACE = 4, /* an enhanced code where none may stand */
	SMTPCODE_NOTE_LINES = 8, /* its lines carry different codes */
	SMTPCODE_NOTE_CUT = 16   /* longer than the buffer: the end is lost */
};

enum smtpcode_direction {
	SMTPCODE_DIRECTION_NONE,
	SMTPCODE_DIRECTION_OUT, /* an answer to our mail */
	SMTPCODE_DIRECTION_IN   /* our answer to a client */
};

struct smtpcode_reply {
	uint32_t code;             /* reply code, or 0 */
	uint32_t enhanced;         /* enhanced status code, or 0 */
	struct smtpcode_span text; /* what was said, without the codes */
	/* what a log or a bounce tells beside it */
	struct smtpcode_span host; /* who said it */
	struct smtpcode_span recipient;
	struct smtpcode_span command; /* what it answered: "RCPT" ... */
	enum smtpcode_direction direction;
	enum smtpcode_class reply_class; /* what a log tells without codes */
	unsigned notes;
};

/*
 * Read a reply code, an enhanced status code or both at the start of the n
 * bytes at s, with what clings to them: "550 5.1.1", "#550 5.1.10",
 * "550-5.7.1", "550: 5.2.2", "5.1.1". Returns the bytes up to the text, or 0 if
 * no code stands there. RFC 5321 4.2, RFC 2034 4, RFC 3463 2; 571 and the like
 * are read too.
 */
size_t smtpcode_parse_codes(
    const char *s, size_t n, uint32_t *code, uint32_t *enhanced);

/*
 * Read one reply of one or several lines at the start of s; they end in LF or
 * CR LF. join (size bytes, may be NULL) receives the text if it has several
 * lines, joined by blanks; else the text is a part of s, p NULL if it is empty.
 * Returns the bytes the reply takes, with its last line end, or 0 if no reply
 * stands there.
 */
size_t smtpcode_parse_reply(
    const char *s, size_t n, char *join, size_t size, struct smtpcode_reply *r);

/* The notes that the codes of a reply deserve. */
unsigned smtpcode_code_notes(uint32_t code, uint32_t enhanced);

/* ---------------------------------------------------------------- verdicts */

#define SMTPCODE_DETAILS 4
#define SMTPCODE_EVIDENCE_MAX 80

/* What a reply means. */
struct smtpcode_verdict {
	const struct smtpcode_cause *cause; /* never NULL: "unknown" is one */
	const char *detail[SMTPCODE_DETAILS + 1]; /* "spf" ..., then NULL */
	const char *rule;                         /* id of what decided, NULL:
	                                           * codes did */
	const struct smtpcode_provider *provider; /* who answered, or NULL */
	struct smtpcode_span tag;       /* the provider's own mark: "S3150" */
	const struct smtpcode_use *use; /* the provider's, if it decided */
	const struct smtpcode_entry *entry; /* of the enhanced code, else of the
	                                     * reply code, or NULL */
	struct smtpcode_span evidence;      /* the words that decided, at most
	                                     * SMTPCODE_EVIDENCE_MAX bytes; p is
	                                     * NULL: the codes */
	enum smtpcode_class reply_class;
	enum smtpcode_retry retry;
	enum smtpcode_actor actor;
	enum smtpcode_address address;
	enum smtpcode_certainty certainty;
	unsigned notes; /* those of the reply */
};

/*
 * What a reply means. Depends on the reply alone, never on replies before it;
 * takes time linear in its text. Spans point into the reply's text.
 */
void smtpcode_judge_reply(
    const struct smtpcode_reply *r, struct smtpcode_verdict *v);

/* As smtpcode_cause_text(), of the detail if it has a text of its own. */
const char *smtpcode_verdict_text(const struct smtpcode_verdict *v,
    enum smtpcode_field field, size_t item, int lang);

/* What a reply names, as it stands in its text. */
struct smtpcode_named {
	struct smtpcode_span ip;      /* the first but for 127.0.0.0/8, mostly
	                                 that complained of */
	struct smtpcode_span host;    /* the first that no table knows, but for
	                                 the one that answered */
	struct smtpcode_span address; /* the first mail address */
	struct smtpcode_span domain;  /* that a fix is about */
	/* the new address, if the cause is moved: for one to be dropped */
	struct smtpcode_span forward;
	struct smtpcode_span url; /* a page */
	const struct smtpcode_use
	    *use;                    /* what the provider means by the code */
	const char *list, *list_url; /* if the cause is blocklisted: the list,
	                                and where to look it up */
	uint32_t retry_after; /* seconds, at most ten days; 0: not told */
};

/* Find them, in time linear in the reply's text. */
void smtpcode_read_named(const struct smtpcode_reply *r,
    const struct smtpcode_verdict *v, struct smtpcode_named *n);

/* ------------------------------------------------------------------- masks */

enum { SMTPCODE_PATTERN_PIECES = 12 };

enum smtpcode_piece {
	SMTPCODE_PIECE_PLAIN, /* a run of letters and digits, or another byte */
	SMTPCODE_PIECE_ADDRESS,
	SMTPCODE_PIECE_HOST,
	SMTPCODE_PIECE_IP,
	SMTPCODE_PIECE_ID,
	SMTPCODE_PIECE_TIME,
	SMTPCODE_PIECE_NUMBER
};

/*
 * The length of the piece at the start of s (n > 0), at least 1, and its kind:
 * plain, or what varies between equal replies. before is what
 * smtpcode_mask_last() tells of the piece in front of s, 0 at the start of a
 * text. <ip> and <ip-3> are read as what they stand for.
 */
size_t smtpcode_mask_piece(
    const char *s, size_t n, char before, enum smtpcode_piece *kind);

/* The last byte of a piece, or of what it is replaced by: what follows is read
 * alike behind either. */
char smtpcode_mask_last(const char *s, size_t length, enum smtpcode_piece kind);

/*
 * Write the n bytes at s with what varies replaced by <address>, <host>, <ip>,
 * <id>, <time> and <number>, and white space folded to one blank. Codes, tags
 * of providers, and names of block lists and providers stay. Returns the
 * length that the whole needs, as snprintf(3); out is NUL-terminated if size
 * is not 0. Masking a mask changes nothing.
 */
size_t smtpcode_mask_text(const char *s, size_t n, char *out, size_t size);

/* A mask that texts are compared with. */
struct smtpcode_pattern {
	const char *mask; /* NULL: no text fits */
	uint16_t length, pieces;
	struct {
		uint16_t at; /* of the placeholder, in the mask */
		unsigned char length, kind;
	} piece[SMTPCODE_PATTERN_PIECES];
};

/* Make a pattern of the m bytes at mask, which smtpcode_mask_text() gave and
 * which must last as long. Of some masks it is one that no text fits. */
void smtpcode_mask_study(
    const char *mask, size_t m, struct smtpcode_pattern *p);

/*
 * Do the n bytes at s have that mask? 1: smtpcode_mask_text() gives it; 0: it
 * gives something else, or that is too hard to tell. Several times as fast.
 */
int smtpcode_mask_fits(
    const struct smtpcode_pattern *p, const char *s, size_t n);

#ifdef __cplusplus
}
#endif
#endif
