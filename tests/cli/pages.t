# Whole pages, written and read by hand.
$ smtpcode --width=80 551
551 User not local; try elsewhere                              permanent failure
Retry: no | Who acts: sender | Address: replace, if the reply names a new one

Meaning     This server neither delivers to that recipient nor forwards, but its
            reply names the address to use instead. 251 gives the same news and
            forwards the mail for you. A plain refusal to relay is 550; some
            servers say "551 5.7.1" for it all the same.
Seen when   RCPT or VRFY names somebody who has moved, and the old server still
            knows where to.
How to fix  Sender: take the address between < and > in the reply, check it with
            the person, send there and correct your address book.
            Sender's admin: do not let software follow the new address unasked;
            whoever can pose as that server could divert your mail.
            Server's admin: answer 251 if you can forward, 550 5.1.1 if you may
            not tell the new address; Postfix relocated_maps says 550 5.1.6.
Answers     RCPT, VRFY
Goes with   5.1.6 moved, 5.7.1 refused
Related     251 forwards itself; 550 names no other place; 553 bad address
Source      RFC 5321 4.2.3, 3.4, 7.4 (standard)
See also    smtpcode 251 vs 551; smtpcode 550 vs 551 vs 553 vs 554
? 0

$ smtpcode --width=80 250 421
250 OK, completed                                                        success
Retry: not needed | Who acts: nobody | Address: keep

Meaning     The command did what it should; only after the final dot does it
            mean that the server has taken the message over. From then on the
            server must deliver the message or send a bounce.
Seen when   nearly any command succeeds: EHLO, MAIL, RCPT, RSET, the final dot.
How to fix  Nothing to fix.
            Sender's admin: if an accepted message never arrived, take the queue
            id from the 250 line of your log and ask the receiving server's
            administrator to search for it.
            Developer: each EHLO line after the first names one extension; use
            none that is not listed.
Answers     EHLO, HELO, MAIL, RCPT, end of data, BDAT, RSET, VRFY, EXPN, NOOP,
            ETRN, ATRN
Goes with   2.0.0 ok, 2.1.0 sender ok, 2.1.5 recipient ok, 2.6.0 accepted
Related     251 accepts and forwards; 252 accepts unverified; 354 wants the
            message now
Source      RFC 5321 4.2.3, 4.3.2, 4.2.5; RFC 3030 2; RFC 1985 5.1; RFC 2645
            5.2.1 (standard)
See also    smtpcode 250 vs 354; smtpcode 250 vs 551

421 Service not available, closing                             transient failure
Retry: yes | Who acts: receiving server's admin | Address: keep

Meaning     The server closes the connection, whatever you were about to do; the
            message stays with you. The text tells which of two things it is:
            trouble of the server, or a limit that your host has hit.
Seen when   the server shuts down, is overloaded or waited too long for you;
            your host opens too many connections, sends too fast or is
            distrusted.
How to fix  Sender: wait; your server connects again by itself.
            Sender's admin: if the text speaks of rate or connections, send
            slower: in Postfix with smtp_destination_concurrency_limit and
            smtp_destination_rate_delay. If it speaks of reputation, look your
            IP address up at the receiver's postmaster page before you send
            more.
            Server's admin: look for "too many connections" and "timeout" in
            your log; the limits are smtpd_client_connection_count_limit
            (Postfix) and smtp_accept_max (Exim).
            Developer: expect 421 after any command and unasked, then the end of
            the connection.
Answers     connection, any command
Goes with   4.3.2 host closed now, 4.4.2 connection lost, 4.7.0 security, later
Related     450 keeps the connection open; 451 fails one command only; 554
            refuses for good; 221 closes because you asked
Source      RFC 5321 4.2.3, 3.8, 4.3.2; RFC 6647 5 (standard)
See also    smtpcode 421 vs 451; smtpcode 421 vs 450
? 0

$ smtpcode --width=80 571
571 Refused by policy (5.7.1 without dots)                     permanent failure
Retry: no | Who acts: cannot be told | Address: keep

Meaning     No standard defines 571: it is the enhanced status code 5.7.1 with
            the dots left out. Old filters say it for "delivery not authorized,
            message refused"; 550 5.7.1 is the proper form.
Seen when   a log or an old program prints 5.7.1 without its dots.
How to fix  Sender's admin: find the whole reply around 571 in the log, start
            smtpcode - and paste the reply there.
            Developer: send a 5yz of the standard with 5.7.1 behind it.
Related     550, 554
Source      popular lists and old filters (in no standard)
? 0

$ smtpcode --width=80 530
530 Authentication or STARTTLS required first                  permanent failure
Retry: no | Who acts: sender | Address: keep

