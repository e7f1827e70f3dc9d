# Lists: sets of one sort add up, sets of different sorts narrow.
$ smtpcode -l 4xx 5xx RCPT
421 Service not available, closing  transient failure
450 Mailbox temporarily unavailable  transient failure
451 Local error in processing  transient failure
452 Insufficient system storage  transient failure
455 Cannot accommodate parameters now  transient failure
500 Command unrecognized  permanent failure
501 Syntax error in parameters  permanent failure
502 Command not implemented  permanent failure
503 Bad sequence of commands  permanent failure
504 Parameter not implemented  permanent failure
521 Host does not accept mail  permanent failure
530 Authentication or STARTTLS required first  permanent failure
542 Recipient rejected  permanent failure *
550 Mailbox unavailable or refused  permanent failure
551 User not local; try elsewhere  permanent failure
552 Exceeded storage allocation  permanent failure
553 Mailbox name not allowed  permanent failure
554 Transaction failed, or no SMTP service here  permanent failure
555 MAIL or RCPT parameters not recognized  permanent failure
556 Domain does not accept mail  permanent failure
? 0

$ smtpcode -l 3
334 Server challenge, go on with AUTH  intermediate reply
345 Printing error for 354  intermediate reply *
353 Replies for each recipient follow  intermediate reply *
354 Start mail input  intermediate reply
355 Transaction offset for a restart  intermediate reply
? 0

$ smtpcode -l 2xx AUTH
235 Authentication succeeded  success
? 0

$ smtpcode --width=60 -l 4 standard ETRN
421 Service not available, closing         transient failure
458 Unable to queue messages for the node  transient failure
459 Node not allowed                       transient failure
? 0

$ smtpcode -l DATA 4
421 Service not available, closing  transient failure
450 Mailbox temporarily unavailable  transient failure
451 Local error in processing  transient failure
452 Insufficient system storage  transient failure
? 0

$ smtpcode -l 2xx 5xx STARTTLS
220 Service ready  success
500 Command unrecognized  permanent failure
501 Syntax error in parameters  permanent failure
502 Command not implemented  permanent failure
521 Host does not accept mail  permanent failure
523 Encryption needed or message too big  permanent failure *
? 0

$ smtpcode -l -f code,status 4xx ATRN
421	standard
450	standard
451	standard
453	extension
? 0

$ smtpcode -l basic | wc -l
67
? 0

$ smtpcode -l | wc -l
213
? 0

$ smtpcode -l fields
code	code
code	type
code	class
code	category
code	name
code	phrase
code	meaning
code	when
code	fix
code	cause
code	retry
code	actor
code	address
code	certainty
code	commands
code	reply_codes
code	enhanced_codes
code	related
code	uses
code	source
code	status
code	known
code	notes
reply	text
reply	code
reply	enhanced
reply	class
reply	cause
reply	detail
reply	retry
reply	retry_after
reply	actor
reply	address
reply	forward
reply	direction
reply	command
reply	recipient
reply	remote
reply	ip
reply	provider
reply	tag
reply	list
reply	list_url
reply	rule
reply	evidence
reply	certainty
reply	name
reply	meaning
reply	fix
reply	notes
reply	line
cause	cause
cause	name
cause	meaning
cause	fix
cause	retry
cause	actor
cause	address
cause	codes
comparison	codes
comparison	summary
comparison	differences
comparison	advice
tally	direction
tally	code
tally	enhanced
tally	class
tally	cause
tally	retry
tally	actor
tally	provider
tally	count
tally	lines
tally	example
? 0

$ smtpcode -l RCTP
smtpcode: RCTP is no set; use 4xx, 5.7, RCPT (or another command), basic, enhanced, standard, causes, providers or fields
? 2

$ smtpcode -l 551
smtpcode: 551 is no set; use 4xx, 5.7, RCPT (or another command), basic, enhanced, standard, causes, providers or fields
? 2

$ smtpcode -l 4xx causes
smtpcode: causes is a list of its own; no other set goes with it
? 2

$ smtpcode -l fields fields
smtpcode: fields is a list of its own; no other set goes with it
? 2

$ smtpcode -l 3xx RCPT basic standard 2
250 OK, completed  success
251 User not local; will forward  success
? 0

$ smtpcode -l 2xx BDAT
250 OK, completed  success
? 0

$ smtpcode -q -l 3xx RCPT
? 1

