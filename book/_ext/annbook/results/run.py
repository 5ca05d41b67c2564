"""Runs one chapter through an executor of jupyter-cache, and keeps its results.

A chapter's committed results are replaced when all of it has run, and only if they
changed.
"""

import logging
import time
from pathlib import Path

from jupyter_cache import get_cache
from jupyter_cache.cache.db import NbProjectRecord
from jupyter_cache.executors import load_executor

from annbook.results import committed, failures
from annbook.results.failures import ExecutionError
from annbook.results.fingerprint import fingerprint
from annbook.results.provenance import provenance
from annbook.results.tolerance import TOLERANCE

READER = {"name": "myst_nb_md", "type": "plugin"}
TIMEOUT = 600  # seconds a cell
# A kernel's ports are found free before it takes them, and another program may come
# first. Jupyter's servers try five times, then with other ports, and so do we.
STARTS = 5


def run_chapter(folder, chapter, executor="temp-serial", ask=provenance):
    """Run one chapter and keep its results.

    Parameters
    ----------
    folder : str
        In which jupyter-cache works, and kernels log.
    chapter : Chapter
    executor : str
        Name of an executor of jupyter-cache.
    ask : callable
        Returns what this executor runs the chapter with; see `provenance`.

    Returns
    -------
    bool
        Whether the results changed.
    str
        What moved, and by how much.
    float
        Seconds that the run took.

    Raises
    ------
    ExecutionError
        When a cell or the kernel fails.
    ResultError
        When the results may not be kept.
    """
    # Taken before the run: a file edited meanwhile leaves the results stale.
    notebook = chapter.notebook()
    record = fingerprint(chapter, notebook) | ask(chapter, notebook)
    # Of its own: in a shared one, a process that looks for records to drop takes one
    # that another process adds meanwhile for old, and drops it.
    cache = get_cache(Path(folder, chapter.name))
    source = str(chapter.source)
    cache.add_nb_to_project(source, read_data=READER)
    for _ in range(STARTS):
        started = time.perf_counter()
        succeeded, error = _run(executor, cache, source)
        seconds = time.perf_counter() - started
        # jupyter_client's, of a kernel that did not start; that one died later is of
        # a class of its own.
        if type(error) is not RuntimeError:
            break
    if not succeeded:
        record = NbProjectRecord.record_from_uri(source, cache.db)
        if record.traceback:
            raise failures.of_cell(notebook, record.traceback)
        raise _last_words(error, folder)
    pk = cache.get_cached_project_nb(source).pk
    executed = cache.get_cache_bundle(pk).nb
    executed.metadata.setdefault("kernelspec", notebook.metadata.kernelspec)
    record["seconds"] = round(seconds, 1)
    kept = committed.from_run(executed, record)
    tolerance = notebook.metadata.get("tolerance", TOLERANCE)
    return *committed.write(chapter, kept, tolerance), seconds


class _Errors(logging.Handler):
    """Keeps the last exception that was logged."""

    last = None

    def emit(self, record):
        if record.exc_info:
            self.last = record.exc_info[1]


def _run(executor, cache, source):
    """Run the notebook; return whether all of it ran, and what the executor raised."""
    # An executor logs what goes wrong outside the cells, and raises nothing.
    errors, logger = _Errors(), logging.Logger(executor)
    logger.addHandler(errors)
    outcome = load_executor(executor, cache, logger).run_and_cache(
        filter_uris=[source], timeout=TIMEOUT, force=True
    )
    return bool(outcome.succeeded), errors.last


def _last_words(error, folder):
    """Return the error that holds the executor's, and what kernels wrote last."""
    log = Path(folder, "kernels.log")  # those of a cluster write on its machines
    lines = log.read_text("utf-8", "replace").splitlines() if log.exists() else []
    lines = [line for line in lines if "over TCP without encryption" not in line]
    whole = "\n".join([f"{type(error).__name__}: {error}", *lines[-50:]])
    return ExecutionError(failures.cut(whole, 12), whole)
