# What one types. `make extract` and `make test` need nothing but Python 3.11.5 and make: each
# target sets up .venv by itself, with the versions that requirements.lock pins.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory
SHELL := /bin/sh

VENV := .venv
BIN := $(VENV)/bin
BENCH := .venv-bench
FUZZ := .venv-fuzz
INSTALLED := $(VENV)/.installed
INPUT ?= raw
OUTPUT ?= output
# as many processes as there are processors; make test PYTEST="-k phones" for some tests only
PYTEST ?= -n auto

.PHONY: help
help: ## show the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

.PHONY: setup
setup: $(INSTALLED) ## make .venv with the pinned packages and this program

# Every python3 is tried, for the first on the PATH may be too old, or a shim that starts none.
$(INSTALLED): requirements.lock pyproject.toml
	@python=; tried=; \
	for name in $(PYTHON) python3 python3.11 python3.12 python3.13 python3.14 python; do \
	  if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' 2>/dev/null; then \
	    python=$$name; break; \
	  fi; \
	  version=$$("$$name" --version 2>/dev/null) && tried="$$tried $$name is $$version;"; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "Kreislese needs Python 3.11.5 or newer, and none was found.$$tried" >&2; \
	  echo "Install one, or name it: make PYTHON=/path/to/python3 $(MAKECMDGOALS)" >&2; \
	  exit 1; \
	fi; \
	"$$python" -m venv $(VENV) || { \
	  echo "This Python cannot make virtual environments; on Debian, python3-venv is missing." >&2; \
	  exit 1; \
	}
	@echo "Installing the pinned packages into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.PHONY: extract
extract: $(INSTALLED) ## read every brochure in raw/ (INPUT=...) and write JSON to output/ (OUTPUT=...)
	@$(BIN)/kreislese extract $(INPUT) --output $(OUTPUT)

.PHONY: diff
diff: $(INSTALLED) ## say what has changed between two editions (OLD=... NEW=...)
	@$(BIN)/kreislese diff "$(OLD)" "$(NEW)"

.PHONY: history
history: $(INSTALLED) ## say since when and until when people appear (INPUT=... of editions)
	@$(BIN)/kreislese history "$(INPUT)"

.PHONY: test
test: $(INSTALLED) ## run the tests
	$(BIN)/python -m pytest -q $(PYTEST)

.PHONY: check
check: lint types imports test ## what a commit must pass: format, lint, types, imports, tests

.PHONY: lint
lint: $(INSTALLED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

.PHONY: types
types: $(INSTALLED)
	$(BIN)/mypy --strict

.PHONY: imports
imports: $(INSTALLED)
	$(BIN)/lint-imports

.PHONY: score
score: $(INSTALLED) ## compare the program with the gold files; fails below the floors
	@$(BIN)/python -m benchmarks.score

.PHONY: speed
speed: $(INSTALLED) ## measure time and memory against bare spaCy
	@$(BIN)/python -m benchmarks.speed

.PHONY: bench
bench: $(INSTALLED) $(BENCH)/.installed ## measure all about speed, against other tools too; writes docs/performance.md
	@$(BIN)/python -m benchmarks.performance

$(BENCH)/.installed: benchmarks/requirements.lock $(INSTALLED)
	@$(BIN)/python -m venv $(BENCH)
	@echo "Installing the tools to measure against into $(BENCH) ..."
	@$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --requirement benchmarks/requirements.lock
	@touch $@

.PHONY: worst
worst: $(INSTALLED) ## measure inputs made to be slow, a megabyte each
	@$(BIN)/python -m benchmarks.worst_inputs --page

.PHONY: fuzz
fuzz: $(FUZZ)/.installed ## look for bytes that break it, for ten minutes (SECONDS=...)
	@mkdir -p .fuzz/brochures
	$(FUZZ)/bin/python -m scripts.fuzz .fuzz/brochures benchmarks/gold/work -max_len=4000 -timeout=25 \
	  -artifact_prefix=.fuzz/ -max_total_time=$(or $(SECONDS),600)

$(FUZZ)/.installed: $(INSTALLED)
	@$(BIN)/python -m venv $(FUZZ)
	@echo "Installing the program and atheris into $(FUZZ) ..."
	@$(FUZZ)/bin/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock atheris==3.0.0
	@touch $@

.PHONY: schema
schema: $(INSTALLED) ## rewrite schemas/*.schema.json from the models
	@$(BIN)/python -m schemas.publish

.PHONY: golden
golden: $(INSTALLED) ## rewrite the expected output beside the golden brochures; review the diff
	@$(BIN)/python -m scripts.update_golden
