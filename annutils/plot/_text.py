"""The size of text that stands in or under small tiles."""

from matplotlib import pyplot as plt

GLYPH = 0.64  # mean width of a character, as a share of the size of the font
FILLED = 0.9  # share of its tile that a text may fill


def fitting_size(ax, texts, n_columns):
    """Return a font size at which texts fit into columns of the Axes.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        As wide as now.
    texts : iterable of str
        The longest decides.
    n_columns : float
        How many columns of equal width the Axes hold.

    Returns
    -------
    float
        Points, at most Matplotlib's ``font.size``.
    """
    inches = ax.bbox.width / ax.figure.dpi
    room = FILLED * 72 * inches / n_columns
    longest = max(map(len, texts), default=0)
    return min(plt.rcParams["font.size"], room / (GLYPH * max(longest, 1)))
