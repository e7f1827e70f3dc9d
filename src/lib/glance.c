/* SPDX-License-Identifier: ISC */
/*
 * What a piece of a text is, told from 64 bytes at once. The bytes are turned
 * into bits by their kind; the rest is arithmetic, since hosts and ids come in
 * all lengths and whoever goes through them byte by byte guesses wrong at each
 * end. Says what mask_piece.c and run.c say, or nothing.
 */
#include <string.h>

#include "bits.h"
#include "host.h"
#include "run.h"

enum { WIDTH = 64 };

/* Which of the bytes are what: as many as it takes to see the end of a run,
 * with an @ in it or without. */
struct sight {
	uint64_t letter, small /* bit 5 */, digit, dot, join /* - and _ */, at;
};

#if defined(__SSE2__)

/* Sixteen bytes, of which those that were seen before are dropped, as bits from
 * i on. 1 if the run goes on behind them. */
static inline int
see16(const char *s, unsigned drop, unsigned i, struct sight *v)
{
	__m128i x = load16(s), letter = letters16(x),
	        digit = among16(x, '0', 10), dot = same16(x, '.'),
	        join = _mm_or_si128(same16(x, '-'), same16(x, '_')),
	        at = same16(x, '@'), run;

	run = _mm_or_si128(_mm_or_si128(letter, digit),
	    _mm_or_si128(_mm_or_si128(dot, join), at));
	v->letter |= (uint64_t)(bits_of(letter) >> drop) << i;
	v->small |= (uint64_t)(bits_of(_mm_slli_epi16(x, 2)) >> drop) << i;
	v->digit |= (uint64_t)(bits_of(digit) >> drop) << i;
	v->dot |= (uint64_t)(bits_of(dot) >> drop) << i;
	v->join |= (uint64_t)(bits_of(join) >> drop) << i;
	v->at |= (uint64_t)(bits_of(at) >> drop) << i;
	return bits_of(run) >> drop == 0xffffu >> drop;
}

static inline void
see(const char *s, size_t n, struct sight *v)
{
	char last[16] = { 0 };
	unsigned i;

	for (i = 0; i < WIDTH && i + 16 <= n; i += 16)
		if (!see16(s + i, 0, i, v))
			return;
	if (i == WIDTH || i == n)
		return;
	if (n >= 16) {
		(void)see16(s + n - 16, 16 - (unsigned)(n - i), i, v);
		return;
	}
	memcpy(last, s, n);
	(void)see16(last, 0, 0, v);
}

#else

static inline void
see(const char *s, size_t n, struct sight *v)
{
	unsigned i;

	for (i = 0; i < WIDTH && i < n; i++) {
		v->letter |= (uint64_t)is_letter(s[i]) << i;
		v->small |= (uint64_t)((s[i] & 32) != 0) << i;
		v->digit |= (uint64_t)is_digit(s[i]) << i;
		v->dot |= (uint64_t)(s[i] == '.') << i;
		v->join |= (uint64_t)(s[i] == '-' || s[i] == '_') << i;
		v->at |= (uint64_t)(s[i] == '@') << i;
	}
}

#endif

/* A number of one to three digits: is it up to 255? */
static inline int
is_octet(const char *s, size_t n)
{
	return n < 3 || s[0] == '1' ||
	    (s[0] == '2' && (s[1] < '5' || (s[1] == '5' && s[2] < '6'))) ||
	    s[0] == '0';
}

/* 192.0.2.1: four numbers up to 255. */
static int
is_ipv4(const char *s, size_t run, uint64_t dots)
{
	size_t a, b, c;

	if ((dots & (dots << 1 | 1)) != 0)
		return 0;
	a = lowest_bit(dots | UINT64_C(1) << 63);
	dots &= dots - 1;
	b = lowest_bit(dots | UINT64_C(1) << 63);
	dots &= dots - 1;
	if (dots == 0 || (dots & (dots - 1)) != 0)
		return 0;
	c = lowest_bit(dots);
	return a <= 3 && b - a <= 4 && c - b <= 4 && run - c <= 4 &&
	    is_octet(s, a) && is_octet(s + a + 1, b - a - 1) &&
	    is_octet(s + b + 1, c - b - 1) && is_octet(s + c + 1, run - c - 1);
}

