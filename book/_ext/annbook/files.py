"""Files: hashed, locked, and what the system may refuse.

The system lifts a lock when the process ends, however it ends. Where it has no such
locks, as Windows, nobody waits, and two at once are the user's care.
"""

import errno
import hashlib
import os

try:
    import fcntl
except ImportError:
    fcntl = None

# What a machine may refuse whoever writes files, and what to do about it.
CURES = {
    errno.ENOSPC: "make room there",
    errno.EDQUOT: "make room there",
    errno.EROFS: "copy the book to where files can be written",
    errno.EACCES: "get the right to write there",
    errno.EPERM: "get the right to write there",
    errno.EFBIG: "raise the limit on the size of a file (ulimit -f)",
    errno.EEXIST: "remove it, since a folder must stand there",
    errno.ENOTDIR: "remove it, since a folder must stand there",
}


def digest(*places):
    """Return a hash of files and folders, without what Python compiles there."""
    total = hashlib.sha256()
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and path.suffix != ".pyc":
                total.update(path.relative_to(place).as_posix().encode() + b"\0")
                total.update(path.read_bytes())
    return total.hexdigest()


def lock(path, report, what):
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


def refusal(error, folder=""):
    """Return, in a line, what the machine refused and the cure, or an empty string.

    Parameters
    ----------
    error : BaseException
        It, or what caused it, may be such a refusal.
    folder : path-like
        Where files were to be written; many refusals name none.
    """
    while error and getattr(error, "errno", None) not in CURES:
        error = error.__cause__ or getattr(error, "orig_exc", None)
    if not error:
        return ""
    place = error.filename2 or error.filename or folder  # of a copy, where it goes
    return f"{place}: {error.strerror}; {CURES[error.errno]}."
