#!/bin/sh
# One look-up as a whole process, against peers in the same run: bench.sh BUILD
build=$1
here=$(dirname "$0")
top=$(cd "$here/../.." && pwd)

echo "one look-up, median of ${ROUNDS:-1001} runs in rotation"
echo "    wall     x true  command"
set -- "/bin/true" "$top/smtpcode 551" "$top/smtpcode 235 vs 551" \
    "$top/smtpcode -f retry 451"
[ -x "$top/$build/musl/smtpcode" ] && set -- "$@" "$top/$build/musl/smtpcode 551"
command -v errno >/dev/null && set -- "$@" "errno 2"
command -v jq >/dev/null && set -- "$@" "jq -n 1"
"$top/$build/spawn" "${ROUNDS:-1001}" "$@" | sed "s|$top/||"
command -v errno >/dev/null || echo "errno is not here (Debian: moreutils)"
