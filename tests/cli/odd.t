Where real mail breaks the rules, and what is made of it.

The classes of the two codes disagree: the reply code decides.

$ smtpcode -f code,enhanced,class,retry '550 4.7.1 Try again later'
550	4.7.1	permanent	no
? 0

The second digit is outside of the grammar: read by the first.

$ smtpcode -f code,class,known 571
571	permanent	true
? 0

What clings to codes: a colon, a sharp, brackets, no blank at all.

$ printf '%s\n' 'said: 550: 5.2.2 mailbox full' '#550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found ##' 'said: 550 sorry, no mailbox here by that name. (#5.1.1)' 'Diagnostic-Code: smtp;550-5.7.26 blocked' | smtpcode -f code,enhanced -
550	5.2.2
550	5.1.10
550	5.1.1
550	5.7.26
? 0

What a program says of a reply looks like the header of a mail.

$ smtpcode -f code,enhanced,text 'SMTP-Error: 550 5.1.1 no such user'
550	5.1.1	550 5.1.1 no such user
? 0

$ printf 'Content-Length: 550\nX-Score: 550 of 600\n' | smtpcode -f code - 2>&1
smtpcode: no SMTP reply in standard input (2 lines read)
? 1

The lines of one reply carry different codes: the first counts.

$ printf '550-5.1.1 no such user\n554 5.7.1 go away\n' | smtpcode -f code,enhanced,text -
550	5.1.1	550 5.1.1 no such user
554	5.7.1	554 5.7.1 go away
? 0

An enhanced code in each line of a reply: told once.

$ printf '550-5.7.26 This mail has been blocked\n550-5.7.26 because the sender is\n550 5.7.26 unauthenticated. - gsmtp\n' | smtpcode -f text -
550 5.7.26 This mail has been blocked because the sender is unauthenticated. - gsmtp
? 0

qmail logs blanks as underscores.

$ printf '%s\n' '@4000000065 delivery 3: failure: 192.0.2.7_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.7./' | smtpcode -f code,enhanced,cause -
550	5.1.1	no-such-user
? 0

Web pages paste no-break blanks, mail programs quote with "> " and break lines.

$ printf '550\302\2405.1.1\302\240User unknown\n' | smtpcode -f code,enhanced,text -
550	5.1.1	550 5.1.1 User unknown
? 0
$ printf '> The mail system\n>\n> <a@example.com>: host mx.example.com said: 550 5.1.1\n>     <a@example.com>: Recipient address rejected: User unknown (in reply to\n>     RCPT TO command)\n' | smtpcode -f code,text -
550	550 5.1.1 <a@example.com>: Recipient address rejected: User unknown
? 0

Line ends of old Macs, and of Windows, and none at the end.

$ printf 'said: 550 5.1.1 one\rsaid: 550 5.1.1 two\r\nsaid: 550 5.1.1 three' | smtpcode -f text,line -
550 5.1.1 one	1
550 5.1.1 two	2
550 5.1.1 three	3
? 0

A bounce repeats its reply in the text and in the report: told once.

$ printf 'From: MAILER-DAEMON@example.com\nContent-Type: multipart/report; boundary=b\n\n--b\n\n<a@example.com>: host mx.example.com said: 550 5.1.1 User unknown\n\n--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n\n--b--\n' | smtpcode -f code,enhanced,recipient -
550	5.1.1	a@example.com
? 0

The wrapper's status is vaguer than the reply inside: the reply wins.

$ printf '%s\n' 'Nov 20 03:14:05 mx1 postfix/smtp[9]: 4F2kC1: to=<a@example.org>, relay=mx.example.org[192.0.2.7]:25, dsn=5.0.0, status=bounced (host mx.example.org[192.0.2.7] said: 554 5.7.1 Relay access denied (in reply to RCPT TO command))' | smtpcode -f code,enhanced,cause -
554	5.7.1	relay-denied
? 0

Exim logs a refusal without its code: the log's word for it gives the class.

$ printf '%s\n' '2026-11-20 22:18:34 H=(pc) [203.0.113.9] F=<x@example.net> rejected RCPT <b@example.com>: relay not permitted' | smtpcode -f code,class,direction,cause -
	permanent	in	relay-denied
? 0

What answered nobody is no reply.

$ printf '%s\n' 'Nov 20 03:14:05 mx1 postfix/smtpd[9]: NOQUEUE: reject_warning: RCPT from unknown[203.0.113.9]: 550 5.7.1 blocked; from=<x@example.net> to=<b@example.com>' | smtpcode -f code -
smtpcode: no SMTP reply in standard input (1 line read)
? 1

A line of more than 64 KiB: its rest is not read.

$ awk 'BEGIN { printf "said: 550 5.1.1 no"; while (n++ < 9000) printf " such user"; print " said: 554 5.7.1 x" }' | smtpcode -f code,line -
550	1
? 0

Not text at all.

$ printf '\377\376h\000i\000' | smtpcode -
smtpcode: standard input is UTF-16 text; iconv -f UTF-16 -t UTF-8 FILE | smtpcode ...
? 2
$ printf 'PK\003\004xx' | smtpcode -a
smtpcode: standard input is a ZIP archive; unzip -p FILE | smtpcode ...
? 2

