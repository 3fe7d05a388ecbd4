# The two commands: `make build` makes everything under dist/, `make test` runs the suite. Both set up what they need.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := build
.PHONY: build test check bench pictures contact-sheets clean

build: .venv/installed
	@$(BIN)/curriculum build

test: .venv/installed-test
	@$(BIN)/python -m pytest --numprocesses auto --cov --cov-report=term:skip-covered

check: .venv/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/curriculum check

bench: .venv/installed-test
	@$(BIN)/python tests/benchmarks/bench.py
	@$(BIN)/python tests/benchmarks/handbook.py
	@$(BIN)/python tests/benchmarks/decks.py

# Screens of the player for docs/player.md, and decks as sheets of small pictures for a reviewer.
pictures: .venv/installed-test
	@$(BIN)/python tests/browser/pictures.py

contact-sheets: .venv/installed-test
	@$(BIN)/curriculum build --only decks
	@$(BIN)/python tests/tools/contact_sheets.py

clean: .venv/installed
	@$(BIN)/curriculum clean

# The stamps hold: a second run installs nothing again, a changed pyproject.toml or constraints.txt does.
.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

.venv/installed-test: .venv/installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	@touch $@
