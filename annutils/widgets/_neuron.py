"""The figure of a single neuron."""

from functools import partial

from annutils.checks import checked_between
from annutils.widgets._figure import Figure
from annutils.widgets._settings import one_of

__all__ = ["neuron"]

ALT = (
    "The output of a neuron over the plane of its two inputs: white on the straight "
    "line where its weighted sum z is 0, orange where z is larger, blue where smaller. "
    "An arrow at right angles to the line has the direction of the weights. On thin "
    "lines, evenly spaced, an output without bound is 1, 2, 3 and so on."
)
ACTIVATIONS = "step", "sigmoid", "tanh", "relu", "leaky_relu", "linear"


def neuron(w1=1.0, w2=-1.0, b=0.5, activation="sigmoid"):
    """Show a neuron of two inputs: weights, bias and activation to choose.

    Parameters
    ----------
    w1, w2, b : float
        Weights and bias at first, from -4 to 4.
    activation : str
        "step", "sigmoid", "tanh", "relu", "leaky_relu" or "linear".

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If a number is none.
    ValueError
        If a number is outside its range, or a word is none of those above.
    """
    numbers = {"w1": w1, "w2": w2, "b": b}
    for name, value in numbers.items():
        checked_between(name, value, -4, 4)
    settings = numbers | {"activation": one_of("activation", activation, ACTIVATIONS)}
    return Figure("ann-neuron", settings, partial(_draw, **settings), ALT)


def _draw(ax, w1, w2, b, activation):
    import numpy as np

    from annutils import plot
    from annutils.activations import leaky_relu, relu, sigmoid

    # The function, its output where z is 0, and one far from that.
    kinds = {
        "step": (lambda z: (z >= 0).astype(float), 0.5, 1),
        "sigmoid": (sigmoid, 0.5, 1),
        "tanh": (np.tanh, 0, 1),
        "relu": (relu, 0, 8.5),
        "leaky_relu": (leaky_relu, 0, 8.5),
        "linear": (lambda z: z, 0, 8.5),
    }
    g, white, high = kinds[activation]

    side = np.linspace(-3, 3, 61)
    x1, x2 = np.meshgrid(side, side)
    a = g(w1 * x1 + w2 * x2 + b)
    levels = np.linspace(2 * white - high, high, 18)  # white in the middle
    shades = {"cmap": plot.DIVERGING, "alpha": 0.75, "extend": "both"}
    ax.contourf(x1, x2, a, levels, **shades)
    if high > 1:
        ax.clabel(ax.contour(x1, x2, a, range(1, 9), colors="0.3", linewidths=0.8))
    length = np.hypot(w1, w2)
    if length:
        foot = -b * np.array([w1, w2]) / length**2
        ax.axline(foot, foot + np.array([-w2, w1]), color="0.1")
        arrow = {"color": "0.1", "width": 1.5, "headwidth": 8, "shrink": 0}
        tip = foot + np.array([w1, w2]) / length
        ax.annotate("", tip, foot, arrowprops=arrow)
    ax.set(xlim=(-3, 3), ylim=(-3, 3), xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
