/* SPDX-License-Identifier: ISC */
/*
 * What is not in POSIX.1-2008: the size of a terminal.
 */
#define _DEFAULT_SOURCE
#define __BSD_VISIBLE 1
#define _DARWIN_C_SOURCE

#include <sys/ioctl.h>

#ifdef __OpenBSD__
#include <unistd.h>
#endif

#include "os.h"

int
os_terminal(int fd, size_t *columns)
{
	struct winsize size;

	*columns = 0;
	if (ioctl(fd, TIOCGWINSZ, &size) == -1)
		return 0;
	*columns = size.ws_col;
	return 1;
}

void
os_pledge(void)
{
#ifdef __OpenBSD__
	(void)pledge("stdio rpath tty", NULL);
#endif
}
