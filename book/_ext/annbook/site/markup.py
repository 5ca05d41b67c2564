"""HTML as text: where an element ends, and where a link leads."""

import re
from functools import cache
from posixpath import dirname, join, normpath

NAME = re.compile(r"<([a-zA-Z][\w-]*)")
# A section of a page or of a section, from its beginning to its heading's end.
SECTION = re.compile(
    r'<section id="(?P<id>[^"]+)">\s*(?:<span[^>]*></span>\s*)*'
    r"<h(?P<level>[23])>(?P<title>.*?)(?:<a class=\"headerlink\".*?)?</h(?P=level)>",
    re.DOTALL,
)
EMPTY = {"br", "col", "hr", "img", "input", "source", "wbr"}  # those in pages


def end(page, start):
    """Return the place after the element that begins at a place.

    Parameters
    ----------
    page : str
        HTML in which every element that is not empty by nature is closed.
    start : int
        Where the ``<`` of the element stands.

    Raises
    ------
    ValueError
        When no element begins there, or none ends.
    """
    if not (named := NAME.match(page, start)):
        raise ValueError(f"Expected an element, found {page[start : start + 80]!r}.")
    if named[1] in EMPTY:
        return page.index(">", start) + 1
    depth = 0
    for edge in edges(named[1]).finditer(page, start):
        depth += -1 if edge[0].startswith("</") else 1
        if depth == 0:
            return edge.end()
    text = page[start : start + 80]
    raise ValueError(f"Expected a </{named[1]}> for {text!r}, found none.")


@cache
def edges(name):
    """Return the pattern of the tags that open or close an element of this name."""
    return re.compile(rf"<{name}(?=[\s>/])[^>]*>|</{name}>")


def linked(page, address):
    """Return the name of the page to which a page's link leads; None if elsewhere.

    Parameters
    ----------
    page : str
        Such as "book/glossary".
    address : str
        Such as "history/xor.html#solution".
    """
    if ":" in address:
        return None
    path = address.split("#")[0]
    there = normpath(join(dirname(page), path)) if path else page
    return there.removesuffix(".html")