Meaning     A step is missing: log in, or send STARTTLS; the text says which.
            5.7.0 goes with both, so it does not tell them apart.
Seen when   a mail program sends without logging in; a client sends MAIL or AUTH
            in clear to a server that insists on TLS.
How to fix  Sender: in the mail program switch on authentication for outgoing
            mail and STARTTLS on port 587 (or TLS on 465).
            Sender's admin: if Postfix relays through a provider, set
            smtp_sasl_auth_enable = yes, smtp_sasl_password_maps and
            smtp_tls_security_level = encrypt.
            Server's admin: on port 25 of a public MX demand neither: in Postfix
            set smtpd_tls_security_level = may there, and demand encrypt and
            AUTH on port 587.
Answers     MAIL, RCPT, DATA, BDAT, VRFY, EXPN, HELP, AUTH, ETRN, ATRN
Goes with   5.7.0 security
Related     535 the login was tried and failed; 538 this mechanism wants TLS;
            503 wrong order; 550 no login would help
Source      RFC 4954 6; RFC 3207 4; RFC 6409 4.3; RFC 2645 5.2.1 (extension)
See also    smtpcode 454 vs 530 vs 538; smtpcode 530 vs 535
? 0

$ smtpcode --width=80 5xx
5xx Permanent failure                                          permanent failure
Retry: no | Who acts: cannot be told | Address: keep

Meaning     The command failed, and the same attempt will fail again until
            somebody changes something. The other two digits, the enhanced
            status code and the text tell what has to change.
Seen when   a command, an address, a message or the client itself is refused.
How to fix  Sender: read the whole text of the bounce; smtpcode - takes it as it
            is.
            Sender's admin: do not let the queue repeat it; find the reply in
            the log and act on its text.
Related     4xx passes later; 2xx it worked
Source      RFC 5321 4.2.1, 4.3.2 (standard)
See also    smtpcode 4xx vs 5xx
? 0

$ smtpcode --width=80 450 vs 451 vs 452
450 vs 451 vs 452

All three are transient failures: keep the message, the queue tries again. What
is in the way tells them apart: the mailbox (450), the server's own workings
(451), or room, on its disk or for more recipients (452).

450 Mailbox temporarily unavailable                            transient failure
Meaning     The server cannot or will not take mail for this mailbox just now.
Seen when   the mailbox is locked or busy, or a policy blocks it for now.
How to fix  Sender: wait for the next attempt; by default Postfix tries for five
            days.
            Sender's admin: if it lasts for hours, read the text: "greylisted"
            wants a retry from the same IP address.
            Server's admin: if you use reject_unverified_recipient, set
            unverified_recipient_reject_code = 550 in Postfix; by default
            unknown users get 450 4.1.1.

451 Local error in processing                                  transient failure
Meaning     The server gave up on this command because something on its own side
            failed.
Seen when   its DNS, database, virus filter or disk fails.
How to fix  Sender: wait; your server tries again by itself, and nothing has
            been decided about your message.
            Sender's admin: if the reply says 4.4.3 or "SPF", run dig +trace TXT
            yourdomain to see whether the DNS of your own domain answers.
            Server's admin: read your own log at that second: Postfix "warning:"
            and "fatal:" lines, Exim's paniclog.

452 Insufficient system storage                                transient failure
Meaning     There is no room now: the disk, the queue or the mailbox is full, or
            the transaction already has all the recipients that the server
            allows.
Seen when   a disk fills up, or RCPT comes once too often.
How to fix  Sender: wait for the next attempt; if the mailbox stays full, tell
            its owner by another way.
            Sender's admin: after "too many recipients" send the rest in a new
            transaction; in Postfix lower smtp_destination_recipient_limit.
            Server's admin: run df -h on the queue's disk; Postfix wants 1.5
            times message_size_limit free, or queue_minfree if that is more,
            Exim check_spool_space.
            Developer: after 452 to RCPT go on with DATA for the recipients
            accepted so far.

Key differences
 1. About     450  the mailbox, or a policy about it
              451  the server's own processing
              452  room: disk, queue, mailbox or recipients
 2. Command   450  RCPT, end of data, ATRN
              451  MAIL, RCPT, end of data, ATRN
              452  MAIL, RCPT, DATA, end of data
 3. Outcome   450  this recipient waits in your queue, others may pass
              451  the message stays in your queue
              452  this recipient waits in your queue, others may pass
 4. Who acts  450  nobody
              451  receiving server's admin
              452  receiving server's admin
 5. Enhanced  450  4.2.0, 4.2.1, 4.7.1
              451  4.3.0, 4.3.5, 4.4.3, 4.7.1
              452  4.3.1, 4.2.2, 4.5.3
 6. Twin      450  550
              451  none
              452  552
 Same for all: Retry: the same attempt may pass later; Address: keep; Standard:
 RFC 5321.

