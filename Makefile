# Everything that newsdesk's developers run. Each target sets up what it needs.

BIN := .venv/bin

# Tests start the program hundreds of times, and without its bytecode each start takes twice as long.
unexport PYTHONDONTWRITEBYTECODE

# Where `make install` puts it; deploy/ takes this for granted.
PREFIX = /opt/newsdesk
# What is installed beside what everybody needs: cluster, for the machines of a cluster, and for whoever asks one.
EXTRA =
# What `make test` runs, as pytest takes it: make test TESTS=tests/core
TESTS =

# What a developer runs after each save: no engine at work, no runs from end to end, and few of the examples.
FAST := --hypothesis-profile=fast $(addprefix tests/,authoring catalogs core documents health languages ledger memory reports \
	runs schedules segmentation settings termbases workers workflow install/test_lists.py test_house.py test_loaded.py test_packages.py test_pythons.py)

.PHONY: demo forms install test programs test-fast check lint bench quality compare long faults stateful drafts roundtrip fuzz loaded mutants \
	pythons roundtrip packages install-test constraints clean

demo: .venv/ready                ## draft the sample articles
	@PYTHONPATH=. $(BIN)/python -m tools.demo

forms: .venv/ready               ## bring the dictionaries that propose a term's forms
	@tools/setup '.[forms]'

install:                         ## put the program into PREFIX/.venv, or bring it up to date there
	@tools/install '$(PREFIX)' $(EXTRA)

test: .venv/ready-dev            ## run all tests, or TESTS; what needs a program that is not here is skipped
	@tools/programs --look
	$(BIN)/pytest -n auto --dist loadfile -rs $(TESTS)

programs:                        ## install the Debian packages that some tests need
	@tools/programs

test-fast: .venv/ready-dev       ## run what is done in well under a minute, after each save
	@$(BIN)/pytest -n auto --dist loadfile $(FAST)

lint: .venv/ready-dev            ## style, types, import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test                 ## everything that continuous integration asks

bench: .venv/ready-dev           ## speed, against others and against bounds, for docs/performance.md; about an hour
	-$(BIN)/python -m benchmarks.speed  # What could not be measured is named, and the page has the rest.
	$(BIN)/python -m benchmarks.speed --write
	PYTHONPATH=. $(BIN)/python benchmarks/saving.py
	PYTHONPATH=. $(BIN)/python benchmarks/formats.py --slowest 5
	PYTHONPATH=. $(BIN)/python benchmarks/report.py

quality: .venv/ready-dev         ## what is found, and what the glossary does to drafts
	$(BIN)/python benchmarks/sentences.py
	$(BIN)/python benchmarks/memory.py
	$(BIN)/python benchmarks/checks/table.py
	PYTHONPATH=. $(BIN)/python benchmarks/glossary/evaluate.py
	$(BIN)/python benchmarks/glossary/terms.py
	$(BIN)/python benchmarks/apertium/spanish.py
	PYTHONPATH=. $(BIN)/python benchmarks/tags/table.py ../shared/eval/tags/pairs.jsonl --cost
	$(BIN)/python benchmarks/mining/evaluate.py
	$(BIN)/python benchmarks/risk.py

long: .venv/ready-dev            ## all that is too long for every change, to the end even where something fails
	$(MAKE) -k -j1 faults stateful drafts roundtrip fuzz loaded pythons packages install-test mutants

faults: .venv/ready-dev          ## kill runs at random moments, fill disks, turn clocks
	NEWSDESK_LONG=1 $(BIN)/pytest -n 2 --dist loadfile --timeout 1800 -s tests/faults

stateful: .venv/ready-dev        ## ten thousand steps of newsroom, translators, editors and mishaps: is a word of a person lost?
	NEWSDESK_LONG=1 $(BIN)/pytest -n 2 --dist load -rs tests/test_stateful.py tests/test_stateful_titles.py

drafts: .venv/ready-dev          ## many more texts for the engines and the formats, and the demo twice
	NEWSDESK_LONG=1 $(BIN)/pytest -n 2 --dist loadfile -rs tests/engines tests/test_demo.py tests/test_news_formats.py tests/test_tag_figures.py \
		tests/workflow/test_trying.py

fuzz:                            ## feed every reader with a million strange inputs
	@tools/fuzz --seconds 60

compare: .venv/ready-dev         ## what OLD (a commit) and the working tree make of the same projects, byte for byte
	$(BIN)/python tools/compare $(OLD)

loaded: .venv/ready-dev          ## the whole suite three times in a row, beside two busy loops
	@tools/loaded 3 $(BIN)/pytest -n auto --dist loadfile

roundtrip: .venv/ready-dev       ## real files that nobody here wrote, of every format: do they come back as they are?
	@PYTHONPATH=. $(BIN)/python -m tools.roundtrip

pythons: .venv/ready-dev         ## the fast tests on every CPython from 3.11 on that is here
	@$(BIN)/python -m tools.pythons $(FAST)

packages: .venv/ready-dev        ## the fast tests, and those of the whole repository, on the built wheel and the sdist
	@$(BIN)/python -m tools.packages $(FAST) $(wildcard tests/test_*.py)

install-test: .venv/ready-dev    ## README's routes, the demo and the tests as a stranger has them: a clean clone, an empty home
	NEWSDESK_LONG=1 $(BIN)/pytest -n 2 --dist loadfile -rs tests/install

mutants: .venv/ready-dev         ## change the core at 400 places, one at a time: do the tests notice?
	@tools/mutants
	NEWSDESK_LONG=1 $(BIN)/pytest -q tests/test_mutants.py

COMPILE := $(BIN)/uv pip compile -q --no-annotate --no-header --no-emit-index-url pyproject.toml

constraints: .venv/ready-dev     ## pin the newest versions, and list those that the product itself needs
	$(COMPILE) --upgrade --all-extras -o constraints.txt
	$(COMPILE) --universal --constraint constraints.txt -o requirements.txt
	$(COMPILE) --universal --constraint constraints.txt --extra cluster -o requirements-cluster.txt

clean:
	rm -rf .venv .venvs

.venv/ready: pyproject.toml constraints.txt tools/setup tools/venv
	@tools/setup .
	@touch $@

.venv/ready-dev: pyproject.toml constraints.txt tools/setup tools/venv
	@tools/setup '.[dev,forms,cluster]'
	@touch .venv/ready $@
