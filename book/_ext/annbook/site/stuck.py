"""At the end of each section of a chapter: a link for readers who got stuck there.

It opens a new issue of the repository that already says where.
"""

import html
import re
from urllib.parse import quote, urlencode

from annbook.notebooks.addresses import Addresses
from annbook.site import markup
from annbook.site.translations import translator

END = "</section>"
LINK = '<p class="stuck"><a class="reference external" href="{}">{}</a></p>\n'
WORDS = "I got stuck here"
ISSUE = "{address}\n\nWhat I understood, and what I did not:\n\n"


def setup(app):
    """Connect to Sphinx."""
    app.connect("html-page-context", add_links)


def add_links(app, page, template, context, doctree):
    """Add the links to a chapter's page; the first one of the book is none."""
    chapter = "kernelspec" in app.env.metadata.get(page, ())
    if app.builder.name != "html" or not chapter or page == app.config.root_doc:
        return
    new = f"{Addresses.of(app.config).repository}/issues/new"
    words = translator(app.config)(WORDS)
    context["body"] = with_links(context["body"], new, context["pageurl"], words)


def with_links(body, new, page, words):
    """Return a page with a link at the end of each of its sections.

    Parameters
    ----------
    body : str
        HTML.
    new : str
        Address of the form for an issue.
    page : str
        Address of the page.
    words : str
        Of the link; the issue's title begins with them.
    """
    # from the last one on, so that places before it stay
    for section in reversed(list(markup.SECTION.finditer(body))):
        if section["level"] != "2":
            continue
        title = html.unescape(re.sub("<[^>]+>", "", section["title"]))
        issue = {
            "title": f"{words}: {' '.join(title.split())}",
            "body": ISSUE.format(address=f"{page}#{section['id']}"),
        }
        link = html.escape(f"{new}?{urlencode(issue, quote_via=quote)}")
        end = markup.end(body, section.start()) - len(END)
        body = f"{body[:end]}{LINK.format(link, words)}{body[end:]}"
    return body
