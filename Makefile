# The same commands on a person's machine and in CI. `make help` lists them.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
# Set-up runs when the requirements changed, and not otherwise.
OFFLINE_COPY := dist/aws-exam-notes-offline.zip
# Known files only, and none that runs code of its own to be installed.
LOCKED := --require-hashes --only-binary :all:
# The time of what is published: of the last commit that changed it, so that everyone who builds
# that commit gets the same bytes.
PUBLISHED := docs hooks overrides mkdocs.yml mkdocs.offline.yml requirements.txt LICENSE
COMMITTED := $(shell git diff --quiet HEAD -- $(PUBLISHED) 2>/dev/null && \
	git log -1 --format=%ct -- $(PUBLISHED))
SITE_READY := $(VENV)/.site-ready
TEST_READY := $(VENV)/.test-ready
SCHEMA := $(BIN)/check-jsonschema --builtin-schema vendor.github
# Material prints a notice about MkDocs 2 at every build; it hides what matters here.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve build settings check ids sources question explain times offline dist pdf lint quick test test-in-a-browser test-the-rest shots bench lock clean

help: ## Say what each command does
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

serve: settings ## Serve the site at http://127.0.0.1:8000/ with live reload (PORT= changes it)
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: settings ## Build the site into site/; any problem in the notes ends the build
	$(BIN)/mkdocs build --strict

# What is wrong with mkdocs.yml is told as `check` tells it, before MkDocs reads it.
settings: $(SITE_READY)
	@PYTHONPATH=hooks $(BIN)/python -m exam_notes settings

check: $(SITE_READY) ## Hold the notes against all rules, in a second; FIX=1 mends what is mechanical
	@PYTHONPATH=hooks $(BIN)/python -m exam_notes check $(if $(FIX),--fix)

sources: $(TEST_READY) ## Ask the cited pages for their marks (needs the internet); what was read today is kept
	@PYTHONPATH=hooks $(BIN)/python -m exam_notes sources

question: $(SITE_READY) ## Begin a question: SERVICE=s3 TITLE="...", or FROM=FILE (- reads a paste); new service: NAME, GROUP
	@PYTHONPATH=hooks $(BIN)/python -m exam_notes question "$$SERVICE" "$$TITLE" --name "$$NAME" \
		--group "$$GROUP" --from="$$FROM"

explain: $(SITE_READY) ## Say what a rule wants and why, with examples: RULE=N017 (all rules without it)
	@PYTHONPATH=hooks $(BIN)/python -m exam_notes explain $${RULE:+"$$RULE"}

ids: $(SITE_READY) ## List new ids and addresses as published, in docs/published-ids.txt
	@PYTHONPATH=hooks $(BIN)/python -m exam_notes ids

times: $(SITE_READY) ## Note when each question last changed, for the Anki deck, before it is published
	@PYTHONPATH=hooks $(BIN)/python -m exam_notes times

offline: settings ## Pack the copy that is opened from disk into dist/aws-exam-notes-offline.zip
	$(BIN)/mkdocs build --strict -f mkdocs.offline.yml -d build/offline
	PYTHONPATH=hooks $(BIN)/python -m exam_notes pack build/offline $(OFFLINE_COPY)

dist: export SOURCE_DATE_EPOCH := $(or $(SOURCE_DATE_EPOCH),$(COMMITTED),$(shell date +%s))
dist: offline ## Build what is published into site/: the site, with the offline copy to download
	OFFLINE_COPY=$(OFFLINE_COPY) $(BIN)/mkdocs build --strict

pdf: $(TEST_READY) build ## Write all questions as PDF, in both forms to print, into dist/
	$(BIN)/python tests/support/install.py
	$(BIN)/python tests/shots/pdf.py site dist "$(SITE_URL)"

lint: $(TEST_READY) check ## Formatters, types, the rules of the notes, and what GitHub reads
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/zizmor --offline --no-progress --quiet .github
	$(SCHEMA)-workflows .github/workflows/*.yml
	$(SCHEMA)-issue-forms $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
	$(SCHEMA)-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml

quick: lint ## What a change is tried with at once: `lint`, pure tests, and a case for each rule
	$(BIN)/python -m pytest -q tests/unit

# Tests in a browser wait for it most of the time: the others run beside them.
test: lint ## Set up all that is needed, the browser included, and run every test
	$(BIN)/python tests/support/install.py
	@$(MAKE) --no-print-directory -j2 -k test-in-a-browser test-the-rest

test-in-a-browser:
	$(BIN)/python -m pytest -q tests/browser

test-the-rest:
	$(BIN)/python -m pytest -q --ignore=tests/browser

shots: $(TEST_READY) ## Take pictures: a sheet to judge in build/shots/, and those that the project shows
	$(BIN)/python tests/support/install.py
	$(BIN)/python tests/shots/take.py

bench: $(TEST_READY) ## Measure builds of 13 to 13,000 questions, and the pages with Lighthouse (long)
	$(BIN)/python tests/bench/builds.py
	$(BIN)/python tests/support/install.py
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
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(LOCKED) -r requirements.txt
	@touch $@

$(TEST_READY): tests/requirements.txt $(SITE_READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(LOCKED) -r tests/requirements.txt
	@touch $@
