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
    app.connect("env-get-updated", draw_cards_anew)
    app.connect("doctree-resolved", add_to_cards)


def remember(app, env, pages):
    """Note the pictures of the pages that are read now, as they were."""
    known = env.all_docs
    app.annbook_pictures = {
        page: addresses(env, page) if page in known else [] for page in pages
    }


def draw_cards_anew(app, env):
    """Have the first page written where a picture that it shows is another one now."""
    now = {page: addresses(env, page) for page in app.annbook_pictures}
    for page, found in now.items():
        if not found and (name := named(env, page)):
            logger.warning("No figure %r, to be the picture", name, location=page)
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
        shown = [copy_of(image) for image in images(app.env, chapter)]
        if shown:
            card = nodes.container(classes=["picture"])
            card += shown
            item.insert(0, card)


def copy_of(image):
    """Return an image once more: its words stand beside it, and are not read twice."""
    shown = image.copy()
    shown["alt"] = ""
    shown["ids"] = []
    return shown


def named(env, page):
    """Return the name of the figure that is a page's picture; None for none."""
    return env.metadata.get(page, {}).get("picture")


def images(env, page):
    """Return the images of the figure that a page names as its picture; [] for none."""
    if name := named(env, page):
        for figure in env.get_doctree(page).findall(nodes.figure):
            if name in figure["ids"] or name in figure["names"]:
                return list(figure.findall(nodes.image))
    return []


def addresses(env, page):
    """Return where the images of a page's picture are: other images are elsewhere."""
    return [image["uri"] for image in images(env, page)]


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
