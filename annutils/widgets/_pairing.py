"""The figure of two methods on the same seeds."""

import json
import math
from functools import partial

import numpy as np

from annutils.checks import checked_numbers, checked_sequence
from annutils.widgets._figure import Figure

__all__ = ["pairing"]

ALT = (
    "Two rows of dots, the errors of two methods, joined by a line for each seed. The "
    "bars, 95% intervals of both means, overlap. Below, on a scale of the same length, "
    "the changes with the bar of their mean, which lies to the left of zero, and a "
    "gray bar, longer, of the same runs unpaired."
)
FEWEST, MOST = 2, 30  # seeds
BOXES = (0.47, 0.53), (0.13, 0.16)  # of both panels: where they begin, how high
BELOW = 0.55  # of the scale of changes lies left of zero


def pairing(before, after, *, names=("before", "after")):
    """Let readers pair runs of two methods by seed, or each with another seed's.

    Parameters
    ----------
    before, after : array of shape (n_seeds,)
        Errors of both methods in percent, in the same order of 2 to 30 seeds.
    names : tuple of str
        Of the two methods.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If the errors are no numbers, or the names no sequence.
    ValueError
        If there are not as many of one method as of the other, or too few or too
        many; or if there are not two names.
    """
    from scipy.special import stdtrit

    errors = [
        checked_numbers(name, given)
        for name, given in (("before", before), ("after", after))
    ]
    shapes = [own.shape for own in errors]
    n_seeds = len(errors[0]) if errors[0].ndim == 1 else 0
    if shapes[0] != shapes[1] or not FEWEST <= n_seeds <= MOST:
        raise ValueError(
            f"Expected the errors of {FEWEST} to {MOST} seeds, as many before as "
            f"after, got the shapes {shapes[0]} and {shapes[1]}."
        )
    names = checked_sequence("names", names)
    if len(names) != 2:
        raise ValueError(f"Expected two names, got {len(names)}.")
    carried = {
        "names": list(names),
        "errors": [[round(float(error), 2) for error in own] for own in errors],
        "t": round(float(stdtrit(n_seeds - 1, 0.975)), 6),
    }
    text = json.dumps(carried, separators=(",", ":"))
    draw = partial(_draw, errors=errors, names=names)
    return Figure("ann-pairing", {}, draw, ALT, figsize=(4.6, 3.6), carried=text)


def _draw(ax, errors, names):
    from scipy import stats

    from annutils import palette, plot
    from annutils.experiments import Spread

    ax.set_axis_off()
    top, below = (ax.inset_axes([0.16, low, 0.84, up]) for low, up in BOXES)

    def bar(panel, spread, height, color):
        panel.plot(spread.interval, [height] * 2, color=color, linewidth=4)
        panel.plot(spread.mean, height, "o", color=color)

    before, after = errors
    top.plot([before, after], [1, 0], ".-", color="0.6", linewidth=1)
    bar(top, Spread(tuple(before)), 1.3, plot.ORANGE)
    bar(top, Spread(tuple(after)), -0.3, plot.BLUE)
    low, high = math.floor(np.min(errors)) - 1, math.ceil(np.max(errors)) + 1
    top.set(xlim=(low, high), ylim=(-0.6, 1.6), yticks=(1, 0), yticklabels=names)
    top.set(xlabel="Error, percent")
    change = Spread(tuple(after - before))
    below.axvline(0, color="0.2", linewidth=1)
    below.plot(change.values, [1] * len(before), ".", color="0.6")
    bar(below, change, 0, palette.PURPLE)
    unpaired = stats.ttest_ind(after, before, equal_var=False).confidence_interval()
    below.plot(unpaired, [-0.5] * 2, color="0.6", linewidth=4)
    least = -math.ceil(BELOW * (high - low))
    below.set(xlim=(least, least + high - low), ylim=(-0.8, 1.8), yticks=[])
    below.set(xlabel="Change in each pair, percentage points")
