# The five comparisons that the project began with, each sentence checked by
# hand against the RFCs that data/text/en names beside it.
$ smtpcode --width=80 235 vs 551
235 Authentication succeeded vs 551 User not local; try elsewhere

235 accepts your login, 551 refuses one recipient. They never answer the same
command: 235 ends AUTH, 551 answers RCPT or VRFY later on, so one session may
well see both.

235 Authentication succeeded                                             success
Meaning     The server has accepted your credentials; the session now counts as
            logged in.
Seen when   AUTH ends with a password, token or certificate that is right.
How to fix  Nothing to fix.
            Developer: go on with MAIL; a further AUTH in this session gets 503.

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

Key differences
 1. Class     235 is a success (2yz), 551 a permanent failure (5yz).
 2. About     235 is about the login of this session, 551 about a recipient who
              has moved.
 3. Command   235 answers AUTH; 551 answers RCPT, VRFY.
 4. Outcome   After 235 no message is under way yet; after 551 this recipient
              gets no mail, other recipients still may.
 5. Retry     235: nothing to repeat; 551: the same attempt fails again.
 6. Who acts  235: nobody; 551: sender.
 7. Address   235: keep; 551: replace, if the reply names a new one.
 8. Enhanced  With 235 goes 2.7.0; with 551 5.1.6, 5.7.1.
 9. Standard  235 is defined in RFC 4954, 551 in RFC 5321.

When to use which
 Server  235 when an AUTH exchange has worked, once per session.
         551 when the new address is known and may be told, and you do not
         forward.
 Client  235: go on with MAIL.
         551: stop for this recipient, show the new address to the sender, go on
         with the others.
? 0

$ smtpcode --width=80 251 vs 535
251 User not local; will forward vs 535 Authentication credentials invalid

251 settles where a recipient's mail goes, 535 whether you may send at all. 535
comes first, at the login; a session that got 535 seldom goes on to RCPT, where
251 comes.

251 User not local; will forward                                         success
Meaning     The server accepts the recipient and forwards the mail itself to the
            address in its reply.
Seen when   RCPT or VRFY names somebody who has moved, and the old server still
            forwards.
How to fix  Sender: nothing is lost; ask the person whether the new address in
            the reply should replace the old one.
            Developer: do not rewrite address books by yourself: whoever can
            pose as that server could divert mail.

535 Authentication credentials invalid                         permanent failure
Meaning     The user name, password or token was refused.
Seen when   AUTH ends with a wrong or expired password, or with an account that
            may not use SMTP.
How to fix  Sender: log in to the provider's web page with the same password;
            with two-factor login make an app password for the mail program.
            Sender's admin: if Postfix logs in to a relay, correct the line in
            smtp_sasl_password_maps, then run postmap on the file.
            Server's admin: run doveadm auth test USER: if it passes, the fault
            is on the SMTP side and not in the password.
            Developer: ask the user for new credentials, and do not repeat the
            old ones: servers lock accounts.

Key differences
 1. Class     251 is a success (2yz), 535 a permanent failure (5yz).
 2. About     251 is about a recipient who has moved, 535 about the credentials
              of this login.
 3. Command   251 answers RCPT, VRFY, ETRN; 535 answers AUTH.
 4. Outcome   After 251 the recipient is accepted and the mail travels on; after
              535 the session goes on, but not logged in.
 5. Retry     251: nothing to repeat; 535: the same attempt fails again.
 6. Who acts  251: nobody; 535: sender.
 7. Enhanced  With 251 goes 2.1.5; with 535 5.7.8.
 8. Standard  251 is defined in RFC 5321, 535 in RFC 4954.

When to use which
 Server  251 when you forward this recipient and may tell where to; plain 250 if
         you may not tell.
         535 when the exchange is complete and the credentials do not fit.
 Client  251: treat it as 250, and offer the new address to the user.
         535: ask the user for new credentials.
? 0

$ smtpcode --width=80 250 vs 551
250 OK, completed vs 551 User not local; try elsewhere

250 to RCPT accepts the recipient; 551 refuses that recipient and names the
address to use instead. Each RCPT has its own reply, so one message may get
both, each for another recipient.

250 OK, completed                                                        success
Meaning     The command did what it should; only after the final dot does it
            mean that the server has taken the message over.
Seen when   nearly any command succeeds: EHLO, MAIL, RCPT, RSET, the final dot.
How to fix  Nothing to fix.
            Sender's admin: if an accepted message never arrived, take the queue
            id from the 250 line of your log and ask the receiving server's
            administrator to search for it.
            Developer: each EHLO line after the first names one extension; use
            none that is not listed.

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

