/* SPDX-License-Identifier: ISC */
/*
 * reply_page.h - replies on a page
 */
#ifndef REPLY_PAGE_H
#define REPLY_PAGE_H

#include "distinct.h"
#include "page.h"

/* The whole page of one reply; row, if it stands in more text: where. */
void reply_page(
    struct page *p, const struct answer *a, const struct distinct *row);

/* One of several: its title, its answers, where it stands, what to do. */
void reply_page_row(struct page *p, const struct distinct *row);

#endif
