/* SPDX-License-Identifier: ISC */
/*
 * record_put.h - values that records put into a sink
 */
#ifndef RECORD_PUT_H
#define RECORD_PUT_H

#include "compare.h"
#include "field.h"
#include "reply.h"
#include "rows.h"
#include "sink.h"

/* A text, unless it is empty or NULL; the id of a value; "out" or "in"; a code;
 * a code as an item of a list. */
void record_put_text(struct sink *s, const char *text);
void record_put_id(struct sink *s, enum smtpcode_field field, unsigned value);
void record_put_direction(struct sink *s, enum smtpcode_direction direction);
void record_put_code(struct sink *s, uint32_t code);
void record_put_code_item(struct sink *s, uint32_t code);

/* A field of a reply. */
void record_put_reply(
    struct sink *s, const struct answer *a, enum field field, int lang);

/* A field of a cause. */
void record_put_cause(
    struct sink *s, const struct smtpcode_cause *c, enum field field, int lang);

/* A field of a counted row; lines as record_row() takes them. */
void record_put_row(
    struct sink *s, const struct row *row, enum field field, uint64_t lines);

/* The fields of a comparison. */
void record_put_compared(struct sink *s, const struct comparison *c);
void record_put_summary(struct sink *s, const struct comparison *c, int lang);
void record_put_differences(
    struct sink *s, const struct comparison *c, int lang);
void record_put_advice(struct sink *s, const struct comparison *c, int lang);

/* A comparison as a table: a line for each aspect, a column for each code. */
void record_put_table(const struct comparison *c, int lang);

#endif
