"""The marks of a drawn graph: cards that hold values, badges, and the legend.

All lengths are pixels.
"""

from html import escape

from annutils.palette import BLUE, ORANGE

INK, DARK, LINE = "#1b2733", "#3f4b57", "#b4bfca"
HEIGHT = 52
"""Height of a card."""
LEGEND = 316
"""Width of the legend."""
BADGE, OVERLAP, PAD = 32, 8, 3
DIGIT, LETTER, LETTERS = 9.6, 11, 16
"""Widths of a digit and of a bold letter in the widest of the usual fonts; most letters
of a name to be shown."""
SIGNS = {
    "-": "\N{MINUS SIGN}",
    "*": "\N{MULTIPLICATION SIGN}",
    "/": "÷",
    "relu": "ReLU",
    "sigmoid": "\N{GREEK SMALL LETTER SIGMA}",
}
SUPERSCRIPTS = str.maketrans("-.0123456789", "⁻·⁰¹²³⁴⁵⁶⁷⁸⁹")


def number(value):
    """Return a number as text: four significant digits, a true minus sign.

    Parameters
    ----------
    value : float

    Returns
    -------
    str
    """
    # Adding 0.0 turns the negative zero into the positive one.
    return f"{value + 0.0:.4g}".replace("-", SIGNS["-"])


def name_width(node):
    """Return the width that a card needs for its name and the end of its badge.

    Parameters
    ----------
    node : Value

    Returns
    -------
    float
        Pixels.
    """
    return _indent(node) + (LETTER * len(_name(node)) + 14 if node.name else PAD)


def numbers_width(node):
    """Return the width that a card needs for its numbers.

    Parameters
    ----------
    node : Value

    Returns
    -------
    float
        Pixels.
    """
    digits = max(len(number(node.data)), len(number(node.grad)), 2)
    return digits * DIGIT + 16 + PAD


def badge_width(node):
    """Return how far the badge of a value reaches out to the left of its card.

    Parameters
    ----------
    node : Value

    Returns
    -------
    float
        Pixels.
    """
    if not node.inputs:
        return 0
    return max(BADGE, DIGIT * len(_sign(node)) + 12) - OVERLAP


def card(node, left, numbers, right, y):
    """Return the SVG of a value's card and badge.

    Parameters
    ----------
    node : Value
        What to show.
    left, numbers, right : float
        Where the card begins, where its numbers begin if it has a name, where it ends.
    y : float
        Its middle.

    Returns
    -------
    str
        A group of elements.
    """
    numbers = numbers if node.name else left + _indent(node) + PAD
    marks = [
        f'<rect x="{left:.1f}" y="{y - HEIGHT / 2:.1f}" width="{right - left:.1f}" '
        f'height="{HEIGHT}" rx="8" fill="#fff" stroke="{LINE}"/>',
        _row(node.data, BLUE, numbers, right - PAD, y - HEIGHT / 2 + PAD),
        _row(node.grad, ORANGE, numbers, right - PAD, y + PAD / 2),
    ]
    if node.name:
        middle = (left + _indent(node) + numbers) / 2
        marks.append(_text(_name(node), middle, y + 5.5, 'font-weight="700"'))
    if node.inputs:
        marks.append(_badge(_sign(node), left - badge_width(node), left + OVERLAP, y))
    return "<g>" + "".join(marks) + "</g>"


def legend(x, y):
    """Return the SVG of the line that explains the marks.

    Parameters
    ----------
    x, y : float
        Where it begins, and its foot.

    Returns
    -------
    str
    """
    swatches = "".join(
        f'<rect x="{left}" y="{y - 11}" width="22" height="14" rx="4" fill="{tint}" '
        f'fill-opacity="0.18" stroke="{tint}" stroke-opacity="0.5"/>'
        for left, tint in ((x, BLUE), (x + 94, ORANGE))
    )
    return (
        f'<g font-size="14" fill="{DARK}">{swatches}'
        f'<circle cx="{x + 220}" cy="{y - 4}" r="8"/>'
        f'<text x="{x + 29}" y="{y}">value</text>'
        f'<text x="{x + 123}" y="{y}">gradient</text>'
        f'<text x="{x + 236}" y="{y}">operation</text></g>'
    )


def _row(value, tint, left, right, top):
    height = (HEIGHT - 3 * PAD) / 2
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" '
        f'height="{height}" rx="5" fill="{tint}" fill-opacity="0.18"/>'
        f'<text x="{right - 8:.1f}" y="{top + 16.5:.1f}" text-anchor="end">'
        f"{number(value)}</text>"
    )


def _badge(sign, left, right, y):
    is_symbol = len(sign) == 1
    size, fall = (20, 7) if is_symbol else (14, 5)
    style = f'fill="#fff" font-weight="700" font-size="{size}"'
    return (
        f'<rect x="{left:.1f}" y="{y - BADGE / 2:.1f}" width="{right - left:.1f}" '
        f'height="{BADGE}" rx="{BADGE / 2}" fill="{DARK}"/>'
        + _text(sign, (left + right) / 2, y + fall, style)
    )


def _text(text, x, y, style):
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="middle"'
    return f"<text {place} {style}>{escape(text)}</text>"


def _name(node):
    if len(node.name) <= LETTERS:
        return node.name
    return node.name[: LETTERS - 1] + "…"


def _sign(node):
    if node.operation.startswith("**"):
        return "( )" + node.operation[2:].translate(SUPERSCRIPTS)
    return SIGNS.get(node.operation, node.operation)


def _indent(node):
    return OVERLAP if node.inputs else 0
