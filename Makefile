# The same commands on a person's machine and in CI. `make help` lists them.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
# Set-up runs when the requirements changed, and not otherwise.
OFFLINE_COPY := dist/aws-exam-notes-offline.zip
SITE_READY := $(VENV)/.site-ready
TEST_READY := $(VENV)/.test-ready
# Material prints a notice about MkDocs 2 at every build; it hides what matters here.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve build check question explain offline dist test shots bench lock clean

help: ## Say what each command does
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

serve: $(SITE_READY) ## Serve the site at http://127.0.0.1:8000/ with live reload (PORT= changes it)
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(SITE_READY) ## Build the site into site/; any problem in the notes ends the build
	$(BIN)/mkdocs build --strict

check: $(SITE_READY) ## Hold the notes against all rules, in a second; FIX=1 mends what is mechanical
	@PYTHONPATH=hooks $(BIN)/python -m exam_notes check $(if $(FIX),--fix)

question: $(SITE_READY) ## Begin a question: SERVICE=s3 TITLE="...", or FROM=FILE (- reads a paste); new service: NAME, GROUP
	@PYTHONPATH=hooks $(BIN)/python -m exam_notes question "$$SERVICE" "$$TITLE" --name "$$NAME" \
		--group "$$GROUP" --from="$$FROM"

explain: $(SITE_READY) ## Say what a rule wants and why, with examples: RULE=N017 (all rules without it)
	@PYTHONPATH=hooks $(BIN)/python -m exam_notes explain $${RULE:+"$$RULE"}

offline: $(SITE_READY) ## Pack the copy that is opened from disk into dist/aws-exam-notes-offline.zip
	$(BIN)/mkdocs build --strict -f mkdocs.offline.yml -d build/offline
	PYTHONPATH=hooks $(BIN)/python -m exam_notes pack build/offline $(OFFLINE_COPY)

dist: offline ## Build what is published into site/: the site, with the offline copy to download
	OFFLINE_COPY=$(OFFLINE_COPY) $(BIN)/mkdocs build --strict

test: $(TEST_READY) ## Set up all that is needed, the browser included, and run every test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python tests/browser/install.py
	$(BIN)/python -m pytest

shots: $(TEST_READY) ## Take pictures: a sheet to judge in build/shots/, and those that the project shows
	$(BIN)/python tests/browser/install.py
	$(BIN)/python tests/browser/shots.py

bench: $(TEST_READY) ## Measure builds of 13 to 13,000 questions, and the pages with Lighthouse (long)
	$(BIN)/python tests/bench/builds.py
	$(BIN)/python tests/browser/install.py
	$(BIN)/python tests/bench/search.py
	$(BIN)/python tests/bench/lighthouse.py

lock: $(TEST_READY) ## Write requirements.txt and tests/requirements.txt anew from the .in files
	$(BIN)/uv pip compile $(LOCK) --output-file requirements.txt requirements.in
	$(BIN)/uv pip compile $(LOCK) --output-file tests/requirements.txt tests/requirements.in

clean: ## Remove everything that was built or set up
	rm -rf $(VENV) site build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

LOCK := --universal --python-version 3.11.5 --generate-hashes --upgrade --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make lock"

$(SITE_READY): requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5) and "Python 3.11.5 or newer is needed")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(TEST_READY): tests/requirements.txt $(SITE_READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt
	@touch $@
