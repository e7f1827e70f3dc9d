# bash completion of smtpcode, made from the tables of the program. Needs
# nothing but bash; no program is run when a key is pressed.

# Add the words of a list to "words".
_smtpcode_add() { # list
	case $1 in
	codes)
		words+=(
@each replies@			{word}
@each enhanced@			{word}
		)
		;;
	any-class)
		words+=(
@each any-class@			{word}
		)
		;;
	sets)
		words+=(
@each classes@			{word}
@each subjects@			{word}
		)
		;;
	other-sets)
		words+=(
@each commands@			{word}
@each sets@			{word}
		)
		;;
	causes)
		words+=(
@each causes@			{word}
		)
		;;
	NAMES)
		words+=(
@each fields@			{word}
		)
		;;
	LANG)
		words+=(
@each languages@			{word}
		)
		;;
	WHEN)
		words+=(
@each whens@			{word}
		)
		;;
	options)
		words+=(
@each spellings@			{word}
		)
		;;
	FILE)
		compopt -o default 2>/dev/null # readline's own, with its quoting
		;;
	esac
}

# What an option takes: "value" is the kind of its value, "optional" is not
# empty if that only follows a "=", "operand" is the kind of the operands.
_smtpcode_know() { # option
	local kind=''
	value='' optional=''
	case $1 in
@each options@	{names}) value='{value}' optional='{optional}' kind='{operand}' ;;
	esac
	operand=${kind:-$operand}
}

# Read a word of options. "head" is what stands before a value in the word, or
# nothing if the word has none.
_smtpcode_read() { # word
	local i
	head=''
	case $1 in
	--*=*)
		head=${1%%=*}=
		_smtpcode_know "${head%=}"
		;;
	--*)
		_smtpcode_know "$1"
		[[ -z $optional ]] || value=''
		;;
	*)
		for ((i = 1; i < ${#1}; i++)); do
			_smtpcode_know "-${1:i:1}"
			[[ -n $value ]] || continue
			((i + 1 == ${#1})) || head=${1:0:i+1}
			break
		done
		;;
	esac
}

# Put the words that readline has cut at "=" together again, up to the cursor.
_smtpcode_join() { # word at the cursor, up to the cursor
	local i word last
	for ((i = 1; i <= COMP_CWORD; i++)); do
		word=${COMP_WORDS[i]}
		last=$((${#line[@]} - 1))
		[[ $i -lt $COMP_CWORD || $word == '=' ]] || word=$1
		if ((last >= 0)) && [[ ${line[last]} == --*= ||
		    ($word == '=' && ${line[last]} == --*) ]]; then
			line[last]+=$word
		else
			line+=("$word")
		fi
	done
}

# Words that an operand may begin or be.
_smtpcode_operands() { # kind, the operand before
	case $1,$2 in
	SET,*)
		_smtpcode_add sets
		_smtpcode_add other-sets
		;;
	CODE,*)
		_smtpcode_add codes
		_smtpcode_add sets
		[[ $current != x* ]] || _smtpcode_add any-class
		case $2 in
		vs | VS | vs. | versus) return ;;
		[2-5x][0-9x.]*) words+=(vs) ;;
		esac
		_smtpcode_add causes
		;;
	*)
		_smtpcode_add "$1"
		;;
	esac
}

_smtpcode() {
	local IFS=$' \t\n' line=() words=() word current
	local value='' optional='' head='' operand=CODE
	local pending='' ended='' before=''

	COMPREPLY=()
	_smtpcode_join "${2-${COMP_WORDS[COMP_CWORD]}}"
	current=${line[${#line[@]} - 1]}
	unset 'line[${#line[@]} - 1]'
	for word in "${line[@]}"; do
		if [[ -n $pending ]]; then
			pending=''
		elif [[ $word == [\<\>]* || $word == [0-9\&][\<\>]* ]]; then
			pending=FILE
		elif [[ -z $ended && $word == -- ]]; then
			ended=1
		elif [[ -z $ended && $word == -?* ]]; then
			_smtpcode_read "$word"
			[[ -n $head ]] || pending=$value
		else
			before=$word
		fi
	done

	head=''
	if [[ -n $pending ]]; then
		value=$pending
	elif [[ -z $ended && $current == -* ]]; then
		_smtpcode_read "$current"
		[[ -n $head ]] || value=options
	else
		value=''
		_smtpcode_operands "$operand" "$before"
	fi
	_smtpcode_add "$value"
	current=${current#"$head"}
	if [[ $value == NAMES ]]; then
		head+=${current%"${current##*,}"}
		current=${current##*,}
	fi
	# What readline has cut off it puts back itself.
	[[ ${COMP_WORDS[COMP_CWORD]} == --* ]] || head=${head#--*=}
	for word in "${words[@]}"; do
		[[ $word != "$current"* ]] || COMPREPLY+=("$head$word")
	done
	[[ ${#COMPREPLY[@]} -ne 1 || ${COMPREPLY[0]} != *= ]] ||
		compopt -o nospace 2>/dev/null
}

complete -F _smtpcode smtpcode
