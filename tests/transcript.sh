#!/bin/sh
# Runs transcripts: transcript.sh FILE ... A case is
#	$ command
#	what it prints, standard output and error together
#	? its exit status
# Lines between cases are comments. @ at the end of a line of output stands for
# nothing: it shows blanks that an editor would eat.
for file; do
	name=$(basename "$file" .t)
	awk -v out="$WORK/case" '
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
	total=$(cat "$WORK/case.count")
	while [ $i -lt "$total" ]; do
		i=$((i + 1))
		command=$(cat "$WORK/case$i.cmd")
		(cd "$WORK" && sh -c "$command" >got 2>&1 </dev/null
		    echo $? >got.status)
		if cmp -s "$WORK/got" "$WORK/case$i.want" &&
		    cmp -s "$WORK/got.status" "$WORK/case$i.status"; then
			printf "ok %s\n" "$name: $command"
		else
			printf "not ok %s\n" "$name: $command"
			echo "  status $(cat "$WORK/got.status"), wanted $(cat "$WORK/case$i.status")"
			diff "$WORK/case$i.want" "$WORK/got" | sed 's/^/  /'
		fi
	done
	rm -f "$WORK"/case*
done
