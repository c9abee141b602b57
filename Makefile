# Two commands matter: `make run` and `make test`. The work is done in scripts/.
PYTHON ?= $(shell for python in python3 python3.10 /usr/bin/python3; do \
	$$python -c "import sys; sys.exit(sys.version_info < (3, 8))" 2>/dev/null && echo $$python && break; done)
ifeq ($(PYTHON),)
$(error No working Python 3 was found. Install Python 3.10, for instance with `pyenv install 3.10`)
endif

.PHONY: run install test lint code train vectors evaluate bench bench-chat bench-billing lock clean

run:    ## gets everything ready and starts the chat
	@$(PYTHON) scripts/run.py

install: ## environments, widget and model, and no database: what docs/running.md starts
	@$(PYTHON) scripts/setup.py install

test:   ## every check and every test
	@$(PYTHON) scripts/test.py

lint:   ## the checks alone: ruff, mypy, the widget's types, Rasa's validation
	@$(PYTHON) scripts/test.py lint

code:   ## with which the demonstration's officers sign in at /staff, at this moment
	@.venv-site/bin/python -m billing officer code desk-en

train:  ## the model, if its inputs changed
	@$(PYTHON) scripts/setup.py train

vectors: ## the vectors of the training phrases that come with the project
	@.venv/bin/python -m scripts.prepare_vectors

evaluate: ## how well it understands: figures and a page in var/evaluation (DEV=path adds a set)
	@$(PYTHON) scripts/setup.py evaluate $(if $(DEV),--dev $(DEV))

bench:  ## turn times and memory, beside the bot that `rasa init` makes
	@$(PYTHON) scripts/bench.py

bench-chat: ## 200 customers at the widget at once (BENCH="--customers 40" changes how many)
	@.venv/bin/python -m scripts.chat_bench $(BENCH)

bench-billing: ## lists and disputes with ten million calls, on the PostgreSQL of DATABASE_URL
	@.venv-site/bin/python -m scripts.billing_bench $(BENCH)

lock:   ## the four lock files, from their .in files (needs uv)
	@$(PYTHON) scripts/lock.py

clean:  ## removes all that was made: environments, models, databases, caches
	rm -rf .venv .venv-site var models .rasa node_modules web/node_modules \
		tests/npm/node_modules test-output .mypy_cache .pytest_cache \
		.ruff_cache .hypothesis
