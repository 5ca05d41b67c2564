"""Drawings that no page shows any more leave the site, as in a clean build."""

import re
from pathlib import Path
from urllib.parse import unquote

from annbook.site.assets import written
from annbook.site.figures import PICTURES

SHOWN = re.compile(rf'\b{PICTURES}/([^"/]+)"')


def setup(app):
    """Connect to Sphinx."""
    app.connect("build-finished", remove)


def remove(app, error):
    """Remove the pictures of earlier builds that no page names."""
    if error or app.builder.name != "html":
        return
    shown = set()
    for page in written(app):
        shown.update(map(unquote, SHOWN.findall(page.read_text(encoding="utf-8"))))
    for file in Path(app.outdir, PICTURES).glob("*"):
        if file.name not in shown:
            file.unlink()