Exim names the host of a delivery behind a blank, Sendmail and OpenSMTPD a
field behind a comma or a blank.

$ printf '%s\n' '2026-11-22 03:14:05 1abCDe-000123-4F ** a@example.com R=dnslookup T=remote_smtp H=mx1.example.com [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<a@example.com>: 550 5.1.1 User unknown' | smtpcode -f recipient,remote -
a@example.com	mx1.example.com [192.0.2.1]
? 0

Nothing at all.

$ : | smtpcode -
smtpcode: standard input is empty
? 1
$ smtpcode - </dev/null
smtpcode: standard input is empty
? 1

One failure among many successes is told as if it were alone.

$ { i=0; while [ $i -lt 300 ]; do i=$((i + 1)); echo "250 2.0.0 Ok: message $i was accepted as q$i"; done; echo '550 5.1.1 no such user'; } | smtpcode - | sed -n '1p;/rarer/p'
550 5.1.1 Recipient unknown  permanent failure
? 0

Of a list's name that is part of a word first, the second place counts.

$ smtpcode '550 5.7.1 relay absorbs spam and is listed in SORBS, http status 5, see https://example.com/x.' | sed -n '/^More/p;s/.*\(The list is [A-Z]*\).*/\1/p'
The list is SORBS
More        https://example.com/x
? 0

The header of a refused mail, as Exim's rejectlog quotes it, tells of no reply.

$ printf '%s\n' '2026-11-22 10:00:09 1r5jL0-0001Ab-2C H=h [192.0.2.1] F=<x@example.com> rejected after DATA: spam' 'Envelope-from: <x@example.com>' 'P Received: from h [192.0.2.1]' '  Subject: Re: 550 5.1.1 User unknown' '  X-Mailer: PHPMailer 5.2.2 (https://example.com/)' | smtpcode -f line,cause,command -
1	spam-content	DATA-END
? 0

What stands beside a reply in the columns of PowerMTA and Exchange decides nothing.

$ printf '%s\n' 'b,2026,a@example.com,,failed,5.0.0 (undefined status),smtp;550 mailbox unavailable,mx.example.com,greylist-campaign' '[{LED=554 Transaction failed};{MSG=}],5501,1,Your mailbox is full' | smtpcode -f text,cause -
550 mailbox unavailable	no-such-user
554 Transaction failed	unknown
? 0

Other protocols answer with like numbers.

$ printf '%s\n' 'HTTP Error 503: Service Unavailable' 'Got SIP response 503 "Service Unavailable"' 'Red Hat 4.4.7-23' | smtpcode -f code - 2>&1
smtpcode: no SMTP reply in standard input (3 lines read)
? 1

Who is known to be a recipient or a host is hidden, whatever the name looks like.

$ echo '550 5.7.1 no [::ffff:203.0.113.7] 77.2.0.192.zen.spamhaus.org 1.2.3.4.example.com' | smtpcode --redact -f text
550 5.7.1 no [<ip-1>] <ip-2>.zen.spamhaus.org <host-1>
? 0

$ echo 'Nov 22 03:14:05 mx1 postfix/smtp[9]: 4F2: to=<johndoe>, relay=mx1[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx1[192.0.2.1] said: 550 5.1.1 no)' | smtpcode --redact -f recipient,remote -
<address-1>	<host-1>[<ip-1>]
? 0

$ smtpcode --redact -f text '550 5.7.1 203.113.0.203.zen.spamhaus.org 253.113.0.203.bl.spamcop.net'
550 5.7.1 <ip-1>.zen.spamhaus.org <ip-2>.bl.spamcop.net
? 0

$ echo 'Nov 22 03:14:05 mx1 postfix/smtp[9]: 4F2: to=<joe@corpmail>, relay=mail.intern1[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.4.4, status=bounced (Host or domain name not found)' >joe.log; smtpcode --redact -f remote,recipient - <joe.log; smtpcode --redact - <joe.log | grep 'corpmail\|intern1' || echo hidden
<host-1>[<ip-1>]:25	<address-1>
hidden
? 0

What is shown of a text ends in front of an address that has no room.

$ for t in 'the recipient <%s@example.com> has been denied' '%s@example.com hm'; do smtpcode --redact -f evidence,text "550 5.9.9 $(printf "$t" $(printf %070d 0)joe)"; done
recipient	550 5.9.9 the recipient <<address-1>> has been denied
5.9.9	550 5.9.9 <address-1> hm
? 0

Exim refuses a greeting before it knows who greets.

$ echo '2026-11-22 10:00:09 rejected EHLO from [192.0.2.1]: syntactically invalid argument(s): a_b' | smtpcode -f command,direction,cause -
EHLO	in	protocol
? 0

Mailgun names a reason of its own beside what the server said; Postmark spells its keys in capitals.

$ printf '%s\n' '{"event-data":{"delivery-status":{"message":"451 4.7.1 Greylisted","code":451},"recipient":"a@example.com","reason":"generic"}}' '{"RecordType":"Bounce","Details":"smtp;550 5.1.1 unknown","Email":"b@example.com"}' | smtpcode -f text,recipient -
451 4.7.1 Greylisted	a@example.com
550 5.1.1 unknown	b@example.com
? 0
