"""The figure of a signal's way through thirty layers."""

from annutils.checks import checked_between
from annutils.widgets._figure import Figure
from annutils.widgets._settings import one_of, whole

__all__ = ["signal"]

ALT = (
    "The size of a signal by layer, on a logarithmic scale: a level line at the rule's "
    "scale, a falling one for smaller weights, a rising one for larger ones. Dashed, "
    "the gradient runs back from layer 30: it falls or rises along with the signal."
)
ACTIVATIONS = "relu", "tanh", "linear"
LAYERS = 30


def signal(scale=0.9, activation="relu", *, seed=0):
    """Show how large a signal is after each of thirty layers, and its gradient.

    Parameters
    ----------
    scale : float
        By how much all weights are larger than the rule says, from 0.75 to 1.35.
    activation : str
        "relu" with He's rule, "tanh" or "linear" with Glorot's.
    seed : int
        Of the network that is drawn beside the average, from 0 to 9.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If `scale` is no number, or `seed` no integer.
    ValueError
        If one is outside its range, or the activation is none of those above.
    """
    settings = {
        "scale": checked_between("scale", scale, 0.75, 1.35),
        "activation": one_of("activation", activation, ACTIVATIONS),
        "seed": whole("seed", seed, 0, 9),
    }

    def draw(ax):
        from annutils import plot

        for one in sorted({scale, 1, 1.1}):
            sizes, back = on_average(activation, one)
            ax.semilogy(sizes, color=plot.BLUE)
            ax.semilogy(back, color=plot.ORANGE, linestyle="--")
            ax.text(LAYERS, sizes[-1], rf" $\times\,{one}$", va="center")
        ax.set(xlabel="Layer", ylabel="Size", xlim=(0, LAYERS + 5))
        ax.set_title("Signal (solid) and gradient (dashed)")

    return Figure("ann-signal", settings, draw, ALT, figsize=(5, 3.2))


def on_average(activation, scale):
    """Return the sizes of signal and gradient, from the input to the last layer.

    They are root mean squares in wide layers, as a share of what comes in.
    """
    import numpy as np

    if activation != "tanh":
        sizes = float(scale) ** np.arange(LAYERS + 1)
        return sizes, sizes[::-1]
    z, weights = np.polynomial.hermite_e.hermegauss(150)
    weights = weights / weights.sum()
    sizes, kept = [1.0], []
    for _ in range(LAYERS):
        a = np.tanh(scale * sizes[-1] * z)
        sizes.append(np.sqrt(weights @ a**2))
        kept.append(scale * np.sqrt(weights @ (1 - a**2) ** 2))
    return np.array(sizes), np.cumprod([1.0, *kept[::-1]])[::-1]
