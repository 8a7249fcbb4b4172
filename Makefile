# Ruang Hijau. `make` alone lists what there is.

PYTHON ?= python3
UV := .uv/bin/uv
RUN := .venv/bin/

.DEFAULT_GOAL := help
.PHONY: help setup demo test fuzz bench lint format types imports check serve waste-model sentiment clean

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# The environment: made from uv.lock by a uv of the project's own, remade when the lock changes.
setup: .venv/.complete  ## Install everything into .venv (the other targets do it by themselves)

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed"; exit 1; }
	$(PYTHON) -m venv .uv
	.uv/bin/pip install --quiet --disable-pip-version-check "uv>=0.9,<1"

.venv/.complete: $(UV) uv.lock pyproject.toml
	$(UV) sync --quiet --frozen --all-extras --python $(PYTHON)
	@touch $@

demo: .venv/.complete  ## Run the platform with demo data at http://localhost:5000
	$(RUN)ruanghijau demo

serve: .venv/.complete  ## Run the platform with your own settings (.env)
	$(RUN)ruanghijau db upgrade
	$(RUN)ruanghijau knowledge index
	$(RUN)ruanghijau serve

test: .venv/.complete  ## Run the tests that need no service
	$(RUN)pytest --numprocesses auto

fuzz: .venv/.complete  ## Send the API all that its document allows and forbids (takes about an hour)
	FUZZ_EXAMPLES=200 $(RUN)pytest tests/api/test_fuzz.py

bench: .venv/.complete  ## Measure what a page of the feed, a donation, a waste photo, feedback and a question cost
	$(RUN)python bench/feed_depth.py
	$(RUN)python bench/donations.py
	$(RUN)python bench/waste.py
	$(RUN)python bench/sentiment.py
	$(RUN)python bench/chatbot.py

# SCENES names a folder of photos of none of the bins; docs/waste-model.md says which the shipped model saw.
waste-model: .venv/.complete  ## Retrain the waste detector from ../shared; goes on where it was interrupted
	$(UV) sync --quiet --frozen --all-extras --group training
	$(RUN)python -m training.waste $(if $(SCENES),--scenes $(SCENES))

sentiment: .venv/.complete  ## Relearn the sentiment lexicon from ../shared (a minute)
	$(UV) sync --quiet --frozen --all-extras --group training
	$(RUN)python -m training.sentiment

lint: .venv/.complete  ## Check style and formatting
	$(RUN)ruff check .
	$(RUN)ruff format --check .

format: .venv/.complete  ## Put style and formatting right
	$(RUN)ruff check --fix .
	$(RUN)ruff format .

types: .venv/.complete  ## Check the types of everything in src
	$(RUN)mypy

imports: .venv/.complete  ## Check that the arrows between rooms point one way
	$(RUN)lint-imports

check: lint types imports test  ## Everything above

clean:  ## Remove the environment and all data made here
	rm -rf .venv .uv var uploads
