"""The figure of a single neuron."""

from annutils.checks import checked_between
from annutils.widgets._figure import Figure
from annutils.widgets._settings import one_of

__all__ = ["neuron"]

ALT = (
    "The output of a sigmoid neuron over the plane of its two inputs, from blue for 0 "
    "to orange for 1, with the straight line where it is one half."
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
    return Figure("ann-neuron", settings, _draw, ALT)


def _draw(ax):
    import numpy as np

    from annutils import plot

    side = np.linspace(-3, 3, 61)
    x1, x2 = np.meshgrid(side, side)
    a = 1 / (1 + np.exp(-(x1 - x2 + 0.5)))
    levels = np.linspace(0, 1, 11)
    ax.contourf(x1, x2, a, levels, cmap=plot.DIVERGING, alpha=0.75)
    ax.axline((0, 0.5), slope=1, color="0.1")
    ax.set(xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
