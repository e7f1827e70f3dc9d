# smtpcode - GNU make 3.81 or newer, a C11 compiler, a POSIX awk

PREFIX = /usr/local
DESTDIR =
CC ?= cc
AWK ?= awk
CFLAGS = -O2 -g
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
    -Wmissing-prototypes -Wcast-qual -Wwrite-strings -Wvla
HARDENING = -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE
LINKING = -pie -Wl,-z,relro,-z,now
B = build
GEN = $(B)/gen

STANDARD = -std=c11 -D_POSIX_C_SOURCE=200809L -D_FILE_OFFSET_BITS=64
LIB = $(patsubst src/lib/%.c,$(B)/lib/%.o,$(wildcard src/lib/*.c))
CLI = $(patsubst src/cli/%.c,$(B)/cli/%.o,$(wildcard src/cli/*.c))

# The texts in English first: the others are checked against them.
DATA = data/causes data/replies data/pairs data/text/en \
    $(filter-out data/text/en,$(wildcard data/text/*))
GENERATORS = src/gen/stanza.awk src/gen/facts.awk src/gen/text.awk \
    src/gen/tables.awk

all: smtpcode

smtpcode: $(CLI) $(B)/libsmtpcode.a
	$(CC) $(CFLAGS) $(LINKING) $(LDFLAGS) -o $@ $(CLI) $(B)/libsmtpcode.a

$(B)/libsmtpcode.a: $(LIB)
	rm -f $@
	$(AR) rcs $@ $(LIB)

$(B)/lib/%.o: src/lib/%.c $(GEN)/stamp Makefile
	@mkdir -p $(@D)
	$(CC) $(STANDARD) $(WARNINGS) $(HARDENING) $(CFLAGS) $(CPPFLAGS) -MMD -MP \
	    -Iinclude -I$(GEN) -c -o $@ $<

$(B)/cli/%.o: src/cli/%.c $(GEN)/stamp Makefile
	@mkdir -p $(@D)
	$(CC) $(STANDARD) $(WARNINGS) $(HARDENING) $(CFLAGS) $(CPPFLAGS) -MMD -MP \
	    -Iinclude -I$(GEN) -c -o $@ $<

# The tables. A mistake in a data file leaves none behind.
$(GEN)/stamp: $(DATA) $(GENERATORS)
	@rm -rf $(GEN) && mkdir -p $(GEN)
	LC_ALL=C $(AWK) -v out=$(GEN) -f src/gen/stanza.awk -f src/gen/facts.awk \
	    -f src/gen/text.awk -f src/gen/tables.awk $(DATA)
	@touch $@

clean:
	rm -rf $(B) smtpcode

.PHONY: all clean
-include $(wildcard $(B)/lib/*.d $(B)/cli/*.d)
