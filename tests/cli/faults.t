# Output that fails is seen and told, whatever was asked.
$ smtpcode 551 >/dev/full
smtpcode: cannot write standard output: No space left on device
? 2

$ smtpcode --help >/dev/full
smtpcode: cannot write standard output: No space left on device
? 2

$ smtpcode --version >/dev/full
smtpcode: cannot write standard output: No space left on device
? 2

$ smtpcode -l >/dev/full
smtpcode: cannot write standard output: No space left on device
? 2

$ smtpcode --json 551 >/dev/full
smtpcode: cannot write standard output: No space left on device
? 2

$ smtpcode 235 vs 551 >/dev/full
smtpcode: cannot write standard output: No space left on device
? 2

$ smtpcode -q 551 >/dev/full
? 0

$ smtpcode 551 >&-
smtpcode: cannot write standard output: Bad file descriptor
? 2

$ smtpcode --lang=list >/dev/full
smtpcode: cannot write standard output: No space left on device
? 2

$ SMTPCODE_FAULT=write:ENOSPC "$BUILD/smtpcode-faults" 551
smtpcode: cannot write standard output: No space left on device
? 2

$ SMTPCODE_FAULT=write:EIO "$BUILD/smtpcode-faults" 551
smtpcode: cannot write standard output: Input/output error
? 2

$ SMTPCODE_FAULT=write:EPIPE "$BUILD/smtpcode-faults" 551
smtpcode: cannot write standard output: Broken pipe
? 2

$ SMTPCODE_FAULT=write:EINTR "$BUILD/smtpcode-faults" 551 | head -1
551 User not local; try elsewhere  permanent failure
? 0

$ smtpcode 551 >page; SMTPCODE_FAULT=write:short "$BUILD/smtpcode-faults" 551 | cmp - page; rm page
? 0

# A reader that has gone ends the program by SIGPIPE, without a message.
$ { sleep 1; smtpcode -l; echo "$?" >pipe.status; } | true; cat pipe.status; rm pipe.status
141
? 0


# What is written would be read again, without end.
$ echo 550 5.1.1 no >own; smtpcode -a own >>own; echo $?; smtpcode -j - <own >>own; echo $?; cat own; rm own
smtpcode: own is input and output at once; write to another file
2
smtpcode: standard input is input and output at once; write to another file
2
550 5.1.1 no
? 0

# A file does not become standard input where that is closed.
$ echo 550 5.1.1 no >own; smtpcode -t own - <&- >/dev/null; echo $?; rm own
smtpcode: cannot read standard input: Bad file descriptor
2
? 0