When to use which
 Server  450 when this mailbox is the reason and waiting helps.
         451 when your own machinery failed and nothing is decided about the
         mail.
         452 when room is short, or the recipients are too many for one
         transaction.
 Client  450: queue this recipient and go on with the others.
         451: queue the message; count a lost connection the same way.
         452: deliver to the recipients accepted so far, send the rest again
         later.
? 0

$ smtpcode --width=80 550 vs 551 vs 553 vs 554
550 vs 551 vs 553 vs 554

From the narrowest to the widest: 551 refuses because the recipient has moved
and says where to; 553 refuses the address as written; 550 refuses a mailbox or,
by policy, the mail; 554 covers everything else. For 550 and 554 read the
enhanced status code and the text before you act.

550 Mailbox unavailable or refused                             permanent failure
Meaning     Either the mailbox does not exist, or a policy forbids the mail;
            only the enhanced status code or the text tells which.
Seen when   RCPT names an unknown user or a domain that the server does not
            relay for, or SPF, DKIM, DMARC, a block list or a filter speaks
            against the client or the message.
How to fix  Sender: after "unknown user" or 5.1.1 correct the address or drop
            it; otherwise pass the whole text to your administrator.
            Sender's admin: if a policy is the reason, open the web address in
            the text; then look at SPF (dig TXT yourdomain), reverse DNS (dig -x
            YOUR-IP) and the block lists.
            Server's admin: if the recipient does exist, run postmap -q
            USER@DOMAIN MAP for each map of local_recipient_maps or
            virtual_mailbox_maps (Postfix), or exim -bt USER@DOMAIN.
            Developer: never drop an address for a bare 550; only 5.1.1 or plain
            words prove that it does not exist.

551 User not local; try elsewhere                              permanent failure
Meaning     This server neither delivers to that recipient nor forwards, but its
            reply names the address to use instead.
Seen when   RCPT or VRFY names somebody who has moved, and the old server still
            knows where to.
How to fix  Sender: take the address between < and > in the reply, check it with
            the person, send there and correct your address book.
            Sender's admin: do not let software follow the new address unasked;
            whoever can pose as that server could divert your mail.
            Server's admin: answer 251 if you can forward, 550 5.1.1 if you may
            not tell the new address; Postfix relocated_maps says 550 5.1.6.

553 Mailbox name not allowed                                   permanent failure
Meaning     The address itself is not acceptable here: malformed, ambiguous, or
            not yours to send from.
Seen when   RCPT or MAIL brings an address that breaks the server's rules for
            names.
How to fix  Sender: retype the recipient; if the sender is refused, set From in
            the mail program to the address of the account that logs in.
            Sender's admin: for 553 5.7.1 or 5.7.2 from Yahoo look up the tag in
            the text, such as BL21, at senders.yahooinc.com: your IP address is
            blocked.
            Server's admin: run postmap -q SENDER MAP (Postfix) with the map of
            smtpd_sender_login_maps: it must print the login name.

554 Transaction failed, or no SMTP service here                permanent failure
Meaning     In the greeting it means that this server does not talk to you;
            later, that the transaction failed for a reason that only the text
            tells.
Seen when   the greeting turns your IP address away.
How to fix  Sender: pass the whole text to your administrator; if it speaks of
            spam or an attachment, send plain text without links first.
            Sender's admin: after "blocked using" look your IP address up at the
            list that is named; after "relay access denied" send through your
            own provider.
            Server's admin: if the domain is yours, put it into mydestination,
            relay_domains or virtual_mailbox_domains: Postfix says 554 5.7.1 for
            reject_unauth_destination, and also for access tables.
            Developer: take 554 in the greeting as final: every further command
            but QUIT gets 503.

