"""Pages that were read once, without a network: the site's service worker.

It stands at the top of the site, since it sees to what lies below it, and in no other
folder: two books at one address leave each other alone.
"""

import json
from pathlib import Path

from annbook.files import digest
from annbook.site import progress
from annbook.site.translations import translator

AFTER_ALL_FILES = 900
SOURCE = Path(__file__).with_suffix(".js")
NOT_THE_SITE = {"lite", SOURCE.name}  # JupyterLite has a worker of its own
TITLE = "You are offline"
WORDS = "This page is not kept on this device. These are:"
# What pages load later, below the site's _static: a few kilobytes each.
LATER = "live/*.*", "live/chapters/*/*.json", "progress/*", "search/search.*"


def setup(app):
    """Connect to Sphinx."""
    app.connect("build-finished", write, priority=AFTER_ALL_FILES)


def write(app, error):
    """Write the worker, with a version that changes when any file of the site does."""
    if error or app.builder.name != "html":
        return
    site = Path(app.outdir)
    translate = translator(app.config)
    places = (place for place in site.iterdir() if place.name not in NOT_THE_SITE)
    book = {
        "version": digest(*sorted(places)),
        "language": app.config.language,
        "title": translate(TITLE),
        "words": translate(WORDS),
        "later": [
            *later(site),
            *(f"{page}.html" for page in progress.shown_on(app.env)),
        ],
    }
    text = json.dumps(book, ensure_ascii=False)
    code = SOURCE.read_text(encoding="utf-8")
    (site / SOURCE.name).write_text(f"const BOOK = {text};\n{code}", encoding="utf-8")


def later(site):
    """Return the small files that pages ask for later, by their addresses."""
    static = site / "_static"
    found = (file for pattern in LATER for file in sorted(static.glob(pattern)))
    return [file.relative_to(site).as_posix() for file in found if file.is_file()]
