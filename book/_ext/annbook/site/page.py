"""What stands around a page: no script without use, and none inside the page.

Each page is rewritten as it is written, so that an edit costs what it touches.
"""

import re
from pathlib import Path

from annbook.site import modes, not_found, styles

# The icons are drawn by a font, folds need no script, the choice between light and dark
# stands in a file, and cells are not run on the page: so these are dead weight, 500 kB
# of JavaScript and a console error on each page.
IDLE = re.compile(
    r"""<script\b(?=[^>]*(?:fontawesome\.js|x-thebe-config|data-cfasync))[^>]*>
        .*?</script>\s*
      | <script>(?=[^<]*(?:THEBE_JS_URL|initThebe|kernelName|toggleHint
        |toggleOpenOnPrint|togglebuttonSelector|DOCUMENTATION_OPTIONS\.
        |Activate[ ]the[ ]search))
        [^<]*</script>\s*
      | <link\b[^>]*(?:sphinx-thebe|togglebutton)\.css[^>]*>\s*
      | <script\b[^>]*(?:sphinx-thebe|togglebutton)\.js[^>]*></script>\s*
      | <noscript>\s*<style>[^<]*</style>\s*</noscript>\s*
    """,
    re.DOTALL | re.VERBOSE,
)

# What searches is of use on the page for that, to which the search box leads: 47 kB.
SEARCH = re.compile(
    r'<script src="[^"]*(?:searchtools|language_data|searchindex)\.js"></script>\s*'
)

# Grids, cards and tabs, for pages that have some: 10 kB.
DESIGN = re.compile(
    r"""<link\b[^>]*sphinx-design\.min\.css[^>]*>\s*
      | <script\b[^>]*design-tabs\.js[^>]*></script>\s*""",
    re.VERBOSE,
)
DESIGNED = re.compile(r'class="(?:[^"]* )?sd-')

# Files that extensions bring late get a version from the second build on only; without
# it, a page is the same whichever build wrote it.
VERSION = re.compile(r"(/(?:exercise|proof|mystnb\.\w+)\.css)\?v=\w+")

# A label that says something else than the words that it covers: "Show code".
MISNOMER = ' aria-label="Toggle hidden content"'

# Each exercise and each solution has them, and nothing refers to them.
REPEATED = re.compile(r' id="(?:exercise|solution)-content"')

FOLDER = "pages"  # below the site's _static


def setup(app):
    """Connect to Sphinx."""
    app.add_js_file("frame.js", priority=0)  # before all that ask for storage
    app.connect("builder-inited", rewrite_each_page)


def rewrite_each_page(app):
    """Let the builder rewrite what its templates give for a page."""
    if app.builder.format != "html":
        return
    render = app.builder.templates.render

    def rewritten(template, context):
        page = render(template, context)
        if "pathto" not in context:
            return page
        page = written(page, context, Path(app.outdir))
        if context["pagename"] == not_found.NAME:
            page = not_found.rooted(page, app.config.html_baseurl)
        return page

    app.builder.templates.render = rewritten


def written(page, context, folder):
    """Return the page without what is idle, and put its styles into a file.

    Parameters
    ----------
    page : str
        HTML.
    context : dict
        That of Sphinx's template: ``pagename`` and ``pathto`` are used.
    folder : pathlib.Path
        The site.
    """
    if context["pagename"] != "search":
        page = SEARCH.sub("", page)
    if not DESIGNED.search(page):
        page = DESIGN.sub("", page)
    static = context["pathto"]("_static", resource=True)
    page, rules = styles.extract(lightened(page, static))
    file = folder / "_static" / FOLDER / f"{context['pagename']}.css"
    file.unlink(missing_ok=True)
    if rules:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(rules, encoding="utf-8")
        address = f"{static}/{FOLDER}/{context['pagename']}.css"
        link = f'<link rel="stylesheet" type="text/css" href="{address}" />\n'
        page = page.replace("</head>", f"{link}</head>", 1)
    return page


def lightened(page, static="_static"):
    """Return a page without what does nothing, differs between builds or misleads.

    Parameters
    ----------
    page : str
        HTML.
    static : str
        Address of the static files, seen from the page.
    """
    page = REPEATED.sub("", VERSION.sub(r"\1", IDLE.sub("", page)))
    page = page.replace(MISNOMER, "")
    page = page.replace(' onclick="window.print()"', " data-print")
    sheet = f'<link rel="stylesheet" type="text/css" href="{static}/{modes.FILE}" />'
    return page.replace("</head>", f"<noscript>{sheet}</noscript>\n</head>", 1)
