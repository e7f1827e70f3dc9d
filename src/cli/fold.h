/* SPDX-License-Identifier: ISC */
/*
 * fold.h - letters without case and accents, for searching
 */
#ifndef FOLD_H
#define FOLD_H

/*
 * The next letter of the string at *s, folded: Latin letters become small and
 * plain, Arabic ones lose their points of reading. Moves *s on; 0 at the end.
 * Marks that only adorn a letter are passed over.
 */
unsigned long fold_next(const char **s);

#endif
