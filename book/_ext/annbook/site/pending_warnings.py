"""A page that a build warned of is read again by the next: else that would succeed.

Sphinx warns of what it reads and writes, and pages without an edit it does neither.
"""

import logging
import re
from pathlib import Path

from sphinx.util.logging import WarningLogRecordTranslator

FILE = "warned"  # beside the doctrees: without these, all is read again
LINE = re.compile(r":\d*$")


def setup(app):
    """Connect to Sphinx, and listen to its warnings."""
    pages = set()
    logging.getLogger("sphinx").addHandler(Listener(app, pages))
    app.connect("env-get-outdated", outdated)
    app.connect("build-finished", lambda app, error: keep(app, pages))


class Listener(logging.Handler):
    """Collects the names of the pages that warnings point to.

    Parameters
    ----------
    app : sphinx.application.Sphinx
    pages : set of str
        Where the names go.
    """

    def __init__(self, app, pages):
        super().__init__(logging.WARNING)
        self.app, self.pages = app, pages
        self.addFilter(WarningLogRecordTranslator(app))  # gives each place as a path

    def emit(self, record):
        """Add the page."""
        path = LINE.sub("", getattr(record, "location", None) or "")
        if path and (page := self.app.env.path2doc(path)):
            self.pages.add(page)


def outdated(app, env, added, changed, removed):
    """Return the pages that the last build warned of."""
    file = Path(app.doctreedir, FILE)
    pages = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [page for page in pages if page in env.all_docs]


def keep(app, pages):
    """Keep the names for the next build."""
    lines = [f"{page}\n" for page in sorted(pages)]
    Path(app.doctreedir, FILE).write_text("".join(lines), encoding="utf-8")