/* A name with a dot whose last label is letters, all of one case. */
static int
is_host(const char *s, size_t run, const struct sight *v)
{
	uint64_t in = low_bits(run), dots = v->dot & in, small;
	size_t last;

	if (dots == 0 || (dots & dots << 1) != 0)
		return 0;
	last = highest_bit(dots) + 1;
	in >>= last;
	if ((v->letter >> last & in) != in)
		return run - last > 4 && memcmp(s + last, "xn--", 4) == 0;
	small = v->small >> last & in;
	return run - last >= 2 && (small == 0 || small == in);
}

/* Letters and digits mixed as nobody writes words, in the first bytes. */
static int
is_id(size_t bytes, const struct sight *v)
{
	uint64_t in = low_bits(bytes), digit = v->digit & in, more,
	         other = in & ~(v->digit | v->letter);
	unsigned letters = count_bits(v->letter & in),
	         numbers = count_bits(digit), turns;

	if (letters == 0 || numbers == 0)
		return 0;
	/* What stands between them counts as what is in front of it. */
	while ((more = other & digit << 1 & ~digit) != 0)
		digit |= more;
	turns = count_bits((digit ^ digit << 1) & in & ~UINT64_C(1));
	return (turns >= 2 && letters + numbers >= 6) ||
	    (letters + numbers >= 12 && numbers >= 4);
}

/* The bytes of an address whose @ is at s[at]; core: of letters and digits and
 * what may stand between. */
static size_t
address_length(
    const char *s, size_t n, size_t at, uint64_t alnum, uint64_t core)
{
	size_t domain;

	at++;
	if (at == WIDTH || (core >> at & 1) == 0)
		return 0;
	domain = lowest_bit(~(core >> at));
	if (at + domain >= WIDTH ||
	    (at + domain < n && (class_of(s[at + domain]) & RUN) != 0))
		return 0;
	alnum = alnum >> at & low_bits(domain);
	return alnum != 0 ? at + highest_bit(alnum) + 1 : 0;
}

/* What the run at s is, of which nothing more hangs on what follows. */
static size_t
run_kind(
    const char *s, size_t run, const struct sight *v, enum smtpcode_piece *kind)
{
	uint64_t in = low_bits(run), digits = v->digit & in;
	size_t plain = lowest_bit(~(v->letter | v->digit)), length;

	if (((v->letter | v->join) & in) == 0 && is_ipv4(s, run, v->dot & in))
		*kind = SMTPCODE_PIECE_IP;
	else if (is_host(s, run, v)) {
		length = smtpcode_x_known_host(s, run);
		if (length == run || (length > 0 && !is_id(run - length, v)))
			return plain;
		*kind = length == 0 ? SMTPCODE_PIECE_HOST : SMTPCODE_PIECE_ID;
		return length == 0 ? run : run - length - 1;
	} else if ((digits & 0xf) == 0xf && (v->join & 0x10) != 0)
		return 0; /* a date? */
	else if (is_id(run, v))
		*kind = SMTPCODE_PIECE_ID;
	else if (digits == in) {
		if (run == 3 && s[0] >= '2' && s[0] <= '5')
			return 0; /* "550", or "300 seconds" */
		*kind = SMTPCODE_PIECE_NUMBER;
	} else {
		length = lowest_bit(~v->digit);
		/* with a unit? */
		return length > 0 && run - length <= 5 ? 0 : plain;
	}
	return run;
}

size_t
smtpcode_x_glance(const char *s, size_t n, enum smtpcode_piece *kind)
{
	struct sight v = { 0, 0, 0, 0, 0, 0 };
	uint64_t alnum, core;
	size_t run, end = n < LOCAL_MAX ? n : LOCAL_MAX;
	char behind;

	see(s, n, &v);
	alnum = v.letter | v.digit;
	core = alnum | v.dot | v.join;
	if ((alnum & 1) == 0 || ~core == 0)
		return 0;
	run = lowest_bit(~core);
	if ((v.at >> run & 1) != 0) {
		*kind = SMTPCODE_PIECE_ADDRESS;
		return address_length(s, n, run, alnum, core);
	}
	behind = run < n ? s[run] : ' ';
	if ((class_of(behind) & RUN) != 0 || (behind == ':' && run <= 4) ||
	    (class_of(behind) == LOCAL &&
	        length_to(s + run, end - run, '@') < end - run))
		return 0;
	*kind = SMTPCODE_PIECE_PLAIN;
	/* What ends a sentence is none of it. */
	return run_kind(s, highest_bit(alnum & low_bits(run)) + 1, &v, kind);
}
