The replies of a log on one page.

$ printf '%s\n' 'Nov 20 03:14:05 mx1 postfix/smtp[2211]: 4F2kC1: to=<a@example.org>, relay=mx.example.org[192.0.2.7]:25, dsn=4.7.1, status=deferred (host mx.example.org[192.0.2.7] said: 450 4.7.1 Greylisted, try again in 300 seconds (in reply to RCPT TO command))' 'Nov 20 03:14:07 mx1 postfix/smtpd[2240]: NOQUEUE: reject: RCPT from unknown[203.0.113.9]: 554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.spamhaus.org; from=<x@example.net> to=<b@example.com> proto=ESMTP helo=<pc>' 'Nov 20 03:14:09 mx1 postfix/smtp[2211]: 4F2kC2: to=<c@example.org>, relay=mx.example.org[192.0.2.7]:25, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 7A1)' 'Nov 20 03:14:09 mx1 postfix/qmgr[550]: 4F2kC2: removed' >some.log; smtpcode -t --width=80 some.log
some.log: 4 lines, Nov 20 03:14:05 .. Nov 20 03:14:09; 3 replies

OUT answers to our mail: 2
  accepted  ########################################  1   50.0 %
  put off   ########################################  1   50.0 %

  count  cause       retry  who acts
      1  greylisted  yes    nobody    ####################
         450 4.7.1 1
         Nothing to do.
         "Greylisted, try again in <number> seconds"

IN our answers to others: 1 (servers seldom log whom they accept)
  refused  ########################################  1  100.0 %

  count  cause        retry  who acts
      1  blocklisted  no     sender's admin  ####################
         554 5.7.1 1
         Server's admin: if a list suddenly lists everybody, it is dead or
         refuses your resolver: remove it from the configuration.
         "Service unavailable; Client host [<ip>] blocked using zen.spamhaus..."
? 0

$ smtpcode -t --tsv some.log
direction	code	enhanced	class	cause	retry	actor	provider	count	lines	example
out	250	2.0.0	success	ok	n/a	nobody		1		@
out	450	4.7.1	transient	greylisted	yes	nobody		1		Greylisted, try again in <number> seconds
in	554	5.7.1	permanent	blocklisted	no	sender-admin		1		Service unavailable; Client host [<ip>] blocked using zen.spamhaus.org
out			success					1		@
out			transient					1		@
in			permanent					1		@
								3	4	@
? 0

$ smtpcode -t -f direction,cause,count - <some.log
out	ok	1
out	greylisted	1
in	blocklisted	1
out		1
out		1
in		1
		3
? 0

$ smtpcode -t -j -f direction,cause,count some.log | head -2
{"v":1,"kind":"tally","direction":"out","cause":"ok","count":1}
{"v":1,"kind":"tally","direction":"out","cause":"greylisted","count":1}
? 0

$ smtpcode -t --top=1 some.log some.log | head -3
2 files: 8 lines, Nov 20 03:14:05 .. Nov 20 03:14:09; 6 replies

OUT answers to our mail: 4
? 0

$ smtpcode -t --tsv some.log | smtpcode -t --merge | head -1
standard input: 4 lines; 3 replies
? 0

$ for host in gmail-smtp-in.l.google.com mx.example.net; do echo "Nov 20 03:14:05 mx1 postfix/smtp[550]: 4F2kC1: to=<a@example.com>, relay=$host[192.0.2.1]:25, dsn=5.7.1, status=bounced (host $host[192.0.2.1] said: 550 5.7.1 Refused (in reply to end of DATA command))"; done >two.log; smtpcode -t -f provider,count two.log | head -2; sort -r two.log | smtpcode -t -f provider,count | head -2
google	1
	1
google	1
	1
? 0

$ printf 'no reply here\n' | smtpcode -t
smtpcode: no SMTP reply in standard input
? 1

$ smtpcode -t </dev/null
smtpcode: no SMTP reply in standard input
? 1

$ smtpcode -t some.log nowhere.log | head -1
smtpcode: cannot open nowhere.log: No such file or directory
some.log: 4 lines, Nov 20 03:14:05 .. Nov 20 03:14:09; 3 replies
? 0

$ smtpcode -t .
smtpcode: . is a directory; name the files in it
? 2

$ smtpcode -t -a some.log
smtpcode: -l, -s, -a and -t exclude each other; choose one
? 2

$ smtpcode -t --top=x some.log
smtpcode: --top=x is no number of rows from 1 to 9999
? 2

$ smtpcode -t --tsv --top=3 some.log
smtpcode: --top is for the page; a table has all rows
? 2

$ smtpcode --merge 551
smtpcode: --merge and --top belong to -t
? 2

$ printf '\037\213\010' | smtpcode -t
smtpcode: standard input is compressed by gzip; zcat FILE | smtpcode ...
? 2


$ for c in MAIL RCPT MAIL RCPT RCPT RCPT; do echo "Nov 20 03:14:05 mx1 postfix/smtp[2211]: 4F2kC1: to=<a@example.org>, relay=mx.example.org[192.0.2.7]:25, dsn=5.1.1, status=bounced (host mx.example.org[192.0.2.7] said: 550 5.1.1 No such user (in reply to $c FROM command))"; done >mail.log; smtpcode -t -f cause,actor,count mail.log | head -2; smtpcode -f command,cause,address - <mail.log | head -2
no-such-user	sender	4
sender-refused	sender	2
MAIL	sender-refused	keep
RCPT	no-such-user	drop
? 0
