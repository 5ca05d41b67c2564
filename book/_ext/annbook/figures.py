"""Interactive figures on the site: modules are files, loaded by the pages in need."""

import re
import shutil
from pathlib import Path

from annutils.widgets.bundle import SOURCES, element_module

ELEMENT = re.compile(r"<(ann-[a-z]+)[ >]")
COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/)\n", re.MULTILINE | re.DOTALL)
FOLDER = "figures"  # below the site's _static


def setup(app):
    """Connect to Sphinx."""
    app.connect("builder-inited", copy_modules)
    app.connect("html-page-context", add_modules)


def lean(code):
    """Return a module less the lines that are comments: readers load one sixth less."""
    return COMMENT.sub("", code)


def copy_modules(app):
    """Put the modules beside the site's other static files."""
    if app.builder.format != "html":
        return
    target = Path(app.outdir) / "_static" / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    for source in SOURCES.rglob("*.js"):
        copy = target / source.relative_to(SOURCES)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(lean(source.read_text(encoding="utf-8")), encoding="utf-8")


def add_modules(app, page, template, context, doctree):
    """Load, on a page with figures, the modules that define these elements."""
    for tag in sorted(set(ELEMENT.findall(context.get("body") or ""))):
        app.add_js_file(f"{FOLDER}/{element_module(tag)}", type="module")
