"""The role ``{blank}``: a place to fill in, which says whether that is right.

Its text is what belongs there: a whole number, which counts exactly, another number,
from which one may differ by one percent, or words. A page shows a field, in which
`questions.js` judges what is entered; without scripts, on paper and in notebooks there
is a line to write on.
"""

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from annbook.notebooks.markdown import Markdown
from annbook.site.written import add_node

LINE = "____"


class blank(nodes.Inline, nodes.TextElement):  # noqa: N801 (docutils' way)
    """A place to fill in, and its ``answer``."""


def setup(app):
    """Connect to Sphinx."""
    app.add_role("blank", Blank())
    add_node(app, blank, begin, end)


class Blank(SphinxRole):
    """Read what belongs into a place."""

    def run(self):
        """Return the place."""
        return [blank("", LINE, answer=self.text.strip())], []


@Markdown.inline.register(blank)
def blank_as_markdown(writer, node):
    """Return a line to write on."""
    return LINE.replace("_", r"\_")


def begin(writer, node):
    """Begin the place; what belongs there stands in an attribute."""
    data = {"data-answer": node["answer"]}
    writer.body.append(writer.starttag(node, "span", "", CLASS="blank", **data))


def end(writer, node):
    """End it."""
    writer.body.append("</span>")
