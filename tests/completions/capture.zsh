# For candidates.zsh: ^T writes what is offered to the file $offered, empties
# the line and says so.
autoload -Uz compinit && compinit -u -D

compadd() {
	local -a matches
	local match
	# Calls that only fill arrays offer nothing.
	if [[ " ${(@)argv[1,(i)(-|--)]} " != *" -"[OAD]" "* ]]; then
		builtin compadd -O matches "$@"
		for match in $matches; do
			print -r -- $IPREFIX$match >>$offered
		done
	fi
	builtin compadd "$@"
}

complete-only() {
	_main_complete
	compstate[insert]='' compstate[list]=''
}

capture() {
	zle complete-only
	BUFFER=''
	print CAPTURED
}

zle-line-init() {
	print LISTENING
}

zle -C complete-only complete-word complete-only
zle -N capture
zle -N zle-line-init
bindkey '^T' capture
