"""Solutions, other admonitions of the class ``dropdown``, and what is deeper: folded.

Jupyter Book brings a script that folds admonitions. Where it cannot run, they would
stand open; ``<details>`` needs none, and opens for a link into it.

Of a chapter's section "Deeper", each section is folded under its heading.
"""

import re

from annbook.site import markup
from annbook.site.translations import translator

FOLDED = re.compile(
    r'<div class="(?P<classes>(?=[^"]*\badmonition\b)(?=[^"]*\bdropdown\b)[^"]*)"'
    r'(?P<rest>[^>]*)>\s*<p class="admonition-title">(?P<title>.*?)</p>',
    re.DOTALL,
)
DEEPER = "Deeper"
NUMBER = re.compile(r'<span class="section-number">.*?</span>', re.DOTALL)
# A title that folds is pressed as a whole: no link inside it.
LINK = re.compile(r"</?a\b[^>]*>")


def setup(app):
    """Connect to Sphinx."""
    app.connect("html-page-context", fold)


def fold(app, page, template, context, doctree):
    """Fold what a page folds away."""
    if app.builder.format == "html" and "body" in context:
        deeper = translator(app.config)(DEEPER)
        context["body"] = deeper_folded(folded(context["body"]), deeper)


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


def deeper_folded(body, deeper):
    """Return the page with each section of the section ``deeper`` folded.

    The section keeps its id and its heading, so that lists of contents and links lead
    to it; the heading opens it.
    """
    for outer in markup.SECTION.finditer(body):
        title = NUMBER.sub("", outer["title"]).strip()
        if outer["level"] == "2" and title == deeper:
            end = markup.end(body, outer.start())
            inside = body[outer.end() : end]
            return f"{body[: outer.end()]}{sections_folded(inside)}{body[end:]}"
    return body


def sections_folded(body):
    """Return HTML with what follows each heading of level 3, to its section's end."""
    for match in reversed(list(markup.SECTION.finditer(body))):
        heading = f"<h3>{LINK.sub('', match['title'])}</h3>"
        start = match.start("title") - len("<h3>")
        end = markup.end(body, match.start()) - len("</section>")
        body = (
            f'{body[:start]}<details class="deeper"><summary>{heading}</summary>'
            f"{body[match.end() : end]}</details>{body[end:]}"
        )
    return body
