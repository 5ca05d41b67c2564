"""The page that a server shows for an address that does not exist."""

import re
from urllib.parse import urljoin, urlsplit

from annbook.site.translations import translator

NAME = "404"
TITLE = "There is no such page"
CURE = "The address may have a slip, or the page has moved. The first page:"
BODY = '<h1>{title}</h1>\n<p>{cure} <a href="{first}">{book}</a></p>\n'
LINK = re.compile(
    r'(?<=\s)((?:href|src|action|data-content_root)=")(?!#|data:)([^"]*)"'
)


def setup(app):
    """Connect to Sphinx."""
    app.connect("html-collect-pages", page)
    app.connect("html-page-context", keep_out_of_search_engines)


def page(app):
    """Return the page, for Sphinx to write."""
    translate = translator(app.config)
    first, book = f"{app.config.root_doc}.html", app.config.html_title
    body = BODY.format(
        title=translate(TITLE), cure=translate(CURE), first=first, book=book
    )
    return [(NAME, {"title": translate(TITLE), "body": body}, "page.html")]


def keep_out_of_search_engines(app, page, template, context, doctree):
    """Give the page no address of its own."""
    if page == NAME:
        context["pageurl"] = None
        context["metatags"] = '\n    <meta name="robots" content="noindex" />'


def rooted(page, site):
    """Return the page with links that work wherever it is shown, in any folder.

    Parameters
    ----------
    page : str
        HTML, with links as from the top of the site.
    site : str
        The site's address; its path is where the links begin.
    """
    top = urlsplit(site).path or "/"
    return LINK.sub(lambda link: f'{link[1]}{urljoin(top, link[2])}"', page)
