"""What search engines and shared links show of a page: words, address, picture."""

import html
import re
from pathlib import Path

from docutils import nodes

from annbook.notebooks.addresses import Addresses

LONGEST = 200  # characters of a description
PICTURE = "_static/screenshot.png"
HOME = """<!DOCTYPE html>
<html lang="{language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{title}</title>
    <link rel="canonical" href="{address}" />
    {tags}
    <meta http-equiv="refresh" content="0; url={first}" />
  </head>
  <body><a href="{first}">{title}</a></body>
</html>
"""


def setup(app):
    """Connect to Sphinx."""
    app.connect("builder-inited", know_the_site)
    app.connect("html-page-context", describe)
    app.connect("build-finished", write_home, priority=100)  # before the toc's redirect


def know_the_site(app):
    """Let Sphinx write each page's canonical address."""
    if not app.config.html_baseurl:
        app.config.html_baseurl = Addresses.of(app.config).site


def describe(app, page, template, context, doctree):
    """Add to a page's head what others show of it."""
    if app.builder.format != "html":
        return
    written = context.get("metatags") or ""
    words = "" if 'name="description"' in written else description(doctree)
    title = re.sub("<[^>]+>", "", context.get("title") or app.config.html_title)
    address = context.get("pageurl") or ""
    context["metatags"] = written + tags(
        app.config, html.unescape(title), words, address
    )


def description(doctree):
    """Return a chapter's first paragraph, or what fits of it; "" for no chapter."""
    for section in doctree.findall(nodes.section) if doctree else ():
        for child in section.children:
            if isinstance(child, nodes.paragraph):
                return shortened(" ".join(child.astext().split()))
    return ""


def shortened(text):
    """Return at most ``LONGEST`` characters: whole sentences, or else whole words."""
    if len(text) <= LONGEST:
        return text
    sentences = re.match(rf".{{60,{LONGEST - 1}}}[.?!](?= )", text)
    return sentences[0] if sentences else text[:LONGEST].rsplit(" ", 1)[0] + " …"


def tags(config, title, words, address):
    """Return elements of a page's head for search engines and shared links.

    Parameters
    ----------
    config : sphinx.config.Config
        That of the book.
    title, words, address : str
        Of the page; what is empty is left out.
    """
    facts = {
        "og:type": "website",
        "og:site_name": config.html_title,
        "og:title": title,
        "og:description": words,
        "og:url": address,
        "og:image": f"{config.html_baseurl.rstrip('/')}/{PICTURE}",
    }
    found = []
    if words:
        found = [f'<meta name="description" content="{html.escape(words)}" />']
    found += [
        f'<meta property="{name}" content="{html.escape(text)}" />'
        for name, text in facts.items()
        if text
    ]
    return "\n    ".join(["", *found, ""])


def write_home(app, error):
    """Write the page at the site's own address, which leads to the book's first one."""
    root = app.config.root_doc
    if error or app.builder.format != "html" or root == "index":
        return
    first = f"{root}.html"
    title = app.config.html_title
    address = f"{app.config.html_baseurl.rstrip('/')}/{first}"
    words = description(app.env.get_doctree(root))
    page = HOME.format(
        language=app.config.language,
        title=html.escape(title),
        address=address,
        tags=tags(app.config, title, words, address).strip(),
        first=first,
    )
    Path(app.outdir, "index.html").write_text(page, encoding="utf-8")
