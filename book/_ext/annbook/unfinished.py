"""After a build that was killed, the next one starts from nothing.

Sphinx takes a page that is newer than its source for finished, also when only half of
it was written. Of two builds at once, the second waits: it would take the first for
one that was killed, and clear away what that is writing.

Sphinx leaves the files of a page that is no longer in the book, too.
"""

import fcntl
import os
import shutil
from pathlib import Path

from sphinx.util import logging

logger = logging.getLogger(__name__)


def setup(app):
    """Drop what an unfinished build left; mark this one as unfinished until it ends."""
    Path(app.outdir).mkdir(parents=True, exist_ok=True)
    build = Path(app.outdir).parent
    held = alone(build)
    mark = build / ".unfinished"
    if mark.exists():
        for folder in (app.outdir, app.doctreedir):
            shutil.rmtree(folder, ignore_errors=True)
    Path(app.outdir).mkdir(parents=True, exist_ok=True)
    mark.touch()
    app.connect("build-finished", lambda _, error: error or mark.unlink(), priority=999)
    app.connect("env-get-outdated", clear)
    app.connect("build-finished", lambda *_: os.close(held), priority=1000)


def alone(folder):
    """Wait until no other build works in the folder; return the lock on it.

    The system lifts the lock when the process ends, however it ends.
    """
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        logger.info("another build is at work here: waiting for its end")
        fcntl.flock(held, fcntl.LOCK_EX)
    return held


def clear(app, env, added, changed, removed):
    """Remove the files of pages that the book no longer has; none is to read again."""
    site = Path(app.outdir)
    for page in removed:
        chapter = page.removeprefix("book/")
        for name in (
            f"{page}.html",
            f"_sources/{page}.md",
            f"notebooks/{chapter}.ipynb",
        ):
            (site / name).unlink(missing_ok=True)
    return []
