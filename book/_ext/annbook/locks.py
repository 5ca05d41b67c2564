"""One at a time: of two that work in the same place, the second waits.

The system lifts a lock when the process ends, however it ends. Where it has no such
locks, as Windows, nobody waits, and two at once are the user's care.
"""

import os

try:
    import fcntl
except ImportError:
    fcntl = None


def alone(path, report, what):
    """Wait until no other process holds the file; return what ``os.close`` lets go.

    Parameters
    ----------
    path : Path
        The file, made when it is not there.
    report : callable
        Takes a line that says what is waited for.
    what : str
        Such as "build".
    """
    held = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    if fcntl:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            report(f"another {what} is at work here: waiting for its end")
            fcntl.flock(held, fcntl.LOCK_EX)
    return held
