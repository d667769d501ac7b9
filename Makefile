# make site   the whole site, from nothing
# make test   all checks and tests, from nothing
PYTHON ?= python3
BIN := .venv/bin
export PYTHONPATH := .

.PHONY: site test check canaries lock clean
.DELETE_ON_ERROR:

site: .venv/site.stamp
	$(BIN)/python build.py

test: .venv/test.stamp check
	tools/system_packages.sh chromium fonts-noto-cjk poppler-utils
	$(BIN)/python -m pytest -n auto --dist loadgroup

check: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.venv/bin/python:
	tools/make_venv.sh $(PYTHON)

.venv/site.stamp: requirements/site.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/site.txt
	touch $@

.venv/test.stamp: requirements/test.txt requirements/fuzz.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/test.txt \
	  --requirement requirements/fuzz.txt
	touch $@ .venv/site.stamp

# Minutes, not part of the tests: kills at random moments, coverage-guided fuzzing, the heirs of mkdocs.
canaries: .venv/test.stamp
	$(BIN)/python -m benchmarks.kills
	$(BIN)/python -m benchmarks.fuzz --seconds 900
	$(BIN)/python tools/canaries.py

# After a change of the dependencies in pyproject.toml. Needs pip-tools, which must not take build.py for its `build`.
lock: export PYTHONPATH :=
lock:
	pip-compile --quiet --generate-hashes --strip-extras --no-header --no-emit-index-url --no-emit-find-links \
	  --extra pdf --output-file requirements/site.txt pyproject.toml
	pip-compile --quiet --generate-hashes --strip-extras --no-header --no-emit-index-url --no-emit-find-links \
	  --extra pdf --extra dev --extra cluster --constraint requirements/site.txt \
	  --output-file requirements/test.txt pyproject.toml

clean:
	$(BIN)/python build.py clean
