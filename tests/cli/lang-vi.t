The forms in one language.

$ smtpcode -L vi --width=80 551
551 Người dùng ở nơi khác; gửi đến đó                              lỗi vĩnh viễn
Thử lại: không | Ai xử lý: người gửi | Địa chỉ: thay, nếu phản hồi nêu địa chỉ
mới

Ý nghĩa         Máy chủ này không chuyển phát cho người nhận đó, cũng không
                chuyển tiếp, nhưng phản hồi nêu địa chỉ cần dùng thay thế. 251
                báo cùng một tin và chuyển tiếp thư giúp bạn. Từ chối relay đơn
                thuần thì là 550; dù vậy một số máy chủ vẫn trả về “551 5.7.1”.
Gặp khi         RCPT hoặc VRFY nêu tên một người đã chuyển đi, và máy chủ cũ vẫn
                biết địa chỉ mới.
Cách khắc phục  Người gửi: lấy địa chỉ nằm giữa < và > trong phản hồi, hỏi lại
                người nhận cho chắc, gửi đến đó và sửa danh bạ của bạn.
                Quản trị bên gửi: đừng để phần mềm tự chuyển sang địa chỉ mới;
                ai giả được máy chủ đó thì có thể chuyển hướng thư của bạn đi
                nơi khác.
                Quản trị máy chủ: trả lời 251 nếu bạn chuyển tiếp được,
                550 5.1.1 nếu bạn không được nói địa chỉ mới; relocated_maps của
                Postfix trả về 550 5.1.6.
Trả lời lệnh    RCPT, VRFY
Đi với          5.1.6 đã chuyển đi, 5.7.1 bị từ chối
Liên quan       251 tự chuyển tiếp; 550 không nêu nơi khác; 553 địa chỉ sai
Nguồn           RFC 5321 4.2.3, 3.4, 7.4 (chuẩn)
Xem thêm        smtpcode 251 vs 551; smtpcode 550 vs 551 vs 553 vs 554
? 0

$ smtpcode -L vi --width=60 235 vs 551
235 Xác thực thành công so với 551 Người dùng ở nơi khác;
gửi đến đó

235 chấp nhận lần đăng nhập của bạn, 551 từ chối một người
nhận. Chúng không bao giờ trả lời cùng một lệnh: 235 kết
thúc AUTH, 551 trả lời RCPT hoặc VRFY về sau, nên một phiên
có thể gặp cả hai.

235 Xác thực thành công                           thành công
Ý nghĩa         Máy chủ đã chấp nhận thông tin đăng nhập của
                bạn; từ giờ phiên được coi là đã đăng nhập.
Gặp khi         AUTH kết thúc với mật khẩu, token hoặc chứng
                chỉ đúng.
Cách khắc phục  Không có gì phải sửa.
                Lập trình viên: tiếp tục bằng MAIL; gửi thêm
                AUTH trong phiên này sẽ nhận 503.

551 Người dùng ở nơi khác; gửi đến đó          lỗi vĩnh viễn
Ý nghĩa         Máy chủ này không chuyển phát cho người nhận
                đó, cũng không chuyển tiếp, nhưng phản hồi
                nêu địa chỉ cần dùng thay thế.
Gặp khi         RCPT hoặc VRFY nêu tên một người đã chuyển
                đi, và máy chủ cũ vẫn biết địa chỉ mới.
Cách khắc phục  Người gửi: lấy địa chỉ nằm giữa < và > trong
                phản hồi, hỏi lại người nhận cho chắc, gửi
                đến đó và sửa danh bạ của bạn.
                Quản trị bên gửi: đừng để phần mềm tự chuyển
                sang địa chỉ mới; ai giả được máy chủ đó thì
                có thể chuyển hướng thư của bạn đi nơi khác.
                Quản trị máy chủ: trả lời 251 nếu bạn chuyển
                tiếp được, 550 5.1.1 nếu bạn không được nói
                địa chỉ mới; relocated_maps của Postfix trả
                về 550 5.1.6.

