"""The figure of the formal neuron: a truth table, sorted and cut."""

from functools import partial

from annutils.checks import checked_between
from annutils.widgets._figure import Figure
from annutils.widgets._settings import one_of, whole

__all__ = ["threshold"]

ALT = (
    "The eight rows of three inputs, as high as their weighted sums, each with the "
    "answer that a gate asks for. Dashed bars say which gate a threshold there makes. "
    "With all weights 1, one row is at 0, three are at 1, three at 2, one at 3; the "
    "bars are OR, majority and AND. Rows with an odd number of ones, at 1 and 3, stand "
    "above and below others, so no bar makes XOR."
)
GATES = {
    "and": lambda x: sum(x) == 3,
    "majority": lambda x: sum(x) >= 2,
    "or": lambda x: sum(x) >= 1,
    "nand": lambda x: sum(x) < 3,
    "veto": lambda x: x == (1, 1, 0),
    "xor": lambda x: sum(x) % 2 == 1,
}
NAMES = {"and": "AND", "or": "OR", "nand": "NAND"}  # the others are words


def threshold(gate="majority", threshold=0.5, *, w1=1, w2=1, w3=1):
    """Show a formal neuron of three inputs: the rows it fires for, above a bar.

    Parameters
    ----------
    gate : str
        What it should be at first: "and", "majority", "or", "nand", "veto" (the first
        two inputs, unless the third) or "xor" (an odd number).
    threshold : float
        The sum from which on it fires, from -3.5 to 3.5.
    w1, w2, w3 : int
        The weights at first, from -1 to 1.

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
        "gate": one_of("gate", gate, list(GATES)),
        "threshold": checked_between("threshold", threshold, -3.5, 3.5),
    }
    for name, value in {"w1": w1, "w2": w2, "w3": w3}.items():
        settings[name] = whole(name, value, -1, 1)
    draw = partial(_draw, gate=gate, weights=(w1, w2, w3))
    return Figure("ann-threshold", settings, draw, ALT, figsize=(5, 3.2))


def _draw(ax, gate, weights):
    from itertools import product

    from annutils import plot

    look = {"ha": "center", "va": "center", "fontfamily": "monospace"}
    rows = list(product((0, 1), repeat=3))
    sums = {
        x: sum(w * value for w, value in zip(weights, x, strict=True)) for x in rows
    }
    beside = dict.fromkeys(sums.values(), 0)
    for x, total in sums.items():
        wanted = GATES[gate](x)
        color, box = ((plot.BLUE, "round"), (plot.ORANGE, "square"))[wanted]
        text = "".join(map(str, x)) + f"\N{RIGHTWARDS ARROW}{wanted:d}"
        style = {"boxstyle": box, "fc": "1", "ec": color}
        ax.text(beside[total] + 0.5, total, text, bbox=style, **look)
        beside[total] += 1
    low, high = min(beside), max(beside)
    for cut in range(low, high):
        fired = [total > cut for total in sums.values()]
        for name, answer in GATES.items():
            if fired == [answer(x) for x in rows]:
                ax.axhline(cut + 0.5, color="0.1", linestyle="--")
                ax.text(4.9, cut + 0.52, NAMES.get(name, name), ha="right", va="bottom")
    ax.set(xlim=(0, max(5, *beside.values())), ylim=(low - 0.6, high + 0.6), xticks=[])
    ax.set(yticks=range(low, high + 1), ylabel="weighted sum")
