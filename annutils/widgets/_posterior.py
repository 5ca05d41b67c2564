"""The figure of the posterior: two normal classes, and one's share at each place."""

from functools import partial

from annutils.checks import checked_between
from annutils.widgets._figure import Figure

__all__ = ["posterior"]

ALT = (
    "Two bell curves over one axis: how many samples of either class there are at each "
    "place. Below, the share of class 1 among the samples there. If the spreads "
    "differ, the wider class has the larger share far out, on both sides. If they are "
    "equal, the share is an S, the sigmoid of a weighted sum."
)
FLOOR = 1.3  # of the bells, above the shares, which end at 1
TALL = 5  # as high as a frequency of 1


def posterior(s0=2.0, s1=1.0, *, mu0=-1.0, mu1=1.0, share=0.5):
    r"""Show two normally distributed classes, and what share class 1 has at each place.

    By Bayes' rule, this share is the sigmoid of the logarithm of the odds of class 1,

    .. math::
        z = \frac{1}{2} \left( \frac{1}{s_0^2} - \frac{1}{s_1^2} \right) x^2
        + \left( \frac{\mu_1}{s_1^2} - \frac{\mu_0}{s_0^2} \right) x + b,

    a weighted sum if the spreads are equal (Bishop, Pattern Recognition and Machine
    Learning, 2006, section 4.2.1).

    Parameters
    ----------
    s0, s1 : float
        The standard deviations of the classes at first, from 0.8 to 2.5, in the unit of
        the axis.
    mu0, mu1 : float
        Their centers at first, from -3 to 3, in that unit.
    share : float
        How many of all samples are of class 1 at first, from 0.1 to 0.9.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If a number is none.
    ValueError
        If a number is outside its range.
    """
    spreads, centers = {"s0": s0, "s1": s1}, {"mu0": mu0, "mu1": mu1}
    for name, value in spreads.items():
        checked_between(name, value, 0.8, 2.5)
    for name, value in centers.items():
        checked_between(name, value, -3, 3)
    settings = spreads | centers | {"share": checked_between("share", share, 0.1, 0.9)}
    draw = partial(_draw, mu=(mu0, mu1), s=(s0, s1), share=share)
    return Figure("ann-posterior", settings, draw, ALT)


def _draw(ax, mu, s, share):
    import numpy as np

    from annutils import activations, plot

    x = np.linspace(-6, 6, 241)
    shares = (1 - share, share)
    for k, color in enumerate((plot.BLUE, plot.ORANGE)):
        height = TALL * shares[k] / (s[k] * np.sqrt(2 * np.pi))
        bell = FLOOR + height * np.exp(-(((x - mu[k]) / s[k]) ** 2) / 2)
        ax.plot(x, bell, color=color)
        ax.fill_between(x, FLOOR, bell, color=color, alpha=0.2, linewidth=0)
        text = f"class {k}: {shares[k]:.0%}\n$s_{k} = {s[k]:g}$"
        aside = -1 if (k == 0) == (mu[0] <= mu[1]) else 1
        ax.annotate(
            text,
            (mu[k], FLOOR + height),
            (12 * aside, 0),
            textcoords="offset points",
            ha="right" if aside < 0 else "left",
        )
    a, w, b = _log_odds(mu, s, share)
    p = activations.sigmoid((a * x + w) * x + b)
    ax.fill_between(x, p, 1, color=plot.BLUE, alpha=0.2, linewidth=0)
    ax.fill_between(x, 0, p, color=plot.ORANGE, alpha=0.3, linewidth=0)
    ax.plot(x, p, color="0.1")
    ax.set(xlim=(-6, 6), ylim=(0, FLOOR + 2.4), yticks=(0, 0.5, 1), xlabel="$x$")
    ax.set_ylabel("share of class 1", y=0.5 / (FLOOR + 2.4))
    what = "no sigmoid" if a else f"the sigmoid of ${_weighted_sum(w, b)}$"
    ax.set_title(f"The share is {what}")


def _log_odds(mu, s, share):
    """Return the factors of x², x and 1 in the logarithm of the odds of class 1."""
    import numpy as np

    (m0, m1), (v0, v1) = mu, (s[0] ** 2, s[1] ** 2)
    b = m0**2 / v0 / 2 - m1**2 / v1 / 2 + np.log(s[0] / s[1] * share / (1 - share))
    return (1 / v0 - 1 / v1) / 2, m1 / v1 - m0 / v0, b


def _weighted_sum(w, b):
    text = f"{round(w, 3):g}x"
    return text + f"{b:+.3f}" if round(b, 3) else text
