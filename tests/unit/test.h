/* SPDX-License-Identifier: ISC */
/*
 * test.h - what every file of tests includes, and the groups that main runs
 */
#ifndef TEST_H
#define TEST_H

/* cmocka.h needs these before itself. */
/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#include <stdio.h>
#include <string.h>

#include "smtpcode.h"

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

/* What the program has written since capture_start(), NUL-terminated. */
void capture_start(void);
const char *capture_end(void);

int test_code(void);
int test_entry(void);
int test_lang(void);
int test_compare(void);
int test_page(void);
int test_mask(void);
int test_reply(void);
int test_cause(void);
int test_find(void);
int test_lines(void);
int test_scan(void);

#endif
