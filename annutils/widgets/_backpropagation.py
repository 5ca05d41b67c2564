"""The figure of backpropagation."""

from annutils.widgets._figure import Figure
from annutils.widgets._settings import whole

__all__ = ["backpropagation"]

ALT = (
    "A computational graph: the value a = 5 u = 4 is used by two products, v₁ and v₂, "
    "whose squares add up to the loss, 100. Back along one edge the slope 18 comes to "
    "a, along the other 32; they meet in a plus. The slope at a is 50, that at u 250."
)
# Of each node: its place, its value, and the slope of the loss there.
NODES = {
    "w₁": (0, 2, 1.5, 48),
    "u": (0, 1, 0.8, 250),
    "a": (1, 1, 4, 50),
    "w₂": (0, 0, -2, -64),
    "v₁": (2, 2, 6, 12),
    "v₂": (2, 0, -8, -16),
    "loss": (3, 1, 100, 1),
}
EDGES = "w₁ v₁", "u a", "a v₁", "a v₂", "w₂ v₂", "v₁ loss", "v₂ loss"
MEETING = 1.5, 1  # where a is used twice
SHARES = {(1.65, 1.5): 18, (1.65, 0.5): 32}  # that come back to it


def backpropagation(step=0):
    """Show how slopes go back through a graph, and add up where a value is used twice.

    Parameters
    ----------
    step : int
        How many steps back are made at first, from 0 to 8; after 5 the sum is known.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If it is no integer.
    ValueError
        If it is outside its range.
    """
    settings = {"step": whole("step", step, 0, 8)}
    return Figure("ann-backpropagation", settings, _draw, ALT, figsize=(5, 2.8))


def _draw(ax):
    from annutils import plot

    round_box = {"boxstyle": "circle", "facecolor": "white", "edgecolor": plot.ORANGE}
    for start, end in map(str.split, EDGES):
        left = MEETING if start == "a" else NODES[start][:2]
        arrow = {"arrowstyle": "->", "color": "0.4", "shrinkA": 14, "shrinkB": 24}
        ax.annotate("", NODES[end][:2], left, arrowprops=arrow)
    ax.plot([1.2, MEETING[0]], [1, 1], color="0.4", lw=1, zorder=0)
    ax.text(*MEETING, "+", ha="center", va="center", bbox=round_box)
    for place, share in SHARES.items():
        ax.text(*place, share, color=plot.ORANGE, ha="center", va="center")
    for name, (x, y, value, slope) in NODES.items():
        ax.text(x, y, name, ha="center", va="center", weight="bold")
        ax.text(x, y + 0.2, _written(value), ha="center", color=plot.BLUE)
        ax.text(x, y - 0.4, _written(slope), ha="center", color=plot.ORANGE)
    ax.set(xlim=(-0.4, 3.4), ylim=(-0.5, 2.4))
    ax.axis("off")


def _written(number):
    return f"{number:g}".replace("-", "\N{MINUS SIGN}")
