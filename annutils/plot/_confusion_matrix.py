"""Which class is taken for which."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap, to_rgb

from annutils.checks import checked_labels
from annutils.plot._axes import checked_axes
from annutils.plot._text import fitting_size
from annutils.plot.colors import BLUE, ORANGE

MOST_CLASSES = 100
STRONGEST = 0.5  # of a color: letters of one color are legible on all shades
RIGHT, WRONG = (
    LinearSegmentedColormap.from_list(
        "shades", ["white", 1 - STRONGEST * (1 - np.array(to_rgb(color)))]
    )
    for color in (BLUE, ORANGE)
)


def confusion_matrix(y_true, y_pred, ax=None):
    """Draw how often each class was predicted as each.

    Parameters
    ----------
    y_true, y_pred : array of shape (n_samples,)
        True and predicted labels, whole numbers from 0 to 99.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes by default.

    Returns
    -------
    matplotlib.axes.Axes
        Row i, column j holds the number of samples of class i that were predicted as
        j. The shade shows their share of class i: on the diagonal, what was right, in
        blue; beside it, in orange, which is strongest for the most frequent mistake.

    Raises
    ------
    TypeError
        If the labels are no numbers, or `ax` is something else.
    ValueError
        If the labels are not as above, or differ in number.
    """
    counts = count_pairs(y_true, y_pred)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    ax = checked_axes(ax)
    right = np.eye(len(counts), dtype=bool)
    mistakes = np.ma.array(shares, mask=right)
    ax.imshow(np.ma.array(shares, mask=~right), cmap=RIGHT, vmin=0, vmax=1)
    ax.imshow(mistakes, cmap=WRONG, vmin=0, vmax=mistakes.max() or 1)
    size = fitting_size(ax, map(str, counts.flat), len(counts))
    for (i, j), count in np.ndenumerate(counts):
        color = "black" if count else "0.46"
        ax.text(j, i, str(count), ha="center", va="center", color=color, size=size)
    ticks = range(len(counts))
    ax.set_xticks(ticks)
    ax.set_yticks(ticks)
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    ax.set(xlabel="Predicted label", ylabel="True label")
    return ax


def count_pairs(y_true, y_pred):
    """Count how often each class was predicted as each.

    Parameters
    ----------
    y_true, y_pred : array of shape (n_samples,)
        Whole numbers from 0.

    Returns
    -------
    array of int, shape (n_classes, n_classes)
        True classes are rows, predicted ones columns, up to the largest label.

    Raises
    ------
    TypeError
        If the labels are no numbers.
    ValueError
        If the labels are not as above, out of range or differ in number.
    """
    y_true = checked_labels(y_true, None, MOST_CLASSES, name="y_true")
    y_pred = checked_labels(y_pred, len(y_true), MOST_CLASSES, name="y_pred")
    n_classes = max(y_true.max(), y_pred.max()) + 1
    counts = np.zeros((n_classes, n_classes), dtype=int)
    np.add.at(counts, (y_true, y_pred), 1)
    return counts
