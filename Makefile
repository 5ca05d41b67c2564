# The commands of the book; `make help` lists them.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
LOCK := pip compile --quiet --universal --python-version 3.11 --extra book --extra test \
	--custom-compile-command "make lock" pyproject.toml
PORT ?= 8000
PYTEST := $(BIN)/pytest --numprocesses auto

export PYTHONPATH := book/_ext

.DEFAULT_GOAL := help
.PHONY: help book execute serve lite check test test-figures test-launch links lint lock bench clean

help: ## List the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

# uv installs in seconds; without it, plain pip does the same.
$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; (3, 11) <= v <= (3, 13) or \
		sys.exit(f"The book needs Python 3.11 to 3.13; {sys.executable} is {v[0]}.{v[1]}. Try: make PYTHON=python3.13")'
	@echo "Installing the locked requirements into .venv"
	@if command -v uv >/dev/null 2>&1; then \
		uv venv --quiet --clear --python "$$(command -v $(PYTHON))" .venv && \
		uv pip install --quiet --compile-bytecode --python $(BIN)/python \
			--requirement requirements.txt --editable .; \
	else \
		$(PYTHON) -m venv --clear .venv && \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check \
			--requirement requirements.txt --editable .; \
	fi
	@touch $@

book: $(READY) ## Build the site into _build/html; run chapters whose results are stale
	@$(BIN)/jupyter-book build . -W -n --keep-going

execute: $(READY) ## Run stale chapters (FORCE=1 CHAPTER=practice/mnist JOBS=2 SCHEDULER=tcp://...)
	@$(BIN)/python -m annbook execute $(if $(FORCE),--force) \
		$(if $(CHAPTER),--chapter $(CHAPTER)) $(if $(JOBS),--jobs $(JOBS)) \
		$(if $(SCHEDULER),--scheduler $(SCHEDULER))

serve: book ## Build the site and serve it on this machine (PORT=8000)
	@echo "Serving http://127.0.0.1:$(PORT)/ (stop with Ctrl+C)"
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory _build/html $(PORT) >/dev/null

lite: $(READY) ## Bring what runs chapters in the browser (50 MB), then build (PYODIDE=folder)
	@$(BIN)/python -m annbook lite $(if $(PYODIDE),--near $(PYODIDE))
	@$(MAKE) --no-print-directory book

# The tests in the browser measure time and share one site: one after the other.
test: $(READY) test-figures ## Run the test suite
	@$(PYTEST) --ignore tests/site
	@$(BIN)/pytest tests/site

test-figures: # of the figures' JavaScript
	@if command -v node >/dev/null 2>&1; then \
		node --test --test-reporter=dot tests/js/*.test.mjs; \
	else \
		echo "Skipped the tests of the figures' JavaScript: they need Node 20 or later;"; \
		echo "on Debian: apt-get install nodejs"; \
	fi

check: lint test-figures book ## Check an edit in minutes: lint, unit tests, build
	@$(PYTEST) --quiet tests/test_*.py tests/plot tests/chapters

test-launch: book ## Run chapters as in Colab and in Binder (ONLY="history or binder")
	@$(BIN)/pytest -m launch --durations 5 $(if $(ONLY),-k "$(ONLY)")

links: $(READY) ## Follow every link to another site; list what does not answer
	@$(BIN)/jupyter-book build . --builder linkcheck --path-output _build/links

lint: $(READY) ## Check style, spelling and the lock
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/codespell
	@mkdir -p _build && cp requirements.txt _build/lock.txt
	@$(BIN)/uv $(LOCK) --output-file _build/lock.txt
	@diff requirements.txt _build/lock.txt || \
		{ echo "requirements.txt is not what pyproject.toml asks for: run make lock"; exit 1; }

lock: $(READY) ## Compile requirements.txt from pyproject.toml (UPGRADE=1: newest versions)
	@$(BIN)/uv $(LOCK) $(if $(UPGRADE),--upgrade) --output-file requirements.txt

bench: $(READY) ## Print the measured figures
	@$(BIN)/python benchmarks/book.py
	@$(BIN)/python benchmarks/origin.py
	@$(BIN)/python benchmarks/network.py
	@$(BIN)/python benchmarks/scale.py
	@$(BIN)/python benchmarks/playground.py

clean: ## Remove what was built
	rm -rf _build
