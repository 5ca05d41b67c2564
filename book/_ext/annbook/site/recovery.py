"""After a build that failed or was killed, the next one gives the undisturbed site.

Sphinx takes a page that is newer than its source for finished, also when only half of
it was written: then all pages are written again. What was read is kept, since a page
that was being read is read again in any case. After a failure Sphinx itself removes its
record of that, to begin from nothing; a second name preserves the file.

Sphinx leaves the files of a page that is no longer in the book, too.

Of two builds at once, the second waits: it would take the first for one that was
killed, and clear away what that is writing.
"""

import logging as standard_logging
import os
import shutil
from contextlib import suppress
from pathlib import Path

from sphinx.application import ENV_PICKLE_FILENAME
from sphinx.util import logging

from annbook import files

logger = logging.getLogger(__name__)


def setup(app):
    """Drop what an unfinished build wrote; mark this one until it ends."""
    build = Path(app.outdir).parent
    build.mkdir(parents=True, exist_ok=True)
    held = files.lock(build / ".building", logger.info, "build")
    mark = build / ".unfinished"
    if mark.exists():
        shutil.rmtree(app.outdir, ignore_errors=True)
    Path(app.outdir).mkdir(exist_ok=True)
    standard_logging.getLogger("sphinx").addHandler(Refusals(standard_logging.WARNING))
    app.connect("env-before-read-docs", lambda *_: mark.touch())
    app.connect("env-before-read-docs", keep_record)
    app.connect("env-check-consistency", keep_record)
    app.connect("env-get-outdated", clear)
    app.connect("build-finished", restore_record, priority=999)
    app.connect("build-finished", lambda _, error: error or mark.unlink(), priority=999)
    app.connect("build-finished", lambda *_: os.close(held), priority=1000)


class Refusals(standard_logging.Handler):
    """Makes a failure of the warning that a file could not be written.

    Sphinx goes on after it, to one such warning for each file.
    """

    def emit(self, record):
        """Raise the refusal that is among what a warning tells."""
        for told in record.args if isinstance(record.args, tuple) else ():
            if isinstance(told, OSError) and files.refusal(told):
                raise told


def record(app):
    """Return the file in which Sphinx records what it has read, and its second name."""
    path = Path(app.doctreedir, ENV_PICKLE_FILENAME)
    return path, path.with_suffix(".kept")


def keep_record(app, *_):
    """Give the record of what was read a second name, unless there is none yet."""
    path, second = record(app)
    with suppress(OSError):  # without it, a failure costs time and nothing else
        second.unlink(missing_ok=True)
        os.link(path, second)


def restore_record(app, error):
    """Bring back the record that Sphinx removes after a failure."""
    path, second = record(app)
    if error and second.exists():
        second.replace(path)
    second.unlink(missing_ok=True)


def clear(app, env, added, changed, removed):
    """Remove the files of pages that the book no longer has; none is to read again."""
    site = Path(app.outdir)
    for page in removed:
        chapter = page.removeprefix("book/")
        own = f"{page}.html", f"_sources/{page}.md", f"notebooks/{chapter}.ipynb"
        beside = site.glob(f"_static/*/{page}.*")  # its styles, figures and the like
        for file in (*(site / name for name in own), *beside):
            file.unlink(missing_ok=True)
    return []
