/* SPDX-License-Identifier: ISC */
/*
 * json.h - the strings and numbers of JSON text, without the rest
 */
#ifndef JSON_H
#define JSON_H

#include <stddef.h>

enum json_token {
	JSON_END,
	JSON_KEY,
	JSON_STRING,
	JSON_NUMBER,
	JSON_OPEN,
	JSON_CLOSE
};

/*
 * The next token of the n bytes at s from *at on, which moves behind it. A key
 * or string goes to out, unescaped, cut at size; *length is its length; for a
 * number the span is digits only. Anything else is passed over.
 */
enum json_token smtpcode_x_json_next(const char *s, size_t n, size_t *at,
    char *out, size_t size, size_t *length);

#endif
