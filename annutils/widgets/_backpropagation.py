"""The figure of backpropagation."""

from annutils.widgets._figure import Figure
from annutils.widgets._settings import one_of

__all__ = ["backpropagation"]

ALT = (
    "The computational graph of one neuron with a squared error, its values from left "
    "to right and its gradients from right to left."
)
GRAPHS = "neuron", "shared", "network"


def backpropagation(graph="neuron"):
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
    return Figure("ann-backpropagation", {"graph": graph}, _draw, ALT, figsize=(5, 2.6))


def _draw(ax):
    from annutils import plot

    nodes = {
        "w": (0, 2, 2, -18),
        "x": (0, 0, 3, -12),
        "z": (1, 1, 6, -6),
        "a": (2, 1, 6, -6),
        "y": (2, 0, 9, 6),
        "e": (3, 1, -3, -6),
        "loss": (4, 1, 9, 1),
    }
    edges = ("w z", "x z", "z a", "a e", "y e", "e loss")
    for start, end in map(str.split, edges):
        arrow = {"arrowstyle": "->", "color": "0.4", "shrinkA": 22, "shrinkB": 22}
        ax.annotate("", nodes[end][:2], nodes[start][:2], arrowprops=arrow)
    for name, (x, y, *numbers) in nodes.items():
        ax.text(x, y, name, ha="center", va="center", weight="bold")
        value, gradient = (str(n).replace("-", "\N{MINUS SIGN}") for n in numbers)
        ax.text(x, y + 0.2, value, ha="center", color=plot.BLUE)
        ax.text(x, y - 0.4, gradient, ha="center", color=plot.ORANGE)
    ax.set(xlim=(-0.4, 4.4), ylim=(-0.5, 2.4))
    ax.axis("off")
