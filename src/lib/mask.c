/* SPDX-License-Identifier: ISC */
/*
 * Texts with what varies replaced. Two replies are equal if their masks are;
 * rules see nothing but this; --redact prints it. Codes, providers' tags
 * (S3150, TSS04, AS780090) and the names of block lists and providers are left
 * alone, and masking twice changes nothing.
 */
#include <string.h>

#include "bytes.h"
#include "run.h"

/*
 * The bytes of words of letters at the start of s, with what may end them, and
 * the single blanks between: all that needs no closer look. A blank or the end
 * follows.
 */
static size_t
words_length(const char *s, size_t n)
{
	size_t used = 0, i = 0, letters;

	for (;;) {
		letters = length_of(s + i, n - i, LETTER);
		i += letters;
		if (i < n && letters > 0 &&
		    (s[i] == ',' || s[i] == '.' || s[i] == ';' || s[i] == ')' ||
		        (s[i] == ':' && !is_group(s + i - letters, letters))))
			i++;
		if (letters == 0 || (i < n && s[i] != ' '))
			return used;
		used = i++;
		if (i >= n)
			return used;
	}
}

/* Output that counts on when there is no more room, as snprintf does. */
struct output {
	char *p;
	size_t size, used;
};

static void
put(struct output *o, const char *s, size_t n)
{
	size_t room = o->used + 1 < o->size ? o->size - 1 - o->used : 0;

	if (room > 0) /* p may be NULL */
		memcpy(o->p + o->used, s, n < room ? n : room);
	o->used += n;
}

size_t
smtpcode_mask_text(const char *s, size_t n, char *out, size_t size)
{
	struct output o = { out, size, 0 };
	enum smtpcode_piece kind;
	size_t i, length, from = 0; /* what is to be copied begins */
	char before = '\0';
	int word = 1; /* one may begin */

	for (i = 0; i < n; i += length) {
		length = 1;
		if (is_space(s[i])) {
			while (i + length < n && is_space(s[i + length]))
				length++;
			word = 1;
			before = ' ';
			if (length == 1 && s[i] == ' ' && i > 0 && i + 1 < n)
				continue;
			put(&o, s + from, i - from);
			from = i + length;
			if (o.used > 0 && from < n)
				put(&o, " ", 1);
			continue;
		}
		if (word) {
			word = 0;
			length = words_length(s + i, n - i);
			if (length > 0) {
				before = ' ';
				continue;
			}
			length = 1;
		}
		if (class_of(s[i]) == 0 && s[i] != '<' && s[i] != '"' &&
		    (s[i] != ':' || i + 1 == n || s[i + 1] != ':')) {
			before = s[i];
			continue;
		}
		length = smtpcode_mask_piece(s + i, n - i, before, &kind);
		before = smtpcode_mask_last(s + i, length, kind);
		if (kind == SMTPCODE_PIECE_PLAIN)
			continue;
		put(&o, s + from, i - from);
		put(&o, smtpcode_x_placeholders[kind].text,
		    smtpcode_x_placeholders[kind].length);
		from = i + length;
	}
	put(&o, s + from, n - from);
	if (size > 0)
		out[o.used < size ? o.used : size - 1] = '\0';
	return o.used;
}
