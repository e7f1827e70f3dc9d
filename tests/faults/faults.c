/* SPDX-License-Identifier: ISC */
/*
 * Makes system calls of the program fail: it is linked with this file, and the
 * environment says what happens. SMTPCODE_FAULT holds words such as
 *	write:ENOSPC	every write to standard output fails
 *	write:EINTR	each write is interrupted once before it works
 *	write:short	each write takes one byte
 *	read:EIO	every read fails
 */
#include <sys/types.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

ssize_t __real_write(int fd, const void *p, size_t n);
ssize_t __wrap_write(int fd, const void *p, size_t n);
ssize_t __real_read(int fd, void *p, size_t n);
ssize_t __wrap_read(int fd, void *p, size_t n);

static int
asked(const char *fault)
{
	const char *s = getenv("SMTPCODE_FAULT");

	return s != NULL && strstr(s, fault) != NULL;
}

static int
fails(const char *call, int *interrupted)
{
	static const struct {
		const char *name;
		int number;
	} errors[] = { { "ENOSPC", ENOSPC }, { "EIO", EIO }, { "EPIPE", EPIPE },
		{ "EAGAIN", EAGAIN } };
	char fault[32];
	size_t i;

	strcpy(fault, call);
	strcat(fault, "EINTR");
	if (asked(fault) && (*interrupted = !*interrupted)) {
		errno = EINTR;
		return 1;
	}
	for (i = 0; i < sizeof errors / sizeof errors[0]; i++) {
		strcpy(fault, call);
		strcat(fault, errors[i].name);
		if (asked(fault)) {
			errno = errors[i].number;
			return 1;
		}
	}
	return 0;
}

ssize_t
__wrap_write(int fd, const void *p, size_t n)
{
	static int interrupted;

	if (fd == 1 && fails("write:", &interrupted))
		return -1;
	if (fd == 1 && n > 1 && asked("write:short"))
		n = 1;
	return __real_write(fd, p, n);
}

ssize_t
__wrap_read(int fd, void *p, size_t n)
{
	static int interrupted;

	if (fails("read:", &interrupted))
		return -1;
	if (n > 1 && asked("read:short"))
		n = 1;
	return __real_read(fd, p, n);
}
