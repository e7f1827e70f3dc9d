The forms in one language.

$ smtpcode -L de --width=80 551
551 Empfänger nicht lokal; neue Adresse                       dauerhafter Fehler
Erneut senden: nein | Am Zug: Absender | Adresse: ersetzen, falls die Antwort
eine neue nennt

Bedeutung    Dieser Server stellt diesem Empfänger nichts zu und leitet auch
             nichts weiter, nennt aber in seiner Antwort die Adresse, die
             stattdessen gilt. 251 sagt dasselbe und leitet die Mail selbst
             weiter. Wird nur das Relaying verweigert, ist das 550; manche
             Server sagen trotzdem „551 5.7.1“.
Kommt, wenn  RCPT oder VRFY jemanden nennt, der umgezogen ist, und der alte
             Server das Ziel noch kennt.
Abhilfe      Absender: Die Adresse zwischen < und > aus der Antwort nehmen, mit
             der Person abklären, dorthin senden und das Adressbuch korrigieren.
             Admin des Absenders: Keine Software der neuen Adresse ungefragt
             folgen lassen; wer sich als dieser Server ausgeben kann, könnte die
             Mail umleiten.
             Admin des Servers: Mit 251 antworten, wenn weitergeleitet werden
             kann, mit 550 5.1.1, wenn die neue Adresse geheim bleiben muss;
             relocated_maps von Postfix antwortet mit 550 5.1.6.
Antwort auf  RCPT, VRFY
Passt zu     5.1.6 umgezogen, 5.7.1 abgelehnt
Verwandt     251 leitet selbst weiter; 550 nennt keinen anderen Ort; 553 Adresse
             falsch
Quelle       RFC 5321 4.2.3, 3.4, 7.4 (Standard)
Siehe auch   smtpcode 251 vs 551; smtpcode 550 vs 551 vs 553 vs 554
? 0

$ smtpcode -L de --width=60 235 vs 551
235 Anmeldung erfolgreich vs. 551 Empfänger nicht lokal;
neue Adresse

235 akzeptiert die Anmeldung, 551 lehnt einen Empfänger ab.
Sie antworten nie auf denselben Befehl: 235 schließt AUTH
ab, 551 antwortet später auf RCPT oder VRFY; in einer
Sitzung können also durchaus beide vorkommen.

235 Anmeldung erfolgreich                             Erfolg
Bedeutung    Der Server hat die Zugangsdaten akzeptiert; die
             Sitzung gilt jetzt als angemeldet.
Kommt, wenn  AUTH mit dem richtigen Passwort, Token oder
             Zertifikat abgeschlossen wird.
Abhilfe      Es gibt nichts zu beheben.
             Entwickler: Mit MAIL weitermachen; ein weiteres
             AUTH in dieser Sitzung ergibt 503.

551 Empfänger nicht lokal; neue Adresse   dauerhafter Fehler
Bedeutung    Dieser Server stellt diesem Empfänger nichts zu
             und leitet auch nichts weiter, nennt aber in
             seiner Antwort die Adresse, die stattdessen
             gilt.
Kommt, wenn  RCPT oder VRFY jemanden nennt, der umgezogen
             ist, und der alte Server das Ziel noch kennt.
Abhilfe      Absender: Die Adresse zwischen < und > aus der
             Antwort nehmen, mit der Person abklären,
             dorthin senden und das Adressbuch korrigieren.
             Admin des Absenders: Keine Software der neuen
             Adresse ungefragt folgen lassen; wer sich als
             dieser Server ausgeben kann, könnte die Mail
             umleiten.
             Admin des Servers: Mit 251 antworten, wenn
             weitergeleitet werden kann, mit 550 5.1.1, wenn
             die neue Adresse geheim bleiben muss;
             relocated_maps von Postfix antwortet mit
             550 5.1.6.

