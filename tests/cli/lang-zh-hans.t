The forms in one language.

$ smtpcode -L zh-hans --width=80 551
551 用户不在本地，请改投别处                                            永久失败
重试：无效 | 处理人：发件人 | 地址：若应答给出新地址则替换

含义      这台服务器既不投递给该收件人，也不转发，但应答里给出了应改用的地址。
          251 说的是同一情况，但会替你转发。单纯拒绝中继是 550；有些服务器仍用
          “551 5.7.1”表示。
何时出现  RCPT 或 VRFY 给出的人已迁走，旧服务器还知道去向。
如何修复  发件人：取应答里 < 和 > 之间的地址，向本人核实，改发到那里，并更正通讯
          录。
          发件方管理员：不要让软件自作主张改投新地址；谁能冒充那台服务器，谁就能
          改变你邮件的去向。
          接收方管理员：能转发就应答 251，不便告知新地址就应答 550 5.1.1；
          Postfix 的 relocated_maps 用 550 5.1.6。
应答命令  RCPT、VRFY
搭配      5.1.6 已迁走、5.7.1 被拒绝
相关      251 自己转发；550 不给出别的去处；553 地址有误
出处      RFC 5321 4.2.3, 3.4, 7.4（标准）
参见      smtpcode 251 vs 551；smtpcode 550 vs 551 vs 553 vs 554
? 0

$ smtpcode -L zh-hans --width=60 235 vs 551
235 认证成功 vs 551 用户不在本地，请改投别处

235 接受你的登录，551 拒绝一个收件人。它们从不应答同一条命
令：235 结束 AUTH，551 在之后应答 RCPT 或 VRFY，所以一个会话
里完全可能两者都见到。

235 认证成功                                            成功
含义      服务器接受了你的凭据，本次会话现在算已登录。
何时出现  AUTH 以正确的密码、令牌或证书结束。
如何修复  开发者：继续发 MAIL；本次会话里再发 AUTH 会得到
          503。

551 用户不在本地，请改投别处                        永久失败
含义      这台服务器既不投递给该收件人，也不转发，但应答里给
          出了应改用的地址。
何时出现  RCPT 或 VRFY 给出的人已迁走，旧服务器还知道去向。
如何修复  发件人：取应答里 < 和 > 之间的地址，向本人核实，改
          发到那里，并更正通讯录。
          发件方管理员：不要让软件自作主张改投新地址；谁能冒
          充那台服务器，谁就能改变你邮件的去向。
          接收方管理员：能转发就应答 251，不便告知新地址就应
          答 550 5.1.1；Postfix 的 relocated_maps 用 550
          5.1.6。

主要区别
 1. 类别    235：成功（2yz）；551：永久失败（5yz）。
 2. 涉及    235 涉及本次会话的登录，551 涉及一个已迁走的收件
            人。
 3. 命令    235 应答：AUTH；551 应答：RCPT、VRFY。
 4. 结果    235 之后：还没有开始传邮件；551 之后：这个收件人
            收不到邮件，其他收件人仍可能收到。
 5. 重试    235：无需重试；551：同样的尝试还会失败。
 6. 处理人  235：无需处理；551：发件人。
 7. 地址    235：保留；551：若应答给出新地址则替换。
 8. 增强码  235 搭配：2.7.0；551 搭配：5.1.6、5.7.1。
 9. 标准    235 的定义：RFC 4954；551 的定义：RFC 5321。

何时用哪个
 服务器  235 适用于：一次 AUTH 交互成功，每个会话只有一次。
         551 适用于：已知新地址而且可以告知，但你不转发。
 客户端  235：继续发 MAIL。
         551：停发这个收件人，把新地址显示给发件人，其他收件
         人照常继续。
? 0

$ smtpcode -L zh-hans --width=80 450 vs 451 vs 452
450 vs 451 vs 452

三者都是临时失败：保留邮件，队列会重试。区别在于障碍是什么：邮箱（450）、服务器
自身的运行（451），还是空间，即磁盘或更多收件人的余量（452）。

450 邮箱暂时不可用                                                      临时失败
含义      服务器现在不能或不愿接收发给这个邮箱的邮件。
何时出现  邮箱被锁定或正忙，或策略暂时阻止它。
如何修复  发件人：等待下一次尝试；Postfix 默认尝试五天。
          发件方管理员：如果持续几小时，就读文本：“greylisted”要求从同一 IP 地址
          重试。
          接收方管理员：如果使用 reject_unverified_recipient，在 Postfix 里设置
          unverified_recipient_reject_code = 550；默认情况下未知用户得到 450
          4.1.1。

451 本地处理出错                                                        临时失败
含义      服务器因为自己这边出了故障，放弃了这条命令。
何时出现  它的 DNS、数据库、病毒过滤器或磁盘出故障。
如何修复  发件人：等待即可；你的服务器会自动重试，对你的邮件还没有下任何结论。
          发件方管理员：如果应答里有 4.4.3 或“SPF”，运行 dig +trace TXT
          yourdomain，看你自己的域的 DNS 有没有应答。
          接收方管理员：看自己日志里那一秒的记录：Postfix 的“warning:”和“fatal:”
          行，Exim 的 paniclog。

