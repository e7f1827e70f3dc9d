#!/bin/sh
# Runs transcripts: transcript.sh FILE ... A case is
#	$ command
#	what it prints, standard output and error together
#	? its exit status
# Lines between cases are comments. @ at the end of a line of output stands for
# nothing: it shows blanks that an editor would eat.
for file; do
	name=$(basename "$file" .t)
	awk -v out="$work/case" '
	/^\$ / && !open {
		n++
		print substr($0, 3) > (out n ".cmd")
		printf "" > (out n ".want")
		open = 1
		next
	}
	/^\? [0-9]+$/ && open {
		print $2 > (out n ".status")
		close(out n ".cmd"); close(out n ".want"); close(out n ".status")
		open = 0
		next
	}
	open { sub(/@$/, ""); print > (out n ".want") }
	END {
		if (open) print "not ok transcript: case " n " has no line \"? STATUS\""
		print n > (out ".count")
	}' "$file"
	i=0
	total=$(cat "$work/case.count")
	while [ $i -lt "$total" ]; do
		i=$((i + 1))
		command=$(cat "$work/case$i.cmd")
		(cd "$work" && sh -c "$command" >got 2>&1 </dev/null
		    echo $? >got.status)
		if cmp -s "$work/got" "$work/case$i.want" &&
		    cmp -s "$work/got.status" "$work/case$i.status"; then
			echo "ok $name: $command"
		else
			echo "not ok $name: $command"
			echo "  status $(cat "$work/got.status"), wanted $(cat "$work/case$i.status")"
			diff "$work/case$i.want" "$work/got" | sed 's/^/  /'
		fi
	done
	rm -f "$work"/case*
done
