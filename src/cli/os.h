/* SPDX-License-Identifier: ISC */
/*
 * os.h - the few things that POSIX.1-2008 does not have
 */
#ifndef OS_H
#define OS_H

#include <stddef.h>

/* The columns of the terminal at fd, or 0 if it is none or does not tell. */
size_t os_columns(int fd);

#endif
