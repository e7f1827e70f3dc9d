# Options, formats, messages, exit statuses.
$ smtpcode --version | head -n 1
smtpcode 1.0.0
? 0

$ test "provider data $(sed -n 's/^Date: //p' "$TOP/data/vendor" | sort | tail -n 1)" = "$(smtpcode --version | tail -n 1)"
? 0

$ smtpcode -V | cut -d' ' -f1
smtpcode
provider
? 0

$ smtpcode --help | head -3
Usage: smtpcode CODE ...            what a reply code means
       smtpcode CODE vs CODE ...    what sets two to six codes apart
       smtpcode 'REPLY'             what a quoted reply means
? 0

$ test "$(smtpcode --help | wc -l)" -le 50
? 0

$ smtpcode
Usage: smtpcode CODE ...            what a reply code means
       smtpcode CODE vs CODE ...    what sets two to six codes apart
       smtpcode 'REPLY'             what a quoted reply means
       smtpcode -                   the same of what you paste
       smtpcode < FILE              of every reply in a bounce or log
       smtpcode -l [SET ...]        list the codes
       smtpcode -s WORD ...         search the texts
       smtpcode -a [FILE ...]       copy a log through, marking failures
       smtpcode -t [FILE ...]       count a log's replies, by cause
smtpcode --help tells more; man smtpcode tells all.
? 2

$ smtpcode --lang=list
en	English
ar	العربية
de	Deutsch
ja	日本語
vi	Tiếng Việt
zh-hans	简体中文
? 0

$ smtpcode -L xx 551
smtpcode: no texts in language xx; smtpcode --lang=list names those built in
? 2

$ smtpcode -L de_DE.ISO-8859-1 551 | head -1
551 User not local; try elsewhere  permanent failure
? 0

$ LC_ALL=xx_YY.UTF-8 smtpcode 551 | head -1
551 User not local; try elsewhere  permanent failure
? 0

$ smtpcode -z
smtpcode: -z is no option; smtpcode --help lists the options
? 2

$ smtpcode --zzz 551
smtpcode: --zzz is no option, or takes no value; smtpcode --help lists the options
? 2

$ smtpcode --width
smtpcode: option --width needs a value
? 2

$ smtpcode --width=x 551
smtpcode: --width=x is no number of columns from 0 to 9999
? 2

$ smtpcode --width=99999 551
smtpcode: --width=99999 is no number of columns from 0 to 9999
? 2

$ smtpcode --color=perhaps 551
smtpcode: --color=perhaps is not always, never or auto
? 2

$ smtpcode --quiet=1 551
smtpcode: --quiet=1 is no option, or takes no value; smtpcode --help lists the options
? 2

$ smtpcode -j --tsv 551
smtpcode: --json and --tsv exclude each other; choose one
? 2

$ smtpcode -f codes,nonsense 551
smtpcode: --field: "nonsense" is no field; there are code,type,class,category,name,phrase,meaning,when,fix,cause,retry,actor,address,certainty,commands,reply_codes,enhanced_codes,related,uses,source,status,known,notes,text,enhanced,detail,retry_after,forward,direction,command,recipient,remote,ip,provider,tag,list,list_url,rule,evidence,line,codes,summary,differences,advice,count,lines,example
? 2

$ smtpcode -f '' 551
smtpcode: --field: "" is no field; there are code,type,class,category,name,phrase,meaning,when,fix,cause,retry,actor,address,certainty,commands,reply_codes,enhanced_codes,related,uses,source,status,known,notes,text,enhanced,detail,retry_after,forward,direction,command,recipient,remote,ip,provider,tag,list,list_url,rule,evidence,line,codes,summary,differences,advice,count,lines,example
? 2

$ smtpcode -f retry, 551
no
? 0

$ smtpcode -q 551
? 0

$ smtpcode -q 560
? 1

$ smtpcode -q 55O
smtpcode: 55O is no code; did you mean 550?
? 2

$ smtpcode -f retry 451
yes
? 0

