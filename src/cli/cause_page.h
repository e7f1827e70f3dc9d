/* SPDX-License-Identifier: ISC */
/*
 * cause_page.h - the page of a cause
 */
#ifndef CAUSE_PAGE_H
#define CAUSE_PAGE_H

#include "page.h"

/* Its first line: id, name, who acts. */
void cause_page_title(struct page *p, const struct smtpcode_cause *c);

/* The whole page. */
void cause_page(struct page *p, const struct smtpcode_cause *c);

#endif
