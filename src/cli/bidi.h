/* SPDX-License-Identifier: ISC */
/*
 * bidi.h - Latin text in lines of a language that is written right to left
 */
#ifndef BIDI_H
#define BIDI_H

#include <stddef.h>

/*
 * Write the n bytes of a line by put() with isolates (U+2066 .. U+2069) around
 * runs that hold letters or digits but none of a right-to-left script, so that
 * "550 5.7.1" and commands read the right way round on a terminal that follows
 * UAX 9. A line without any right-to-left letter is marked as one of them
 * (U+200F), or it would begin on the left.
 */
void bidi_line(const char *s, size_t n, void (*put)(const char *s, size_t n));

#endif
