"""Every drawing of a page twice: as it was made, on white, and its twin for the dark.

Both stand in the page, and the theme hides one of them. They are lazy, so that a
browser fetches the one that it shows. A drawing is an SVG. Its colors, and the pixels
of what is rasterized in it, become those that `annbook.site.dark` gives. Other
pictures, such as photographs, stay as they are.
"""

import base64
import hashlib
import io
import re
from functools import cache
from pathlib import Path

import numpy as np
from matplotlib.colors import to_hex, to_rgb
from PIL import Image

from annbook.files import digest
from annbook.site import dark as colors
from annbook.site.dark import dark
from annbook.site.figures import PICTURES
from annutils import palette
from annutils.files import write_whole

PICTURE = re.compile(rf'<img\b[^>]*\ssrc="([^"]*\b{PICTURES}/)([^"/]+\.svg)"[^>]*>')
INLINE = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
PAINT = re.compile(r'\b((?:fill|stroke|stop-color)(?:: *|="))([^";]+)')
UNCOLORED = re.compile(r"none|url\(.*\)")
PIXELS = re.compile(r"(?<=data:image/png;base64,)[\w+/=\s]+")
SIDE = re.compile(r'\s(width|height)="([\d.]+)(pt|)"')
POINT = 96 / 72  # pixels
# What a twin is made by, as part of its name: a twin that is there is not made again.
WAY = digest(*map(Path, (__file__, colors.__file__, palette.__file__)))


def setup(app):
    """Connect to Sphinx."""
    # after the stills of interactive figures have become files
    app.connect("html-page-context", add_twins, priority=600)


def add_twins(app, page, template, context, doctree):
    """Show each drawing of a page in two versions."""
    if app.builder.name != "html":
        return
    folder = Path(app.outdir) / PICTURES
    sources = {name: source for source, name in app.builder.images.items()}

    def read(name):
        """Return a drawing: Sphinx copies those of outputs when all pages are done."""
        known = name in sources
        file = Path(app.srcdir, sources[name]) if known else folder / name
        return file.read_text(encoding="utf-8")

    body, twins = with_twins(context.get("body") or "", read)
    for name, drawing in twins.items():
        folder.mkdir(exist_ok=True)
        if not (folder / name).exists():
            write_whole(folder / name, darkened(drawing).encode())
    context["body"] = body


def with_twins(body, read):
    """Return a page that shows each of its drawings in two versions.

    Parameters
    ----------
    body : str
        HTML.
    read : callable
        Returns the SVG of a name.

    Returns
    -------
    (str, dict of str to str)
        The drawings by the names of their twins.
    """
    twins = {}

    def both(match):
        tag, folder, name = match[0], match[1], match[2]
        drawing = read(name)
        other = f"{hashlib.sha256(f'{WAY}{drawing}'.encode()).hexdigest()[:32]}.svg"
        twins[other] = drawing
        light = _with(tag, "only-light", drawing)
        night = _with(tag.replace(folder + name, folder + other), "only-dark", drawing)
        # Together in an element: beside such a picture, the theme hides captions.
        return f'<span class="drawing">{light}{night}</span>'

    def inline(match):
        light, night = (
            each.replace("<svg", f'<svg class="{name}"', 1)
            for name, each in (
                ("only-light", match[0]),
                ("only-dark", darkened(match[0])),
            )
        )
        return light + night

    return INLINE.sub(inline, PICTURE.sub(both, body)), twins


def _with(tag, name, drawing):
    """Return the tag of a picture with a class, its size, and the wish to come late."""
    sides = "".join(
        f' {side}="{round(float(length) * (POINT if unit else 1))}"'
        for side, length, unit in SIDE.findall(_head(drawing))
    )
    return tag.replace("<img", f'<img class="{name}" loading="lazy"{sides}', 1)


def darkened(drawing):
    """Return an SVG as it looks on a dark page.

    Parameters
    ----------
    drawing : str

    Returns
    -------
    str

    Raises
    ------
    ValueError
        If a color in it has another form than ``#0072b2`` or ``#fff``.
    """
    drawing = PAINT.sub(lambda found: found[1] + _paint(found[2]), drawing)
    drawing = PIXELS.sub(lambda found: _pixels(found[0]), drawing)
    if "fill=" in _head(drawing):
        return drawing
    # What has no color is black.
    return drawing.replace("<svg", f'<svg fill="{_paint("#000")}"', 1)


def _head(drawing):
    """Return the start tag of an SVG."""
    return drawing[drawing.index("<svg") :].partition(">")[0]


@cache
def _paint(text):
    """Return the twin of a color as an SVG writes it."""
    if UNCOLORED.fullmatch(text):
        return text
    if not re.fullmatch("#(?:[0-9a-fA-F]{3}){1,2}", text):
        raise ValueError(f"Expected a color such as #0072b2 or #fff, got {text!r}.")
    return to_hex(dark(to_rgb(text)))


def _pixels(packed):
    """Return the twin of a PNG, both in base64."""
    image = np.array(Image.open(io.BytesIO(base64.b64decode(packed))).convert("RGBA"))
    image[..., :3] = np.round(255 * dark(image[..., :3] / 255))
    file = io.BytesIO()
    Image.fromarray(image).save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()
