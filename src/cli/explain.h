/* SPDX-License-Identifier: ISC */
/*
 * explain.h - every reply in a text explained
 */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "opt.h"
#include "page.h"

struct input;

/*
 * Explain every reply that the input holds: an exit status. What has no reply
 * at all gets a message.
 */
int explain(const struct opt *o, struct page *p, struct input *in);

/* Explain two codes that stand for a reply. */
int explain_codes(
    const struct opt *o, struct page *p, uint32_t code, uint32_t enhanced);

#endif
