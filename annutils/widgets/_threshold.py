"""The figure of the formal neuron: a truth table, sorted and cut."""

from annutils.checks import checked_between
from annutils.widgets._figure import Figure
from annutils.widgets._settings import one_of, whole

__all__ = ["threshold"]

ALT = (
    "The eight rows of three inputs above their weighted sums, with all weights 1: one "
    "row at 0, three at 1, three at 2, one at 3. Cuts at 0.5, 1.5 and 2.5 make OR, "
    "majority and AND. Rows with an odd number of ones, at 1 and 3, lie between the "
    "others, at 0 and 2: no single cut parts them."
)
GATES = "and", "majority", "or", "nand", "veto", "xor"


def threshold(gate="majority", threshold=0.5, *, w1=1, w2=1, w3=1):
    """Show a formal neuron of three inputs: the rows it fires for, right of a cut.

    Parameters
    ----------
    gate : str
        What it should be at first: "and", "majority", "or", "nand", "veto" (the first
        two inputs, unless the third) or "xor" (an odd number).
    threshold : float
        The sum from which on it fires, from -6.5 to 6.5.
    w1, w2, w3 : int
        The weights at first, from -2 to 2.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If a number is none, or a weight is not whole.
    ValueError
        If a number is outside its range, or the gate is none of those above.
    """
    settings = {
        "gate": one_of("gate", gate, GATES),
        "threshold": checked_between("threshold", threshold, -6.5, 6.5),
    }
    for name, value in {"w1": w1, "w2": w2, "w3": w3}.items():
        settings[name] = whole(name, value, -2, 2)
    return Figure("ann-threshold", settings, _draw, ALT, figsize=(5, 3.2))


def _draw(ax):
    from itertools import product

    from annutils import plot

    look = {"ha": "center", "va": "center", "fontfamily": "monospace"}
    heights = dict.fromkeys(range(4), 0)
    for row in product((0, 1), repeat=3):
        total = sum(row)
        color = (plot.BLUE, plot.ORANGE)[total % 2]
        box = {"boxstyle": "square" if total % 2 else "round", "fc": "1", "ec": color}
        place = total, heights[total] + 0.6
        ax.text(*place, "".join(map(str, row)), bbox=box, **look)
        heights[total] += 1
    for cut, name in ((0.5, "OR"), (1.5, "majority"), (2.5, "AND")):
        ax.axvline(cut, color="0.1", linestyle="--")
        ax.text(cut, 3.6, f" {name}", ha="left")
    ax.set(xlim=(-0.5, 3.8), ylim=(0, 4), xticks=range(4), yticks=[])
    ax.set_xlabel("weighted sum")