Key differences
 1. About     550  a mailbox, or a policy against you
              551  a recipient who has moved
              553  the form or the owner of an address
              554  the whole transaction or your host
 2. Command   550  EHLO, HELO, MAIL, RCPT, DATA, end of data, VRFY, EXPN
              551  RCPT, VRFY
              553  MAIL, RCPT, VRFY
              554  connection, MAIL, RCPT, DATA, end of data
 3. Outcome   550  the recipient, or after the final dot the whole message, is
                   turned down
              551  this recipient gets no mail, other recipients still may
              553  this address is refused, other recipients still may pass
              554  the recipient, or after the final dot the whole message, is
                   turned down
 4. Who acts  550  cannot be told
              551  sender
              553  sender
              554  cannot be told
 5. Address   550  keep
              551  replace, if the reply names a new one
              553  keep
              554  keep
 6. Enhanced  550  5.1.1, 5.7.1, 5.2.1, 5.1.6
              551  5.1.6, 5.7.1
              553  5.1.3, 5.1.7, 5.1.8, 5.6.7
              554  5.7.1, 5.6.0, 5.4.6, 5.5.1
 7. Twin      550  450
              551  251
              553  none
              554  none
 Same for all: Retry: the same attempt fails again; Standard: RFC 5321.

When to use which
 Server  550 when a mailbox does not exist (5.1.1), or policy forbids this mail
         (5.7.1).
         551 when the new address is known and may be told, and you do not
         forward.
         553 when the address can never be valid here, or is not the client's to
         use.
         554 when no finer code fits, or as a greeting to a client that may not
         talk to you.
 Client  550: return the message to its sender with the whole text.
         551: stop for this recipient, show the new address to the sender, go on
         with the others.
         553: correct the address; repeating it is useless.
         554: return the message; after a greeting with 554 send QUIT.
? 0

$ smtpcode --width=80 454 vs 530 vs 538
454 vs 530 vs 538

Ask who is at fault: with 454 the server, whose TLS or login service is out of
order; with 530 and 538 the client, which left a step out. 530 wants a login or
STARTTLS before the command, 538 wants TLS before this one mechanism.

454 TLS or login temporarily unavailable                       transient failure
Meaning     After STARTTLS it means that TLS is not available now, after AUTH
            that the login service is broken; your password is not the reason.
Seen when   the server cannot load its certificate or key.
How to fix  Sender: try later, and leave the password as it is.
            Server's admin: after STARTTLS: test with openssl s_client -starttls
            smtp -connect HOST:25 and read the TLS lines of your log (Postfix
            smtpd_tls_chain_files, Exim tls_certificate).
            Developer: after STARTTLS decide by policy: go on in clear, wait, or
            give up.

530 Authentication or STARTTLS required first                  permanent failure
Meaning     A step is missing: log in, or send STARTTLS; the text says which.
Seen when   a mail program sends without logging in.
How to fix  Sender: in the mail program switch on authentication for outgoing
            mail and STARTTLS on port 587 (or TLS on 465).
            Sender's admin: if Postfix relays through a provider, set
            smtp_sasl_auth_enable = yes, smtp_sasl_password_maps and
            smtp_tls_security_level = encrypt.
            Server's admin: on port 25 of a public MX demand neither: in Postfix
            set smtpd_tls_security_level = may there, and demand encrypt and
            AUTH on port 587.

538 Encryption required for this mechanism                     permanent failure
Meaning     This mechanism may only be used on an encrypted connection.
Seen when   AUTH PLAIN is sent in clear to an old server.
How to fix  Sender: switch the mail program to STARTTLS on port 587 or to TLS on
            port 465.
            Server's admin: set smtpd_tls_auth_only = yes in Postfix: it hides
            AUTH until TLS is active.

Key differences
 1. Class     454  a transient failure (4yz)
              530  a permanent failure (5yz)
              538  a permanent failure (5yz)
 2. About     454  the server's TLS or login service
              530  a step that you have left out
              538  a mechanism that needs an encrypted line
 3. Command   454  AUTH, STARTTLS
              530  MAIL, RCPT, DATA, BDAT, VRFY, EXPN, HELP, AUTH, ETRN, ATRN
              538  AUTH
 4. Outcome   454  the session goes on, but not logged in or not encrypted
              530  nothing is accepted until the missing step is made
              538  the session goes on, but not logged in
 5. Retry     454  the same attempt may pass later
              530  the same attempt fails again
              538  the same attempt fails again
 6. Who acts  454  receiving server's admin
              530  sender
              538  sender's admin
 7. Enhanced  454  4.7.0
              530  5.7.0
              538  5.7.11
 Same for all: Address: keep; Standard: RFC 4954.

When to use which
 Server  454 when TLS or the login service is out of order for now.
         530 when the command would be fine after a login or after STARTTLS.
         538 when the software is old; new software announces such a mechanism
         only after STARTTLS.
 Client  454: keep the credentials and the message, try again later.
         530: do the missing step, then repeat the command in the same session.
         538: send STARTTLS, EHLO, then AUTH again.
? 0

$ smtpcode --width=80 560 vs 561
560 Not assigned vs 561 Not assigned