Die wichtigsten Unterschiede
 1. Klasse         235: ein Erfolg (2yz); 551: ein
                   dauerhafter Fehler (5yz).
 2. Thema          235: die Anmeldung dieser Sitzung; 551:
                   ein Empfänger, der umgezogen ist.
 3. Befehl         235 antwortet auf: AUTH; 551 auf: RCPT,
                   VRFY.
 4. Folge          Nach 235: noch ist keine Nachricht
                   unterwegs; nach 551: dieser Empfänger
                   bekommt keine Mail, andere können sie
                   noch bekommen.
 5. Erneut senden  235: nichts zu wiederholen; 551: derselbe
                   Versuch scheitert wieder.
 6. Am Zug         235: niemand; 551: Absender.
 7. Adresse        235: behalten; 551: ersetzen, falls die
                   Antwort eine neue nennt.
 8. Erweitert      Zu 235: 2.7.0; zu 551: 5.1.6, 5.7.1.
 9. Standard       235: RFC 4954; 551: RFC 5321.

Welcher Code wann
 Server  235, wenn ein AUTH-Dialog geklappt hat, einmal je
         Sitzung.
         551, wenn die neue Adresse bekannt ist und genannt
         werden darf, der Server aber nicht weiterleitet.
 Client  235: mit MAIL weitermachen.
         551: für diesen Empfänger aufhören, dem Absender
         die neue Adresse zeigen, mit den anderen
         weitermachen.
? 0

$ smtpcode -L de --width=80 450 vs 451 vs 452
450 vs. 451 vs. 452

Alle drei sind vorübergehende Fehler: Nachricht behalten, die Warteschlange
versucht es erneut. Sie unterscheiden sich darin, was im Weg steht: das Postfach
(450), die Technik des Servers selbst (451) oder der Platz, auf der Platte oder
für weitere Empfänger (452).

450 Postfach vorübergehend nicht verfügbar                vorübergehender Fehler
Bedeutung    Der Server kann oder will für dieses Postfach gerade keine Mail
             annehmen.
Kommt, wenn  das Postfach gesperrt oder belegt ist oder eine Richtlinie die
             Annahme vorerst verbietet.
Abhilfe      Absender: Den nächsten Versuch abwarten; Postfix versucht es in der
             Voreinstellung fünf Tage lang.
             Admin des Absenders: Dauert es Stunden, den Text lesen:
             „greylisted“ will einen neuen Versuch von derselben IP-Adresse.
             Admin des Servers: Wer reject_unverified_recipient nutzt, setzt in
             Postfix unverified_recipient_reject_code = 550; in der
             Voreinstellung bekommen unbekannte Benutzer 450 4.1.1.

451 Lokaler Fehler bei der Verarbeitung                   vorübergehender Fehler
Bedeutung    Der Server hat diesen Befehl abgebrochen, weil auf seiner eigenen
             Seite etwas gescheitert ist.
Kommt, wenn  DNS, Datenbank, Virenfilter oder Platte des Servers versagt.
Abhilfe      Absender: Warten; der eigene Server versucht es von selbst wieder,
             und über die Nachricht ist noch nichts entschieden.
             Admin des Absenders: Nennt die Antwort 4.4.3 oder „SPF“, mit
             dig +trace TXT yourdomain prüfen, ob die Nameserver der eigenen
             Domain antworten.
             Admin des Servers: Im eigenen Log die Zeilen zum Zeitpunkt der
             Antwort lesen: bei Postfix „warning:“ und „fatal:“, bei Exim das
             paniclog.

452 Zu wenig Speicherplatz auf dem Server                 vorübergehender Fehler
Bedeutung    Es ist gerade kein Platz: Platte, Warteschlange oder Postfach ist
             voll, oder die Transaktion hat schon so viele Empfänger, wie der
             Server erlaubt.
