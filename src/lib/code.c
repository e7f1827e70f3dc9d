/* SPDX-License-Identifier: ISC */
/*
 * Codes in text and as numbers: reply codes (RFC 5321 4.2), enhanced status
 * codes (RFC 3463 2) and the sets of either. Nothing is looked up here.
 */
#include "bytes.h"
#include "smtpcode.h"

static int
is_word(char c)
{
	return is_alnum(c) || (c & 0x80) != 0;
}

/* Nothing that makes what was read a part of something longer. */
static int
ends_code(const char *s, size_t n, size_t at)
{
	if (at >= n)
		return 1;
	if (s[at] == '.')
		return at + 1 >= n || !is_word(s[at + 1]);
	return !is_word(s[at]);
}

/* One to three digits without a leading zero: the bytes they take, or 0. */
static size_t
parse_number(const char *s, size_t n, uint32_t *number)
{
	size_t i;

	if (n == 0 || !is_digit(s[0]))
		return 0;
	*number = (uint32_t)(s[0] - '0');
	for (i = 1; i < n && i < 3 && is_digit(s[i]); i++)
		*number = *number * 10 + (uint32_t)(s[i] - '0');
	return i > 1 && s[0] == '0' ? 0 : i;
}

static int
is_x(char c)
{
	return c == 'x' || c == 'X';
}

/* 5.7.26, x.7.26, 5.7, x.7, 5.7.x */
static size_t
parse_enhanced(const char *s, size_t n, uint32_t *code)
{
	uint32_t class, subject, detail;
	size_t i, k;

	if (n < 3 || s[1] != '.')
		return 0;
	if (is_x(s[0]))
		class = 0;
	else if (s[0] == '2' || s[0] == '4' || s[0] == '5')
		class = (uint32_t)(s[0] - '0');
	else
		return 0;
	k = parse_number(s + 2, n - 2, &subject);
	if (k == 0)
		return 0;
	i = 2 + k;
	detail = SMTPCODE_ANY;
	if (i + 1 < n && s[i] == '.' && is_x(s[i + 1])) {
		i += 2;
	} else if (i + 1 < n && s[i] == '.') {
		k = parse_number(s + i + 1, n - i - 1, &detail);
		if (k > 0)
			i += 1 + k;
		else
			detail = SMTPCODE_ANY;
	}
	if (!ends_code(s, n, i))
		return 0;
	*code = SMTPCODE_ENHANCED(class, subject, detail);
	return i;
}

/* 551, 4xx, and the two socket errors that lists take for codes. */
static size_t
parse_basic(const char *s, size_t n, uint32_t *code)
{
	uint32_t number;

	if (n < 3 || !ends_code(s, n, 3))
		return 0;
	if (s[0] >= '2' && s[0] <= '5' && is_x(s[1]) && is_x(s[2])) {
		*code = (uint32_t)(s[0] - '0');
		return 3;
	}
	if (parse_number(s, 3, &number) != 3)
		return 0;
	if ((number < 200 || number > 599) && number != 101 && number != 111)
		return 0;
	*code = number;
	return 3;
}

size_t
smtpcode_parse_code(const char *s, size_t n, uint32_t *code)
{
	if (n > 1 && s[1] == '.')
		return parse_enhanced(s, n, code);
	return parse_basic(s, n, code);
}

static char *
put_number(char *p, uint32_t number)
{
	if (number >= 100)
		*p++ = (char)('0' + number / 100);
	if (number >= 10)
		*p++ = (char)('0' + number / 10 % 10);
	*p++ = (char)('0' + number % 10);
	return p;
}

static uint32_t
class_digit(uint32_t code)
{
	return smtpcode_is_enhanced(code) ? code >> 20 & 15 :
	    code < 10                     ? code :
	                                    code / 100;
}

static uint32_t
subject_of(uint32_t code)
{
	return code >> 10 & 1023;
}

static uint32_t
detail_of(uint32_t code)
{
	return code & 1023;
}

size_t
smtpcode_format_code(uint32_t code, char out[SMTPCODE_CODE_SIZE])
{
	uint32_t class = class_digit(code);
	char *p = out;

	*p = '\0';
	if (smtpcode_is_enhanced(code)) {
		if (class > 9 || subject_of(code) > 999 ||
		    (detail_of(code) > 999 && detail_of(code) != SMTPCODE_ANY))
			return 0;
		*p++ = class == 0 ? 'x' : (char)('0' + class);
		*p++ = '.';
		p = put_number(p, subject_of(code));
		if (detail_of(code) != SMTPCODE_ANY) {
			*p++ = '.';
			p = put_number(p, detail_of(code));
		}
	} else if (code >= 2 && code <= 5) {
		*p++ = (char)('0' + code);
		*p++ = 'x';
		*p++ = 'x';
	} else if (code >= 100 && code <= 999)
		p = put_number(p, code);
	*p = '\0';
	return (size_t)(p - out);
}

enum smtpcode_class
smtpcode_class_of(uint32_t code)
{
	uint32_t digit = class_digit(code);

	if (digit < 2 || digit > 5)
		return SMTPCODE_CLASS_NONE;
	return (enum smtpcode_class)digit;
}

int
smtpcode_is_enhanced(uint32_t code)
{
	return code >> 24 == 1;
}

int
smtpcode_is_set(uint32_t code)
{
	if (smtpcode_is_enhanced(code))
		return detail_of(code) == SMTPCODE_ANY;
	return code >= 2 && code <= 5;
}

int
smtpcode_code_in(uint32_t code, uint32_t set)
{
	if (code == set)
		return 1;
	if (!smtpcode_is_enhanced(set))
		return set >= 2 && set <= 5 && class_digit(code) == set;
	return smtpcode_is_enhanced(code) &&
	    subject_of(code) == subject_of(set) &&
	    (class_digit(set) == 0 || class_digit(set) == class_digit(code)) &&
	    (detail_of(set) == SMTPCODE_ANY ||
	        detail_of(set) == detail_of(code));
}
