"""Runs chapters, several at a time: in processes of this machine, or on a Dask cluster.

Each chapter is one call of an executor of jupyter-cache: its serial one in a process of
its own, or ours for a cluster.
"""

import os
import tempfile
import traceback
from collections import deque
from contextlib import contextmanager, suppress
from multiprocessing import connection
from pathlib import Path

from annbook.results import committed, failures, kernels, processes
from annbook.results.failures import ExecutionError
from annbook.results.run import run_chapter

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
    except Exception as error:  # annbook's own, or a text that is no notebook
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
    notebook = committed.readable(chapter)
    return notebook.metadata.book.seconds if notebook else float("inf")
