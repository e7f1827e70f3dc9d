#!/bin/bash
# What bash offers: bash candidates.bash COMPLETIONS < LINES
# shellcheck source=/dev/null
source "$1"

# In place of readline, which completes names of files itself when told so.
compopt() {
	[[ $* != '-o default' ]] ||
		mapfile -t COMPREPLY < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
}

while IFS= read -r typed; do
	echo "> $typed"
	read -ra COMP_WORDS <<<"${typed//=/ = }" # as readline cuts
	[[ $typed != *' ' ]] || COMP_WORDS+=('')
	COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
	_smtpcode
	printf '%s\n' "${COMPREPLY[@]}"
done
