# Everything that newsdesk's developers run. Each target sets up what it needs.

BIN := .venv/bin

.PHONY: demo test check lint bench constraints clean

demo: .venv/ready                ## draft the sample articles
	@tools/demo

test: .venv/ready-dev            ## run all tests
	@tools/programs gettext:msgfmt apertium:apertium apertium-eng-spa:/usr/share/apertium/modes/eng-spa.mode || true
	$(BIN)/pytest -n auto --dist loadfile

lint: .venv/ready-dev            ## style, types, import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test                 ## everything that continuous integration asks

bench: .venv/ready-dev           ## speed, and what the glossary does to drafts
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/drafting.py
	$(BIN)/python benchmarks/matching.py
	$(BIN)/python benchmarks/checks.py
	PYTHONPATH=. $(BIN)/python benchmarks/glossary/evaluate.py
	PYTHONPATH=. $(BIN)/python benchmarks/glossary/form_choice.py

constraints: .venv/ready-dev     ## pin the newest versions
	$(BIN)/uv pip compile -q --upgrade --no-annotate --no-header --no-emit-index-url --all-extras pyproject.toml -o constraints.txt

clean:
	rm -rf .venv

.venv/ready: pyproject.toml constraints.txt tools/setup
	@tools/setup .
	@touch $@

.venv/ready-dev: pyproject.toml constraints.txt tools/setup
	@tools/setup '.[dev,forms]'
	@touch .venv/ready $@
