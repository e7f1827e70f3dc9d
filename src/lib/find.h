/* SPDX-License-Identifier: ISC */
/*
 * find.h - where codes may stand in a text
 */
#ifndef FIND_H
#define FIND_H

#include <stddef.h>

/*
 * The first place from "from" on in the n bytes at s where a code may begin, or
 * n: 200 to 599, or 2.1.5, behind neither a letter, a digit nor a dot. Much
 * that is found is no code; what is no candidate is none.
 */
size_t smtpcode_x_find_code(const char *s, size_t n, size_t from);

#endif
