PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
DEEP := .venv/.deep

help: ## list the verbs
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 18

setup: $(READY) ## make .venv and install everything, nothing else
$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv && $(BIN)/python -m pip install --quiet --upgrade --constraint constraints.txt pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group dev --editable '.[cli,sandbox]'
	touch $@

$(DEEP): $(READY)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group deep
	touch $@

demo: $(READY) ## pull four vendors' results from a local sandbox: a table, and Parquet, CSV and a report in out/
	@$(BIN)/python examples/demo.py

test: $(READY) ## everything that must hold, with the tests run on the built wheel
	@$(MAKE) --no-print-directory --jobs 2 --output-sync lint types specs check-generated wheel
	PYTHONPATH=build/wheel ABCLIENT_TESTED=build/wheel $(BIN)/python -m pytest --numprocesses 2

soak: $(READY) ## what needs minutes and a quiet machine: the pace over real sockets, every tick, many more cases
	$(BIN)/python -m pytest -m soak
	ABCLIENT_FUZZ=20 $(BIN)/python -m pytest -o timeout=0 tests/property tests/contract/test_every_operation.py tests/faults/test_cancel_calls.py

mutation: $(DEEP) ## change the decision rooms in every way mutmut knows: each change is noticed, or in tests/mutants.toml
	rm -rf mutants
	$(BIN)/python scripts/mutation.py

lint: $(READY) ## format and lint, without changing anything
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .

types: $(READY) ## mypy --strict, pyright strict, and that every public name is typed
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/python scripts/check_public_types.py

specs: $(READY) ## the rules of specs/README.md
	$(BIN)/python scripts/check_specs.py

generate: $(READY) ## specs/ to generated/
	$(BIN)/python scripts/generate.py

check-generated: $(READY) ## that generated/ is what the specs say, byte for byte
	$(BIN)/python scripts/generate.py --check

bench: $(READY) ## what imports, calls, decoding and requests cost, side by side with others; writes docs/performance.md
	$(BIN)/python scripts/bench

build: $(READY) ## wheel and sdist
	rm -rf dist && $(BIN)/python -m build --no-isolation --outdir dist . > /dev/null

wheel: build
	rm -rf build/wheel && $(BIN)/python -m pip install --quiet --no-deps --target build/wheel dist/abclient-*.whl

.PHONY: help setup demo test soak mutation lint types specs generate check-generated bench build wheel
.DEFAULT_GOAL := help
