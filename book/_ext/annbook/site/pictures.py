"""A chapter's picture: on its card of the first page, and where its address is shared.

A chapter names one of its figures in its front matter: ``picture: fig-neurons-cell``.
"""

import io
from posixpath import dirname, join, normpath

import resvg_py
from docutils import nodes
from PIL import Image
from sphinx.util import logging

logger = logging.getLogger(__name__)

SIZE = 1200, 630  # what shared links show, in pixels
MARGIN = 32


def setup(app):
    """Connect to Sphinx."""
    app.connect("env-before-read-docs", draw_cards_anew)
    app.connect("doctree-resolved", add_to_cards)


def draw_cards_anew(app, env, pages):
    """Read the first page, too, where a page is that gives it a picture."""
    root = app.config.root_doc
    if root not in pages and any(
        "picture" in env.metadata.get(page, {}) for page in pages
    ):
        pages.append(root)


def add_to_cards(app, doctree, page):
    """Begin each item of a numbered list that links to a chapter with its picture."""
    if page != app.config.root_doc or app.builder.format != "html":
        return
    for item in doctree.findall(nodes.list_item):
        link = next(item.findall(nodes.reference), None)
        if link is None or not isinstance(item.parent, nodes.enumerated_list):
            continue
        chapter = linked(page, link.get("refuri", ""))
        shown = [copy_of(image) for image in images(app.env, chapter)]
        if shown:
            card = nodes.container(classes=["picture"])
            card += shown
            item.insert(0, card)


def linked(page, address):
    """Return the name of the page to which a page's link leads; None if elsewhere."""
    if ":" in address:
        return None
    path = normpath(join(dirname(page), address.split("#")[0]))
    return path.removesuffix(".html")


def copy_of(image):
    """Return an image once more: its words stand beside it, and are not read twice."""
    shown = image.copy()
    shown["alt"] = ""
    shown["ids"] = []
    return shown


def images(env, page):
    """Return the images of the figure that a page names as its picture; [] for none.

    A figure that is not there is told in the log.
    """
    name = env.metadata.get(page, {}).get("picture")
    if not name:
        return []
    for figure in env.get_doctree(page).findall(nodes.figure):
        if name in figure["ids"] or name in figure["names"]:
            return list(figure.findall(nodes.image))
    logger.warning("No figure %r, which is to be the picture", name, location=page)
    return []


def shared(svg):
    """Return a picture as shared links show it: in the middle of a white field.

    Parameters
    ----------
    svg : str
        The picture; its text consists of paths, as Matplotlib writes it.

    Returns
    -------
    bytes
        PNG, 1200 by 630 pixels.
    """
    width, height = (length - 2 * MARGIN for length in SIZE)
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg, width=width, dpi=96, background="white", skip_system_fonts=True
    )
    picture = Image.open(io.BytesIO(drawn)).convert("RGB")
    picture.thumbnail((width, height), Image.Resampling.LANCZOS)
    field = Image.new("RGB", SIZE, "white")
    left, top = ((SIZE[side] - picture.size[side]) // 2 for side in (0, 1))
    field.paste(picture, (left, top))
    file = io.BytesIO()
    # A drawing of few colors: a palette keeps it small.
    field.quantize(128).save(file, "PNG", optimize=True)
    return file.getvalue()
