"""The figure of the softmax: three scores, and a step of descent for each."""

from functools import partial

from annutils.checks import checked_between
from annutils.widgets._figure import Figure
from annutils.widgets._settings import one_of

__all__ = ["softmax"]

ALT = (
    "The scores of three classes as points, their probabilities below as bars. An "
    "arrow from each point is one step of descent: the true class goes up by what its "
    "probability lacks to 1, each other class down by its own probability."
)
TARGETS = "0", "1", "2"
FOOT = -5.4  # of the bars, below the scores
BAR = 1.6  # as high as the probability 1


def softmax(z0=2.5, z1=-2.0, z2=-0.5, target="1"):
    """Show the scores of three classes to drag, and a step down their loss.

    Parameters
    ----------
    z0, z1, z2 : float
        The scores, or logits, at first, from -3 to 3.
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
        checked_between(name, value, -3, 3)
    settings = numbers | {"target": one_of("target", target, TARGETS)}
    draw = partial(_draw, z=(z0, z1, z2), target=int(target))
    return Figure("ann-softmax", settings, draw, ALT)


def _draw(ax, z, target):
    import numpy as np

    from annutils import activations, plot

    p, y = activations.softmax(np.array(z, float)), np.eye(3)[target]
    colors, classes = (plot.BLUE, plot.ORANGE, plot.GREEN), np.arange(3)
    bars = {"width": 0.36, "bottom": FOOT}
    ax.bar(classes, BAR * p, color=colors, **bars)
    ax.bar(target, BAR, facecolor="none", edgecolor="0.1", linestyle="--", **bars)
    ax.hlines(FOOT, -0.3, 2.5, color="0.4", linewidth=1)
    for k, color in enumerate(colors):
        ax.plot(k, z[k], "o", color=color, markersize=9)
        step = y[k] - p[k]
        _arrow(ax, k + 0.25, z[k], step)
        ax.text(k + 0.32, z[k] + step, _signed(step), va="center")
        ax.text(k, FOOT - 0.6, f"{p[k]:.2f}", ha="center", va="center")
    ax.text(-0.5, FOOT - 0.6, r"$\hat{y}$", ha="center", va="center")
    names = [f"class {k}, true" if k == target else f"class {k}" for k in classes]
    ax.set(xlim=(-0.6, 2.8), ylim=(FOOT - 1.2, 3.9), yticks=range(-3, 4))
    ax.set_xticks(classes, names)
    ax.set_title(f"One step of descent, loss {-np.log(p[target]):.2f}")
    ax.set_ylabel("score $z$", y=0.65)


def _signed(number):
    return f"{number:+.2f}".replace("-", "\N{MINUS SIGN}")


def _arrow(ax, x, start, length):
    look = {"arrowstyle": "->", "color": "0.1", "linewidth": 2}
    look |= {"shrinkA": 0, "shrinkB": 0, "mutation_scale": min(14, 40 * abs(length))}
    ax.annotate("", (x, start + length), (x, start), arrowprops=look)
