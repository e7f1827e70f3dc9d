/* SPDX-License-Identifier: ISC */
/*
 * The languages that are built in, and which of them serves a locale. The
 * locale is read as text; nothing need be installed for it.
 */
#include <string.h>

#include "smtpcode.h"

#define LANGUAGE(row, tag, name, join, rtl) { tag, name, join, rtl },
static const struct language {
	char tag[12];
	char name[32];
	char join[4];
	char rtl;
} languages[] = {
#include "languages.inc"
};
#undef LANGUAGE

#define LANGUAGES (int)(sizeof languages / sizeof languages[0])

static char
folded(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	return c == '_' ? '-' : c;
}

/* Are the first n bytes of both the same? Case, and _ for -, do not matter. */
static int
begins(const char *a, const char *b, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (folded(a[i]) != folded(b[i]))
			return 0;
	return 1;
}

static int
spells(const char *s, size_t n, const char *word)
{
	return strlen(word) == n && begins(s, word, n);
}

static size_t
length_to(const char *s, const char *stops)
{
	size_t n;

	for (n = 0; s[n] != '\0'; n++)
		if (memchr(stops, s[n], strlen(stops)) != NULL)
			break;
	return n;
}

/* The language whose tag is the n bytes at s, or begins with them and a "-". */
static int
find_tag(const char *s, size_t n)
{
	int i;

	for (i = 0; i < LANGUAGES; i++)
		if (spells(s, n, languages[i].tag))
			return i;
	for (i = 0; i < LANGUAGES; i++)
		if (length_to(languages[i].tag, "-") == n &&
		    begins(languages[i].tag, s, n))
			return i;
	return SMTPCODE_LANG_NONE;
}

int
smtpcode_find_lang(const char *locale)
{
	size_t n = length_to(locale, ".@");
	const char *codeset = locale + n;
	size_t k;
	int lang;

	if (spells(locale, n, "C") || spells(locale, n, "POSIX"))
		return 0;
	if (*codeset == '.') {
		k = length_to(++codeset, "@");
		if (!spells(codeset, k, "utf-8") && !spells(codeset, k, "utf8"))
			return 0;
	}
	lang = find_tag(locale, n);
	while (lang == SMTPCODE_LANG_NONE && n > 0) {
		while (n > 0 && folded(locale[n - 1]) != '-')
			n--;
		if (n == 0)
			break;
		lang = find_tag(locale, --n);
	}
	return lang;
}

static const struct language *
language(int lang)
{
	return lang >= 0 && lang < LANGUAGES ? &languages[lang] : NULL;
}

const char *
smtpcode_lang_tag(int lang)
{
	return language(lang) == NULL ? NULL : language(lang)->tag;
}

const char *
smtpcode_lang_name(int lang)
{
	return language(lang) == NULL ? NULL : language(lang)->name;
}

const char *
smtpcode_lang_join(int lang)
{
	return language(lang) == NULL ? " " : language(lang)->join;
}

int
smtpcode_lang_is_rtl(int lang)
{
	return language(lang) != NULL && language(lang)->rtl;
}