Kommt, wenn  eine Platte vollläuft oder RCPT einmal zu oft kommt.
Abhilfe      Absender: Den nächsten Versuch abwarten; bleibt das Postfach voll,
             dem Inhaber auf anderem Weg Bescheid geben.
             Admin des Absenders: Nach „too many recipients“ den Rest in einer
             neuen Transaktion senden; in Postfix
             smtp_destination_recipient_limit senken.
             Admin des Servers: df -h für die Platte der Warteschlange aufrufen;
             Postfix will das 1,5-Fache von message_size_limit frei haben oder
             queue_minfree, wenn das mehr ist, Exim check_spool_space.
             Entwickler: Nach 452 auf RCPT mit DATA für die bisher angenommenen
             Empfänger weitermachen.

Die wichtigsten Unterschiede
 1. Thema      450  das Postfach oder eine Richtlinie dazu
               451  die Verarbeitung im Server selbst
               452  Platz: Platte, Warteschlange, Postfach oder Empfänger
 2. Befehl     450  RCPT, Datenende, ATRN
               451  MAIL, RCPT, Datenende, ATRN
               452  MAIL, RCPT, DATA, Datenende
 3. Folge      450  dieser Empfänger bleibt in der Warteschlange, andere können
                    noch angenommen werden
               451  die Nachricht bleibt in der Warteschlange
               452  dieser Empfänger bleibt in der Warteschlange, andere können
                    noch angenommen werden
 4. Am Zug     450  niemand
               451  Admin des Empfangsservers
               452  Admin des Empfangsservers
 5. Erweitert  450  4.2.0, 4.2.1, 4.7.1
               451  4.3.0, 4.3.5, 4.4.3, 4.7.1
               452  4.3.1, 4.2.2, 4.5.3
 6. Zwilling   450  550
               451  –
               452  552
 Bei allen gleich: Erneut senden: derselbe Versuch kann später gelingen;
 Adresse: behalten; Standard: RFC 5321.

Welcher Code wann
 Server  450, wenn dieses Postfach der Grund ist und Warten hilft.
         451, wenn die eigene Technik versagt hat und über die Mail nichts
         entschieden ist.
         452, wenn der Platz knapp ist oder es zu viele Empfänger für eine
         Transaktion sind.
 Client  450: diesen Empfänger in die Warteschlange stellen und mit den anderen
         weitermachen.
         451: die Nachricht in die Warteschlange stellen; eine verlorene
         Verbindung genauso werten.
         452: an die bisher angenommenen Empfänger zustellen, den Rest später
         erneut senden.
? 0

$ smtpcode -L de --width=80 4.7.1
4.7.1 Per Richtlinie zurückgestellt                       vorübergehender Fehler
Erneut senden: ja | Am Zug: niemand | Adresse: behalten

Bedeutung    Eine Regel des Servers stellt diese Mail zurück; meist kennt er den
             Absender noch nicht und wartet auf einen zweiten Versuch.
Kommt, wenn  die Kombination aus IP-Adresse, Absender und Empfänger dem Server
             neu ist; Postfix zu viele Nachrichten von einem Client zählt.
Abhilfe      Absender: Eine Stunde warten; der zweite oder dritte Versuch kommt
             meist durch.
             Admin des Absenders: Neue Versuche von derselben IP-Adresse und mit
             demselben Absender ausgehen lassen; bei mehreren Ausgangsadressen
             kann das Greylisting jedes Mal von vorn beginnen.
             Admin des Servers: Die Netze von Partnern ausnehmen, deren Mail das
             eigene Greylisting zu lange aufhält.
Passt zu     451, 454
Hinweis      Nach RFC 3463 ist das Detail ein dauerhafter Fehler, das
             IANA-Register nennt dazu aber auch 451 und 454; in der Praxis ist
             4.7.1 meist Greylisting, danach kommen Ratenlimits und Hosts, denen
             der Server nicht vertraut.
Anbieter     Apple (ähnlich): Für diese iCloud-Adresse kommt zu viel Mail auf
             einmal; die Warteschlange kommt durch, sobald sie langsamer sendet.
             „deferred due to excessive volume“
             Apple (ähnlich): iCloud ist ausgelastet, oft zur vollen Stunde,
             wenn alle senden. „Service unavailable - try again later“