Khác biệt chính
 1. Lớp          235: phản hồi thành công (2yz); 551: lỗi
                 vĩnh viễn (5yz).
 2. Nói về       235 nói về việc đăng nhập của phiên này;
                 551 nói về một người nhận đã chuyển đi.
 3. Lệnh         235 trả lời AUTH; 551 trả lời RCPT, VRFY.
 4. Kết quả      Sau 235, chưa có thư nào đang gửi; sau 551,
                 người nhận này không nhận được thư, người
                 khác vẫn có thể nhận.
 5. Thử lại      235: không có gì phải làm lại; 551: lần sau
                 thử y như cũ vẫn thất bại.
 6. Ai xử lý     235: không ai; 551: người gửi.
 7. Địa chỉ      235: giữ; 551: thay, nếu phản hồi nêu địa
                 chỉ mới.
 8. Mã nâng cao  Đi với 235: 2.7.0; với 551: 5.1.6, 5.7.1.
 9. Chuẩn        235 được định nghĩa trong RFC 4954; 551
                 trong RFC 5321.

Khi nào dùng mã nào
 Máy chủ  235 khi một lượt AUTH đã thành công, mỗi phiên chỉ
          một lần.
          551 khi bạn biết địa chỉ mới và được phép nói ra,
          nhưng không chuyển tiếp.
 Client   235: tiếp tục bằng MAIL.
          551: dừng với người nhận này, cho người gửi thấy
          địa chỉ mới, tiếp tục với những người khác.
? 0

$ smtpcode -L vi --width=80 450 vs 451 vs 452
450 so với 451 so với 452

Cả ba đều là lỗi tạm thời: giữ thư lại, hàng đợi sẽ tự thử lại. Chúng khác nhau
ở điều cản trở: hộp thư (450), hoạt động bên trong máy chủ (451), hoặc thiếu
chỗ, trên đĩa hay cho thêm người nhận (452).

450 Hộp thư tạm thời không dùng được                                lỗi tạm thời
Ý nghĩa         Ngay lúc này máy chủ không thể hoặc không muốn nhận thư cho hộp
                thư này.
Gặp khi         hộp thư bị khóa hoặc đang bận, hoặc một chính sách tạm chặn nó.
Cách khắc phục  Người gửi: chờ lần thử tiếp theo; mặc định Postfix thử trong năm
                ngày.
                Quản trị bên gửi: nếu kéo dài hàng giờ, đọc nội dung phản hồi:
                “greylisted” nghĩa là phải thử lại từ cùng địa chỉ IP.
                Quản trị máy chủ: nếu dùng reject_unverified_recipient, đặt
                unverified_recipient_reject_code = 550 trong Postfix; mặc định
                người dùng không tồn tại nhận 450 4.1.1.

451 Lỗi nội bộ khi xử lý                                            lỗi tạm thời
Ý nghĩa         Máy chủ bỏ dở lệnh này vì có gì đó ở phía nó bị hỏng.
Gặp khi         DNS, cơ sở dữ liệu, bộ lọc virus hoặc đĩa của máy chủ bị lỗi.
Cách khắc phục  Người gửi: chờ; máy chủ của bạn tự thử lại, và bên nhận chưa
                quyết định gì về thư của bạn.
                Quản trị bên gửi: nếu phản hồi có 4.4.3 hoặc “SPF”, chạy
                dig +trace TXT yourdomain để xem DNS của chính tên miền bạn có
                trả lời không.
                Quản trị máy chủ: đọc log của chính bạn tại đúng giây đó: các
                dòng “warning:” và “fatal:” của Postfix, paniclog của Exim.

452 Không đủ chỗ chứa trên hệ thống                                 lỗi tạm thời
Ý nghĩa         Lúc này không còn chỗ: đĩa, hàng đợi hoặc hộp thư đã đầy, hoặc
                giao dịch đã có đủ số người nhận mà máy chủ cho phép.
