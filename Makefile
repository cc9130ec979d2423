# `make` lists what can be done here. `make run` and `make test` need Python 3.11+ and make, nothing else.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run test test-postgres fmt lint types messages ci bench hammer corpus keep-release screenshots tools lighthouse lock clean

HOST ?= 127.0.0.1
PORT ?= 8000
DEMO ?= 1
export HOST PORT DEMO
VENV := .venv
PY := $(VENV)/bin/python

help: ## what there is
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-13s %s\n", $$1, $$2}' Makefile
	@echo '  Variables of `make run`: PORT=8000 HOST=127.0.0.1 DEMO=0 (an empty site)'

run: ## install what is missing, and start the site
	@sh scripts/setup.sh requirements.txt
	@exec $(PY) scripts/serve.py

test: ## install what is missing, and run the tests on all cores
	@sh scripts/setup.sh requirements-dev.txt
	@$(PY) -m pytest -q -n auto --dist loadfile -m "not browser" $(ARGS) || [ $$? = 5 ] # 5: there are none among ARGS
	@$(PY) -m pytest -q -n auto --dist loadfile -m browser $(ARGS) || [ $$? = 5 ]

test-postgres: ## the tests that drive no browser, on a PostgreSQL of their own
	@sh scripts/setup.sh requirements-dev.txt
	@ONLY_POSTGRES=1 scripts/postgres.sh $(PY) -m pytest -q -n auto --dist loadfile -m "not browser" $(ARGS)

fmt: ## put the code into shape
	@sh scripts/setup.sh requirements-dev.txt
	@$(VENV)/bin/ruff check --fix --quiet . ; $(VENV)/bin/ruff format --quiet .

lint: ## style of the code
	@sh scripts/setup.sh requirements-dev.txt
	@$(VENV)/bin/ruff check . && $(VENV)/bin/ruff format --check --quiet .

types: ## types of the code
	@sh scripts/setup.sh requirements-dev.txt
	@$(VENV)/bin/mypy academic publications news

messages: ## bring new sentences into locale/fr, and compile it (needs gettext: apt install gettext)
	@sh scripts/setup.sh requirements-dev.txt
	@$(PY) manage.py makemessages --locale fr --no-wrap --no-location --no-obsolete --ignore 'var/*' --ignore '.venv*' --ignore 'tests/*' --ignore 'scripts/*'
	@$(PY) manage.py compilemessages --locale fr --ignore '.venv*'
	@msgattrib --untranslated --no-wrap locale/fr/LC_MESSAGES/django.po

ci: ## everything .ci/run checks
	@bash .ci/run

lock: ## pin the packages anew, from requirements.in and requirements-dev.in
	@sh scripts/setup.sh requirements-dev.txt
	@$(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 requirements.in -o requirements.txt
	@$(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 requirements-dev.in -o requirements-dev.txt

corpus: ## import every file of a corpus: make corpus CORPUS=../shared/corpus/bib
	@sh scripts/setup.sh requirements.txt
	@$(PY) scripts/corpus.py $(CORPUS)

bench: ## every number asked of its speed, beside its reference: make bench [ONLY=cached,nginx] [QUICK=1] (wants wrk)
	@sh scripts/setup.sh requirements-dev.txt
	@$(PY) -m scripts.bench

hammer: ## edit and read a site 1,000 times under load; an old page is an error: make hammer [ROUNDS=1000]
	@sh scripts/setup.sh requirements.txt
	@$(PY) -m scripts.hammer $(or $(ROUNDS),1000)

keep-release: ## keep the database of a release for the tests of upgrades: make keep-release VERSION=0.1.0
	@sh scripts/setup.sh requirements.txt
	@$(PY) scripts/keep_release.py $(VERSION)

screenshots: ## pictures of every kind of page of a running site, into var/screenshots
	@sh scripts/setup.sh requirements-dev.txt
	@$(PY) scripts/screenshots.py http://$(HOST):$(PORT) var/screenshots

tools: ## the Nu HTML checker and Lighthouse, into var/tools (needs npm; the first runs on Java)
	@sh scripts/tools.sh

lighthouse: ## measure the demo with Lighthouse, into docs/lighthouse.md
	@sh scripts/setup.sh requirements.txt
	@sh scripts/lighthouse.sh

clean: ## remove what can be made again (not the database, not the pictures)
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis var/static
