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

/* Give up all but reading files and writing, where the system lets one. Linux
 * would let one by seccomp, which takes longer than a look-up. */
void os_pledge(void);

#endif