Both are permanent failures: something has to change before the next attempt.
560 is assigned to nothing; 561 is assigned to nothing.

560 Not assigned                                               permanent failure

561 Not assigned                                               permanent failure

560, 561
Meaning     No standard defines this code, so its first digit decides. The
            command failed, and the same attempt will fail again until somebody
            changes something. The second digit of the code is outside the
            grammar, which allows 0 to 5 (RFC 5321 4.2).
Seen when   a command, an address, a message or the client itself is refused.
How to fix  Sender: read the whole text of the bounce; smtpcode - takes it as it
            is.
            Sender's admin: do not let the queue repeat it; find the reply in
            the log and act on its text.

Key differences
None that a standard knows.

When to use which
 Server  560 never: no standard defines it.
         561 never: no standard defines it.
 Client  560: stop, return the message, change something first.
         561: stop, return the message, change something first.
? 1

$ smtpcode --width=80 422 vs 571
422 Password transition or mailbox full vs 571 Refused by policy (5.7.1 without
dots)

422 stands in the registry beside 4.7.12, nowhere else; 571 is 5.7.1 without its
dots.

422 Password transition or mailbox full                        transient failure
Meaning     No RFC says what 422 means as a reply code; the registry of enhanced
            status codes names it beside 4.7.12.
Seen when   a server takes 422 out of that registry.
How to fix  Sender's admin: act on the enhanced status code and the text behind
            422.

571 Refused by policy (5.7.1 without dots)                     permanent failure
Meaning     No standard defines 571: it is the enhanced status code 5.7.1 with
            the dots left out.
Seen when   a log or an old program prints 5.7.1 without its dots.
How to fix  Sender's admin: find the whole reply around 571 in the log, start
            smtpcode - and paste the reply there.
            Developer: send a 5yz of the standard with 5.7.1 behind it.

Key differences
 1. Class    422 is a transient failure (4yz), 571 a permanent failure (5yz).
 2. About    422 is about what 4.7.12 is about, 571 about what 5.7.1 is about.
 3. Outcome  After 422 the message stays in your queue; after 571 the recipient,
             or after the final dot the whole message, is turned down.
 4. Retry    422: the same attempt may pass later; 571: the same attempt fails
             again.

When to use which
 Server  422 never: 4.7.12 belongs behind a 4yz that an RFC defines.
         571 never: 5.7.1 belongs behind a 5yz of the standard.
 Client  422: read it as any 4yz, and look at the enhanced status code behind
         it.
         571: read it as any 5yz.
? 0

# What the tables say of both in the same words is said once.
$ smtpcode 4.7.8 vs 5.7.8 | sed -n 3p
The trouble is the same, once for now and once for good.
? 0

$ smtpcode 345 vs 354 | sed -n "5,13p"
345 Printing error for 354  intermediate reply
Meaning     There is no 345: somebody turned two digits of 354 around.
Seen when   you read 345 in a manual or in a list of codes.
How to fix  Developer: write 354 in your code and in your documents.

354 Start mail input  intermediate reply
Meaning     The server waits for the message, header and body, ended by a line with a single dot.
Seen when   DATA comes after MAIL and at least one accepted RCPT.
How to fix  Sender's admin: if the session hangs right after 354, large packets get lost: test with ping -M do -s 1472 HOST, and let ICMP "fragmentation needed" through your firewall.
? 0

# A success whose detail is registered for failures: nobody is told to fix it.
$ smtpcode --width=80 2.1.1
2.1.1 Unknown recipient mailbox                                          success
Retry: not needed | Who acts: nobody | Address: keep

Meaning     The command did what it should, and the next one may follow. Only
            after the final dot does a success hand the message over.
Seen when   a command is right and nothing stands against it.
How to fix  Sender: nothing is wrong; for a message that never arrived give your
            administrator the queue id in the text of the last 2yz.
Note        The registry foresees this subject and detail only as: permanent
            failure.
Related     2.1.2 the domain is wrong; 2.1.3 no address at all; 2.1.6 existed
            once, has moved; 2.2.1 exists but is closed
Source      RFC 3463 3.2; RFC 5248 2.4 (standard)
? 0

A single reply of a bounce: whom it is about, where it stands, what was said.

$ printf 'The mail system\n\n<a@example.com>: Host not found\n' | smtpcode | sed -n '1,5p'
Recipient's domain takes no mail  permanent failure
Retry: no | Who acts: sender | Address: drop

Seen        once, in line 3; for a@example.com
Reply       Host not found
? 0

$ echo '550 5.1.1 <a@example.com>: gone' | smtpcode | grep -c '^Seen'
0
? 1
