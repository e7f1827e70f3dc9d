/* SPDX-License-Identifier: ISC */
/*
 * os.h - the few things that POSIX.1-2008 does not have
 */
#ifndef OS_H
#define OS_H

#include <stddef.h>

/*
 * 1 if a terminal is at fd, and its columns, 0 if it does not tell; 0 if there
 * is none.
 */
int os_terminal(int fd, size_t *columns);

#endif
