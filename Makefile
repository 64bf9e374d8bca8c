PYTHON ?= python3
APP := .venv/bin/python
export PYTHONPATH := .
export RASA_TELEMETRY_ENABLED := false

.DEFAULT_GOAL := help
.PHONY: help run test check train bench install install-dev

help:  ## say what can be done
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: install  ## install what is missing, then start the shop and print its address
	@$(APP) -m bot run

test: install-dev  ## all tests
	@$(APP) -m bot prepare
	@$(APP) -m pytest

check: install-dev  ## lint, types, imports
	@$(APP) -m ruff check .
	@$(APP) -m ruff format --check .
	@$(APP) -m mypy
	@$(APP) -m pytest -q tests/test_imports.py

train: install  ## train all models again on the shop's present data
	@$(APP) -m bot prepare --again

bench: install  ## measure speed and memory on this machine
	@$(APP) -m bot bench

install:
	@$(PYTHON) bot/install.py

install-dev:
	@$(PYTHON) bot/install.py --dev
