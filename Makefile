# veille. `make demo` shows it, `make test` proves it, `make setup` makes .venv.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null || echo .cache/uv/bin/uv)
STAMP := .venv/.veille-setup

help:  ## show what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 15

$(STAMP): pyproject.toml uv.lock
	@if [ ! -x "$(UV)" ] && ! command -v uv >/dev/null; then \
	  echo "getting uv"; $(PYTHON) -m venv .cache/uv && .cache/uv/bin/pip install --quiet 'uv>=0.5'; fi
	@$(UV) sync --quiet --locked --all-groups --extra airflow --extra compose --compile-bytecode
	@touch $@

setup: $(STAMP)  ## make .venv from the lock file; .venv/bin/veille works after it

demo: setup  ## run the bundled newsroom end to end (FRESH=1 starts over)
	@.venv/bin/veille demo $(if $(FRESH),--fresh)

lint: setup  ## format, lint, types, layers
	@.venv/bin/ruff format --check . && .venv/bin/ruff check . && .venv/bin/mypy && .venv/bin/lint-imports

test: setup  ## all tests, real servers included (FAST=1: the unit part)
ifdef FAST
	@.venv/bin/pytest -q -n 2 -m 'not slow' tests/unit
else
	@$(MAKE) --no-print-directory lint
	@.venv/bin/pytest -q -n 2 --durations=10 --cov --cov-report= -m 'not elasticsearch' $(NIGHTLY) tests
	@.venv/bin/pytest -q --durations=10 --cov --cov-append --cov-report=term:skip-covered -m elasticsearch $(NIGHTLY) tests
endif

test-all: setup  ## `make test` and what is marked nightly
	@$(MAKE) --no-print-directory test NIGHTLY=--nightly

mutants: setup  ## break the critical modules in small ways: does a test fail each time? (hours; WORDS="guard" for some)
	@.venv/bin/python scripts/mutants $(WORDS)

pictures: setup  ## the pictures of the docs anew, by the test that walks the desk in Chromium
	@VEILLE_SCREENSHOTS=docs/images .venv/bin/pytest -q tests/e2e/test_web.py -k every_page

test-pythons: setup  ## the unit part on each Python from 3.11 to 3.14 that is here (PYTHONS="3.12 3.13")
	@scripts/test-pythons $(PYTHONS)

fix:  ## format and repair what can be repaired
	@.venv/bin/ruff format . ; .venv/bin/ruff check --fix .

.PHONY: help setup demo lint test test-all mutants pictures test-pythons fix
