"""The figure of the softmax: three logits, and how descent pulls them."""

from functools import partial

from annutils.checks import checked_between
from annutils.widgets._figure import Figure
from annutils.widgets._settings import one_of

__all__ = ["softmax"]

ALT = (
    "The logits of three classes as points, their probabilities below. An arrow from "
    "each point shows how descent pulls it: that of the true class up, the others down."
)
TARGETS = "0", "1", "2"
RATE = 2  # of the step that the arrows show
FOOT = -7.2  # of the bars, below the logits


def softmax(z0=2.5, z1=-2.0, z2=-0.5, target="1"):
    """Show the logits of three classes to drag, and the gradient of their loss.

    Parameters
    ----------
    z0, z1, z2 : float
        The logits at first, from -4 to 4.
    target : str
        The true class at first: "0", "1" or "2".

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If a number is none.
    ValueError
        If a number is outside its range, or `target` is no such class.
    """
    numbers = {"z0": z0, "z1": z1, "z2": z2}
    for name, value in numbers.items():
        checked_between(name, value, -4, 4)
    settings = numbers | {"target": one_of("target", target, TARGETS)}
    draw = partial(_draw, z=(z0, z1, z2), target=int(target))
    return Figure("ann-softmax", settings, draw, ALT)


def _draw(ax, z, target):
    import numpy as np

    from annutils import activations, plot

    p, y = activations.softmax(np.array(z, float)), np.eye(3)[target]
    colors, classes = (plot.BLUE, plot.ORANGE, plot.GREEN), np.arange(3)
    bars = {"width": 0.36, "bottom": FOOT}
    ax.bar(classes, RATE * p, color=colors, **bars)
    ax.bar(target, RATE, facecolor="none", edgecolor="0.1", linestyle="--", **bars)
    ax.hlines(FOOT, -0.3, 2.5, color="0.4", linewidth=1)
    for k, color in enumerate(colors):
        ax.plot(k, z[k], "o", color=color, markersize=9)
        for start in (z[k], FOOT + RATE * p[k]):
            _arrow(ax, k + 0.3, start, RATE * (y[k] - p[k]))
        ax.text(k, FOOT - 0.8, f"{p[k]:.2f}", ha="center", va="center")
    ax.text(-0.5, FOOT - 0.8, r"$\hat{y}$", ha="center", va="center")
    ax.set(xlim=(-0.6, 2.6), ylim=(FOOT - 1.6, 4.2), xticks=classes, xlabel="class")
    ax.set(yticks=range(-4, 5, 2), ylabel="logit $z$")


def _arrow(ax, x, start, length):
    look = {"arrowstyle": "->", "color": "0.1", "linewidth": 2}
    look |= {"shrinkA": 0, "shrinkB": 0, "mutation_scale": min(14, 40 * abs(length))}
    ax.annotate("", (x, start + length), (x, start), arrowprops=look)
