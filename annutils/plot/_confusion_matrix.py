"""Which class is taken for which."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from annutils.checks import checked_count, checked_labels, checked_sequence
from annutils.plot._axes import checked_axes
from annutils.plot._text import fitting_size
from annutils.plot.colors import BLUE

MOST_CLASSES = 100
SHADES = LinearSegmentedColormap.from_list("shades", ["white", BLUE])


def confusion_matrix(y_true, y_pred, ax=None, *, class_names=None):
    """Draw how often each class was predicted as each.

    Parameters
    ----------
    y_true, y_pred : array of shape (n_samples,)
        True and predicted labels, whole numbers from 0 to 99.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes by default.
    class_names : sequence of str, optional
        One for each class; the labels up to the largest by default.

    Returns
    -------
    matplotlib.axes.Axes
        Row i, column j holds the number of samples of class i that were predicted as
        j; the shade shows their share of class i.

    Raises
    ------
    TypeError
        If the labels are no numbers, the names no sequence, or `ax` is something else.
    ValueError
        If the labels are not as above, differ in number, or have no name.
    """
    n_classes = None
    if class_names is not None:
        class_names = checked_sequence("class_names", class_names)
        n_classes = checked_count("number of class_names", len(class_names))
    counts = count_pairs(y_true, y_pred, n_classes)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    ax = checked_axes(ax)
    ax.imshow(shares, cmap=SHADES, vmin=0, vmax=1)
    size = fitting_size(ax, map(str, counts.flat), len(counts))
    for (i, j), count in np.ndenumerate(counts):
        color = "white" if shares[i, j] > 0.8 else "0.15" if count else "0.46"
        ax.text(j, i, str(count), ha="center", va="center", color=color, size=size)
    ticks = range(len(counts))
    ax.set_xticks(ticks, ticks if class_names is None else class_names)
    ax.set_yticks(ticks, ticks if class_names is None else class_names)
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    ax.set(xlabel="Predicted label", ylabel="True label")
    return ax


def count_pairs(y_true, y_pred, n_classes=None):
    """Count how often each class was predicted as each.

    Parameters
    ----------
    y_true, y_pred : array of shape (n_samples,)
        Whole numbers from 0.
    n_classes : int, optional
        The largest label plus one by default.

    Returns
    -------
    array of int, shape (n_classes, n_classes)
        True classes are rows, predicted ones columns.

    Raises
    ------
    TypeError
        If the labels are no numbers.
    ValueError
        If the labels are not as above, out of range or differ in number.
    """
    most = MOST_CLASSES if n_classes is None else n_classes
    y_true = checked_labels(y_true, None, most, name="y_true")
    y_pred = checked_labels(y_pred, len(y_true), most, name="y_pred")
    n_classes = n_classes or max(y_true.max(), y_pred.max()) + 1
    counts = np.zeros((n_classes, n_classes), dtype=int)
    np.add.at(counts, (y_true, y_pred), 1)
    return counts
