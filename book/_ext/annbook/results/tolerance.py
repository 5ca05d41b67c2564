"""When two runs of the same code say the same, and how far they are apart.

Other processors add in another order, and their last digits differ; training carries
them on. A run that moves nothing beyond the tolerance confirms the committed results,
which stay byte for byte as they are. This holds for runs of the same code alone: where
the fingerprint differs, the new results are written, however near they are.

A chapter states its tolerance in its front matter, ``tolerance: 0.05``; without it,
``TOLERANCE`` holds. It is relative: 0.02 is two percent. Two results are compared so:

- Words are equal, and there are as many numbers.
- A number may move by the tolerance. One that was rounded may also move by one unit of
  its last printed digit, where a rounding edge may lie: 0.07 may become 0.08. Whole
  numbers are counts, and not rounded.
- Pictures have the same size. In an SVG, nothing moves by more than the tolerance of
  the picture's longer side, by which colors are measured, too, in steps of 255; of an
  outline, its borders count. A PNG has pixels that differ on average by no more than
  the tolerance of full scale.
- Packed numbers (base64) that an interactive figure carries are compared by their
  length alone: the same numbers stand in the chapter's outputs.
"""

import base64
import io
import math
import re
from dataclasses import dataclass

TOLERANCE = 0.02
NUMBER = re.compile(r"-?(?:\d+(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d+)?")
STILL = re.compile(r"data:image/svg\+xml;base64,([\w+/=]+)")
PACKED = re.compile(r"(?<![\w+/=])[A-Za-z0-9+/]{64,}={0,2}")
SIZE = re.compile(r'viewBox="\S+ \S+ (\S+) (\S+)"')
COLOR = re.compile(r"#([0-9a-f]{6})\b")
OUTLINE = re.compile(r'(?<= d=")[^"]*')
# By which an SVG's parts refer to each other: made of a hash of what they show.
IDENTITY = re.compile(r'(?:id="|href="#|url\(#)[^")]*')


@dataclass(frozen=True)
class Distance:
    """How far a result moved.

    Attributes
    ----------
    size : float
        Relative: 0.02 is two percent; infinity where there is nothing to compare.
    cell : int
        The code cell, from 1, in which that is; 0 where nothing moved.
    beyond : bool
        Whether it is more than the tolerance.
    """

    size: float = 0.0
    cell: int = 0
    beyond: bool = False

    def __str__(self):
        if not self.cell:
            return "same results"
        size = "other words" if math.isinf(self.size) else f"{self.size:.2%}"
        return f"{size} in cell {self.cell}"


def between(before, after, tolerance=TOLERANCE):
    """Return the largest distance between the outputs of two executed notebooks.

    Parameters
    ----------
    before, after : NotebookNode
        Their code cells alone.
    tolerance : float
        Relative, 0 or more.

    Returns
    -------
    Distance
        Of the cell that moved farthest; one beyond the tolerance comes before others.
    """
    if len(before.cells) != len(after.cells):
        return Distance(math.inf, min(len(before.cells), len(after.cells)) + 1, True)
    found = [Distance()]
    pairs = zip(before.cells, after.cells, strict=True)
    for number, (old, new) in enumerate(pairs, start=1):
        if old.outputs != new.outputs:
            size, beyond = _outputs(old.outputs, new.outputs, tolerance)
            found.append(Distance(size, number, beyond))
    return max(found, key=lambda each: (each.beyond, each.size, bool(each.cell)))


def _outputs(before, after, tolerance):
    """Return how far the outputs of a cell moved, and whether it is too far."""
    old, new = ([*_parts(outputs)] for outputs in (before, after))
    if [kind for kind, _ in old] != [kind for kind, _ in new]:
        return math.inf, True
    moved = [
        _part(kind, a, b, tolerance) for (kind, a), (_, b) in zip(old, new, strict=True)
    ]
    return max(moved, key=lambda each: (each[1], each[0]))


