"""What each page gives to a file about the whole book, kept between builds.

A build writes the pages that an edit touches, and what others give must not be lost.
"""

import json
from pathlib import Path


class Kept:
    """What pages give.

    Parameters
    ----------
    folder : str
        Below the doctrees: a file of it for each page.
    of_page : callable
        Given the environment, a page's name and its doctree, with references resolved,
        it returns what JSON can write.
    """

    def __init__(self, folder, of_page):
        self.folder, self.of_page = folder, of_page

    def connect(self, app):
        """Keep what a page gives when it is written."""
        app.connect("html-page-context", self.keep)

    def file(self, app, page):
        """Return the file that keeps what a page gives."""
        return Path(app.doctreedir, self.folder, f"{page}.json")

    def keep(self, app, page, template, context, doctree):
        """Keep what a page gives that is written: others stay as they are."""
        if doctree is not None and app.builder.name == "html":
            file = self.file(app, page)
            file.parent.mkdir(parents=True, exist_ok=True)
            given = self.of_page(app.env, page, doctree)
            file.write_text(json.dumps(given), encoding="utf-8")

    def of(self, app, page):
        """Return what a page gives, from this build or from an earlier one."""
        file = self.file(app, page)
        if not file.exists():
            doctree = app.env.get_and_resolve_doctree(page, app.builder)
            return self.of_page(app.env, page, doctree)
        return json.loads(file.read_text(encoding="utf-8"))


def in_order(env, page):
    """Return the page and those below it, in the order of the book."""
    below = env.toctree_includes.get(page, ())
    return [page, *(each for child in below for each in in_order(env, child))]
