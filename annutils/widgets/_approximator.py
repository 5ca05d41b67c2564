"""The figure of universal approximation."""

from annutils.palette import BLUE, INK, ORANGE
from annutils.widgets._figure import Figure
from annutils.widgets._settings import one_of, whole

__all__ = ["approximator"]

ALT = (
    "A dashed curve, and the pieces of equal width that follow it: level ones, each at "
    "the value that the curve has in its middle, or straight lines between its values. "
    "A bar marks the largest error, a dot at the bottom each hidden unit."
)
TARGETS = "wave", "hill", "roof", "jump", "own"
KINDS = "steps", "hinges"


def approximator(target="wave", *, kind="steps", pieces=10):
    """Show a curve followed by pieces, and the error against their number.

    Parameters
    ----------
    target : str
        The curve at first: "wave", "hill", "roof", "jump" or "own", a wave that readers
        bend.
    kind : str
        What the pieces are made of: "steps", by sigmoid units, or "hinges", by ReLUs.
    pieces : int
        From 1 to 40.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If `pieces` is no integer.
    ValueError
        If it is outside its range, or a word is none of those above.
    """
    settings = {
        "target": one_of("target", target, TARGETS),
        "kind": one_of("kind", kind, KINDS),
        "pieces": whole("pieces", pieces, 1, 40),
    }

    def draw(ax):
        _draw(ax, **settings)

    return Figure("ann-approximator", settings, draw, ALT, figsize=(5, 3.4))


def _draw(ax, target, kind, pieces):
    import numpy as np

    def wave(x):
        return np.sin(3 * np.pi * x**2)

    jump = (3 - 5**0.5) / 2  # as far as can be from all borders of equal pieces
    curve = {
        "wave": wave,
        "own": wave,
        "hill": lambda x: 1.6 * np.exp(-30 * (x - 0.45) ** 2) - 0.8,
        "roof": lambda x: 0.9 - 3.4 * np.abs(x - 0.5),
        "jump": lambda x: np.where(x < jump, -0.6, 0.7 - 0.8 * (x - jump)),
    }[target]
    # Nor may an error be overlooked just before a step, or before the jump.
    borders = np.arange(1, pieces) / pieces
    x = np.r_[np.linspace(0, 1, 401), borders - 1e-9, borders, jump - 1e-9, jump]
    x.sort()
    if kind == "steps":
        levels = curve((np.arange(pieces) + 0.5) / pieces)
        output = levels[np.searchsorted(borders, x, side="right")]
    else:
        ends = np.linspace(0, 1, pieces + 1)
        output = np.interp(x, ends, curve(ends))
    units = np.arange(kind == "steps", pieces) / pieces
    errors = np.abs(output - curve(x))
    worst = errors.argmax()
    ax.plot(x, curve(x), "--", color=INK)
    ax.plot(x, output, color=BLUE)
    ends = sorted([curve(x)[worst], output[worst]])
    ax.vlines(x[worst], *ends, color=ORANGE, linewidth=4)
    ax.scatter(units, np.full(len(units), -1.5), s=12, color=INK)
    ax.set(xlabel="$x$", ylabel="$y$")
    ax.set_title(f"{pieces} pieces: largest error {round(errors[worst], 4):.2g}")
