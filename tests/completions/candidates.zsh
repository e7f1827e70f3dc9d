# What zsh offers: zsh -f candidates.zsh FOLDER_OF_COMPLETIONS < LINES. Zsh
# completes only on a terminal, so a second one gets the lines on its own.
zmodload zsh/zpty || exit 2
offered=$(mktemp) || exit 2

zpty shell 'TERM=vt100 zsh -f -i'
zpty -w shell "fpath=(${(q)1} \$fpath) offered=${(q)offered}"
zpty -w shell "source ${(q)0:A:h}/capture.zsh"
zpty -r shell output '*LISTENING*' || exit 2

while IFS= read -r typed; do
	print -r -- "> $typed"
	: >$offered
	zpty -w -n shell "$typed"$'\C-t'
	zpty -r shell output '*CAPTURED*' || exit 2
	cat $offered
done
zpty -d shell
rm -f $offered
