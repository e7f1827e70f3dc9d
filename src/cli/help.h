/* SPDX-License-Identifier: ISC */
/*
 * help.h - what the program says about itself; each returns an exit status
 */
#ifndef HELP_H
#define HELP_H

int help_long(void);    /* --help */
int help_version(void); /* --version */
int help_langs(void);   /* --lang=list */
int help_short(void);   /* without operands, on standard error */

#endif
