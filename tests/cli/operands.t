# The table of operands: what each line of arguments means.
$ smtpcode -f code,known 551
551	true
? 0

$ smtpcode -f code,known 235 551
235	true
551	true
? 0

$ smtpcode -f code,known 550 550
550	true
550	true
? 0

$ smtpcode -f code,known 560
560	false
? 1

$ smtpcode -f code,known 299
299	false
? 1

$ smtpcode -f code,known 591
591	false
? 1

$ smtpcode -f code,known,retry 101
101	false	@
? 1

$ smtpcode -f code,known 111
111	false
? 1

$ smtpcode -f code,known,status 571
571	true	unregistered
? 0

$ smtpcode -f code,known 551: '551;' 551. 551, 551- '#551' '(551)'
551	true
551	true
551	true
551	true
551	true
551	true
551	true
? 0

$ smtpcode 5
smtpcode: 5 is no code; reply codes are 200 to 599, enhanced codes look like 5.7.1
? 2

$ smtpcode 5555
smtpcode: 5555 is no code; reply codes are 200 to 599, enhanced codes look like 5.7.1
? 2

$ smtpcode 700
smtpcode: 700 is no code; reply codes are 200 to 599, enhanced codes look like 5.7.1
? 2

$ smtpcode 55x1
smtpcode: 55x1 is no code; reply codes are 200 to 599, enhanced codes look like 5.7.1
? 2

$ smtpcode 5.7.1.1
smtpcode: 5.7.1.1 is no code; reply codes are 200 to 599, enhanced codes look like 5.7.1
? 2

$ smtpcode 5.7.026
smtpcode: 5.7.026 is no code; reply codes are 200 to 599, enhanced codes look like 5.7.1
? 2

$ smtpcode 192.0.2.1
smtpcode: 192.0.2.1 is no code; reply codes are 200 to 599, enhanced codes look like 5.7.1
? 2

$ smtpcode 55O
smtpcode: 55O is no code; did you mean 550?
? 2

$ smtpcode ''
smtpcode: an operand is empty; a code or a reply belongs there
? 2

$ smtpcode ' '
smtpcode: an operand is empty; a code or a reply belongs there
? 2

$ smtpcode 551 ''
smtpcode: an operand is empty; a code or a reply belongs there
? 2

$ smtpcode 551 55O
smtpcode: 55O is no code; did you mean 550?
? 2

$ smtpcode 550 1234
smtpcode: 1234 is no code; reply codes are 200 to 599, enhanced codes look like 5.7.1
? 2

$ smtpcode abc
smtpcode: abc is no code; smtpcode -s abc searches the texts
? 2

$ echo hello >bounce.eml; smtpcode bounce.eml; rm bounce.eml
smtpcode: bounce.eml is a file; smtpcode < bounce.eml explains what is in it
? 0

$ smtpcode -f codes 551 vs 550
551,550
? 0

$ smtpcode -f codes 551 VS 550 Versus 553 vs. 554
551,550,553,554
? 0

$ smtpcode -f codes 4xx vs 5xx
4xx,5xx
? 0

$ smtpcode -f codes "235 vs 551"
235,551
? 0

$ smtpcode -f codes,code "235 vs 551" 250
235,551	@
	250
? 0

$ smtpcode -f code "235 551"
235
551
? 0

$ smtpcode -f codes 551 vs 560
551,560
? 1

$ smtpcode 551 vs
smtpcode: vs must stand between two codes, as in 235 vs 551
? 2

$ smtpcode vs 551
smtpcode: vs must stand between two codes, as in 235 vs 551
? 2

$ smtpcode 551 vs abc
smtpcode: abc is no code; smtpcode -s abc searches the texts
? 2

$ smtpcode 551 vs vs 550
smtpcode: vs must stand between two codes, as in 235 vs 551
? 2

$ smtpcode 550 vs 551 vs 552 vs 553 vs 554 vs 555 vs 556
smtpcode: a comparison takes at most six codes
? 2

$ smtpcode - 551
smtpcode: - is standard input and stands alone
? 2

$ smtpcode 551 -
smtpcode: - is standard input and stands alone
? 2

$ smtpcode 550 -Blocked
smtpcode: -B is no option; quote a reply, or paste it after smtpcode -
? 2

