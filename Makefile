# smtpcode - GNU make 3.81 or newer, a C11 compiler, a POSIX awk

PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
LIBDIR = $(PREFIX)/lib
INCLUDEDIR = $(PREFIX)/include
MANDIR = $(PREFIX)/share/man
DESTDIR =
CC ?= cc
AWK ?= awk
CFLAGS = -O2 -g
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
    -Wmissing-prototypes -Wcast-qual -Wwrite-strings -Wvla
FORTIFY = $(if $(findstring _FORTIFY_SOURCE,$(CFLAGS) $(CPPFLAGS)),,-D_FORTIFY_SOURCE=2)
HARDENING = -fstack-protector-strong $(FORTIFY) -fPIE
# Nothing here is weak on purpose; what is, costs the loader a search each.
LINKING = -pie -Wl,-z,relro,-z,now,-z,nodynamic-undefined-weak
B = build
BIN = $(if $(filter build,$(B)),smtpcode,$(B)/smtpcode)
GEN = $(B)/gen

STANDARD = -std=c11 -D_POSIX_C_SOURCE=200809L -D_FILE_OFFSET_BITS=64
LIB = $(patsubst src/lib/%.c,$(B)/lib/%.o,$(wildcard src/lib/*.c))
CLI = $(patsubst src/cli/%.c,$(B)/cli/%.o,$(wildcard src/cli/*.c))

# The texts in English first: the others are checked against them.
DATA = data/causes data/replies data/enhanced data/pairs data/hosts \
    data/providers data/vendor data/rules data/text/en \
    $(filter-out data/text/en,$(wildcard data/text/*))
GENERATORS = src/gen/stanza.awk src/gen/facts.awk src/gen/vendor.awk \
    src/gen/rules.awk src/gen/automaton.awk src/gen/text.awk \
    src/gen/tables.awk

# The completions of each shell, made from what the program says of itself. RUN
# is what it takes to run a program that is built for another machine.
SHELLS = smtpcode.bash _smtpcode smtpcode.fish
FILLERS = $(wildcard src/completions/*.sh src/completions/*.awk)
COMPLETIONS = $(SHELLS:%=$(B)/completions/%)
RUN =

all: $(BIN)

# make STATIC=1 links no shared library. Not every compiler that is told
# -static-pie obeys (musl-gcc does not), so the result is looked at.
ifdef STATIC
$(BIN): $(CLI) $(B)/libsmtpcode.a
	$(CC) $(CFLAGS) -static-pie $(LDFLAGS) -o $@ $(CLI) $(B)/libsmtpcode.a \
	    && ! readelf -lW $@ | grep -q INTERP || \
	    $(CC) $(CFLAGS) -static -no-pie $(LDFLAGS) -o $@ $(CLI) $(B)/libsmtpcode.a
else
$(BIN): $(CLI) $(B)/libsmtpcode.a
	$(CC) $(CFLAGS) $(LINKING) $(LDFLAGS) -o $@ $(CLI) $(B)/libsmtpcode.a
endif

$(B)/libsmtpcode.a: $(LIB)
	rm -f $@
	$(AR) rcs $@ $(LIB)

# Jump tables would be the only addresses among the library's tables.
$(B)/lib/%.o: src/lib/%.c $(GEN)/stamp Makefile
	@mkdir -p $(@D)
	$(CC) -fno-jump-tables $(STANDARD) $(WARNINGS) $(HARDENING) $(CFLAGS) $(CPPFLAGS) -MMD -MP \
	    -Iinclude -I$(GEN) -c -o $@ $<

$(B)/cli/%.o: src/cli/%.c $(GEN)/stamp Makefile
	@mkdir -p $(@D)
	$(CC) $(STANDARD) $(WARNINGS) $(HARDENING) $(CFLAGS) $(CPPFLAGS) -MMD -MP \
	    -Iinclude -I$(GEN) -c -o $@ $<

# The tables. A mistake in a data file leaves none behind.
$(GEN)/stamp: $(DATA) $(GENERATORS)
	@rm -rf $(GEN) && mkdir -p $(GEN)
	LC_ALL=C $(AWK) -v out=$(GEN) $(GENERATORS:%=-f %) $(DATA)
	@touch $@

$(B)/completions/%: src/completions/% $(FILLERS) $(BIN)
	@mkdir -p $(@D)
	AWK="$(AWK)" sh src/completions/complete.sh $< $(RUN) $(abspath $(BIN)) \
	    >$@.new && mv $@.new $@

# How far the translations are.
lang-status:
	@LC_ALL=C $(AWK) -v status=1 $(GENERATORS:%=-f %) $(DATA)

# ----------------------------------------------------------------------- tests

# Who stands in for a function defines __wrap_ and its name: options for it.
WRAPPED = sed -n 's/^__wrap_\([a-z_0-9]*\)(.*/-Wl,--wrap=\1/p'

UNIT = $(patsubst tests/unit/%.c,$(B)/tests/%.o,$(wildcard tests/unit/*.c))
PROGRAM = $(filter-out $(B)/cli/main.o,$(CLI))

$(B)/tests/%.o: tests/unit/%.c $(GEN)/stamp Makefile
	@mkdir -p $(@D)
	$(CC) $(STANDARD) $(WARNINGS) $(HARDENING) $(CFLAGS) $(CPPFLAGS) -MMD -MP \
	    -Iinclude -Isrc/lib -Isrc/cli -I$(GEN) -c -o $@ $<

$(B)/unit: $(UNIT) $(PROGRAM) $(B)/libsmtpcode.a
	$(CC) $(CFLAGS) $(LINKING) $(LDFLAGS) $$($(WRAPPED) tests/unit/*.c) -o $@ $(UNIT) \
	    $(PROGRAM) $(B)/libsmtpcode.a -lcmocka

# Fuzz targets, each with a main that replays its corpus.
TARGETS = $(filter-out replay,$(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c)))
REPLAYS = $(patsubst %,$(B)/replay/%,$(TARGETS))

$(B)/fuzz/%.o: tests/fuzz/%.c $(GEN)/stamp Makefile
	@mkdir -p $(@D)
	$(CC) $(STANDARD) $(WARNINGS) $(HARDENING) $(CFLAGS) $(CPPFLAGS) -MMD -MP \
	    -Iinclude -Isrc/cli -Isrc/lib -I$(GEN) -c -o $@ $<

$(B)/replay/%: $(B)/fuzz/%.o $(B)/fuzz/replay.o $(PROGRAM) $(B)/libsmtpcode.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LINKING) $(LDFLAGS) $$($(WRAPPED) tests/fuzz/$*.c) -o $@ $^


# make fuzz SECONDS=15: each target for so long, by clang's libFuzzer.
SECONDS = 15
FUZZING = -g -O1 -fsanitize=address,undefined -fno-sanitize-recover=all
fuzz:
	@$(MAKE) B=$(B)/libfuzzer CC=clang HARDENING= \
	    CFLAGS="$(FUZZING) -fsanitize=fuzzer-no-link" fuzzed
	@for t in $(TARGETS); do \
		mkdir -p $(B)/libfuzzer/$$t && \
		clang $(FUZZING) -fsanitize=fuzzer $$($(WRAPPED) tests/fuzz/$$t.c) \
		    -o $(B)/libfuzzer/fuzz-$$t $(B)/libfuzzer/fuzz/$$t.o \
		    $(patsubst $(B)/%,$(B)/libfuzzer/%,$(PROGRAM) $(B)/libsmtpcode.a) && \
		$(B)/libfuzzer/fuzz-$$t -max_total_time=$(SECONDS) -timeout=10 \
		    -max_len=8192 -print_final_stats=1 \
		    -artifact_prefix=$(B)/libfuzzer/ $(B)/libfuzzer/$$t \
		    tests/fuzz/corpus/$$t || exit 1; \
	done

fuzzed: $(TARGETS:%=$(B)/fuzz/%.o) $(PROGRAM) $(B)/libsmtpcode.a

# The program with system calls that can be made to fail.
$(B)/faults.o: tests/faults/faults.c Makefile
	@mkdir -p $(@D)
	$(CC) $(STANDARD) $(WARNINGS) $(HARDENING) $(CFLAGS) $(CPPFLAGS) -c -o $@ $<

$(B)/smtpcode-faults: $(CLI) $(B)/faults.o $(B)/libsmtpcode.a
	$(CC) $(CFLAGS) $(LINKING) $(LDFLAGS) -Wl,--wrap=write -Wl,--wrap=read \
	    -o $@ $(CLI) $(B)/faults.o $(B)/libsmtpcode.a

# Needs cmocka (Debian: libcmocka-dev). Ends with "N passed, N failed".
check: $(BIN) $(COMPLETIONS) $(B)/unit $(REPLAYS) $(B)/smtpcode-faults
	+@BIN=$(abspath $(BIN)) sh tests/run.sh $(abspath $(B))

# Times, beside peers in the same run.
$(B)/spawn: tests/bench/spawn.c Makefile
	@mkdir -p $(@D)
	$(CC) $(STANDARD) $(WARNINGS) $(CFLAGS) -o $@ $<

$(B)/judge: tests/bench/judge.c $(B)/libsmtpcode.a Makefile
	$(CC) $(STANDARD) $(WARNINGS) $(CFLAGS) -Iinclude -Isrc/lib -I$(GEN) -o $@ $< $(B)/libsmtpcode.a

bench: $(BIN) $(B)/spawn $(B)/judge
	@if command -v musl-gcc >/dev/null; then \
		$(MAKE) -s B=$(B)/musl CC=musl-gcc STATIC=1; fi
	@sh tests/bench/bench.sh $(B)

# ----------------------------------------------------------------------- install

VERSION = $(shell sed -n 's/^.define SMTPCODE_VERSION "\(.*\)"$$/\1/p' include/smtpcode.h)
HEADERS = smtpcode.h smtpcode_reply.h smtpcode_scan.h
D = $(DESTDIR)$(PREFIX)
BIN_TO = $(DESTDIR)$(BINDIR)
LIB_TO = $(DESTDIR)$(LIBDIR)
INCLUDE_TO = $(DESTDIR)$(INCLUDEDIR)
MAN_TO = $(DESTDIR)$(MANDIR)
BASH_COMPLETION = $(D)/share/bash-completion/completions
ZSH_COMPLETION = $(D)/share/zsh/site-functions
FISH_COMPLETION = $(D)/share/fish/vendor_completions.d

install: $(BIN) $(B)/libsmtpcode.a $(COMPLETIONS)
	mkdir -p "$(BIN_TO)" "$(INCLUDE_TO)" "$(MAN_TO)/man1" \
	    "$(MAN_TO)/man3" "$(LIB_TO)/pkgconfig" \
	    "$(BASH_COMPLETION)" "$(ZSH_COMPLETION)" "$(FISH_COMPLETION)"
	install -m 755 $(BIN) "$(BIN_TO)/smtpcode"
	install -m 644 $(HEADERS:%=include/%) "$(INCLUDE_TO)"
	install -m 644 $(B)/libsmtpcode.a "$(LIB_TO)"
	install -m 644 man/smtpcode.1 "$(MAN_TO)/man1"
	install -m 644 man/libsmtpcode.3 "$(MAN_TO)/man3"
	install -m 644 $(B)/completions/smtpcode.bash "$(BASH_COMPLETION)/smtpcode"
	install -m 644 $(B)/completions/_smtpcode "$(ZSH_COMPLETION)/_smtpcode"
	install -m 644 $(B)/completions/smtpcode.fish "$(FISH_COMPLETION)/smtpcode.fish"
	printf '%s\n' 'prefix=$(PREFIX)' \
	    'libdir=$(LIBDIR:$(PREFIX)/%=$${prefix}/%)' \
	    'includedir=$(INCLUDEDIR:$(PREFIX)/%=$${prefix}/%)' '' 'Name: libsmtpcode' \
	    'Description: tells what SMTP replies mean' \
	    'Version: $(VERSION)' 'Cflags: -I$${includedir}' \
	    'Libs: -L$${libdir} -lsmtpcode' \
	    >"$(LIB_TO)/pkgconfig/libsmtpcode.pc"
	chmod 644 "$(LIB_TO)/pkgconfig/libsmtpcode.pc"

uninstall:
	rm -f "$(BIN_TO)/smtpcode" $(HEADERS:%="$(INCLUDE_TO)/%") \
	    "$(MAN_TO)/man1/smtpcode.1" "$(MAN_TO)/man3/libsmtpcode.3" \
	    "$(LIB_TO)/libsmtpcode.a" \
	    "$(LIB_TO)/pkgconfig/libsmtpcode.pc" \
	    "$(BASH_COMPLETION)/smtpcode" "$(ZSH_COMPLETION)/_smtpcode" \
	    "$(FISH_COMPLETION)/smtpcode.fish"

# ----------------------------------------------------------------------- release

# The same sources give the same bytes: names in order, nobody's files, the
# month of the provider data as their time. Needs GNU tar.
RELEASE = smtpcode-$(VERSION)
TARBALL = $(if $(filter build,$(B)),,$(B)/)$(RELEASE).tar.gz
MONTH = $(shell sed -n 's/^Date: //p' data/vendor | LC_ALL=C sort | tail -n 1)

# What git tracks; without git all that is not made.
SOURCES = if [ -e .git ] && command -v git >/dev/null; then git ls-files; else \
	find . -type d \( -path ./.git -o -path ./build \) -prune -o -type f \
	    ! -path ./smtpcode ! -path './smtpcode-*.tar.gz' -print; fi

dist:
	@rm -rf $(B)/release $(TARBALL) && mkdir -p $(B)/release
	LC_ALL=C $(AWK) -v release=1 -v out=$(B)/release $(GENERATORS:%=-f %) $(DATA)
	@{ $(SOURCES); } >$(B)/release/tree
	@sed 's,^[.]/,,' $(B)/release/tree | LC_ALL=C sort >$(B)/release/names
	tar --no-recursion --format=ustar --owner=0 --group=0 --numeric-owner \
	    --mode=u=rwX,go=rX --mtime='$(MONTH)-01 00:00:00Z' \
	    --transform='s,^,$(RELEASE)/,' --verbatim-files-from \
	    -cf $(B)/release/$(RELEASE).tar -T $(B)/release/names
	gzip -9nc $(B)/release/$(RELEASE).tar >$(B)/release/$(RELEASE).tar.gz
	mv $(B)/release/$(RELEASE).tar.gz $(TARBALL)

clean:
	rm -rf $(B) smtpcode

.PHONY: all bench check clean dist fuzz fuzzed install lang-status uninstall
.SECONDARY:
-include $(wildcard $(B)/lib/*.d $(B)/cli/*.d $(B)/tests/*.d \
    $(B)/fuzz/*.d)
