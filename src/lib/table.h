/* SPDX-License-Identifier: ISC */
/*
 * table.h - what the files of the library share of the generated tables
 *
 * A text has a slot; each language, and the identifiers, have a row of slots.
 * A list of codes is a place in one pool and ends with 0; place 0 is empty.
 */
#ifndef TABLE_H
#define TABLE_H

#include <stddef.h>
#include <stdint.h>

/*
 * The item of the text in a slot, in a language or as identifier; NULL past
 * the last item.
 */
const char *smtpcode_x_text(uint32_t slot, size_t item, int lang);

extern const uint32_t smtpcode_x_codes[];

#endif