$ smtpcode -f code -- 551
551
? 0

$ smtpcode -f code 551 -j
{"v":1,"kind":"code","code":"551"}
? 0

# A no-break space and typographic hyphens, as web pages and mail programs have them.
$ smtpcode -f code "$(printf '235 551')"
235
551
? 0

$ smtpcode -f code "$(printf '551‐')" "$(printf '551–')"
551
551
? 0


A detail or subject in any class that nobody has assigned.

$ smtpcode x.9.9
x.9.9 Not assigned  any class

Meaning     The registry has no such code, so its class and its subject decide. Nothing is said about where the reply comes from; only the class counts.
Seen when   software maps old three-digit replies to enhanced codes.
How to fix  Developer: for an unknown detail report the subject, for an unknown subject the class.
? 1

$ smtpcode x.7.999 vs x.8 | head -1
x.7.999 Not assigned vs x.8 Not assigned
? 0

$ smtpcode -f known,class,retry x.8.1 x.7.999
false		@
false		@
? 1


# A warning repeats what the log says elsewhere: it is counted once. Who asks
# for it gets an answer.
$ smtpcode -f code 'Nov 22 03:14:05 mx1 postfix/smtp[5]: warning: mx2 said: 550 5.1.1 no'
550
? 0

$ printf 'Nov 22 03:14:05 mx1 postfix/smtp[5]: warning: mx2 said: 550 5.1.1 no\n' | smtpcode -f code
smtpcode: no SMTP reply in standard input (1 line read)
? 1

A text without a code, if its words leave no doubt; not the words of a search.

$ smtpcode 'Unrouteable address' | head -n 2
Recipient unknown  permanent failure
Retry: no | Who acts: sender | Address: drop
? 0

$ smtpcode -f cause,class,retry,line -- '<a@example.com>: Connection refused'
unreachable	transient	yes	1
? 0

$ smtpcode 'hello there'
smtpcode: no SMTP reply in "hello there"; smtpcode -s hello there searches the texts
? 1

$ smtpcode spam content
smtpcode: no SMTP reply in "spam content"; smtpcode -s spam content searches the texts
? 1

$ printf 'The mail was returned:\nUnrouteable address\n' | smtpcode -f cause,text
no-such-user	The mail was returned: Unrouteable address
? 0

$ echo 'Subject: Unrouteable address' | smtpcode
smtpcode: no SMTP reply in standard input (1 line read)
? 1

$ echo 'Nov 22 03:14:05 mx1 foo[7]: Unrouteable address' | smtpcode
smtpcode: no SMTP reply in standard input (1 line read)
? 1

In what is longer, only a bounce is one.

$ printf '%s\n' 'Your message did not reach some of its recipients.' '' '  Subject: test' '  joe on 11/16/99 4:26 PM' '' 'The recipient name is not recognized' | smtpcode -f cause -
no-such-user
? 0

$ printf '%s\n' 'We see this' 'every day:' '```' 'the mailbox is full' '```' | smtpcode 2>&1
smtpcode: no SMTP reply in standard input (5 lines read)
? 1

A code in front of a cause or of a text is answered once.

$ smtpcode -f code,cause 551 greylisted
551	moved
	greylisted
? 0

$ smtpcode -f code,cause 551 'User unknown' 235
551	moved
	no-such-user
235	ok
? 0

What a provider's code points to is what a reply of it would get.

$ smtpcode -f cause,actor,certainty 5.7.515
domain-auth	sender-admin	likely
? 0

$ smtpcode -f cause,actor,certainty '5.7.515 x'
domain-auth	sender-admin	likely
? 0

$ smtpcode -f class,retry -- 'Relay access denied'
permanent	no
? 0

$ smtpcode 550 vs 551 vs 552 vs 553 vs 554 vs 2>&1; smtpcode 550 vs 551 vs 552 vs 553 vs 554 vs 555 vs 556 2>&1
smtpcode: vs must stand between two codes, as in 235 vs 551
smtpcode: a comparison takes at most six codes
? 2

$ smtpcode a b c d e f g h i j k l m n o p q r 2>&1
smtpcode: no SMTP reply in "a b c d e f g h i j k l m n o p q r"; smtpcode -s a b c d e f g h i j k l m n o p q r searches the texts
? 1
