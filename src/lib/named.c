/* SPDX-License-Identifier: ISC */
/*
 * What a reply names besides its cause: addresses, hosts, lists, times. Read
 * from the raw text, when somebody asks.
 */
#include <string.h>

#include "bytes.h"
#include "cause.h"
#include "host.h"
#include "piece.h"
#include "smtpcode_scan.h"
#include "table.h"

/* A piece of the text and the words in front of it. */
struct spot {
	struct smtpcode_span piece, before, before_that;
	enum smtpcode_piece kind;
	size_t end;
};

/* The next piece that is a word or masked, from at on: 1 or 0. */
static int
next_spot(const struct smtpcode_reply *r, size_t at, struct spot *spot)
{
	const char *s = r->text.p;
	char before = at > 0 ?
	    smtpcode_mask_last(spot->piece.p, spot->piece.n, spot->kind) :
	    '\0';
	size_t length;

	spot->before_that = spot->before;
	spot->before = spot->piece;
	for (; at < r->text.n; at += length) {
		length = smtpcode_mask_piece(
		    s + at, r->text.n - at, before, &spot->kind);
		before = smtpcode_mask_last(s + at, length, spot->kind);
		spot->piece = smtpcode_x_span_of(s + at, length);
		spot->end = at + length;
		if (spot->kind != SMTPCODE_PIECE_PLAIN || is_alnum(s[at]))
			return 1;
	}
	return 0;
}

static int
is_one_of(struct smtpcode_span word, const char *list)
{
	size_t n = strlen(list), at;

	for (at = 0; word.n > 0 && at + word.n <= n; at++)
		if (smtpcode_x_stands_at(list, n, at, word.p, word.n))
			return 1;
	return 0;
}

static int
same(struct smtpcode_span a, struct smtpcode_span b)
{
	size_t i;

	if (a.p == NULL || b.p == NULL || a.n != b.n)
		return 0;
	for (i = 0; i < a.n && lower(a.p[i]) == lower(b.p[i]); i++)
		;
	return i == a.n;
}

static struct smtpcode_span
domain_of(struct smtpcode_span address)
{
	struct smtpcode_span none = { NULL, 0 };
	size_t i;

	for (i = address.n; i > 0 && address.p[i - 1] != '@'; i--)
		;
	if (address.p == NULL || i == 0 || i == address.n)
		return none;
	return smtpcode_x_span_of(address.p + i, address.n - i);
}

/* ------------------------------------------------------------------- times */

/* Seconds of "5 minutes" or "300s": 0 if the spot says nothing of the kind. */
static uint32_t
seconds_of(const struct spot *number, struct smtpcode_span next)
{
	static const struct {
		char words[40];
		uint32_t seconds;
	} units[] = {
		{ "s sec secs second seconds", 1 },
		{ "m min mins minute minutes", 60 },
		{ "h hr hrs hour hours", 3600 },
		{ "d day days", 86400 },
	};
	struct smtpcode_span unit;
	uint32_t count = 0;
	size_t i, digits;

	for (digits = 0;
	     digits < number->piece.n && is_digit(number->piece.p[digits]);
	     digits++)
		if (count < 100000)
			count = count * 10 +
			    (uint32_t)(number->piece.p[digits] - '0');
	unit = smtpcode_x_span_of(
	    number->piece.p + digits, number->piece.n - digits);
	if (digits == 0)
		return 0;
	if (unit.n == 0)
		unit = next;
	for (i = 0; i < sizeof units / sizeof units[0]; i++)
		if (is_one_of(unit, units[i].words))
			return count > 864000 / units[i].seconds ?
			    864000 :
			    count * units[i].seconds;
	return 0;
}

/* Seconds of 00:05:00. */
static uint32_t
clock_seconds(struct smtpcode_span time)
{
	uint32_t part[3] = { 0, 0, 0 };
	size_t i, k = 0;

	for (i = 0; i < time.n && k < 3; i++)
		if (time.p[i] == ':')
			k++;
		else if (is_digit(time.p[i]) && part[k] < 100)
			part[k] = part[k] * 10 + (uint32_t)(time.p[i] - '0');
		else
			return 0;
	return k == 2 ? part[0] * 3600 + part[1] * 60 + part[2] : 0;
}

/* "try again in 5 minutes", "wait 300 s": what stands in front of the time
 * tells it from a limit ("100 messages in the last 60 minutes"). */
static void
take_time(const struct smtpcode_reply *r, const struct spot *spot,
    struct smtpcode_named *n)
{
	struct spot next = *spot;

	if (n->retry_after != 0 ||
	    !is_one_of(spot->before, "in after for wait least another"))
		return;
	if (spot->kind == SMTPCODE_PIECE_TIME)
		n->retry_after = clock_seconds(spot->piece);
	else if (is_digit(spot->piece.p[0]) && next_spot(r, spot->end, &next))
		n->retry_after = seconds_of(spot, next.piece);
	else if (is_digit(spot->piece.p[0]))
		n->retry_after = seconds_of(spot, (struct smtpcode_span){ 0 });
}

/* ------------------------------------------------------------------- places */