Verwandt     4.7.0 sagt noch weniger; 4.7.26 Absenderprüfungen gescheitert;
             4.1.1 das Postfach ist unbekannt; 4.7.2 eine Mailingliste ist
             geschlossen
Quelle       RFC 5248 2.4; RFC 6647 5; RFC 3463 3.8 (Standard)
Siehe auch   smtpcode 4.7.1 vs 5.7.1
? 0

$ smtpcode -L de --width=80 571
571 Per Richtlinie abgelehnt (5.7.1 ohne Punkte)              dauerhafter Fehler
Erneut senden: nein | Am Zug: unklar | Adresse: behalten

Bedeutung    Kein Standard definiert 571: Gemeint ist der erweiterte Statuscode
             5.7.1, ohne die Punkte geschrieben. Alte Filter senden 571 für
             „delivery not authorized, message refused“; richtig ist 550 5.7.1.
Kommt, wenn  ein Log oder ein altes Programm 5.7.1 ohne die Punkte schreibt.
Abhilfe      Admin des Absenders: Die ganze Antwort rund um 571 im Log suchen,
             smtpcode - starten und die Antwort dort einfügen.
             Entwickler: Einen 5yz-Code des Standards senden, dahinter 5.7.1.
Verwandt     550, 554
Quelle       popular lists and old filters (in keinem Standard)
? 0

$ smtpcode -L de --width=80 '550 5.7.26 Unauthenticated email from example.com is not accepted due to domain DMARC policy - gsmtp'
550 5.7.26 Absenderdomain nicht authentifiziert               dauerhafter Fehler
Erneut senden: nein | Am Zug: Admin des Absenders | Adresse: behalten

Ursache      domain-auth (dmarc): Der Server konnte nicht bestätigen, dass diese
             Mail von der Domain kommt, die sie nennt. SPF sagt, welche Hosts
             senden dürfen, DKIM signiert die Nachricht, DMARC verlangt, dass
             eines der beiden zur From-Adresse passt.
Abhilfe      Absender: Die Antwort an den eigenen Admin weitergeben; die
             Nachricht anders zu formulieren, hilft nicht.
             Admin des Absenders: SPF oder DKIM muss für die Domain in From
             gültig sein, nicht nur für die des Maildienstes.
               dig +short TXT _dmarc.example.com
             Den Maildienst mit DKIM für die eigene Domain signieren lassen; das
             hält auch beim Weiterleiten. Eine Mailingliste muss ihre eigene
             Adresse in From setzen.
             Admin des Servers: Weitergeleitete Mail nicht wegen SPF allein
             ablehnen; DKIM oder ARC gelten lassen.
Beleg        „DMARC policy“ (Google): sicher
Codes        550 Postfach nicht verfügbar oder abgelehnt
             5.7.26 Mehrere Absenderprüfungen gescheitert
Hinweis      Google (abweichend): Weder SPF noch DKIM wurde bestanden, und Gmail
             verlangt von allen mindestens eins davon.
Mehr         https://support.google.com/a/answer/3726730
? 0

$ smtpcode -L de --width=80 greylisted
greylisted Greylisting                                           Am Zug: niemand
Erneut senden: ja | Am Zug: niemand | Adresse: behalten

Bedeutung    Der Server kennt diesen Absender noch nicht und stellt den ersten
             Versuch zurück. Ein späterer Versuch von derselben IP-Adresse kommt
             durch.
Abhilfe      Absender: Warten; der eigene Server versucht es von selbst wieder.
             Admin des Absenders: Dauert es Stunden, alle neuen Versuche von
             derselben IP-Adresse oder demselben Netz ausgehen lassen.
             Admin des Servers: Große Anbieter ausnehmen, deren neue Versuche
             von anderen IP-Adressen kommen.
? 0

