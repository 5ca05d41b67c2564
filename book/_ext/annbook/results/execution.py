"""Runs chapters, several at a time, and keeps their results.

Each chapter is one call of an executor of jupyter-cache: its serial one in a process of
its own, or ours for a Dask cluster. A chapter's committed results are replaced when all
of it has run, and only if they changed.
"""

import logging
import os
import tempfile
import time
import traceback
from collections import deque
from contextlib import contextmanager, suppress
from multiprocessing import connection
from pathlib import Path

from jupyter_cache import get_cache
from jupyter_cache.cache.db import NbProjectRecord
from jupyter_cache.executors import load_executor

from annbook.results import committed, failures, kernels, processes
from annbook.results.failures import ExecutionError
from annbook.results.fingerprint import fingerprint, text_hash
from annbook.results.provenance import circumstances
from annbook.results.tolerance import TOLERANCE

READER = {"name": "myst_nb_md", "type": "plugin"}
TIMEOUT = 600  # seconds a cell
# A kernel's ports are found free before it takes them, and another program may come
# first. Jupyter's servers try five times, then with other ports, and so do we.
STARTS = 5
LOG = Path("_build", "execution.log")
SHOWN = 2  # failed chapters are shown in full, of others one line


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
    total, done, changed, failed = len(slowest_first), 0, [], {}
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        _workers(folder, jobs, scheduler) as (run, jobs),
    ):
        report(f"executing {total} chapters, {min(jobs, total)} at a time")
        try:
            for chapter, outcome in run(slowest_first):
                done += 1
                try:
                    moved, what, seconds = outcome()
                except Exception as error:
                    failed[chapter] = error
                    said = "FAILED"
                else:
                    changed += [chapter] if moved else []
                    said = f"{seconds:.1f} s, {what}"
                report(f"[{done}/{total}] {chapter.name}: {said}")
        except KeyboardInterrupt:
            kept = f"{done - len(failed)} of {total} chapters done"
            report(f"Stopped: {kept}, their results are kept")
            raise
    if failed:
        raise _failure(failed)
    return changed


def _workers(folder, jobs, scheduler):
    """Return the context in which chapters run: (run, how many at a time).

    ``run`` yields each chapter when it is done, and what returns or raises its outcome.
    """
    if not scheduler:
        return _processes(folder, jobs or os.cpu_count())
    from annbook.results.cluster import workers  # Dask is needed for this alone

    return workers(folder, jobs, scheduler)


@contextmanager
def _processes(folder, jobs):
    """Run chapters in processes of this machine; an interruption ends them at once."""
    running = {}

    def run(chapters):
        waiting = deque(chapters)
        while waiting or running:
            while waiting and len(running) < jobs:
                chapter = waiting.popleft()
                process, pipe = processes.start(folder, _run_here, folder, chapter)
                running[pipe] = chapter, process
            for pipe in connection.wait(running):
                chapter, process = running[pipe]
                yield chapter, lambda p=process, pipe=pipe: processes.outcome(p, pipe)
                del running[pipe]

    try:
        yield run, jobs
    finally:
        processes.end(process for _, process in running.values())


def _run_here(folder, chapter):
    """Run one chapter in this process, which is its own."""
    os.environ.update(kernels.environment(folder))
    tempfile.tempdir = folder
    try:
        return run_chapter(folder, chapter)
    except (ExecutionError, committed.ResultError):
        raise
    except Exception as error:  # the engine's own, or a text that is no notebook
        message = f"{type(error).__name__}: {error}"
        raise ExecutionError(message, traceback.format_exc()) from None


def _failure(failed):
    """Return the error that tells of all failed chapters; the log gets the whole."""
    told = [f"{chapter.name}: {error}" for chapter, error in failed.items()]
    whole = [
        f"{chapter.name}: {getattr(error, 'whole', error)}"
        for chapter, error in failed.items()
    ]
    log = next(iter(failed)).root / LOG
    lines = told[:SHOWN]
    if told[SHOWN:]:
        lines.append("\n".join(map(failures.in_a_line, told[SHOWN:])))
    with suppress(OSError):  # what matters is told in any case
        log.parent.mkdir(exist_ok=True)
        log.write_text("\n\n".join(whole) + "\n", encoding="utf-8")
        lines.append(f"All that was said: {log}")
    return ExecutionError("\n\n".join(lines), "\n\n".join(whole))


def _seconds(chapter):
    """Return how long the chapter took last time; the unknown may be long."""
    try:
        notebook = committed.read(chapter)
    except committed.ResultError:
        return float("inf")
    return notebook.metadata.book.seconds if notebook else float("inf")


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
