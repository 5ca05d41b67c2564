"""Solutions and other admonitions of the class ``dropdown``: folded by the browser.

Jupyter Book brings a script that folds them. Where it cannot run, they would stand
open; ``<details>`` needs none, and opens for a link into it.
"""

import re

from annbook.site import markup

FOLDED = re.compile(
    r'<div class="(?P<classes>(?=[^"]*\badmonition\b)(?=[^"]*\bdropdown\b)[^"]*)"'
    r'(?P<rest>[^>]*)>\s*<p class="admonition-title">(?P<title>.*?)</p>',
    re.DOTALL,
)
# A title that folds is pressed as a whole: no link inside it.
LINK = re.compile(r"</?a\b[^>]*>")


def setup(app):
    """Connect to Sphinx."""
    app.connect("html-page-context", fold)


def fold(app, page, template, context, doctree):
    """Fold what a page folds away."""
    if app.builder.format == "html" and "body" in context:
        context["body"] = folded(context["body"])


def folded(body):
    """Return the page with each admonition of the class ``dropdown`` as ``<details>``.

    With the class ``toggle-shown``, too, it stands open at first.
    """
    # From the last one on: those inside another one are done before it.
    for match in reversed(list(FOLDED.finditer(body))):
        end = markup.end(body, match.start())
        title = LINK.sub("", match["title"])
        shown = " open" if "toggle-shown" in match["classes"] else ""
        body = (
            f'{body[: match.start()]}<details class="{match["classes"]}"{match["rest"]}'
            f'{shown}>\n<summary class="admonition-title">{title}</summary>'
            f"{body[match.end() : end - len('</div>')]}</details>{body[end:]}"
        )
    return body
