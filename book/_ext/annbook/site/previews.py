"""What the text refers to is shown in place: one file a page holds all of it.

A term's definition, a source's entry, an equation, a figure, an exercise, the beginning
of a section. ``previews.js`` loads a page's file when the reader first points at a
reference. All files are written at the end of each build, from the pages as they are
then: what a page shows of another one follows that page.
"""

import json
import posixpath
import re
import shutil
from functools import cache
from pathlib import Path

from annbook.site import markup

FOLDER = "previews"  # below the site's _static
SCRIPT = "previews.js"
ARTICLE = re.compile(r'<article class="bd-article"[^>]*>.*?</article>', re.DOTALL)
REFERENCE = re.compile(r'<a class="(?:[^"]* )?reference internal" href="([^"]+)"')
OPENING = re.compile(r"<[a-z]")
HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
PICTURE = re.compile(r"<img\b[^>]*>")
CAPTION = re.compile(r"<figcaption>.*?</figcaption>", re.DOTALL)
SOURCE = re.compile(r'(?<= src=")[^":]+(?=")')
# No second element with an id, nothing to press, no marks of links.
LEFT_OUT = re.compile(
    r'<a class="headerlink"[^>]*>.*?</a>|<button\b.*?</button>|</?a\b[^>]*>'
    r'| (?:id|fetchpriority|role)="[^"]*"',
    re.DOTALL,
)


def setup(app):
    """Connect to Sphinx."""
    app.connect("html-page-context", announce)
    # after Sphinx and the extensions have written all pages
    app.connect("build-finished", write, priority=800)


def announce(app, page, template, context, doctree):
    """Tell a page with references where what they refer to stands."""
    if app.builder.name != "html" or not doctree:
        return
    if REFERENCE.search(context.get("body") or ""):
        address = context["pathto"](f"_static/{FOLDER}/{page}.js", resource=True)
        context["metatags"] = (context.get("metatags") or "") + (
            f'\n    <meta name="previews" content="{address}" />'
        )
        app.add_js_file(SCRIPT, loading_method="defer")


def write(app, error):
    """Write the files of all pages."""
    if error or app.builder.name != "html":
        return
    site = Path(app.outdir)
    folder = site / "_static" / FOLDER
    shutil.rmtree(folder, ignore_errors=True)

    @cache
    def article(page):
        file = site / f"{page}.html"
        found = ARTICLE.search(file.read_text("utf-8")) if file.exists() else None
        return found[0] if found else ""

    for page in sorted(app.env.found_docs):
        if shown := previews(page, article):
            file = folder / f"{page}.js"
            file.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(shown, ensure_ascii=False, indent=0, sort_keys=True)
            file.write_text(f"window.previews = {text};\n", encoding="utf-8")


def previews(page, article):
    """Return what a page refers to, as HTML, by the addresses of its links.

    Parameters
    ----------
    page : str
        The page's name, such as "book/glossary".
    article : callable
        Returns the article of a page, given its name; "" where there is none.

    Returns
    -------
    dict of str to str
        Links to what is no part of an article, such as the index, are left out.
    """
    shown = {}
    folder = posixpath.dirname(page)
    for address in set(REFERENCE.findall(article(page))):
        name = address.partition("#")[2]
        there = markup.linked(page, address)
        if found := preview(article(there), name):
            base = posixpath.relpath(posixpath.dirname(there), folder)
            shown[address] = SOURCE.sub(
                lambda source, base=base: posixpath.normpath(f"{base}/{source[0]}"),
                LEFT_OUT.sub("", found),
            )
    return shown


def preview(article, name):
    """Return what an article holds under an id, or its beginning, as HTML."""
    named = rf'<[a-z][^>]* id="{re.escape(name)}"' if name else "<section"
    if not (found := re.search(named, article)):
        return ""
    start = found.start()
    while (tag := markup.NAME.match(article, start)[1]) == "span":
        # it marks what follows it
        start = OPENING.search(article, markup.end(article, start)).start()
    element = article[start : markup.end(article, start)]
    if tag == "dt":
        return entry(article, start)
    if tag == "figure":
        return "".join(PICTURE.findall(element) + CAPTION.findall(element))
    if tag == "section" or HEADING.match(element):
        return beginning(article, start)
    return element


def entry(article, start):
    """Return a term, or a signature, and the first paragraph that explains it."""
    term = article[start : markup.end(article, start)]
    word = re.sub(r"^<dt\b[^>]*>|</dt>$", "", term)
    explained = article.find("<p>", article.find("<dd", start))
    return f"{title(word)}{article[explained : markup.end(article, explained)]}"


def beginning(article, start):
    """Return the next heading and the paragraph that its section begins with."""
    heading = HEADING.search(article, start)
    at, paragraph = heading.end(), ""
    while (following := OPENING.search(article, at)) and not paragraph:
        start, at = following.start(), markup.end(article, following.start())
        if article.startswith("<section", start):
            break  # without a text of its own
        if article.startswith("<p>", start):
            paragraph = article[start:at]
    return f"{title(heading[2])}{paragraph}"


def title(words):
    """Return what stands above the rest."""
    return f"<p><strong>{words}</strong></p>"
