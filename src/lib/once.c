/* SPDX-License-Identifier: ISC */
/*
 * A bounce tells a failure in its prose, in its report and in what it quotes.
 */
#include "once.h"
#include "bytes.h"

static uint32_t
add(uint32_t hash, char c)
{
	return (hash ^ (unsigned char)lower(c)) * 16777619u;
}

/* Of the first letters and digits of its text: reports fold and quote. */
static uint32_t
hash_of(const struct smtpcode_reply *r)
{
	uint32_t h = 2166136261u ^ r->code ^ r->enhanced << 4;
	size_t i, letters = 0;

	for (i = 0; i < r->text.n && letters < 32; i++)
		if (is_alnum(r->text.p[i])) {
			h = add(h, r->text.p[i]);
			letters++;
		}
	return h;
}

static uint32_t
hash_of_recipient(struct smtpcode_span recipient)
{
	uint32_t h = 0;
	size_t i;

	for (i = 0; i < recipient.n && i < SMTPCODE_MAILBOX_MAX; i++)
		h = add(h, recipient.p[i]);
	return h;
}

int
smtpcode_x_was_told(struct once *o, const struct smtpcode_reply *r)
{
	struct told t;
	size_t i;

	t.reply = hash_of(r);
	t.recipient = hash_of_recipient(r->recipient);
	t.failed = r->code < 200 || r->code >= 400;
	for (i = 0; i < o->n; i++)
		if (o->told[i].reply == t.reply &&
		    (o->told[i].recipient == t.recipient || t.recipient == 0 ||
		        o->told[i].recipient == 0))
			return 1;
	if (o->n < ONCE_MOST)
		o->told[o->n++] = t;
	return 0;
}

int
smtpcode_x_was_told_of(const struct once *o, struct smtpcode_span recipient)
{
	uint32_t h = hash_of_recipient(recipient);
	size_t i;

	for (i = 0; i < o->n; i++)
		if (h != 0 && o->told[i].recipient == h && o->told[i].failed)
			return 1;
	return 0;
}
