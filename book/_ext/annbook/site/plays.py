"""Links in the text that set an interactive figure: the role ``play``.

``{play}`the points of XOR <fig-perceptron-play:data=xor>` `` sets a figure of its page
by its label and its settings, as its address does. On paper, in notebooks and in other
editions, where nothing moves, it is plain text.
"""

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import ReferenceRole

from annbook.site.written import add_node

logger = logging.getLogger(__name__)


class play(nodes.inline):  # noqa: N801 (docutils' way: a node's name is its tag)
    """Text that sets the figure at its ``address``."""


class Play(ReferenceRole):
    """Read ``words <label:setting=value&setting=value>``."""

    def run(self):
        """Return the node, or complain that there is no address."""
        node = play(self.rawtext, self.title, address=self.target, classes=["play"])
        self.set_source_info(node)
        if ":" not in self.target:
            logger.warning(
                "expected {play}`words <label:setting=value>`, got %s",
                self.rawtext,
                location=node,
            )
        return [node], []


def setup(app):
    """Connect to Sphinx."""
    app.add_role("play", Play())
    add_node(app, play, begun, ended)
    app.connect("doctree-resolved", find_figures)


def find_figures(app, doctree, page):
    """Complain about a link to a figure that its page does not have."""
    for node in doctree.findall(play):
        label = node["address"].split(":")[0]
        if not any(label in figure["ids"] for figure in doctree.findall(nodes.figure)):
            logger.warning("no figure %r on this page to set", label, location=node)


def begun(writer, node):
    """Begin a link; its figure listens to the address."""
    if writer.builder.name == "html":
        address = f"#{node['address']}"
        writer.body.append(writer.starttag(node, "a", "", href=address))


def ended(writer, node):
    """End it."""
    if writer.builder.name == "html":
        writer.body.append("</a>")
