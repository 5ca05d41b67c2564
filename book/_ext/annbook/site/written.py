"""Nodes of the book's own: pages write them in their way, others what they hold."""

OTHERS = "latex", "man", "texinfo", "text"


def add_node(app, node, begin, end):
    """Let Sphinx write a kind of node.

    Parameters
    ----------
    app : sphinx.application.Sphinx
    node : type
    begin, end : callable
        Take the writer of a page and the node.
    """
    others = dict.fromkeys(OTHERS, (_passed, _passed))
    app.add_node(node, html=(begin, end), **others)


def _passed(writer, node):
    """Add nothing: what the node holds is written, if it holds anything."""
