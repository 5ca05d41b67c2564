"""Runs chapters, several at a time, and keeps their results.

Each chapter is one call of an executor of jupyter-cache: its serial one in a process of
its own (the processes are the standard library's), or ours for a Dask cluster. A
chapter's committed results are replaced when all of it has run, and only if they
changed.
"""

import logging
import os
import re
import sys
import tempfile
import time
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from functools import partial
from multiprocessing import active_children, get_context
from pathlib import Path

from jupyter_cache import get_cache
from jupyter_cache.cache.db import NbProjectRecord
from jupyter_cache.executors import load_executor

from annbook import results
from annbook.circumstances import circumstances
from annbook.fingerprint import fingerprint, text_hash
from annbook.kernels import ENVIRONMENT

READER = {"name": "myst_nb_md", "type": "plugin"}
TIMEOUT = 600  # seconds a cell
# A kernel's ports are found free before it takes them, and another program may come
# first. Jupyter's servers try five times, then with other ports, and so do we.
STARTS = 5


class ExecutionError(Exception):
    """Chapters failed; the message holds each one's cell and traceback."""


FAILURES = ExecutionError, results.ResultError, BrokenExecutor


def execute(chapters, jobs=None, report=print, scheduler=None):
    """Run the chapters and keep their results.

    Parameters
    ----------
    chapters : sequence of Chapter
    jobs : int, optional
        How many run at a time; by default the number of processors, or of threads of
        the cluster.
    report : callable
        Takes a line that says how far the work is.
    scheduler : str, optional
        Address of a Dask scheduler, such as ``tcp://host:8786``, whose workers run the
        chapters. Without it they run here.

    Returns
    -------
    list of Chapter
        Those whose committed results changed.

    Raises
    ------
    ExecutionError
        When a chapter fails. The others still run, and what succeeded is kept.
    """
    slowest_first = sorted(chapters, key=_seconds, reverse=True)
    changed, failures = [], []
    with (
        tempfile.TemporaryDirectory() as folder,
        _workers(folder, jobs, scheduler) as (submit, jobs),
    ):
        runs = {submit(chapter): chapter for chapter in slowest_first}
        report(f"executing {len(runs)} chapters, {min(jobs, len(runs))} at a time")
        for done, run in enumerate(as_completed(runs), start=1):
            chapter = runs[run]
            try:
                moved, seconds = run.result()
            except FAILURES as error:
                failures.append(f"{chapter.name}: {error}")
                outcome = "FAILED"
            else:
                changed += [chapter] if moved else []
                outcome = f"{seconds:.1f} s, {'changed' if moved else 'same results'}"
            report(f"[{done}/{len(runs)}] {chapter.name}: {outcome}")
    if failures:
        raise ExecutionError("\n\n".join(failures))
    return changed


def _workers(folder, jobs, scheduler):
    """Return the context in which chapters run: (submit, how many at a time)."""
    if not scheduler:
        return _processes(folder, jobs or os.cpu_count())
    from annbook.cluster import workers  # Dask is needed for this alone

    return workers(folder, jobs, scheduler)


@contextmanager
def _processes(folder, jobs):
    """Run chapters in processes of this machine; an interruption ends them at once."""
    pool = ProcessPoolExecutor(
        jobs,
        # A fork would inherit the threads of whoever calls, Sphinx or a test.
        mp_context=get_context("spawn"),
        initializer=_prepare,
        initargs=[folder],
    )
    try:
        yield partial(pool.submit, run_chapter, folder), jobs
    except BaseException:
        for process in active_children():
            process.kill()  # its kernel notices, and ends, too
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _seconds(chapter):
    """Return how long the chapter took last time; the unknown may be long."""
    try:
        notebook = results.read(chapter)
    except results.ResultError:
        return float("inf")
    return notebook.metadata.book.seconds if notebook else float("inf")


def _prepare(folder):
    """Set up a process that runs chapters; what its kernels log goes to a file."""
    os.environ.update(ENVIRONMENT)
    log = os.open(
        os.path.join(folder, "kernels.log"), os.O_CREAT | os.O_APPEND | os.O_WRONLY
    )
    os.dup2(log, sys.stderr.fileno())


def run_chapter(folder, chapter, executor="temp-serial", ask=circumstances):
    """Run one chapter and keep its results.

    Parameters
    ----------
    folder : str
        In which jupyter-cache works, and kernels log.
    chapter : Chapter
    executor : str
        Name of an executor of jupyter-cache.
    ask : callable
        Returns the circumstances in which this executor runs the chapter.

    Returns
    -------
    bool
        Whether the results changed.
    float
        Seconds that the run took.

    Raises
    ------
    ExecutionError
        When a cell or the kernel fails.
    ResultError
        When the results may not be kept.
    """
    # Taken before the run: a file edited meanwhile leaves the results stale. The text
    # comes first, or the hash of a later one would vouch for the code of this one.
    text = {"text": text_hash(chapter)}
    notebook = chapter.notebook()
    record = fingerprint(chapter, notebook) | ask(chapter, notebook) | text
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
        raise ExecutionError(_failure(cache, source) or _last_words(error, folder))
    pk = cache.get_cached_project_nb(source).pk
    executed = cache.get_cache_bundle(pk).nb
    executed.metadata.setdefault("kernelspec", notebook.metadata.kernelspec)
    record["seconds"] = round(seconds, 1)
    return results.write(chapter, results.from_run(executed, record)), seconds


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


def _failure(cache, source):
    """Return the failing cell and its traceback as plain text, if a cell failed."""
    traceback = NbProjectRecord.record_from_uri(source, cache.db).traceback
    plain = re.sub(r"\x1b\[[0-9;]*m", "", traceback or "")
    # nbclient's own frames come first and say nothing to an author.
    return plain.partition("nbclient.exceptions.")[2] or plain


def _last_words(error, folder):
    """Return what the executor raised, and the last lines that kernels wrote."""
    log = Path(folder, "kernels.log")  # those of a cluster write on its machines
    lines = log.read_text("utf-8", "replace").splitlines() if log.exists() else []
    return "\n".join([f"{type(error).__name__}: {error}", *lines[-20:]])
