/* SPDX-License-Identifier: ISC */
/*
 * Codes: what is read can be written and read again as the same; the answers
 * of the tables do not depend on what follows.
 */
#include "fuzz.h"
#include "smtpcode.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *)data;
	char out[SMTPCODE_CODE_SIZE];
	const struct smtpcode_entry *e;
	uint32_t code = 0, again = 0, near[3], number = 0;
	size_t used, n;

	used = smtpcode_parse_code(s, size, &code);
	REQUIRE(used <= size);
	if (used > 0) {
		n = smtpcode_format_code(code, out);
		REQUIRE(n > 0 && n < sizeof out && strlen(out) == n);
		REQUIRE(smtpcode_parse_code(out, n, &again) == n);
		REQUIRE(again == code);
		REQUIRE(smtpcode_parse_code(s, used, &again) == used);
		REQUIRE(smtpcode_code_in(code, code));
		e = smtpcode_find_entry(code);
		REQUIRE(e == NULL || smtpcode_entry_code(e) == code);
		REQUIRE(smtpcode_near_codes(code, near) <= 3);
	}
	/* Any number may be asked for. */
	memcpy(&number, data, size < 4 ? size : 4);
	n = smtpcode_format_code(number, out);
	REQUIRE(n < sizeof out);
	if (n > 0 && smtpcode_parse_code(out, n, &again) == n)
		REQUIRE(again == number);
	(void)smtpcode_class_of(number);
	(void)smtpcode_code_in(number, code);
	(void)smtpcode_near_codes(number, near);
	return 0;
}
