"""A chapter's picture: on its card of the first page, and where its address is shared.

A chapter names one of its figures in its front matter: ``picture: fig-neurons-cell``.
"""

import hashlib
import io

import resvg_py
from docutils import nodes
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from sphinx.util import logging

from annbook.site import markup

logger = logging.getLogger(__name__)

SIZE = 800, 420  # what shared links show, in pixels
MARGIN = 24
MADE_OF = "Source"  # among what a PNG says of itself


def setup(app):
    """Connect to Sphinx."""
    app.connect("env-before-read-docs", remember)
    app.connect("doctree-read", keep, priority=900)  # when it has found the files
    app.connect("env-merge-info", merge)
    app.connect("env-get-updated", draw_cards_anew)
    app.connect("doctree-resolved", add_to_cards)


def remember(app, env, pages):
    """Note the pictures as they were before pages are read.

    They are kept with what Sphinx knows of all pages: to look into each page again
    would take longer, and before it is read, would have Sphinx take it as it was.
    """
    if not hasattr(env, "annbook_pictures"):
        env.annbook_pictures = {}
    app.annbook_pictures = env.annbook_pictures.copy()


def keep(app, doctree):
    """Keep the picture of the page that was read."""
    page = app.env.docname
    name = app.env.metadata[page].get("picture")
    app.env.annbook_pictures[page] = found = images(doctree, name) if name else []
    if name and not found:
        logger.warning("No figure %r, to be the picture", name, location=page)


def merge(app, env, pages, other):
    """Take over the pictures of pages that another process has read."""
    env.annbook_pictures |= {page: other.annbook_pictures[page] for page in pages}


def draw_cards_anew(app, env):
    """Have the first page written where a picture that it shows is another one now."""
    now = env.annbook_pictures = {
        page: env.annbook_pictures[page] for page in sorted(env.all_docs)
    }
    return [app.config.root_doc] if now != app.annbook_pictures else []


def add_to_cards(app, doctree, page):
    """Begin each item of a numbered list that links to a chapter with its picture."""
    if page != app.config.root_doc or app.builder.format != "html":
        return
    for item in doctree.findall(nodes.list_item):
        link = next(item.findall(nodes.reference), None)
        if link is None or not isinstance(item.parent, nodes.enumerated_list):
            continue
        chapter = markup.linked(page, link.get("refuri", ""))
        if shown := app.env.annbook_pictures.get(chapter):
            card = nodes.container(classes=["picture"])
            card += [nodes.image("", **image) for image in shown]
            item.insert(0, card)


def images(doctree, name):
    """Return the images of the figure of that name, as the attributes of each.

    Its words stand beside it on a card, and are not read twice.
    """
    for figure in doctree.findall(nodes.figure):
        if name in figure["ids"] or name in figure["names"]:
            return [
                image.attributes | {"alt": "", "ids": []}
                for image in figure.findall(nodes.image)
            ]
    return []


def share(svg, file):
    """Write a picture as shared links show it, unless it is there.

    Parameters
    ----------
    svg : str
        The picture; its text consists of paths, as Matplotlib writes it.
    file : pathlib.Path
        A PNG, which says what it was made of: to draw it takes its time.
    """
    made_of = hashlib.sha256(svg.encode()).hexdigest()
    if file.exists():
        with Image.open(file) as there:
            if there.info.get(MADE_OF) == made_of:
                return
    says = PngInfo()
    says.add_text(MADE_OF, made_of)
    file.parent.mkdir(parents=True, exist_ok=True)
    shared(svg).save(file, "PNG", optimize=True, pnginfo=says)


def shared(svg):
    """Return a picture as shared links show it: in the middle of a white field.

    Parameters
    ----------
    svg : str
        The picture; its text consists of paths, as Matplotlib writes it.

    Returns
    -------
    PIL.Image.Image
        800 by 420 pixels, of few colors.
    """
    width, height = (length - 2 * MARGIN for length in SIZE)
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width,
        dpi=96,
        background="white",
        skip_system_fonts=True,
        image_rendering="optimize_speed",
    )
    picture = Image.open(io.BytesIO(drawn)).convert("RGB")
    picture.thumbnail((width, height), Image.Resampling.LANCZOS)
    field = Image.new("RGB", SIZE, "white")
    left, top = ((SIZE[side] - picture.size[side]) // 2 for side in (0, 1))
    field.paste(picture, (left, top))
    return field.quantize(128)
