"""What stands around a page: no script without use, and but one line inside the page.

Each page is rewritten as it is written, so that an edit costs what it touches.
"""

import re
from fnmatch import fnmatch
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from sphinx.jinja2glue import SphinxFileSystemLoader

from annbook.paths import ROOT
from annbook.site import assets, not_found, reading, sheet, styles
from annbook.site.figures import lean
from annbook.site.translations import translator

TEMPLATES = Path(__file__).parent / "templates"
SCRIPTS = ROOT / "book" / "_static"

# Folds need no script, cells are not run on the page. What else the theme's scripts do
# takes page.js a tenth of them.
IDLE = re.compile(
    r"""<script\b(?=[^>]*(?:x-thebe-config|data-cfasync))[^>]*>.*?</script>\s*
      | <script>(?=[^<]*(?:THEBE_JS_URL|initThebe|kernelName|toggleHint
        |toggleOpenOnPrint|togglebuttonSelector|DOCUMENTATION_OPTIONS\.))
        [^<]*</script>\s*
      | <link\b[^>]*(?:sphinx-thebe|togglebutton)\.css[^>]*>\s*
      | <link\b[^>]*\srel="preload"[^>]*\.js[^>]*>\s*
      | <script\b[^>]*(?:sphinx-thebe|togglebutton|clipboard\.min|copybutton|doctools
        |documentation_options|sphinx_highlight|/scripts/[\w-]+)\.js[^>]*></script>\s*
      | <noscript>\s*<style>[^<]*</style>\s*</noscript>\s*
    """,
    re.DOTALL | re.VERBOSE,
)

# Tabs are for pages that have some.
TABS = re.compile(r"<script\b[^>]*design-tabs\.js[^>]*></script>\s*")
TABBED = re.compile(r'class="(?:[^"]* )?sd-tab')

# One takes their place.
SHEET = re.compile(r'<link\b(?=[^>]*stylesheet)[^>]*["/]_static/([^"?]+\.css)[^>]*>\s*')

# A label that says something else than the words that it covers: "Show code".
MISNOMER = ' aria-label="Toggle hidden content"'

# Pictures in menus, which few readers open.
LOGO = re.compile(r'<img(?= alt="[^"]*" src="[^"]*_static/images/logo)')

# Each exercise and each solution has them, and nothing refers to them.
REPEATED = re.compile(r' id="(?:exercise|solution)-content"')

# Without a role, the book's name and the search stand in no region of the page: whoever
# goes from region to region by ear would not come by.
SIDEBAR = '<div id="pst-primary-sidebar"'

# The end of a plural, written behind its term: a link ends where its word does.
ENDING = re.compile(r'(<span class="xref std std-term">[^<]*)(</span></a>)([a-z]+)')

# The corner of a table, above the names of its rows, is no heading.
CORNER = "<th></th>"


def setup(app):
    """Connect to Sphinx."""
    app.connect("builder-inited", add_templates)
    app.connect("builder-inited", add_script)
    app.connect("builder-inited", rewrite_each_page)
    app.connect("build-finished", shorten_scripts, priority=50)  # before all readers


def add_templates(app):
    """Let our templates replace those of the theme.

    Not by ``templates_path``: as a setting, the folder of a clone would be part of what
    its site is.
    """
    if app.builder.format == "html":
        app.builder.templates.loaders.insert(0, SphinxFileSystemLoader(TEMPLATES))
        app.builder.templates.templatepathlen += 1


def add_script(app):
    """Add what sees to sidebars and the like, with the words that it shows."""
    translate = translator(app.config)
    words = {"data-copy": translate("Copy"), "data-copied": translate("Copied")}
    app.add_js_file("page.js", loading_method="defer", priority=0, **words)


def shorten_scripts(app, failure):
    """Take the comments out of the site's copies of our scripts."""
    if failure or app.builder.format != "html":
        return
    for source in SCRIPTS.glob("*.js"):
        file = Path(app.outdir, "_static", source.name)
        if file.exists():
            code = lean(source.read_text(encoding="utf-8"))
            file.write_text(code, encoding="utf-8")


def rewrite_each_page(app):
    """Let the builder rewrite what its templates give for a page."""
    if app.builder.format != "html":
        return
    templates = app.builder.templates
    templates.environment.bytecode_cache = FileSystemBytecodeCache(app.doctreedir)
    render = templates.render

    def rewritten(template, context):
        page = render(template, context)
        if "pathto" not in context:
            return page
        page = written(page, context, Path(app.outdir))
        if context["pagename"] == not_found.NAME:
            page = not_found.rooted(page, app.config.html_baseurl)
        return page

    templates.render = rewritten


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
    if not TABBED.search(page):
        page = TABS.sub("", page)
    static = context["pathto"]("_static", resource=True)
    page, rules = styles.extract(lightened(page))
    file = folder / "_static" / sheet.FOLDER / f"{context['pagename']}.css"
    file.unlink(missing_ok=True)
    if rules:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(rules, encoding="utf-8")
    return reading.with_choices(with_one_sheet(page, static))


def with_one_sheet(page, static):
    """Return a page that asks for one style sheet instead of those that it joins."""
    ask = [assets.link(static)]

    def linked(match):
        if any(fnmatch(match[1], name) for name in sheet.SHEETS):
            return ask.pop() if ask else ""
        return match[0]  # one that the author has added

    return SHEET.sub(linked, page)


def lightened(page):
    """Return a page without what does nothing, differs between builds or misleads.

    Parameters
    ----------
    page : str
        HTML.
    """
    page = REPEATED.sub("", IDLE.sub("", page)).replace(MISNOMER, "")
    page = ENDING.sub(r"\1\3\2", page.replace(CORNER, "<td></td>"))
    page = page.replace(SIDEBAR, f'{SIDEBAR} role="complementary"', 1)
    page = page.replace(' onclick="window.print()"', " data-print")
    return LOGO.sub('<img loading="lazy"', page.replace(" data-bs-title=", " title="))
