/* SPDX-License-Identifier: ISC */
/*
 * proof.h - is a number in a text a reply code?
 */
#ifndef PROOF_H
#define PROOF_H

#include <stddef.h>

/* How much the place of a number says for its being a code. */
enum proof { PROOF_NONE, PROOF_WEAK, PROOF_STRONG };

/* The proof that a reply code stands at s + at. */
enum proof smtpcode_x_proof_of_code(const char *s, size_t n, size_t at);

/*
 * May any reader of lines take what stands at s + at for a code? It is of such
 * a form (find.h); no means that it is something else: "port 550", 5.9.3.162.
 */
int smtpcode_x_may_be_code(const char *s, size_t n, size_t at);

/* The text in "(550, b'User unknown')", an error of Python's smtplib, whose
 * code stands at s + at: where it begins behind its quote, or 0. */
size_t smtpcode_x_tuple_text(const char *s, size_t n, size_t at);

/* Does an enhanced code of the same class follow the three digits at s? */
int smtpcode_x_has_enhanced(const char *s, size_t n);

/* Does the word in front of s + at name what is no code: "port: 550"? */
int smtpcode_x_counts_other(const char *s, size_t at);

#endif