Gặp khi         đĩa đang đầy, hoặc RCPT vượt quá số cho phép.
Cách khắc phục  Người gửi: chờ lần thử tiếp theo; nếu hộp thư vẫn đầy, báo cho
                chủ hộp thư bằng cách khác.
                Quản trị bên gửi: sau “too many recipients” thì gửi phần còn lại
                trong giao dịch mới; trong Postfix giảm
                smtp_destination_recipient_limit.
                Quản trị máy chủ: chạy df -h cho đĩa chứa hàng đợi; Postfix cần
                còn trống 1,5 lần message_size_limit, hoặc queue_minfree nếu giá
                trị này lớn hơn; Exim cần check_spool_space.
                Lập trình viên: sau khi RCPT nhận 452, tiếp tục bằng DATA cho
                những người nhận đã được chấp nhận.

Khác biệt chính
 1. Nói về        450  hộp thư, hoặc một chính sách về nó
                  451  việc xử lý của chính máy chủ
                  452  chỗ chứa: đĩa, hàng đợi, hộp thư hoặc số người nhận
 2. Lệnh          450  RCPT, dấu chấm cuối, ATRN
                  451  MAIL, RCPT, dấu chấm cuối, ATRN
                  452  MAIL, RCPT, DATA, dấu chấm cuối
 3. Kết quả       450  người nhận này chờ trong hàng đợi của bạn, người khác vẫn
                       có thể qua
                  451  thư nằm lại trong hàng đợi của bạn
                  452  người nhận này chờ trong hàng đợi của bạn, người khác vẫn
                       có thể qua
 4. Ai xử lý      450  không ai
                  451  quản trị bên nhận
                  452  quản trị bên nhận
 5. Mã nâng cao   450  4.2.0, 4.2.1, 4.7.1
                  451  4.3.0, 4.3.5, 4.4.3, 4.7.1
                  452  4.3.1, 4.2.2, 4.5.3
 6. Mã tương ứng  450  550
                  451  không có
                  452  552
 Giống nhau ở tất cả: Thử lại: lần sau thử y như cũ có thể qua; Địa chỉ: giữ;
 Chuẩn: RFC 5321.

Khi nào dùng mã nào
 Máy chủ  450 khi lý do nằm ở hộp thư này và chờ đợi thì có ích.
          451 khi hệ thống của chính bạn gặp lỗi và chưa có quyết định gì về
          thư.
          452 khi thiếu chỗ, hoặc có quá nhiều người nhận cho một giao dịch.
 Client   450: giữ người nhận này trong hàng đợi và tiếp tục với những người
          khác.
          451: giữ thư trong hàng đợi; mất kết nối cũng tính như vậy.
          452: gửi cho những người nhận đã được chấp nhận, phần còn lại gửi lại
          sau.
? 0

$ smtpcode -L vi --width=80 4.7.1
4.7.1 Hoãn theo chính sách                                          lỗi tạm thời
Thử lại: có | Ai xử lý: không ai | Địa chỉ: giữ

Ý nghĩa         Một quy tắc của máy chủ hoãn thư này; thường là vì nó chưa biết
                bạn và chờ lần thử thứ hai.
Gặp khi         máy chủ chưa từng gặp bộ ba địa chỉ IP, người gửi và người nhận
                này; Postfix đếm thấy quá nhiều thư từ một client.
Cách khắc phục  Người gửi: chờ một giờ; lần thử thứ hai hoặc thứ ba thường sẽ
                qua.
                Quản trị bên gửi: cho các lần thử lại đi từ cùng một địa chỉ IP
                và địa chỉ người gửi; với nhiều địa chỉ gửi luân phiên, greylist
                có thể bắt đầu lại từ đầu mỗi lần.
                Quản trị máy chủ: miễn greylist cho mạng của đối tác có thư bị
                trễ quá lâu.
Đi với          451, 454
Ghi chú         RFC 3463 gọi chi tiết này là vĩnh viễn, sổ đăng ký ghi 451 và
                454 bên cạnh nó; trong thực tế 4.7.1 thường là greylist, rồi đến
                giới hạn tốc độ và máy không được tin cậy.
Nhà cung cấp    Apple (gần nghĩa): Quá nhiều thư cùng lúc cho địa chỉ iCloud
                này; thư trong hàng đợi sẽ qua hết khi gửi chậm lại. “deferred
                due to excessive volume”
                Apple (gần nghĩa): iCloud đang bận, thường là vào đúng đầu giờ,
                lúc ai cũng gửi. “Service unavailable - try again later”