$ smtpcode -L de -l 5.4
5.4.0 Sonstiger Netz- oder Routingstatus  dauerhafter Fehler
5.4.1 Empfänger oder Relaying abgelehnt  dauerhafter Fehler
5.4.3 DNS-Antwort unbrauchbar  dauerhafter Fehler
5.4.4 Keine Route, aufgegeben  dauerhafter Fehler
5.4.5 Sendelimit oder Überlastung  dauerhafter Fehler
5.4.6 Mailschleife, Nachricht zurück  dauerhafter Fehler
5.4.7 Zustellfrist abgelaufen  dauerhafter Fehler
? 0

$ printf '%s\n' 'Nov 20 03:14:05 mx1 postfix/smtp[2211]: 4F2kC1: to=<a@example.org>, relay=mx.example.org[192.0.2.7]:25, dsn=4.7.1, status=deferred (host mx.example.org[192.0.2.7] said: 450 4.7.1 Greylisted, try again in 300 seconds (in reply to RCPT TO command))' 'Nov 20 03:14:07 mx1 postfix/smtpd[2240]: NOQUEUE: reject: RCPT from unknown[203.0.113.9]: 554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.spamhaus.org; from=<x@example.net> to=<b@example.com> proto=ESMTP helo=<pc>' >de.log; smtpcode -L de -t --width=80 de.log
de.log: 2 Zeilen, Nov 20 03:14:05 bis Nov 20 03:14:07; 2 Antworten

AUSGEHEND Antworten auf unsere Mail: 1
  zurückgestellt  ########################################  1  100,0 %

 Anzahl  Ursache     erneut senden  am Zug
      1  greylisted  ja             niemand  ####################
         450 4.7.1 1
         Nichts zu tun.
         "Greylisted, try again in <number> seconds"

EINGEHEND unsere Antworten an andere: 1 (Server protokollieren selten, wen sie
annehmen)
  abgelehnt  ########################################  1  100,0 %

 Anzahl  Ursache      erneut senden  am Zug
      1  blocklisted  nein           Admin des Absenders  ####################
         554 5.7.1 1
         Admin des Servers: Führt eine Liste plötzlich alle auf, ist sie tot
         oder weist den eigenen Resolver ab: aus der Konfiguration entfernen.
         "Service unavailable; Client host [<ip>] blocked using zen.spamhaus..."
? 0

$ smtpcode -L de -a de.log | grep '^  =>'
  => greylisted: erneut senden: ja, nach 300 s; am Zug: niemand (sicher)
  => eingehend: blocklisted (Spamhaus): erneut senden: nein; am Zug: Admin des Absenders (sicher)
? 0

$ smtpcode -L de -f name,retry,fix 550
Postfach nicht verfügbar oder abgelehnt	no	Absender: Nach „user unknown“ oder 5.1.1 die Adresse korrigieren oder streichen; sonst den ganzen Text dem eigenen Admin geben. Admin des Absenders: Ist eine Richtlinie der Grund, die Webadresse im Text öffnen; dann SPF (dig TXT yourdomain), Reverse-DNS (dig -x YOUR-IP) und die Sperrlisten prüfen. Admin des Servers: Gibt es den Empfänger doch, postmap -q USER@DOMAIN MAP für jede Tabelle in local_recipient_maps oder virtual_mailbox_maps aufrufen (Postfix) oder exim -bt USER@DOMAIN. Entwickler: Nie eine Adresse wegen eines bloßen 550 streichen; nur 5.1.1 oder klare Worte beweisen, dass es sie nicht gibt.
? 0

$ smtpcode -L de -s Postfach voll | head -4
452 4.2.2 Postfach vorübergehend voll  vorübergehender Fehler
552 5.2.2 Postfach voll, Nachricht zurück  dauerhafter Fehler
422 Passwortumstellung oder Postfach voll  vorübergehender Fehler *
552 Speichergrenze überschritten  dauerhafter Fehler
? 0

