/* SPDX-License-Identifier: ISC */
/*
 * scan - count the causes of all replies in a log, a bounce or a mailbox
 *
 *	c++ scan.cc $(pkg-config --cflags --libs libsmtpcode) -o scan
 *	./scan /var/log/mail.log
 */
#include <fstream>
#include <iostream>
#include <map>
#include <smtpcode_scan.h>
#include <string>

using Counts = std::map<std::string, unsigned long>;

static smtpcode_scan scan; /* too large for a stack */

static void
count(Counts &counts, const smtpcode_found &found)
{
	smtpcode_verdict verdict;

	smtpcode_judge_reply(&found.reply, &verdict);
	counts[smtpcode_cause_id(verdict.cause)]++;
}

static Counts
count_causes(std::istream &in)
{
	static char block[65536];
	Counts counts;
	smtpcode_found found;

	smtpcode_scan_start(&scan, 0);
	while (in.read(block, sizeof block), in.gcount() > 0) {
		const char *p = block;
		size_t n = static_cast<size_t>(in.gcount());
		while (smtpcode_scan_next(&scan, &p, &n, &found))
			count(counts, found);
	}
	while (smtpcode_scan_end(&scan, &found))
		count(counts, found);
	return counts;
}

int
main(int argc, char **argv)
{
	if (argc != 2) {
		std::cerr << "usage: scan file\n";
		return 2;
	}
	std::ifstream in(argv[1], std::ios::binary);
	if (!in) {
		std::cerr << "scan: cannot open " << argv[1] << '\n';
		return 2;
	}
	for (const auto &c : count_causes(in))
		std::cout << c.second << '\t' << c.first << '\n';
	return in.bad() || !std::cout.flush() ? 2 : 0;
}
