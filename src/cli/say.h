/* SPDX-License-Identifier: ISC */
/*
 * say.h - messages on standard error
 */
#ifndef SAY_H
#define SAY_H

#include <stddef.h>

/*
 * Print "smtpcode: ", the message and a line end in one write. %s takes a
 * string of a stranger's: control bytes become escapes, and of more than 160
 * bytes the rest is left out. %t takes a text of the program's own.
 */
void say(const char *format, ...);

/* Print text as it is, for the short help. */
void say_plain(const char *text);

#endif