452 系统存储空间不足                                                    临时失败
含义      现在没有空间：磁盘、队列或邮箱满了，或者这个事务的收件人已达服务器允许
          的数目。
何时出现  磁盘写满，或 RCPT 多了一个。
如何修复  发件人：等待下一次尝试；如果邮箱一直是满的，用别的方式告诉邮箱主人。
          发件方管理员：收到“too many recipients”后，在新事务里发送其余收件人；
          在 Postfix 里调低 smtp_destination_recipient_limit。
          接收方管理员：对队列所在磁盘运行 df -h；Postfix 要求剩余空间达到
          queue_minfree 或 message_size_limit 的 1.5 倍，Exim 看
          check_spool_space。
          开发者：RCPT 得到 452 后，对已接受的收件人继续发 DATA。

主要区别
 1. 涉及    450  某个邮箱或针对它的策略
            451  服务器自身的处理
            452  磁盘、队列、邮箱或收件人数的余量
 2. 命令    450  RCPT、数据结束、ATRN
            451  MAIL、RCPT、数据结束、ATRN
            452  MAIL、RCPT、DATA、数据结束
 3. 结果    450  这个收件人留在你的队列里，其他收件人仍可能通过
            451  邮件留在你的队列里
            452  这个收件人留在你的队列里，其他收件人仍可能通过
 4. 处理人  450  无需处理
            451  接收方管理员
            452  接收方管理员
 5. 增强码  450  4.2.0、4.2.1、4.7.1
            451  4.3.0、4.3.5、4.4.3、4.7.1
            452  4.3.1、4.2.2、4.5.3
 6. 对应码  450  550
            451  无
            452  552
 共同点：重试：同样的尝试稍后可能成功；地址：保留；标准：RFC 5321。

何时用哪个
 服务器  450 适用于：原因在这个邮箱，等一等就有用。
         451 适用于：你自己的系统出了故障，对邮件还没有下结论。
         452 适用于：空间不够，或一个事务里的收件人太多。
 客户端  450：把这个收件人放入队列，其他收件人照常继续。
         451：把邮件放入队列；断线也同样处理。
         452：先投递给已接受的收件人，其余的稍后再发。
? 0

$ smtpcode -L zh-hans --width=80 4.7.1
4.7.1 被策略推迟                                                        临时失败
重试：有效 | 处理人：无需处理 | 地址：保留

含义      服务器的规则推迟了这封邮件；多半是它还不认识你，在等第二次尝试。
何时出现  IP 地址、发件人和收件人的组合对服务器来说是新的；Postfix 数到同一客户
          端的邮件过多。
如何修复  发件人：等一小时；第二或第三次尝试多半能通过。
          发件方管理员：让重试来自同一 IP 地址和同一发件人；出站地址若是一个池，
          灰名单可能每次都重新开始。
          接收方管理员：伙伴的邮件被灰名单耽误太久时，豁免他们的网络。
搭配      451、454
备注      RFC 3463 说这一细节是永久的，IANA 登记表却把 451 和 454 与它列在一起；
          实际上 4.7.1 多半是灰名单，其次是限速和不受信任的主机。