/* The address of a page in the text, without what ends a sentence. */
static void
find_url(const struct smtpcode_reply *r, struct smtpcode_named *n)
{
	static const char allowed[] =
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
	    "-._~:/?#@!$&*+,;=%";
	size_t plain = smtpcode_x_seek(r->text.p, r->text.n, "http://"),
	       safe = smtpcode_x_seek(r->text.p, r->text.n, "https://"),
	       at = plain < safe ? plain : safe, length;
	const char *s;

	if (at == smtpcode_x_none)
		return;
	s = r->text.p + at;
	length = smtpcode_x_span(s, r->text.n - at, allowed);
	while (memchr(".,;:!?", s[length - 1], 6) != NULL)
		length--;
	n->url = smtpcode_x_span_of(s, length);
}

/* A new address: the last one that "try", "to" or the like points to. */
static void
take_address(const struct smtpcode_reply *r, const struct spot *spot,
    struct smtpcode_named *n)
{
	struct smtpcode_span address = spot->piece;

	if (n->address.p == NULL)
		n->address = address;
	if (same(address, r->recipient))
		return;
	if (is_one_of(spot->before,
	        "to try at is use contact via as mailto address new") ||
	    r->code == 551)
		n->forward = address;
}

static void
take_host(const struct smtpcode_reply *r, const struct spot *spot,
    struct smtpcode_named *n)
{
	struct smtpcode_span host = spot->piece;

	if (n->host.p == NULL &&
	    !(r->host.n >= host.n &&
	        same(host, smtpcode_x_span_of(r->host.p, host.n))))
		n->host = host;
}

/* A host name that the tables know is cut into words; a list's is wanted. */
static void
take_list(const struct smtpcode_reply *r, const struct spot *spot,
    struct smtpcode_named *n)
{
	const char *s = r->text.p, *end = r->text.p + r->text.n,
	           *p = spot->piece.p;
	size_t length;

	if (n->list != NULL ||
	    (p > s && (is_alnum(p[-1]) || p[-1] == '.' || p[-1] == '-')))
		return;
	for (length = 0; p + length < end &&
	     (is_alnum(p[length]) || p[length] == '.' || p[length] == '-');
	     length++)
		;
	while (length > 0 && !is_alnum(p[length - 1]))
		length--;
	if (memchr(p, '.', length) != NULL)
		n->list = smtpcode_x_list_of(p, length, &n->list_url);
}

static int
is_cause(const struct smtpcode_verdict *v, const char *id)
{
	return smtpcode_x_is(smtpcode_cause_id(v->cause), id);
}

/* Whose domain a fix asks about. */
static struct smtpcode_span
find_domain(const struct smtpcode_reply *r, const struct smtpcode_verdict *v,
    const struct smtpcode_named *n)
{
	struct smtpcode_span host, recipient = domain_of(r->recipient);

	host = r->host;
	host.n =
	    host.p == NULL ? 0 : smtpcode_x_until(host.p, host.n, "[]():; ");
	if (v->cause->domain == DOMAIN_HOST && n->host.p == NULL && host.n > 0)
		return host;
	if (v->cause->domain == DOMAIN_RECIPIENT && recipient.p != NULL)
		return recipient;
	if (n->host.p != NULL)
		return n->host;
	if (n->address.p != NULL)
		return domain_of(n->address);
	return v->cause->domain == DOMAIN_SENDER ? smtpcode_x_span_of(NULL, 0) :
	                                           recipient;
}

void
smtpcode_read_named(const struct smtpcode_reply *r,
    const struct smtpcode_verdict *v, struct smtpcode_named *n)
{
	struct spot spot;
	int more;

	memset(n, 0, sizeof *n);
	memset(&spot, 0, sizeof spot);
	if (r->text.p == NULL)
		return;
	for (more = next_spot(r, 0, &spot); more;
	     more = next_spot(r, spot.end, &spot)) {
		take_time(r, &spot, n);
		if (spot.kind == SMTPCODE_PIECE_IP && n->ip.p == NULL &&
		    !smtpcode_x_begins(spot.piece.p, spot.piece.n, "127."))
			n->ip = spot.piece;
		else if (spot.kind == SMTPCODE_PIECE_ADDRESS)
			take_address(r, &spot, n);
		else if (spot.kind == SMTPCODE_PIECE_HOST)
			take_host(r, &spot, n);
		else
			take_list(r, &spot, n);
	}
	n->use = v->use;
	if (n->use == NULL && v->provider != NULL)
		n->use = smtpcode_x_find_use(r,
		    smtpcode_x_in_class(r->enhanced, v->reply_class),
		    smtpcode_x_provider_number(v->provider) + 1);
	find_url(r, n);
	n->domain = find_domain(r, v, n);
	if (!is_cause(v, "moved"))
		n->forward = smtpcode_x_span_of(NULL, 0);
	if (!is_cause(v, "blocklisted")) {
		n->list = NULL;
		n->list_url = NULL;
	} else if (n->list == NULL)
		n->list =
		    smtpcode_x_list_in(r->text.p, r->text.n, &n->list_url);
}
