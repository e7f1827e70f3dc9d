# What fish offers: fish candidates.fish < LINES
while read -l typed
	echo "> $typed"
	complete -C $typed | string replace -r '\t.*' ''
end
