"""Interactive figures on the site: a page's code and its stills are files beside it."""

import base64
import hashlib
import re
from pathlib import Path

from annbook.site.translations import translator
from annutils.widgets.bundle import script

ELEMENT = re.compile(r"<(ann-[a-z]+)[ >]")
BLOCK = r"/\*(?:[^*]|\*(?!/))*\*/"
COMMENT = re.compile(
    rf"^[ \t]*(?://[^\n]*|{BLOCK})\n"  # whole lines
    rf"|{BLOCK}[ ]?"  # types within a line
    r"|(?<=[;,{])[ ]+//[ ][^\n]*$",  # the ends of lines
    re.MULTILINE,
)
INDENT = re.compile(r"(`[^`]*`)|^[ \t]+", re.MULTILINE)  # but not within a text
CARRIED = re.compile(
    r"(<ann-[a-z]+\b)([^>]*>(?:(?!</ann-).)*?)"
    r'<script type="application/json">([^<]*)</script>',
    re.DOTALL,
)
STILL = re.compile(r'(?<=<img )src="data:image/svg\+xml;base64,([^"]+)"')
END = re.compile(r"(?=</ann-[a-z]+>)")
# Shown while an element is not defined: where its code cannot run.
UNPLAYED = (
    "This is a picture of an interactive figure. To play with it, open the page where "
    "scripts may run."
)
FOLDER = "figures"  # below the site's _static
PICTURES = "_images"  # where Sphinx keeps those of the site


def setup(app):
    """Connect to Sphinx."""
    app.connect("html-page-context", add_code)
    app.connect("html-page-context", set_stills_apart)
    app.connect("html-page-context", set_data_apart)


def lean(code):
    """Return a script without its comments and indents: readers load a fifth less."""
    return INDENT.sub(r"\1", COMMENT.sub("", code))


def add_code(app, page, template, context, doctree):
    """Give a page with figures one script that defines their elements.

    A classic script that is deferred: browsers refuse modules to pages from disk.
    """
    name = f"{FOLDER}/{page}.js"
    file = Path(app.outdir, "_static", name)
    file.unlink(missing_ok=True)
    if tags := sorted(set(ELEMENT.findall(context.get("body") or ""))):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(lean(script(*tags)), encoding="utf-8")
        app.add_js_file(name, loading_method="defer")


def set_stills_apart(app, page, template, context, doctree):
    """Take the still pictures out of a page: most readers of the site need none.

    Not ``loading="lazy"``: a browser that prints may then leave them out.
    """
    if app.builder.name == "html":
        set_apart(app, context, without_stills, PICTURES)
        said = f'<p class="unplayed">{translator(app.config)(UNPLAYED)}</p>'
        context["body"] = END.sub(said, context["body"])


def set_data_apart(app, page, template, context, doctree):
    """Take what figures carry out of a page: they load it when they are first seen."""
    if app.builder.name == "html":
        set_apart(app, context, without_data, f"_static/{FOLDER}")


def set_apart(app, context, without, place):
    """Put a part of a page into files of the folder ``place`` of the site."""
    address = context["pathto"](place, resource=True)
    context["body"], files = without(context.get("body") or "", address)
    folder = Path(app.outdir, place)
    for name, content in files.items():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def without_data(body, folder):
    """Return a page whose figures name files with their data, and these by name.

    A script that hands its data to its own element (parts/data_file.js), since browsers
    refuse other files to pages from disk.

    Parameters
    ----------
    body : str
        HTML; a figure in it may hold its data as JSON.
    folder : str
        Address of the files, seen from the page.

    Returns
    -------
    (str, dict of str to bytes)
    """
    files = {}

    def named(match):
        start, rest, data = match.groups()
        event = f'new CustomEvent("data", {{ detail: {data} }})'
        script = f"document.currentScript.dispatchEvent({event});\n".encode()
        return f'{start} data-file="{folder}/{kept(files, script, "js")}"{rest}'

    return CARRIED.sub(named, body), files


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
        name = kept(pictures, base64.b64decode(match[1]), "svg")
        return f'src="{folder}/{name}" fetchpriority="low"'

    return STILL.sub(named, body), pictures


def kept(files, content, suffix):
    """Add the content to the files and return its name, which follows from it."""
    name = f"{hashlib.sha256(content).hexdigest()[:32]}.{suffix}"
    files[name] = content
    return name
