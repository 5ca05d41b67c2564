"""What all pages load: one style sheet and one font, made when the pages are written.

Both are cut to what the pages use, and no page is written again for that: each names
them by address and version, and the version alone is set anew.
"""

import hashlib
import re
from pathlib import Path

from annbook.site import font, modes, reading, sheet

BEFORE_THE_REST = 850  # after the theme, which writes the colors of code then
SCRIPT = re.compile(r'<script\b[^>]*\ssrc="[^"]*_static/([\w.-]+\.js)[^"]*"')
# Those of the theme; ours takes their place.
ICONS = re.compile(r"@font-face\s*\{[^}]*vendor/fontawesome[^}]*\}")
VERSIONED = re.compile(rf"(_static/{sheet.FILE}\?v=)\w*")


def setup(app):
    """Connect to Sphinx."""
    app.connect("build-finished", write, priority=BEFORE_THE_REST)


def link(static):
    """Return the element by which a page's head asks for the style sheet.

    It asks for the font in turn: sooner, by the page, is refused to pages from disk.

    Parameters
    ----------
    static : str
        Address of the static files, seen from the page.
    """
    return f'<link rel="stylesheet" href="{static}/{sheet.FILE}?v=" />\n'


def write(app, error):
    """Write the style sheet and the font, and their versions into the pages."""
    if error or app.builder.format != "html":
        return
    site = Path(app.outdir)
    static = site / "_static"
    pages = {file: file.read_text(encoding="utf-8") for file in written(app)}
    css = style(static, pages.values(), own(static, app.env.all_docs))
    characters = set().union(*map(font.letters, pages.values()))
    font.write(static, characters | font.icons(css))
    css = css.replace(font.FILE, f"{font.FILE}?v={version(static / font.FILE)}")
    (static / sheet.FILE).write_text(css, encoding="utf-8")
    now = version(static / sheet.FILE)
    for file, page in pages.items():
        named = VERSIONED.sub(rf"\g<1>{now}", page)
        if named != page:
            file.write_text(named, encoding="utf-8")


def written(app):
    """Return the files of all pages, whichever of them this build has written."""
    site = Path(app.outdir)
    chapters = {site / f"{name}.html" for name in app.env.found_docs}
    return sorted(chapters.union(site.glob("*.html")))


def own(static, names):
    """Return the rules that were styles inside pages."""
    files = (static / sheet.FOLDER / f"{name}.css" for name in sorted(names))
    return "".join(file.read_text(encoding="utf-8") for file in files if file.exists())


def style(static, pages, own):
    """Return the style sheet of all pages.

    Parameters
    ----------
    static : pathlib.Path
        The site's static files.
    pages : collection of str
        HTML.
    own : str
        CSS of single pages.
    """
    sheets = {
        file.relative_to(static).as_posix(): file.read_text(encoding="utf-8")
        for name in sheet.SHEETS
        for file in sorted(static.glob(name))
    }
    css = ICONS.sub("", sheet.joined(sheets))
    scripts = {name for page in pages for name in SCRIPT.findall(page)}
    code = [(static / name).read_text(encoding="utf-8") for name in sorted(scripts)]
    known = sheet.names(pages, code) | reading.ATTRIBUTES
    css = modes.by_system(sheet.cut(css, known)) + own
    # Figures have a look of their own, and yet ask how high the page's header is.
    figures = [
        file.read_text(encoding="utf-8") for file in static.glob("figures/**/*.js")
    ]
    return sheet.without_idle_variables(css, "".join([*pages, *code, *figures]))


def version(file):
    """Return what tells a file from others of its name."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:8]
