"""The figure of backpropagation."""

from functools import partial

from annutils.widgets._figure import Figure
from annutils.widgets._settings import one_of

__all__ = ["backpropagation"]

ALT = (
    "A computational graph, its values from left to right and its gradients from right "
    "to left. Where a value is used twice, what comes back along both ways is added."
)
GRAPHS = "neuron", "shared", "network"
# Of each node: its place, its value, and its gradient; then the edges.
NEURON = (
    {
        "w": (0, 2, 2, -18),
        "x": (0, 0, 3, -12),
        "z": (1, 1, 6, -6),
        "a": (2, 1, 6, -6),
        "y": (2, 0, 9, 6),
        "e": (3, 1, -3, -6),
        "loss": (4, 1, 9, 1),
    },
    ("w z", "x z", "z a", "a e", "y e", "e loss"),
)
SHARED = (
    {
        "w₁": (0, 2, 1, 8),
        "a": (0, 1, 2, 40),
        "w₂": (0, 0, -3, -24),
        "v₁": (1, 2, 2, 4),
        "v₂": (1, 0, -6, -12),
        "q₁": (2, 2, 4, 1),
        "q₂": (2, 0, 36, 1),
        "loss": (3, 1, 40, 1),
    },
    ("w₁ v₁", "a v₁", "a v₂", "w₂ v₂", "v₁ q₁", "v₂ q₂", "q₁ loss", "q₂ loss"),
)


def backpropagation(graph="shared"):
    """Show a computational graph to step through, forward and backward.

    Parameters
    ----------
    graph : str
        "neuron", "shared" or "network", at first.

    Returns
    -------
    Figure

    Raises
    ------
    ValueError
        If there is no graph of this name.
    """
    one_of("graph", graph, GRAPHS)
    draw = partial(_draw, graph=graph)
    return Figure("ann-backpropagation", {"graph": graph}, draw, ALT, figsize=(5, 2.6))


def _draw(ax, graph="shared"):
    from annutils import plot

    nodes, edges = NEURON if graph == "neuron" else SHARED
    for start, end in map(str.split, edges):
        arrow = {"arrowstyle": "->", "color": "0.4", "shrinkA": 22, "shrinkB": 22}
        ax.annotate("", nodes[end][:2], nodes[start][:2], arrowprops=arrow)
    for name, (x, y, *numbers) in nodes.items():
        ax.text(x, y, name, ha="center", va="center", weight="bold")
        value, gradient = (str(n).replace("-", "\N{MINUS SIGN}") for n in numbers)
        ax.text(x, y + 0.2, value, ha="center", color=plot.BLUE)
        ax.text(x, y - 0.4, gradient, ha="center", color=plot.ORANGE)
    ax.set(xlim=(-0.4, max(x for x, *_ in nodes.values()) + 0.4), ylim=(-0.5, 2.4))
    ax.axis("off")
