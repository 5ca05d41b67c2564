# The commands of the book; `make help` lists them.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
FULL := .venv/full
MEASURE := book/_ext/annbook/prerequisites.py
# One lock, and a view of it: what rendering takes has the same versions.
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--custom-compile-command "make lock" pyproject.toml
LOCK := --extra book --extra test
VIEW := --extra site --no-annotate
BINDER := --extra binder --no-annotate --no-deps
PORT ?= 8000
# A file's tests share what its fixtures made: they stay on one processor.
# In the order of the folders: chapters, which take longest, are not left for the end.
PYTEST := $(BIN)/pytest --numprocesses auto --dist loadscope --no-loadscope-reorder

export PYTHONPATH := book/_ext
# In a folder of any name, also where the locale is C: then Python would expect ASCII.
export PYTHONUTF8 := 1
# Where LC_ALL is C, Python before 3.13 cannot even read the path of such a folder.
unexport LC_ALL
# Many short programs run here: each would compile all modules of the book anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help book chapter figure preview execute lite worksheet grade check test test-figures test-browsers test-launch test-weekly links lint lock bench clean

help: ## List the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

# uv installs in seconds; without it, plain pip does the same. What is installed whole is
# brought up to date; an installation that was interrupted starts again: its stamp comes
# last.
ifneq ($(shell command -v uv 2>/dev/null),)
MAKE_VENV = uv venv --quiet --clear --python "$$(command -v $(PYTHON))" .venv
INSTALL := uv pip install --compile-bytecode --python $(BIN)/python
else
MAKE_VENV = $(PYTHON) -m venv --clear .venv
INSTALL := $(BIN)/python -m pip install --disable-pip-version-check
endif

$(READY): requirements-site.txt pyproject.toml
	@$(PYTHON) $(MEASURE) 700
	@echo "Installing what renders the book into .venv: about 430 MB"
	@if [ -e $@ ]; then rm $@; else $(MAKE_VENV); fi
	@$(INSTALL) --quiet --requirement requirements-site.txt --editable .
	@touch $@

$(FULL): $(READY) requirements.txt
	@$(BIN)/python $(MEASURE) 3500
	@echo "Adding what executes chapters: TensorFlow and others, about 2.6 GB"
	@$(INSTALL) --requirement requirements.txt
	@touch $@

book: $(READY) ## Build the site into _build/html from the committed results
	@$(BIN)/python -m annbook.book

execute: $(FULL) ## Run stale chapters (FORCE=1 CHAPTER=practice/mnist JOBS=2 SCHEDULER=tcp://...)
	@$(BIN)/python -m annbook execute $(if $(filter-out 0 no false,$(FORCE)),--force) \
		$(if $(CHAPTER),--chapter $(CHAPTER)) $(if $(JOBS),--jobs $(JOBS)) \
		$(if $(SCHEDULER),--scheduler $(SCHEDULER))

chapter: $(FULL) ## Begin a chapter, and run it (NAME=practice/word_vectors)
	@$(BIN)/python -m annbook.new chapter "$(NAME)"
	@$(MAKE) --no-print-directory execute CHAPTER="$(NAME)"

figure: $(READY) ## Begin an interactive figure (NAME=convolution)
	@$(BIN)/python -m annbook.new figure "$(NAME)"
	@echo "Show it by widgets.$(NAME)() in a chapter; make execute runs that chapter anew"

preview: $(READY) ## Serve the book on this machine and show each edit (PORT=8000)
	@$(BIN)/python -m annbook.preview --port $(PORT)

lite: $(FULL) ## Bring what runs chapters in the browser (77 MB), then build (PYODIDE=folder)
	@$(BIN)/python -m annbook lite $(if $(PYODIDE),--near $(PYODIDE))
	@$(MAKE) --no-print-directory book

worksheet: book ## Write a chapter's exercises for a class, and a key (CHAPTER=history/xor)
	@$(BIN)/python -m annbook worksheet "$(CHAPTER)"

