"""Processes that run chapters: each ends, with its kernel, when the main one does.

One process a chapter, so that what ends it, such as a machine that ran out of memory,
fails that chapter alone. A terminal's Ctrl+C reaches all of them, and they leave it to
the main one, which ends them.
"""

import os
import shutil
import signal
import sys
from contextlib import contextmanager, suppress
from multiprocessing import connection, get_context, parent_process
from threading import Thread

import psutil

# A fork would inherit the threads of whoever calls, Sphinx or a test.
SPAWN = get_context("spawn")


class LostError(Exception):
    """A process ended before it had told its outcome."""


def start(folder, work, *arguments):
    """Call ``work(*arguments)`` in a process of its own.

    Parameters
    ----------
    folder : str
        Temporary files lie there, and what kernels log. It goes when the main process
        is gone.
    work : callable
    arguments
        What it takes.

    Returns
    -------
    multiprocessing.Process
    multiprocessing.connection.Connection
        From which ``outcome`` reads.
    """
    here, there = SPAWN.Pipe(duplex=False)
    process = SPAWN.Process(
        target=_serve, args=(there, folder, work, arguments), daemon=True
    )
    with _uninterrupted():
        process.start()
    there.close()
    return process, here


def outcome(process, pipe):
    """Return what the work of a process returned; raise what it raised.

    Raises
    ------
    LostError
        When the process ended before that.
    """
    try:
        returned, error = pipe.recv()
    except EOFError:
        process.join()
        code = process.exitcode
        cause = signal.strsignal(-code) if code < 0 else f"exit status {code}"
        raise LostError(f"The process that ran it ended early: {cause}.") from None
    process.join()
    if error:
        raise error
    return returned


def end(processes):
    """End the processes and all that they started, without a word."""
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            _end(psutil.Process(process.pid))
        process.join()


def _end(top, itself=True):
    """Kill the descendants of a process, and itself first: it would report them."""
    family = [top] if itself else []
    for member in family + top.children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            member.kill()


def _serve(pipe, folder, work, arguments):
    """Do the work, in the new process, and send what came of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in {"SIGTERM", "SIGHUP"} & set(dir(signal)):
        signal.signal(getattr(signal, name), lambda *_: _leave())
    _block(False)
    Thread(target=_follow, args=[folder], daemon=True).start()
    log = os.open(
        os.path.join(folder, "kernels.log"), os.O_CREAT | os.O_APPEND | os.O_WRONLY
    )
    os.dup2(log, sys.stderr.fileno())
    try:
        result = work(*arguments), None
    except Exception as error:
        result = None, error
    pipe.send(result)


def _follow(folder):
    """Wait for the end of the main process; then end what runs here, and clear away."""
    connection.wait([parent_process().sentinel])
    _end(psutil.Process(), itself=False)  # or it would go on to write there
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


def _leave():
    """End this process at once, with all that it started."""
    _end(psutil.Process(), itself=False)
    os._exit(1)


@contextmanager
def _uninterrupted():
    """Keep Ctrl+C from a process that is being started, until it can ignore it."""
    _block(True)
    try:
        yield
    finally:
        _block(False)


def _block(on):
    """Block or unblock SIGINT, where the system can."""
    if hasattr(signal, "pthread_sigmask"):
        how = signal.SIG_BLOCK if on else signal.SIG_UNBLOCK
        signal.pthread_sigmask(how, [signal.SIGINT])
