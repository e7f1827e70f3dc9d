# fish completion of smtpcode, made from the tables of the program. No program
# is run when a key is pressed.

function __smtpcode_codes
	printf '%s\t%s\n' \
@each replies@		'{word}' '{text}' \
@each enhanced@		'{word}' '{text}' \
		;
	string match -q 'x*' -- (commandline -ct)
	and printf '%s\t%s\n' \
@each any-class@		'{word}' '{text}' \
		;
end

function __smtpcode_sets
	printf '%s\t%s\n' \
@each classes@		'{word}' '{text}' \
@each subjects@		'{word}' '{text}' \
		;
end

function __smtpcode_other_sets
	printf '%s\t%s\n' \
@each commands@		'{word}' 'what {word} may get' \
		;
	printf '%s\n' \
@each sets@		'{word}' \
		;
end

function __smtpcode_causes
	printf '%s\t%s\n' \
@each causes@		'{word}' '{text}' \
		;
end

function __smtpcode_names
	# What stands before the last comma stays.
	set -l value (string replace -r -- '^-(-[^=]*=|\w)' '' (commandline -ct))
	set -l begun (string match -r -- '^[a-z_,]*,' $value)
	printf "$begun%s\t%s\n" \
@each fields@		'{word}' '{text}' \
		;
end

# The values of an option, by their kind.
function __smtpcode_values
	switch $argv
		case NAMES
			__smtpcode_names
		case LANG
			printf '%s\t%s\n' \
@each languages@				'{word}' '{text}' \
				;
		case WHEN
			printf '%s\n' \
@each whens@				'{word}' \
				;
	end
end

# The kind of the operand at the cursor.
function __smtpcode_kind
	set -l words (commandline -opc)
	set -l kind CODE
	argparse $__smtpcode_specs -- $words[2..-1] 2>/dev/null
	or return
	for row in $__smtpcode_kinds
		set -l part (string split = $row)
		set -q _flag_$part[1]
		and set kind $part[2]
	end
	echo $kind
end

function __smtpcode_operands
	switch (__smtpcode_kind)
		case SET
			__smtpcode_sets
			__smtpcode_other_sets
		case CODE
			__smtpcode_codes
			__smtpcode_sets
			# A cause can't be compared, and only codes are.
			set -l before (commandline -opc)[-1]
			contains -- $before vs VS vs. versus
			and return
			string match -qr '^[2-5x][0-9x.]' -- $before
			and printf 'vs\tset codes apart\n'
			__smtpcode_causes
	end
end

function __smtpcode_takes_files
	test (__smtpcode_kind) = FILE
end

# Tell complete(1) of the options, and keep them as argparse(1) wants them; and
# what operands they take, by name.
function __smtpcode_option --argument-names names value optional operand text
	set -l letter (string match -r -- '^-(\w)\|' $names)[2]
	set -l name (string match -r -- '--(.*)' $names)[2]
	set -l takes ''
	set -l option -l $name -d $text
	test -n "$letter"
	and set -a option -s $letter
	if test -n "$optional"
		set takes '=?'
		set -a option -f -a "(__smtpcode_values $value)"
	else if test -n "$value"
		set takes '='
		set -a option -x -a "(__smtpcode_values $value)"
	end
	complete -c smtpcode $option
	set -ga __smtpcode_specs (string join / $letter $name)$takes
	test -n "$operand"
	and set -ga __smtpcode_kinds $name=$operand
end

set -g __smtpcode_specs
set -g __smtpcode_kinds
complete -c smtpcode -f -a '(__smtpcode_operands)'
complete -c smtpcode -n __smtpcode_takes_files -F
@each options@__smtpcode_option '{names}' '{value}' '{optional}' '{operand}' '{text}'
