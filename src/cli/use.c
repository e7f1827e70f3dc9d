/* SPDX-License-Identifier: ISC */
/*
 * What a provider means by a code.
 */
#include "use.h"
#include "token.h"

static const char *
relation(const struct smtpcode_use *u, int lang)
{
	static const struct {
		char id[16];
		unsigned char label;
	} relations[] = {
		{ "unregistered", LABEL_UNREGISTERED },
		{ "different", LABEL_DIFFERENT },
		{ "similar", LABEL_SIMILAR },
	};
	const char *id = smtpcode_use_text(u, SMTPCODE_USE_RELATION, lang);
	size_t i;

	for (i = 0; i < sizeof relations / sizeof relations[0]; i++)
		if (token_is(relations[i].id, id))
			return label((enum label)relations[i].label, lang);
	return id;
}

void
use_add(struct buf *b, const struct smtpcode_use *u, enum label l, int lang)
{
	const char *hint = smtpcode_use_text(u, SMTPCODE_USE_HINT, lang);
	const struct value values[] = {
		{ "provider",
		    smtpcode_use_text(u, SMTPCODE_USE_PROVIDER_NAME, lang) },
		{ "relation", relation(u, lang) },
		{ "meaning", smtpcode_use_text(u, SMTPCODE_USE_MEANING, lang) },
		{ "hint", hint == NULL ? "" : hint },
	};

	buf_fill(b, label(l, lang), values, 4);
}
