# Both commands work on a fresh machine that has Python 3.11 or later and make.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# Twice quiet: errors only.
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check

.PHONY: demo test check install clean

demo: $(VENV)/installed
	$(BIN)/khaldun demo --html demo.html

test: check
	$(BIN)/pytest

check: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

install: $(VENV)/installed-dev

clean:
	rm -rf $(VENV) demo.html dist

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Khaldun needs Python 3.11 or later: make PYTHON=python3.11 ..."; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(BIN)/python pyproject.toml
	@echo "Installing Khaldun into $(VENV) ..."
	@$(PIP) install --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed pyproject.toml
	@echo "Installing what the tests need ..."
	@$(PIP) install --editable '.[dev,tables]'
	@touch $@
