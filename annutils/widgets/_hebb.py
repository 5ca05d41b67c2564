"""The figure of Hebb's rule and Oja's: an arrow of weights in a cloud of points."""

import json
import math
from functools import partial

import numpy as np

from annutils.checks import checked_between, checked_numbers, checked_sequence
from annutils.widgets._figure import Figure

__all__ = ["hebb"]

ALT = (
    "Left: a cloud of gray points stretched along a dotted line. A green path begins "
    "at a dot, comes closer to the origin, turns, and ends on the dotted line, as does "
    "an arrow of length 1 from the origin. Right, on a logarithmic axis: the length "
    "under Hebb's rule rises along a straight line to millions; under Oja's it goes to "
    "1 and stays there."
)
FEWEST, MOST = 10, 1000  # points
REACH = 2.1  # of the picture's plane


def hebb(samples, *, tilt=30, start=(1.2, -1.6), learning_rate=0.02):
    r"""Let readers turn a cloud of points, and see where its points lead the weights.

    The linear unit :math:`a = \mathbf{w} \cdot \mathbf{x}` meets the samples once, in
    their order. By Hebb's rule or by Oja's (Journal of Mathematical Biology 15, 1982,
    267-273), its weights change by

    .. math::
        \eta\, a\, \mathbf{x} \quad\text{or}\quad
        \eta\, a\, (\mathbf{x} - a\, \mathbf{w}).

    Parameters
    ----------
    samples : array of shape (n_samples, 2)
        10 to 1000 points around the origin, before the cloud is turned; in the unit of
        both axes.
    tilt : float
        By how many degrees it is turned at first, counterclockwise, from -180 to 180.
    start : tuple of float
        The first weights, each from -2.1 to 2.1.
    learning_rate : float
        :math:`\eta`, from 0.001 to 0.1.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If something is no number, or the start no list or tuple.
    ValueError
        If the samples are of another shape or not finite, or a number is outside its
        range; or if all first weights are 0, which no step would change.
    """
    samples = checked_numbers("samples", samples)
    shape = samples.shape
    if samples.ndim != 2 or shape[1] != 2 or not FEWEST <= len(samples) <= MOST:
        raise ValueError(
            f"Expected {FEWEST} to {MOST} samples of 2 features, got the shape {shape}."
        )
    rate = checked_between("learning_rate", learning_rate, 0.001, 0.1)
    weights = checked_sequence("start", start)
    if len(weights) != 2:
        raise ValueError(f"Expected a start of 2 weights, got {len(weights)}.")
    x, y = (checked_between("start", w, -REACH, REACH) for w in weights)
    if not (x or y):
        raise ValueError("Expected a start that is not the origin.")
    settings = {"tilt": checked_between("tilt", tilt, -180, 180), "x": x, "y": y}
    points = np.round(samples.astype(float), 3)
    text = json.dumps({"samples": points.tolist(), "rate": rate}, separators=(",", ":"))
    draw = partial(_draw, points=points, tilt=tilt, start=(x, y), rate=rate)
    return Figure("ann-hebb", settings, draw, ALT, figsize=(5, 2.7), carried=text)


def _draw(ax, points, tilt, start, rate):
    from annutils import plot

    angle = math.radians(tilt)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    X = points @ turn  # (m, 2)
    hebb, oja = (_learned(X, start, rate, forget) for forget in (0, 1))
    _, directions = np.linalg.eigh(np.cov(X.T))
    ax.set_axis_off()
    left, right = (
        ax.inset_axes([0.06, 0.1, 0.4, 0.8]),
        ax.inset_axes([0.68, 0.1, 0.32, 0.8]),
    )
    left.scatter(*X.T, s=6, color="0.75")
    left.axline((0, 0), directions[:, -1], color="0.4", linestyle=":")
    left.plot(*oja.T, "o-", color=plot.GREEN, markevery=[0])
    arrow = {"color": plot.GREEN, "width": 2, "headwidth": 9, "shrink": 0}
    left.annotate("", oja[-1], (0, 0), arrowprops=arrow)
    left.set(xlim=(-REACH, REACH), ylim=(-REACH, REACH), aspect="equal")
    left.set(xlabel="$w_1$, $x_1$", ylabel="$w_2$, $x_2$", title="Oja's weights turn")
    for name, path, color in (("Hebb", hebb, plot.ORANGE), ("Oja", oja, plot.GREEN)):
        lengths = np.linalg.norm(path, axis=1)
        right.semilogy(lengths, color=color)
        right.annotate(
            name,
            (0.75 * len(X), lengths[3 * len(X) // 4]),
            (-4, 6),
            textcoords="offset points",
            ha="right",
            color=color,
        )
    right.set(xlabel="samples seen", ylabel="length", title="Hebb's explode")


def _learned(X, w, rate, forget):
    """Return the weights at first and after each sample, (m + 1, 2)."""
    path = [np.array(w, float)]
    for x in X:
        w = path[-1]
        a = w @ x
        path.append(w + rate * a * (x - forget * a * w))
    return np.array(path)