grade: $(READY) ## Check what a class has handed in of mynet.py (FOLDER=handed_in)
	@$(BIN)/python -m annbook grade "$(FOLDER)"

test: $(FULL) test-figures book ## Run the test suite
	@$(PYTEST) --ignore tests/launch

test-figures: # of the figures' JavaScript
	@if command -v node >/dev/null 2>&1; then \
		node --test --test-reporter=dot tests/js/*/*.test.mjs; \
	else \
		echo "Skipped the tests of the figures' JavaScript: they need Node 20 or later;"; \
		echo "on Debian: apt-get install nodejs"; \
	fi

check: $(FULL) ## Check an edit in minutes: lint, unit tests, build
	@$(MAKE) --no-print-directory --jobs 2 lint test-figures book
	@$(PYTEST) --quiet tests --ignore tests/book --ignore tests/annbook --ignore tests/launch --ignore tests/site

test-launch: $(FULL) book ## Run chapters as in Colab, Binder, Jupyter (ONLY="index or binder")
	@$(PYTEST) tests/launch -m launch --durations 5 $(if $(ONLY),-k "$(ONLY)")

test-browsers: book ## Open pages in Firefox and WebKit, which must be there
	@npm install --silent --no-audit --no-package-lock --prefix tests/browsers
	@node --test tests/browsers/*.test.mjs

test-weekly: lite test-launch test-browsers ## Run all that takes long: these, chapters on small data
	@$(PYTEST) -m weekly

links: $(READY) ## Follow every link to another site; list what does not answer
	@$(BIN)/jupyter-book build . --builder linkcheck --path-output _build/links

lint: $(FULL) ## Check style, spelling and the lock
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/codespell
	@if [ -d node_modules/typescript ]; then \
		node_modules/.bin/biome check --error-on-warnings . && \
		node_modules/.bin/tsc --project tsconfig.json; \
	else \
		echo "Skipped the check of the figures' JavaScript: it needs Node 20 or later"; \
		echo "and its tools: npm install"; \
	fi
	@mkdir -p _build/lock/binder && cp requirements.txt requirements-site.txt _build/lock
	@cp binder/requirements.txt _build/lock/binder
	@$(COMPILE) $(LOCK) --output-file _build/lock/requirements.txt
	@$(COMPILE) $(VIEW) --constraint requirements.txt \
		--output-file _build/lock/requirements-site.txt
	@$(COMPILE) $(BINDER) --constraint requirements.txt \
		--output-file _build/lock/binder/requirements.txt
	@diff requirements.txt _build/lock/requirements.txt && \
		diff requirements-site.txt _build/lock/requirements-site.txt && \
		diff binder/requirements.txt _build/lock/binder/requirements.txt || \
		{ echo "The lock is not what pyproject.toml asks for: run make lock"; exit 1; }

lock: $(FULL) ## Compile the lock from pyproject.toml (UPGRADE=1: newest versions)
	@$(COMPILE) $(LOCK) $(if $(UPGRADE),--upgrade) --output-file requirements.txt
	@$(COMPILE) $(VIEW) --upgrade --constraint requirements.txt \
		--output-file requirements-site.txt
	@$(COMPILE) $(BINDER) $(if $(UPGRADE),--upgrade) --constraint requirements.txt \
		--output-file binder/requirements.txt

bench: $(FULL) ## Print the measured figures
	@$(BIN)/python benchmarks/book.py
	@$(BIN)/python benchmarks/origin.py
	@$(BIN)/python benchmarks/network.py
	@$(BIN)/python benchmarks/scale.py
	@$(BIN)/python benchmarks/playground.py
	@$(BIN)/python benchmarks/figures.py
	@$(BIN)/python benchmarks/pages.py
	@$(BIN)/python benchmarks/live.py

clean: ## Remove what was built
	rm -rf _build