Liên quan       4.7.0 còn nói ít hơn; 4.7.26 kiểm tra người gửi thất bại; 4.1.1
                hộp thư không tồn tại; 4.7.2 mailing list đóng
Nguồn           RFC 5248 2.4; RFC 6647 5; RFC 3463 3.8 (chuẩn)
Xem thêm        smtpcode 4.7.1 vs 5.7.1
? 0

$ smtpcode -L vi --width=80 571
571 Bị chính sách từ chối (5.7.1 bỏ dấu chấm)                      lỗi vĩnh viễn
Thử lại: không | Ai xử lý: không xác định được | Địa chỉ: giữ

Ý nghĩa         Không chuẩn nào định nghĩa 571: đó là mã trạng thái nâng cao
                5.7.1 bị bỏ mất dấu chấm. Các bộ lọc cũ dùng nó với lời
                “delivery not authorized, message refused”; dạng đúng là
                550 5.7.1.
Gặp khi         một log hay một chương trình cũ in 5.7.1 mà bỏ dấu chấm.
Cách khắc phục  Quản trị bên gửi: tìm toàn bộ phản hồi quanh 571 trong log, chạy
                smtpcode - rồi dán phản hồi vào đó.
                Lập trình viên: gửi một mã 5yz của chuẩn, theo sau là 5.7.1.
Liên quan       550, 554
Nguồn           popular lists and old filters (không có trong chuẩn nào)
? 0

$ smtpcode -L vi --width=80 '550 5.7.26 Unauthenticated email from example.com is not accepted due to domain DMARC policy - gsmtp'
550 5.7.26 Tên miền gửi chưa được xác thực                         lỗi vĩnh viễn
Thử lại: không | Ai xử lý: quản trị bên gửi | Địa chỉ: giữ

Nguyên nhân     domain-auth (dmarc): Máy chủ không xác minh được rằng thư này
                đến từ tên miền mà nó nêu. SPF nói máy nào được gửi, DKIM ký
                thư, DMARC yêu cầu một trong hai phải khớp với địa chỉ From.
Cách khắc phục  Người gửi: chuyển phản hồi này cho quản trị viên của bạn; viết
                lại thư không giúp được gì.
                Quản trị bên gửi: làm cho SPF hoặc DKIM đạt với tên miền trong
                From, không chỉ với tên miền của dịch vụ gửi thư.
                  dig +short TXT _dmarc.example.com
                Nhờ dịch vụ gửi thư ký DKIM bằng tên miền của chính bạn; cách
                này vẫn có tác dụng khi thư được chuyển tiếp. Mailing list phải
                ghi địa chỉ của chính nó vào From.
                Quản trị máy chủ: đừng từ chối thư chuyển tiếp chỉ vì SPF; tính
                cả DKIM hoặc ARC.
Căn cứ          "DMARC policy" (Google): chắc chắn
Mã              550 Hộp thư không dùng được hoặc bị từ chối
                5.7.26 Nhiều kiểm tra người gửi thất bại
Ghi chú         Google (khác nghĩa): Cả SPF lẫn DKIM đều không đạt, mà Gmail yêu
                cầu ai cũng phải đạt ít nhất một trong hai.
Xem tại         https://support.google.com/a/answer/3726730
? 0

$ smtpcode -L vi --width=80 greylisted
greylisted Bị greylist                                        Ai xử lý: không ai
Thử lại: có | Ai xử lý: không ai | Địa chỉ: giữ

Ý nghĩa         Máy chủ chưa biết người gửi này và hoãn lần thử đầu tiên. Lần
                thử sau từ cùng địa chỉ IP sẽ qua.
Cách khắc phục  Người gửi: chờ; máy chủ của bạn tự thử lại.
                Quản trị bên gửi: nếu kéo dài nhiều giờ, cho mọi lần thử lại đi
                ra từ cùng một địa chỉ IP hoặc mạng.
                Quản trị máy chủ: miễn greylist cho các nhà cung cấp lớn, vì họ
                thử lại từ địa chỉ IP khác.
? 0

