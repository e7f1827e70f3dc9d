# Writes a made-up log of about -v mib=N MiB, the same for the same N: Postfix
# and Exim as they log a busy day, one line in six with a reply, and the
# numbers that look like codes: process ids, sizes, IP addresses, names.
function any(list, n) { return list[int(rand() * n) + 1] }
function stamp() {
	seconds += rand() < 0.1
	return sprintf("%02d:%02d:%02d", int(seconds / 3600) % 24, int(seconds / 60) % 60, seconds % 60)
}
function ip() { return int(rand() * 223 + 1) "." int(rand() * 255) "." int(rand() * 255) "." int(rand() * 255) }
function host() { return any(first, nf) int(rand() * 600) "." any(zone, nz) }
function user() { return any(name, nn) int(rand() * 1000) "@" any(zone, nz) }
function id(  i, s) {
	s = ""
	for (i = 0; i < 10; i++)
		s = s substr("0123456789ABCDEF", int(rand() * 16) + 1, 1)
	return s
}
function put(line) {
	print line
	bytes += length(line) + 1
}
function postfix(daemon, text) {
	put("Nov 20 " stamp() " mx1 postfix/" daemon "[" int(rand() * 60000 + 400) "]: " text)
}
function exim(text) {
	put("2026-11-20 " stamp() " " text)
}
function exim_id() { return "1a" substr(id(), 1, 4) "-" substr(id(), 1, 6) "-" substr(id(), 1, 2) }
BEGIN {
	srand(2026)
	nf = split("mx mail smtp in edge host- relay", first)
	nz = split("example.com example.net example.org mail.example.com k4.example.net acme.example.org", zone)
	nn = split("info sales bob alice office no-reply orders", name)
	ns = split("250 2.0.0 Ok: queued as|250 2.0.0 OK  1732 gsmtp|250 OK id=|250 2.6.0 Queued mail for delivery|250 Ok", sent, "|")
	nd = split("450 4.2.0 <@>: Recipient address rejected: Greylisted|451 4.7.1 Try again in 300 seconds|421 4.7.0 Too many connections from your IP|452 4.2.2 Mailbox full|450 4.1.8 <@>: Sender address rejected: Domain not found", deferred, "|")
	nb = split("550 5.1.1 <@>: Recipient address rejected: User unknown in virtual mailbox table|554 5.7.1 Service unavailable; Client host [%] blocked using zen.spamhaus.org|550 5.7.26 Unauthenticated email is not accepted due to domain DMARC policy - gsmtp|552 5.2.2 Quota exceeded|550 5.4.1 Recipient address rejected: Access denied. AS(201806281)", bounced, "|")
	while (bytes < mib * 1048576) {
		r = rand()
		if (r < 0.42) {
			h = host() "[" ip() "]"
			q = id()
			postfix("smtpd", "connect from " h)
			postfix("smtpd", q ": client=" h)
			postfix("cleanup", q ": message-id=<" id() "." int(rand() * 600) "@" any(zone, nz) ">")
			postfix("qmgr", q ": from=<" user() ">, size=" int(rand() * 90000 + 200) ", nrcpt=1 (queue active)")
			postfix("smtpd", "disconnect from " h " ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5")
			postfix("qmgr", q ": removed")
		} else if (r < 0.62) {
			s = rand()
			status = s < 0.7 ? "sent" : s < 0.88 ? "deferred" : "bounced"
			text = s < 0.7 ? any(sent, ns) " " id() : s < 0.88 ? any(deferred, nd) : any(bounced, nb)
			gsub(/@/, user(), text)
			gsub(/%/, ip(), text)
			h = host() "[" ip() "]"
			postfix("smtp", id() ": to=<" user() ">, relay=" h ":25, delay=" int(rand() * 30) / 10 ", delays=0.05/0/1.2/2.5, dsn=" \
			    (s < 0.7 ? "2.0.0" : s < 0.88 ? "4.2.0" : "5.1.1") ", status=" status " (" \
			    (s < 0.7 ? text ")" : "host " h " said: " text " (in reply to RCPT TO command))"))
		} else if (r < 0.68) {
			text = any(bounced, nb)
			h = host() "[" ip() "]"
			gsub(/@/, user(), text)
			gsub(/%/, ip(), text)
			postfix("smtpd", "NOQUEUE: reject: RCPT from " h ": " text "; from=<" user() "> to=<" user() "> proto=ESMTP helo=<" host() ">")
		} else if (r < 0.9) {
			q = exim_id()
			exim("SMTP connection from [" ip() "]:" int(rand() * 60000) " (TCP/IP connection count = 5)")
			exim(q " <= " user() " H=" host() " [" ip() "] P=esmtps X=TLS1.3:TLS_AES_256_GCM_SHA384:256 S=" int(rand() * 90000) " id=" id() "@" any(zone, nz))
			exim(q " Completed")
		} else if (r < 0.97)
			exim(exim_id() " => " user() " R=dnslookup T=remote_smtp H=" host() " [" ip() "] X=TLS1.3:TLS_AES_256_GCM_SHA384:256 C=\"250 2.0.0 OK " id() "\"")
		else {
			text = any(bounced, nb)
			gsub(/@/, user(), text)
			gsub(/%/, ip(), text)
			exim(exim_id() " ** " user() " R=dnslookup T=remote_smtp: SMTP error from remote mail server after RCPT TO:<" user() ">: host " host() " [" ip() "]: " text)
		}
	}
}
