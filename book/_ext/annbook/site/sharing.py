"""What search engines and shared links show of a page: words, address, picture."""

import html
import json
import re
from pathlib import Path

from docutils import nodes

from annbook.notebooks.addresses import Addresses
from annbook.site import pictures

LONGEST = 200  # characters of a description
PICTURE = "_static/screenshot.png"  # of a page that has none of its own
FOLDER = "shared"  # below the site's _static
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
    app.connect("build-finished", list_pages)


def know_the_site(app):
    """Let Sphinx write each page's canonical address."""
    if not app.config.html_baseurl:
        app.config.html_baseurl = Addresses.of(app.config).site


def describe(app, page, template, context, doctree):
    """Add to a page's head what others show of it."""
    written = context.get("metatags") or ""
    words = "" if 'name="description"' in written else description(doctree)
    title = re.sub("<[^>]+>", "", context.get("title") or app.config.html_title)
    address = context.get("pageurl") or ""
    context["metatags"] = written + tags(
        app.config, html.unescape(title), words, address, picture(app, page)
    )
    if page == app.config.root_doc:
        context["metatags"] += book_data(app.config, words, address)


def picture(app, page):
    """Write the picture that shared links show of a page, and return its place."""
    name = f"_static/{FOLDER}/{page}.png"
    for image in app.env.annbook_pictures.get(page, ()):
        drawing = Path(app.srcdir, image["uri"]).read_text(encoding="utf-8")
        pictures.share(drawing, Path(app.outdir, name))
        return name
    Path(app.outdir, name).unlink(missing_ok=True)
    return PICTURE


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


def tags(config, title, words, address, picture):
    """Return elements of a page's head for search engines and shared links.

    Parameters
    ----------
    config : sphinx.config.Config
        That of the book.
    title, words, address, picture : str
        Of the page, the picture by its place on the site; what is empty is left out.
    """
    facts = {
        "og:type": "website",
        "og:site_name": config.html_title,
        "og:title": title,
        "og:description": words,
        "og:url": address,
        "og:image": f"{config.html_baseurl.rstrip('/')}/{picture}",
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


def book_data(config, words, address):
    """Return what the site is, in schema.org's terms, for search engines.

    Parameters
    ----------
    config : sphinx.config.Config
        That of the book.
    words, address : str
        Of the first page.
    """
    facts = {
        "@context": "https://schema.org",
        "@type": "Book",
        "name": config.html_title,
        "author": {"@type": "Organization", "name": config.author},
        "description": words,
        "inLanguage": config.language,
        "isAccessibleForFree": True,
        "learningResourceType": "textbook",
        "url": address,
    }
    text = json.dumps(facts, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>\n'


def list_pages(app, error):
    """Write which pages there are, and that all of them may be read by anybody."""
    if error or app.builder.format != "html":
        return
    site = app.config.html_baseurl.rstrip("/")
    addresses = "".join(
        f"  <url><loc>{html.escape(f'{site}/{page}.html')}</loc></url>\n"
        for page in sorted(app.env.found_docs)
    )
    folder = Path(app.outdir)
    (folder / "sitemap.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{addresses}</urlset>\n",
        encoding="utf-8",
    )
    (folder / "robots.txt").write_text(
        f"User-agent: *\nAllow: /\nSitemap: {site}/sitemap.xml\n", encoding="utf-8"
    )


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
        tags=tags(app.config, title, words, address, PICTURE).strip(),
        first=first,
    )
    Path(app.outdir, "index.html").write_text(page, encoding="utf-8")