def _parts(outputs):
    """Yield (kind, text) of all that outputs hold; names of values are kinds, too."""
    for output in outputs:
        name = output.get("metadata", {}).get("scrapbook", {}).get("name", "")
        if "text" in output:
            yield output.name, output.text
        for kind, value in sorted(output.get("data", {}).items()):
            yield f"{kind} {name}", value


def _part(kind, before, after, tolerance):
    """Return how far one part of an output moved, and whether it is too far."""
    if kind.startswith("image/png"):
        return _pixels(before, after, tolerance)
    if kind.startswith("image/svg"):
        return _drawing(before, after, tolerance)
    old, new = STILL.findall(before), STILL.findall(after)
    if len(old) != len(new):
        return math.inf, True
    moved = [
        _drawing(*(base64.b64decode(each).decode() for each in pair), tolerance)
        for pair in zip(old, new, strict=True)
    ]
    moved.append(_text(*(_readable(text) for text in (before, after)), tolerance))
    return max(moved, key=lambda each: (each[1], each[0]))


def _readable(text):
    """Return the text less what only programs read, of which the length is left."""
    return PACKED.sub(lambda found: f"[{len(found[0])}]", STILL.sub("", text))


def _text(before, after, tolerance):
    """Compare two texts: words, and numbers."""
    if NUMBER.sub("0", before) != NUMBER.sub("0", after):
        return math.inf, True
    return _numbers(NUMBER.findall(before), NUMBER.findall(after), tolerance)


def _numbers(before, after, tolerance):
    """Compare numbers as they are printed."""
    size, beyond = 0.0, False
    for old, new in zip(before, after, strict=True):
        a, b = (float(each.replace(",", "")) for each in (old, new))
        if a != b:
            relative = abs(b - a) / max(abs(a), abs(b))
            size = max(size, relative)
            unit = max(_unit(old), _unit(new))
            beyond |= relative > tolerance and abs(b - a) > 1.001 * unit
    return size, beyond


def _unit(number):
    """Return one unit of the last digit of a number that was rounded, 0 of a count."""
    if not {".", "e"} & set(number):
        return 0.0
    digits, _, exponent = number.partition("e")
    return 10.0 ** (int(exponent or 0) - len(digits.partition(".")[2]))


def _drawing(before, after, tolerance):
    """Compare two SVGs: words, elements, and where everything lies."""
    (old, old_outlines), (new, new_outlines) = map(_taken_apart, (before, after))
    if NUMBER.sub("0", old) != NUMBER.sub("0", new):
        return math.inf, True
    size = SIZE.search(before)
    side = max(map(float, size.groups())) if size else 1.0
    pairs = list(zip(_values(old), _values(new), strict=True))
    for outlines in zip(old_outlines, new_outlines, strict=True):
        pairs += zip(*map(_borders, outlines), strict=True)
    moved = max((abs(b - a) for a, b in pairs), default=0.0) / side
    return moved, moved > tolerance


def _taken_apart(drawing):
    """Return an SVG with colors as numbers and without outlines, and the outlines."""
    named = COLOR.sub(
        lambda found: " ".join(str(each) for each in bytes.fromhex(found[1])),
        IDENTITY.sub("", drawing),
    )
    return OUTLINE.sub("", named), OUTLINE.findall(named)


def _values(text):
    """Return the numbers that stand in a text."""
    return [float(each.replace(",", "")) for each in NUMBER.findall(text)]


def _borders(outline):
    """Return where an outline ends: left, right, below and above."""
    values = _values(outline)
    across, down = values[::2] or [0.0], values[1::2] or [0.0]
    return min(across), max(across), min(down), max(down)


def _pixels(before, after, tolerance):
    """Compare two PNGs, pixel by pixel."""
    from PIL import Image, ImageChops, ImageStat  # where a chapter drew, it is there

    if before == after:
        return 0.0, False
    old, new = (
        Image.open(io.BytesIO(base64.b64decode(each))).convert("RGBA")
        for each in (before, after)
    )
    if old.size != new.size:
        return math.inf, True
    channels = ImageStat.Stat(ImageChops.difference(old, new)).mean
    size = sum(channels) / len(channels) / 255
    return size, size > tolerance
