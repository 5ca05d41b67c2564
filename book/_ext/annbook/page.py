"""What stands around a page: no script without use."""

import re
from pathlib import Path

# The icons are drawn by a font and the cells are not run on the page, so these are
# dead weight: 500 kB of JavaScript and a console error on each page.
IDLE = re.compile(
    r"""<script\b(?=[^>]*(?:fontawesome\.js|x-thebe-config))[^>]*>.*?</script>\s*
      | <script>(?=[^<]*(?:THEBE_JS_URL|initThebe|kernelName))[^<]*</script>\s*
      | <link\b[^>]*sphinx-thebe\.css[^>]*>\s*
      | <script\b[^>]*sphinx-thebe\.js[^>]*></script>\s*
    """,
    re.DOTALL | re.VERBOSE,
)

# Files that extensions bring late get a version from the second build on only; without
# it, a page is the same whichever build wrote it.
VERSION = re.compile(r"(/(?:exercise|proof|mystnb\.\w+)\.css)\?v=\w+")

# A label that says something else than the words that it covers: "Show code".
MISNOMER = ' aria-label="Toggle hidden content"'


def setup(app):
    """Connect to Sphinx."""
    app.connect("build-finished", lighten)


def lighten(app, error):
    """Take off the pages what does nothing, differs between builds or misleads."""
    if error or app.builder.format != "html":
        return
    for page in Path(app.outdir).rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        lighter = VERSION.sub(r"\1", IDLE.sub("", html)).replace(MISNOMER, "")
        if lighter != html:
            page.write_text(lighter, encoding="utf-8")
