"""From a value to the drawing of its graph."""

from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import NamedTuple

from annutils.autodiff.cards import (
    HEIGHT,
    INK,
    LEGEND,
    badge_width,
    card,
    legend,
    name_width,
    number,
    numbers_width,
)
from annutils.autodiff.layout import layered
from annutils.autodiff.value import Value

LIMIT = 200
"""Most values in a drawing: more would not be legible."""

EDGE, GROUND = "#64717e", "#f4f6f8"
GAP, SPACE, MARGIN = 22, 30, 16
"""Pixels free between cards, between columns, and around all."""
ARROW, PORT = 9, 7
"""Pixels: length of an arrowhead; distance of two arrows from the middle of a badge."""
WORDS = {"+": "sum", "-": "difference", "*": "product", "/": "quotient"}


@dataclass(frozen=True, repr=False)
class Graph:
    """A drawing that notebooks show.

    Attributes
    ----------
    svg : str
        The drawing: a standalone SVG document with title and description.
    title : str
        What it shows, in a few words.
    width : int
        Its width in pixels; at this width no text is smaller than 14 pixels.
    """

    svg: str
    title: str
    width: int

    def __repr__(self):
        return f"<{self.title}>"

    def _repr_svg_(self):
        return self.svg

    def _repr_html_(self):
        """Shrink with the page until text has 12 pixels; from there on, scroll."""
        style = f"width:100%;height:auto;min-width:{self.width * 12 // 14 + 1}px"
        drawing = self.svg.replace("<svg", f'<svg style="{style}"', 1)
        return (
            f'<div tabindex="0" role="group" aria-label="{escape(self.title)}" '
            f'style="overflow-x:auto;max-width:{self.width}px;margin:0.5rem auto">'
            f"{drawing}</div>"
        )


def draw(value):
    """Draw the computational graph of a value, as it is now.

    Parameters
    ----------
    value : Value
        The result; what it was computed from stands to the left of it.

    Returns
    -------
    Graph
        Notebooks show it as SVG. The same graph gives the same bytes.

    Raises
    ------
    TypeError
        If it is not a Value.
    ValueError
        If the graph has more than 200 values.
    """
    if not isinstance(value, Value):
        raise TypeError(f"Expected an annutils.autodiff.Value, got {value!r}.")
    nodes = value.topological_order()
    if len(nodes) > LIMIT:
        raise ValueError(f"Expected at most {LIMIT} values to draw, got {len(nodes)}.")
    sheet = _Sheet(nodes)
    width, height = sheet.size()
    title = f"Computational graph of {value.name or 'a result'} ({len(nodes)} values)"
    content = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}" font-size="15" '
        f'fill="{INK}" font-family="system-ui, Segoe UI, Roboto, Helvetica Neue, '
        f'Arial, sans-serif">',
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(_description(nodes))}</desc>",
        f'<rect width="{width}" height="{height}" rx="8" fill="{GROUND}"/>',
        *sheet.edges(),
        *sheet.cards(),
        legend(MARGIN, height - MARGIN - 4),
        "</svg>",
    ]
    return Graph("\n".join(content), title, width)


class _Span(NamedTuple):
    """Where a column begins with its arrows, its cards, their numbers; its end."""

    start: float
    left: float
    numbers: float
    right: float


class _Sheet:
    """The drawing's geometry, in pixels, and what is drawn on it."""

    def __init__(self, nodes):
        index = {node: i for i, node in enumerate(nodes)}
        self.nodes = nodes
        self.inputs = [[index[source] for source in node.inputs] for node in nodes]
        # Swapping the terms of a sum or the factors of a product changes nothing.
        free = [node.operation in "+*" for node in nodes]
        self.layout = layered(self.inputs, free, height=HEIGHT, gap=GAP)
        self.y = {place: y + MARGIN for place, y in self.layout.y.items()}
        self.spans = self._spans()

    def _spans(self):
        """Return the ends of all columns and of the parts of their cards."""
        spans, right = [], MARGIN - SPACE
        for column in range(len(self.layout.columns)):
            pairs = zip(self.nodes, self.layout.column, strict=True)
            here = [node for node, own in pairs if own == column]
            start = right + SPACE
            left = start + max(ARROW * bool(n.inputs) + badge_width(n) for n in here)
            numbers = left + max(map(name_width, here))
            right = numbers + max(map(numbers_width, here))
            spans.append(_Span(start, left, numbers, right))
        return spans

    def size(self):
        """Return width and height of the sheet."""
        right = max(self.spans[-1].right, MARGIN + LEGEND)
        bottom = max(self.y.values()) + HEIGHT / 2
        return round(right + MARGIN), round(bottom + 3 * MARGIN)

    def cards(self):
        """Yield the cards of all nodes."""
        for i, node in enumerate(self.nodes):
            column = self.layout.column[i]
            _, left, numbers, right = self.spans[column]
            yield card(node, left, numbers, right, self.y[i, column])

    def edges(self):
        """Return all edges; those that leave the same node share their way."""
        marks = {}
        for target, sources in enumerate(self.inputs):
            tip = self.spans[self.layout.column[target]].left
            tip -= badge_width(self.nodes[target])
            for source, port in zip(sources, self._ports(target), strict=True):
                *way, end = self.layout.ways[source, target]
                for link in pairwise(way):
                    stop = self.spans[link[1][1]].right
                    marks[link] = self._curve(*link, self.y[link[1]], stop)
                y = self.y[end] + port
                marks[way[-1], end, port] = self._curve(way[-1], end, y, tip - 4)
                marks[end, port] = _arrow(tip + abs(port) / 4, y)
        return marks.values()

    def _ports(self, target):
        """Return how far below the middle of its badge each input of a node arrives."""
        sources = self.inputs[target]
        if len(sources) < 2:
            return [0] * len(sources)
        first, second = (self.y[self.layout.ways[s, target][-2]] for s in sources)
        swap = self.nodes[target].operation in "+*" and first > second
        return [PORT, -PORT] if swap else [-PORT, PORT]

    def _curve(self, start, end, y, stop):
        """Return a curve from a place to a height in the next column, and on."""
        left, right = self.spans[start[1]].right, self.spans[end[1]].start
        middle = (left + right) / 2
        return (
            f'<path fill="none" stroke="{EDGE}" stroke-width="1.6" '
            f'd="M{left:.1f} {self.y[start]:.1f}C{middle:.1f} {self.y[start]:.1f} '
            f'{middle:.1f} {y:.1f} {right:.1f} {y:.1f}H{stop:.1f}"/>'
        )


def _arrow(x, y):
    return f'<path d="M{x:.1f} {y:.1f}l-{ARROW} -4.5v9z" fill="{EDGE}"/>'


def _description(nodes):
    """Return the graph in words, for those who do not see it."""
    names, sentences = {}, []
    for node in nodes:
        names[node] = node.name or (f"v{len(names)}" if node.inputs else "a constant")
        operands = " and ".join(names[source] for source in node.inputs)
        origin = f", {_word(node)} of {operands}," if node.inputs else ""
        numbers = f"{number(node.data)}, gradient {number(node.grad)}"
        sentences.append(f"{names[node]}{origin} is {numbers}.")
    return " ".join(sentences)


def _word(node):
    if node.operation.startswith("**"):
        return f"power {node.operation[2:]}"
    if node.operation == "-" and len(node.inputs) == 1:
        return "negative"
    return WORDS.get(node.operation, node.operation)
