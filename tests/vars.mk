# What the tests have to know of the Makefile.

.PHONY: generators data
generators:
	@echo $(GENERATORS)
data:
	@echo $(DATA)
