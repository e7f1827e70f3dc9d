/* SPDX-License-Identifier: ISC */
/*
 * Tables: those of parts add up to that of the whole, in any order; other bytes
 * are refused, or are a table that can be written and read again. The first
 * byte chooses: an even one stands in front of a table, an odd one in front of
 * rows to be counted.
 */
#include "merge.h"
#include "out.h"
#include "program.h"
#include "tally_record.h"

enum { PARTS = 3, KEY = 12 };

static struct rows whole, part[PARTS], sum;

ssize_t
__wrap_read(int fd, void *p, size_t n)
{
	return program_read(fd, p, n);
}

ssize_t
__wrap_write(int fd, const void *p, size_t n)
{
	return program_write(fd, p, n);
}

/* Read a table as standard input: a status. */
static int
read_table(struct rows *to, const char *s, size_t n, size_t most)
{
	struct input in;
	int status;

	in_standard(&in);
	program_start(s, n, most);
	status = merge_read(to, &in);
	program_end();
	REQUIRE(status == STATUS_OK || status == STATUS_ERROR);
	REQUIRE((status == STATUS_ERROR) == (program.errors_used > 0));
	return status;
}

/* Write a table: its bytes, to be freed. */
static char *
write_table(struct rows *rows, size_t *n)
{
	static size_t header;
	static char bytes[sizeof program.output + 512];
	const struct opt o = { .format = FORMAT_TSV };
	const char *s;

	rows_sort(rows);
	program_start("", 0, 1);
	tally_record(&o, rows);
	(void)out_flush();
	program_end();
	s = program.output;
	/* A header is written once only. */
	if (header == 0) {
		header = (size_t)(strchr(s, '\n') + 1 - s);
		memcpy(bytes, s, header);
		s += header;
	}
	*n = program.used - (size_t)(s - program.output) + header;
	memcpy(bytes + header, s, *n - header);
	return copy_exactly(bytes, *n);
}

static void
require_equal(struct rows *a, struct rows *b)
{
	size_t n, m;
	char *s = write_table(a, &n), *t = write_table(b, &m);

	REQUIRE(a->all == b->all && a->lines == b->lines && a->n == b->n);
	REQUIRE(n == m && memcmp(s, t, n) == 0);
	free(s);
	free(t);
}

/* What is a table can be written and read again. */
static void
read_random(const char *s, size_t n)
{
	size_t length;
	char *table;

	rows_clear(&whole);
	if (read_table(&whole, s, n, 4096) != STATUS_OK)
		return;
	table = write_table(&whole, &length);
	rows_clear(&sum);
	REQUIRE(read_table(&sum, table, length, 77) == STATUS_OK);
	require_equal(&whole, &sum);
	free(table);
}

/* A row by KEY bytes and an example of n more. */
static struct row
make_row(const uint8_t *s, size_t n)
{
	static const uint32_t enhanced[] = { 0, SMTPCODE_ENHANCED(5, 1, 1),
		SMTPCODE_ENHANCED(4, 7, 1), SMTPCODE_ENHANCED(5, 7, 99),
		SMTPCODE_ENHANCED(5, 250, 9) };
	struct row row;
	unsigned i;

	memset(&row, 0, sizeof row);
	row.code = s[0] % 4 == 0 ? 0 : 200u + s[0];
	row.enhanced = rows_enhanced(enhanced[s[1] % 5]);
	row.cause = smtpcode_next_cause(NULL);
	for (i = s[2] % 8; i > 0; i--)
		row.cause = smtpcode_next_cause(row.cause);
	for (i = s[3] % 4; i > 0; i--)
		row.provider = smtpcode_next_provider(row.provider);
	row.direction = s[4] % ROWS_DIRECTIONS;
	row.class = (unsigned char)(SMTPCODE_CLASS_SUCCESS + s[5] % 4);
	row.retry = s[6] % 4;
	row.actor = s[7] % 6;
	row.count = 1u + s[8] + s[9] * UINT64_C(4294967296);
	row.example_length = (unsigned char)n;
	memcpy(row.example, s + KEY, n);
	return row;
}

/* Count rows into the whole and into parts, and lines. */
static void
count_rows(const uint8_t *s, size_t n)
{
	struct row row;
	size_t length, to;

	for (; n >= KEY; s += KEY + length, n -= KEY + length) {
		length = s[10] % (ROWS_EXAMPLE + 1);
		if (length > n - KEY)
			length = n - KEY;
		to = s[11] % PARTS;
		row = make_row(s, length);
		if (rows_add(&whole, &row) == -1 ||
		    rows_add(&part[to], &row) == -1)
			abort();
		whole.lines += s[9];
		part[to].lines += s[9];
	}
}

static void
add_up(const uint8_t *s, size_t n, unsigned first)
{
	size_t i, length;
	char *table;

	rows_clear(&whole);
	rows_clear(&sum);
	for (i = 0; i < PARTS; i++)
		rows_clear(&part[i]);
	count_rows(s, n);
	for (i = 0; i < PARTS; i++) {
		table = write_table(&part[(i + first) % PARTS], &length);
		REQUIRE(read_table(&sum, table, length, 1000) == STATUS_OK);
		free(table);
	}
	require_equal(&whole, &sum);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 1)
		return 0;
	if (data[0] % 2 == 0)
		read_random((const char *)data + 1, size - 1);
	else
		add_up(data + 1, size - 1, data[0] / 2u);
	return 0;
}