Key differences
 1. Class     250 is a success (2yz), 551 a permanent failure (5yz).
 2. About     250 is about the command just sent, 551 about a recipient who has
              moved.
 3. Command   250 answers EHLO, HELO, MAIL, RCPT, end of data, BDAT, RSET, VRFY,
              EXPN, NOOP, ETRN, ATRN; 551 answers RCPT, VRFY.
 4. Outcome   After 250 the command is done; after the final dot the message is
              the server's; after 551 this recipient gets no mail, other
              recipients still may.
 5. Retry     250: nothing to repeat; 551: the same attempt fails again.
 6. Who acts  250: nobody; 551: sender.
 7. Address   250: keep; 551: replace, if the reply names a new one.
 8. Enhanced  With 250 goes 2.0.0, 2.1.0, 2.1.5, 2.6.0; with 551 5.1.6, 5.7.1.

When to use which
 Server  250 when the command is done; after the final dot only with the message
         safely stored.
         551 when the new address is known and may be told, and you do not
         forward.
 Client  250: take the next step; after the final dot delete your copy.
         551: stop for this recipient, show the new address to the sender, go on
         with the others.
? 0

$ smtpcode --width=80 235 vs 550
235 Authentication succeeded vs 550 Mailbox unavailable or refused

235 accepts your login; 550 refuses a recipient or a message, even after a
login. A login may open the way to relaying; it does not make a mailbox exist,
nor does it overrule a policy.

235 Authentication succeeded                                             success
Meaning     The server has accepted your credentials; the session now counts as
            logged in.
Seen when   AUTH ends with a password, token or certificate that is right.
How to fix  Nothing to fix.
            Developer: go on with MAIL; a further AUTH in this session gets 503.

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

Key differences
 1. Class     235 is a success (2yz), 550 a permanent failure (5yz).
 2. About     235 is about the login of this session, 550 about a mailbox, or a
              policy against you.
 3. Command   235 answers AUTH; 550 answers EHLO, HELO, MAIL, RCPT, DATA, end of
              data, VRFY, EXPN.
 4. Outcome   After 235 no message is under way yet; after 550 the recipient, or
              after the final dot the whole message, is turned down.
 5. Retry     235: nothing to repeat; 550: the same attempt fails again.
 6. Who acts  235: nobody; 550: cannot be told.
 7. Enhanced  With 235 goes 2.7.0; with 550 5.1.1, 5.7.1, 5.2.1, 5.1.6.
 8. Standard  235 is defined in RFC 4954, 550 in RFC 5321.

When to use which
 Server  235 when an AUTH exchange has worked, once per session.
         550 when a mailbox does not exist (5.1.1), or policy forbids this mail
         (5.7.1).
 Client  235: go on with MAIL.
         550: return the message to its sender with the whole text.
? 0

$ smtpcode --width=80 235 vs 451
235 Authentication succeeded vs 451 Local error in processing

235 is the end of a login, 451 a fault inside the server while it handled MAIL,
RCPT or the message. Seeing 451 after 235 is no reason to doubt the password; a
login service that is down says 454.

235 Authentication succeeded                                             success
Meaning     The server has accepted your credentials; the session now counts as
            logged in.
Seen when   AUTH ends with a password, token or certificate that is right.
How to fix  Nothing to fix.
            Developer: go on with MAIL; a further AUTH in this session gets 503.

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

Key differences
 1. Class     235 is a success (2yz), 451 a transient failure (4yz).
 2. About     235 is about the login of this session, 451 about the server's own
              processing.
 3. Command   235 answers AUTH; 451 answers MAIL, RCPT, end of data, ATRN.
 4. Outcome   After 235 no message is under way yet; after 451 the message stays
              in your queue.
 5. Retry     235: nothing to repeat; 451: the same attempt may pass later.
 6. Who acts  235: nobody; 451: receiving server's admin.
 7. Enhanced  With 235 goes 2.7.0; with 451 4.3.0, 4.3.5, 4.4.3, 4.7.1.
 8. Standard  235 is defined in RFC 4954, 451 in RFC 5321.

When to use which
 Server  235 when an AUTH exchange has worked, once per session.
         451 when your own machinery failed and nothing is decided about the
         mail.
 Client  235: go on with MAIL.
         451: queue the message; count a lost connection the same way.
? 0

