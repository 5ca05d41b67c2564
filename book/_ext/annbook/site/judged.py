"""At the head of a chapter's exercises: which of them the page itself judges."""

import html
import re

from annbook.site import markup
from annbook.site.translations import translator

HEADING = "Exercises"
# What marks such exercises (`blanks`, `checks`), and what is said of them.
KINDS = {
    "blank": "Fill in on this page:",
    "own-code": "Write and check on this page:",
}
EXERCISE = re.compile(
    r'<div class="exercise admonition" id="(?P<id>[^"]+)">\s*'
    r'<p class="admonition-title"><span class="caption-number">'
    r"[^<]*?(?P<number>[\d.]+)\s*<"
)


def setup(app):
    """Connect to Sphinx."""
    app.connect("html-page-context", add_line)


def add_line(app, page, template, context, doctree):
    """Add the line to a page that judges exercises."""
    if app.builder.name == "html" and "body" in context:
        translate = translator(app.config)
        context["body"] = with_line(context["body"], translate)


def with_line(body, translate):
    """Return a page with the line below the heading of its exercises.

    Parameters
    ----------
    body : str
        HTML.
    translate : callable
        Takes the book's English, and returns the site's language.
    """
    found = [
        (exercise, body[exercise.start() : markup.end(body, exercise.start())])
        for exercise in EXERCISE.finditer(body)
    ]
    parts = []
    for kind, words in KINDS.items():
        links = ", ".join(
            f'<a class="reference internal" href="#{one["id"]}">{one["number"]}</a>'
            for one, text in found
            if f'class="{kind}"' in text
        )
        if links:
            words = html.escape(translate(words))
            parts.append(f'<span class="of-{kind}">{words} {links}.</span>')
    for section in markup.SECTION.finditer(body) if parts else ():
        if re.sub(r"<span.*?</span>", "", section["title"]) == translate(HEADING):
            line = f'\n<p class="judged">{" ".join(parts)}</p>'
            return body[: section.end()] + line + body[section.end() :]
    return body