服务商    Apple（含义相近）：短时间内邮件太多 ("Too much mail for this iCloud
          address at a time; the queue gets through once it slows down.")
          “deferred due to excessive volume”
          Apple（含义相近）：接收服务器有问题 ("iCloud is busy, often at the top
          of the hour when everybody sends.") “Service unavailable - try again
          later”
相关      4.7.0 说得更少；4.7.26 发件人检查失败；4.1.1 邮箱不存在；4.7.2 邮件列
          表不开放
出处      RFC 5248 2.4；RFC 6647 5；RFC 3463 3.8（标准）
参见      smtpcode 4.7.1 vs 5.7.1
? 0

$ smtpcode -L zh-hans --width=80 571
571 被策略拒绝（5.7.1 去掉点）                                          永久失败
重试：无效 | 处理人：无法判断 | 地址：保留

含义      没有标准定义 571：它是漏写了点的增强状态码 5.7.1。旧过滤器用它表示“投
          递未获授权，邮件被拒绝”；正规的形式是 550 5.7.1。
何时出现  日志或旧程序把 5.7.1 的点漏掉了。
如何修复  发件方管理员：在日志里找到 571 所在的整条应答，运行 smtpcode - 并把它
          粘贴进去。
          开发者：发送标准定义的 5yz，后面跟 5.7.1。
相关      550、554
出处      popular lists and old filters（不属于任何标准）
? 0

$ smtpcode -L zh-hans --width=80 '550 5.7.26 Unauthenticated email from example.com is not accepted due to domain DMARC policy - gsmtp'
550 5.7.26 发件域未通过验证                                             永久失败
重试：无效 | 处理人：发件方管理员 | 地址：保留

原因      domain-auth（dmarc）：服务器无法确认这封邮件来自它自称的域。SPF 说明哪
          些主机可以发信，DKIM 给邮件签名，DMARC 要求两者之一与 From 地址相符。
如何修复  发件人：把这条应答转给你的管理员；换一段正文没有用。
          发件方管理员：让 SPF 或 DKIM 对 From 里的域通过，而不只是对邮件服务的
          域通过。
            dig +short TXT _dmarc.example.com
          让邮件服务用你自己的域作 DKIM 签名；邮件被转发时它也有效。邮件列表必须
          在 From 里写自己的地址。
          接收方管理员：不要只因 SPF 就拒绝转发来的邮件；DKIM 或 ARC 通过也应算
          数。
依据      “DMARC policy”（Google）：确定
代码      550 邮箱不可用或被拒绝
          5.7.26 多项发件人检查失败
备注      Google（含义不同）：发件域未通过验证 ("Neither SPF nor DKIM passed,
          and Gmail wants at least one of them from everybody.")
更多信息  https://support.google.com/a/answer/3726730
? 0

$ smtpcode -L zh-hans --width=80 greylisted
greylisted 灰名单                                               处理人：无需处理
重试：有效 | 处理人：无需处理 | 地址：保留

含义      服务器还不认识这个发件人，推迟了第一次尝试。之后从同一 IP 地址再试就能
          通过。
如何修复  发件人：等待即可；你的服务器会自动重试。
          发件方管理员：如果持续几小时，让所有重试从同一 IP 地址或网段发出。
          接收方管理员：豁免大型服务商，它们的重试来自别的 IP 地址。
? 0

$ smtpcode -L zh-hans -l 5.4
5.4.0 其他网络或路由状态  永久失败
5.4.4 没有路由，已放弃  永久失败
5.4.7 投递时限已过  永久失败
? 0

$ printf '%s\n' 'Nov 20 03:14:05 mx1 postfix/smtp[2211]: 4F2kC1: to=<a@example.org>, relay=mx.example.org[192.0.2.7]:25, dsn=4.7.1, status=deferred (host mx.example.org[192.0.2.7] said: 450 4.7.1 Greylisted, try again in 300 seconds (in reply to RCPT TO command))' 'Nov 20 03:14:07 mx1 postfix/smtpd[2240]: NOQUEUE: reject: RCPT from unknown[203.0.113.9]: 554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.spamhaus.org; from=<x@example.net> to=<b@example.com> proto=ESMTP helo=<pc>' >zh-hans.log; smtpcode -L zh-hans -t --width=80 zh-hans.log
zh-hans.log：2 行，Nov 20 03:14:05 至 Nov 20 03:14:07；2 条应答

出站 对我方邮件的应答：1
  已推迟  ########################################  1   100.0%

   次数  原因        重试  处理人
      1  greylisted  有效  无需处理  ####################
         450 4.7.1 1
         无事可做。
         "Greylisted, try again in 300 seconds"

入站 我方给对方的应答：1（服务器很少记录自己接受了谁）
  已拒绝  ########################################  1   100.0%

   次数  原因         重试  处理人
      1  blocklisted  无效  发件方管理员  ####################
         554 5.7.1 1
         如果某个黑名单突然把所有人都列入，它已停用，或拒绝你的解析器：把它从配
         置里去掉。
         "Service unavailable; Client host [<ip>] blocked using zen.spamhaus..."
? 0

$ smtpcode -L zh-hans -a zh-hans.log | grep '^  =>'
  => greylisted，重试：有效（300 秒后）；处理人：无需处理（确定）
  => 入站：blocklisted (Spamhaus)，重试：无效；处理人：发件方管理员（确定）
? 0

$ smtpcode -L zh-hans -f name,retry,fix 550
邮箱不可用或被拒绝	no	发件人：若是“unknown user”或 5.1.1，改正地址或把它删掉；否则把全文交给你的管理员。发件方管理员：如果原因是策略，打开文本里的网址；然后查 SPF（dig TXT yourdomain）、反向 DNS（dig -x YOUR-IP）和黑名单。接收方管理员：如果收件人确实存在，对 local_recipient_maps 或 virtual_mailbox_maps（Postfix）的每个映射运行 postmap -q USER@DOMAIN MAP，或运行 exim -bt USER@DOMAIN。开发者：不要因为单独一个 550 就删除地址；只有 5.1.1 或明白的文字才能证明地址不存在。
? 0

$ smtpcode -L zh-hans -s 邮箱 | head -4
2.2.0 邮箱正常  成功
450 4.2.0 邮箱被推迟  临时失败
452 4.2.2 邮箱暂时已满  临时失败
5.2.0 其他邮箱状态  永久失败
? 0