$ smtpcode -f retry,actor,address 551 235 553
no	sender	replace
n/a	nobody	keep
no	sender	keep
? 0

$ smtpcode -f address,codes,retry 551
replace		no
? 0

$ smtpcode --tsv -f code,name 551 560
code	name
551	User not local; try elsewhere
560	Not assigned
? 1

$ smtpcode --json -f name,code 551
{"v":1,"kind":"code","name":"User not local; try elsewhere","code":"551"}
? 0

$ smtpcode --tsv 235 vs 551
aspect	235	551
class	success	permanent
about	the login of this session	a recipient who has moved
command	AUTH	RCPT,VRFY
outcome	logged-in	recipient-refused
retry	n/a	no
actor	nobody	sender
address	keep	replace
enhanced	2.7.0	5.1.6,5.7.1
standard	RFC 4954	RFC 5321
? 0

$ smtpcode --tsv -f code,codes 551 550 vs 551
code	codes
551	@
	550,551
? 0

$ smtpcode --json 551
{"v":1,"kind":"code","code":"551","type":"basic","class":"permanent","category":"mail-system","name":"User not local; try elsewhere","phrase":"User not local; please try <forward-path>","meaning":"This server neither delivers to that recipient nor forwards, but its reply names the address to use instead. 251 gives the same news and forwards the mail for you. A plain refusal to relay is 550; some servers say \"551 5.7.1\" for it all the same.","when":"RCPT or VRFY names somebody who has moved, and the old server still knows where to.","fix":"Sender: take the address between < and > in the reply, check it with the person, send there and correct your address book. Sender's admin: do not let software follow the new address unasked; whoever can pose as that server could divert your mail. Server's admin: answer 251 if you can forward, 550 5.1.1 if you may not tell the new address; Postfix relocated_maps says 550 5.1.6.","cause":"moved","retry":"no","actor":"sender","address":"replace","certainty":"likely","commands":["RCPT","VRFY"],"enhanced_codes":["5.1.6","5.7.1"],"related":["251","550","553"],"source":["RFC 5321 4.2.3, 3.4, 7.4"],"status":"standard","known":true}
? 0

$ smtpcode --json 560
{"v":1,"kind":"code","code":"560","type":"basic","class":"permanent","name":"Not assigned","meaning":"No standard defines this code, so its first digit decides. The command failed, and the same attempt will fail again until somebody changes something. The second digit of the code is outside the grammar, which allows 0 to 5 (RFC 5321 4.2).","when":"a command, an address, a message or the client itself is refused.","fix":"Sender: read the whole text of the bounce; smtpcode - takes it as it is. Sender's admin: do not let the queue repeat it; find the reply in the log and act on its text.","cause":"unknown","retry":"no","address":"keep","certainty":"guess","related":["550","530","500"],"status":"unregistered","known":false}
? 1

$ smtpcode --json 101
{"v":1,"kind":"code","code":"101","type":"basic","name":"Network unreachable (a socket error, no SMTP reply)","meaning":"No SMTP server said this: it is the Linux error number ENETUNREACH, which a mail program printed as if it were a reply. SMTP reply codes begin with 2, 3, 4 or 5.","when":"your machine has no route to the server's address, often an IPv6 address without an IPv6 uplink.","fix":"Sender's admin: run ip route get ADDRESS to see whether there is a route. Without working IPv6 set inet_protocols = ipv4 (Postfix) or disable_ipv6 = true (Exim).","cause":"unknown","address":"keep","certainty":"guess","source":["Linux errno.h ENETUNREACH"],"status":"unregistered","known":false}
? 1

