/* SPDX-License-Identifier: ISC */
/*
 * A bounce tells a failure in its prose, in its report and in what it quotes.
 */
#include "once.h"
#include "bytes.h"

/* Of the first letters and digits, as many as that. */
static uint32_t
hash_of(struct smtpcode_span text, size_t letters, uint32_t h)
{
	size_t i;

	for (i = 0; i < text.n && letters > 0; i++)
		if (is_alnum(text.p[i])) {
			h = (h ^ (unsigned char)lower(text.p[i])) * 16777619u;
			letters--;
		}
	return h;
}

static uint32_t
hash_of_recipient(struct smtpcode_span recipient)
{
	return hash_of(recipient, ONCE_NAME, 0);
}

int
smtpcode_x_was_told(struct once *o, const struct smtpcode_reply *r)
{
	struct told t;
	size_t i;

	t.reply =
	    hash_of(r->text, 32, 2166136261u ^ r->code ^ r->enhanced << 4);
	t.recipient = hash_of_recipient(r->recipient);
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
		if (h != 0 && o->told[i].recipient == h)
			return 1;
	return 0;
}
