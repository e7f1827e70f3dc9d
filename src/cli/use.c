/* SPDX-License-Identifier: ISC */
/*
 * What a provider means by a code.
 */
#include <string.h>

#include "token.h"
#include "use.h"

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
	const char *id = smtpcode_use_text(u, SMTPCODE_USE_RELATION);
	size_t i;

	for (i = 0; i < sizeof relations / sizeof relations[0]; i++)
		if (token_is(relations[i].id, id))
			return label((enum label)relations[i].label, lang);
	return id;
}

static void
add_meaning(struct buf *b, const struct smtpcode_use *u, int lang)
{
	const char *meaning = smtpcode_use_text(u, SMTPCODE_USE_MEANING);
	const char *id = smtpcode_use_text(u, SMTPCODE_USE_CAUSE);
	struct value values[] = { { "cause", NULL }, { "meaning", meaning } };
	const struct smtpcode_cause *cause;

	cause = id == NULL ? NULL : smtpcode_find_cause(id, strlen(id));
	if (lang == 0 || cause == NULL) {
		buf_text(b, meaning);
		return;
	}
	values[0].text = smtpcode_cause_text(cause, SMTPCODE_NAME, 0, lang);
	buf_fill(b, label(LABEL_USE_CAUSE, lang), values, 2);
}

void
use_add(struct buf *b, const struct smtpcode_use *u, enum label l, int lang)
{
	struct buf meaning;
	const char *hint = smtpcode_use_text(u, SMTPCODE_USE_HINT);
	const struct value values[] = {
		{ "provider",
		    smtpcode_use_text(u, SMTPCODE_USE_PROVIDER_NAME) },
		{ "relation", relation(u, lang) },
		{ "meaning", meaning.s },
		{ "hint", hint == NULL ? "" : hint },
	};

	buf_clear(&meaning);
	add_meaning(&meaning, u, lang);
	buf_fill(b, label(l, lang), values, 4);
}