$ smtpcode -L vi -l 5.4
5.4.0 Trạng thái khác về mạng hoặc định tuyến  lỗi vĩnh viễn
5.4.1 Từ chối người nhận hoặc relay  lỗi vĩnh viễn
5.4.3 Câu trả lời DNS không dùng được  lỗi vĩnh viễn
5.4.4 Không có đường đi, bỏ cuộc  lỗi vĩnh viễn
5.4.5 Chạm giới hạn gửi hoặc tắc nghẽn  lỗi vĩnh viễn
5.4.6 Vòng lặp định tuyến, trả thư về  lỗi vĩnh viễn
5.4.7 Hết thời hạn chuyển phát  lỗi vĩnh viễn
? 0

$ printf '%s\n' 'Nov 20 03:14:05 mx1 postfix/smtp[2211]: 4F2kC1: to=<a@example.org>, relay=mx.example.org[192.0.2.7]:25, dsn=4.7.1, status=deferred (host mx.example.org[192.0.2.7] said: 450 4.7.1 Greylisted, try again in 300 seconds (in reply to RCPT TO command))' 'Nov 20 03:14:07 mx1 postfix/smtpd[2240]: NOQUEUE: reject: RCPT from unknown[203.0.113.9]: 554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.spamhaus.org; from=<x@example.net> to=<b@example.com> proto=ESMTP helo=<pc>' >vi.log; smtpcode -L vi -t --width=80 vi.log
vi.log: 2 dòng, Nov 20 03:14:05 .. Nov 20 03:14:07; 2 phản hồi

OUT phản hồi cho thư gửi đi: 1
  bị hoãn  ########################################  1   100,0%

 số lần  nguyên nhân  thử lại  ai xử lý
      1  greylisted   có       không ai  ####################
         450 4.7.1 1
         Không có gì phải làm.
         "Greylisted, try again in <number> seconds"

IN phản hồi trả cho máy khác: 1 (máy chủ ít khi ghi log phản hồi chấp nhận)
  bị từ chối  ########################################  1   100,0%

 số lần  nguyên nhân  thử lại  ai xử lý
      1  blocklisted  không    quản trị bên gửi  ####################
         554 5.7.1 1
         Quản trị máy chủ: nếu một danh sách bỗng chặn tất cả mọi người thì nó
         đã ngừng hoạt động hoặc từ chối resolver của bạn: gỡ nó khỏi cấu hình.
         "Service unavailable; Client host [<ip>] blocked using zen.spamhaus..."
? 0

$ smtpcode -L vi -a vi.log | grep '^  =>'
  => greylisted; thử lại: có sau 300 giây; xử lý: không ai (chắc chắn)
  => in: blocklisted (Spamhaus); thử lại: không; xử lý: quản trị bên gửi (chắc chắn)
? 0

$ smtpcode -L vi -f name,retry,fix 550
Hộp thư không dùng được hoặc bị từ chối	no	Người gửi: sau “unknown user” hoặc 5.1.1 thì sửa hoặc bỏ địa chỉ; trường hợp khác thì chuyển toàn bộ nội dung phản hồi cho quản trị viên của bạn. Quản trị bên gửi: nếu lý do là chính sách, mở địa chỉ web trong nội dung phản hồi; rồi xem SPF (dig TXT yourdomain), DNS ngược (dig -x YOUR-IP) và các danh sách chặn. Quản trị máy chủ: nếu người nhận có tồn tại, chạy postmap -q USER@DOMAIN MAP cho từng bảng trong local_recipient_maps hoặc virtual_mailbox_maps (Postfix), hoặc exim -bt USER@DOMAIN. Lập trình viên: đừng bao giờ bỏ một địa chỉ chỉ vì mã 550 đứng một mình; chỉ 5.1.1 hoặc câu chữ rõ ràng mới chứng tỏ nó không tồn tại.
? 0

$ smtpcode -L vi -s hop thu day | head -4
452 4.2.2 Hộp thư tạm thời đầy  lỗi tạm thời
552 5.2.2 Hộp thư đầy, trả thư về  lỗi vĩnh viễn
422 Chuyển đổi mật khẩu hoặc hộp thư đầy  lỗi tạm thời *
552 Vượt quá dung lượng cho phép  lỗi vĩnh viễn
? 0

