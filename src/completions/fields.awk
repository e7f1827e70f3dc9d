# The fields once each, with the kinds of record that have them.
BEGIN { FS = OFS = "\t" }

$2 in kinds { kinds[$2] = kinds[$2] ", " $1; next }
{ kinds[$2] = $1; name[++names] = $2 }

END {
	for (i = 1; i <= names; i++)
		print name[i], kinds[name[i]]
}
