# Each target sets up what it needs in .venv, and needs nothing but make and Python 3.11+.
PYTHON ?= python3
BIN := .venv/bin
SOURCES := setup.cfg pyproject.toml
TESTED := $(shell find acctaudit tests samples benchmarks docs -name '*.py') \
	$(wildcard acctaudit/data/* acctaudit/templates/* acctaudit/locale/*/*/*) $(SOURCES)
CASE := samples/strabag/reconstruction.json

.PHONY: demo test check docs samples bench shots validate clean

demo: .venv/run  ## The post-mortem of the founding case, on the terminal and as strabag.html
	$(BIN)/acctaudit report $(CASE) --archetype b2b --goal dialogue --claim no-discussion -f terminal -o strabag.html

test: .venv/test  ## All tests
	rm -f .venv/tested
	$(MAKE) .venv/tested

check: .venv/dev  ## Style, types, layers, generated files, coverage of the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python docs/catalogue.py --check
	$(BIN)/python docs/make.py --check
	$(MAKE) .venv/tested
	$(BIN)/python -m coverage report

docs: .venv/dev  ## Write everything in docs/, README.md and acctaudit/schemas that is generated
	$(BIN)/python docs/catalogue.py
	$(BIN)/python docs/make.py

samples: .venv/run  ## Write the samples again
	$(BIN)/python samples/make_exports.py
	$(BIN)/python samples/make_archives.py
	$(BIN)/python samples/make_formats.py

bench: .venv/run  ## Time and memory of whole processes
	$(BIN)/python benchmarks/bench.py

shots: .venv/test  ## Pictures of six samples, light, dark, phone and print, into shots/
	$(BIN)/python docs/shots.py
	$(BIN)/python docs/shots.py --readme

validate: .venv/run  ## False and right findings on simulated accounts, into docs/validation.md
	$(BIN)/python benchmarks/validate.py

clean:
	rm -rf .venv strabag.html

.venv/run: $(SOURCES)
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	$(BIN)/python -m compileall -q acctaudit
	touch $@

.venv/test: .venv/run
	$(BIN)/python -m pip install -q --disable-pip-version-check -e ".[test]"
	touch $@

.venv/dev: .venv/test
	$(BIN)/python -m pip install -q --disable-pip-version-check -e ".[test,dev]"
	touch $@

# The tests have passed since anything they look at was changed; `.coverage` is of that run.
.venv/tested: $(TESTED) | .venv/test
	$(BIN)/python -m pytest -q -n auto --dist worksteal --cov --cov-report=
	touch $@
