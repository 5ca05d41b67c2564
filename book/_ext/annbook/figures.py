"""Interactive figures on the site: modules and stills are files beside the pages."""

import base64
import hashlib
import re
import shutil
from pathlib import Path

from annutils.widgets.bundle import SOURCES, element_module

ELEMENT = re.compile(r"<(ann-[a-z]+)[ >]")
COMMENT = re.compile(
    r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/)\n"  # whole lines
    r"|(?<=[;,{])[ ]+//[ ][^\n]*$",  # the ends of lines
    re.MULTILINE | re.DOTALL,
)
STILL = re.compile(r'(?<=<img )src="data:image/svg\+xml;base64,([^"]+)"')
FOLDER = "figures"  # below the site's _static
PICTURES = "_images"  # where Sphinx keeps those of the site


def setup(app):
    """Connect to Sphinx."""
    app.connect("builder-inited", copy_modules)
    app.connect("html-page-context", add_modules)
    app.connect("html-page-context", set_stills_apart)


def lean(code):
    """Return a module without its comments: readers load one sixth less."""
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


def set_stills_apart(app, page, template, context, doctree):
    """Take the still pictures out of a page: most readers of the site need none.

    Not ``loading="lazy"``: a browser that prints may then leave them out.
    """
    if app.builder.name != "html":
        return
    folder = Path(app.outdir) / PICTURES
    body, pictures = without_stills(
        context.get("body") or "", context["pathto"](PICTURES, resource=True)
    )
    for name, picture in pictures.items():
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(picture)
    context["body"] = body


def without_stills(body, folder):
    """Return a page that names its still pictures, and these by their names.

    Parameters
    ----------
    body : str
        HTML; a figure in it may hold its picture as a data address.
    folder : str
        Address of the pictures, seen from the page.

    Returns
    -------
    (str, dict of str to bytes)
    """
    pictures = {}

    def named(match):
        picture = base64.b64decode(match[1])
        name = f"{hashlib.sha256(picture).hexdigest()[:32]}.svg"
        pictures[name] = picture
        return f'src="{folder}/{name}" fetchpriority="low"'

    return STILL.sub(named, body), pictures
