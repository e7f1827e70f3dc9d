/* SPDX-License-Identifier: ISC */
/*
 * merge.h - add up tables that -t --tsv wrote
 */
#ifndef MERGE_H
#define MERGE_H

#include "in.h"
#include "rows.h"

/*
 * Add every table of the input: STATUS_OK, or STATUS_ERROR after a message
 * that names the line at fault. What has been added until then is no sum.
 */
int merge_read(struct rows *rows, struct input *in);

#endif