$ smtpcode --json 550 vs 551
{"v":1,"kind":"comparison","codes":["550","551"],"summary":"Both refuse a recipient; only 551 knows a better address and puts it into the reply. A refusal to relay is 550 by the standard, though some servers send 551 5.7.1 for it.","differences":[{"aspect":"about","values":["a mailbox, or a policy against you","a recipient who has moved"]},{"aspect":"command","values":["EHLO,HELO,MAIL,RCPT,DATA,DATA-END,VRFY,EXPN","RCPT,VRFY"]},{"aspect":"outcome","values":["refused","recipient-refused"]},{"aspect":"actor","values":["","sender"]},{"aspect":"address","values":["keep","replace"]},{"aspect":"enhanced","values":["5.1.1,5.7.1,5.2.1,5.1.6","5.1.6,5.7.1"]},{"aspect":"twin","values":["450","251"]}],"advice":["Server: 550 when a mailbox does not exist (5.1.1), or policy forbids this mail (5.7.1).","Server: 551 when the new address is known and may be told, and you do not forward.","Client: 550: return the message to its sender with the whole text.","Client: 551: stop for this recipient, show the new address to the sender, go on with the others."]}
? 0

$ smtpcode --json 551 vs 551
{"v":1,"kind":"comparison","codes":["551"],"summary":"Both are the same code.","advice":["Server: 551 when the new address is known and may be told, and you do not forward.","Client: 551: stop for this recipient, show the new address to the sender, go on with the others."]}
? 0

$ smtpcode 551 | head -1
551 User not local; try elsewhere  permanent failure
? 0

$ smtpcode --width=40 --color=always 250 | head -1
[32m250[0m OK, completed                success
? 0

$ smtpcode --color 450 | head -1
[33m450[0m Mailbox temporarily unavailable  transient failure
? 0

$ NO_COLOR=1 smtpcode --color=always 354 | head -1
[36m354[0m Start mail input  intermediate reply
? 0

$ smtpcode --width=40 556
556 Domain does not accept mail  permanent failure
Retry: no | Who acts: sender | Address:
drop

Meaning     The recipient's domain says
            in DNS that it takes no mail
            (a null MX), so the server
            does not even try. 521 is a
            host that says so itself.
Seen when   a relay or submission server
            looks up the recipient's
            domain and finds "MX 0 .".
How to fix  Sender: look for a typing
            error in the domain; if it
            is right, nobody there has
            mail.
            Server's admin: if your
            domain should get mail, run
            dig MX DOMAIN and replace
            the record "0 ." by your
            mail host.
Answers     RCPT
Goes with   5.1.10 null MX
Related     521 a host refuses all mail;
            550 one mailbox or a policy;
            551 names another place
Source      RFC 7504 4, 5.1; RFC 7505
            4.1 (standard)
See also    smtpcode 521 vs 556
? 0

$ smtpcode 101
101 Network unreachable (a socket error, no SMTP reply)  no SMTP reply

Meaning     No SMTP server said this: it is the Linux error number ENETUNREACH, which a mail program printed as if it were a reply. SMTP reply codes begin with 2, 3, 4 or 5.
Seen when   your machine has no route to the server's address, often an IPv6 address without an IPv6 uplink.
How to fix  Sender's admin: run ip route get ADDRESS to see whether there is a route. Without working IPv6 set inet_protocols = ipv4 (Postfix) or disable_ipv6 = true (Exim).
Source      Linux errno.h ENETUNREACH (in no standard)
? 1

$ smtpcode --width=72 560
560 Not assigned                                       permanent failure
Retry: no | Who acts: cannot be told | Address: keep

Meaning     No standard defines this code, so its first digit decides.
            The command failed, and the same attempt will fail again
            until somebody changes something. The second digit of the
            code is outside the grammar, which allows 0 to 5 (RFC 5321
            4.2).
Seen when   a command, an address, a message or the client itself is
            refused.
How to fix  Sender: read the whole text of the bounce; smtpcode - takes
            it as it is.
            Sender's admin: do not let the queue repeat it; find the
            reply in the log and act on its text.
Nearest     550 Mailbox unavailable or refused
            530 Authentication or STARTTLS required first
            500 Command unrecognized
? 1

$ smtpcode 299 | tail -2
Nearest     253 Pending messages started
            252 Cannot verify, will attempt delivery
? 0

$ smtpcode --width=60 551 vs 551 | head -4
Both are the same code.

551 User not local; try elsewhere          permanent failure
Retry: no | Who acts: sender | Address: replace, if the
? 0

