"""Which class is taken for which."""

import numpy as np
from matplotlib import pyplot as plt
from matplotlib.colors import LinearSegmentedColormap

from annutils.plot.colors import BLUE
from annutils.plot.planar import checked_labels

SHADES = LinearSegmentedColormap.from_list("shades", ["white", BLUE])


def confusion_matrix(y_true, y_pred, ax=None, *, class_names=None):
    """Draw how often each class was predicted as each.

    Parameters
    ----------
    y_true, y_pred : array of shape (n_samples,)
        True and predicted labels, whole numbers from 0.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes by default.
    class_names : sequence of str, optional
        One for each class; the labels by default.

    Returns
    -------
    matplotlib.axes.Axes
        Row i, column j holds the number of samples of class i that were predicted as
        j; the shade shows their share of class i.

    Raises
    ------
    ValueError
        If the labels are not as above, differ in number, or a name is missing.
    """
    counts = count_pairs(y_true, y_pred)
    names = list(class_names or range(len(counts)))
    if len(names) < len(counts):
        raise ValueError(f"Expected {len(counts)} class names, got {len(names)}.")
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    ax = ax or plt.gca()
    ax.imshow(shares, cmap=SHADES, vmin=0, vmax=1)
    size = 12.5 if len(counts) < 6 else 9.5
    for (i, j), count in np.ndenumerate(counts):
        color = "white" if shares[i, j] > 0.5 else "0.15" if count else "0.7"
        ax.text(j, i, count, ha="center", va="center", color=color, size=size)
    ax.set_xticks(range(len(counts)), names[: len(counts)])
    ax.set_yticks(range(len(counts)), names[: len(counts)])
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    ax.set(xlabel="Predicted label", ylabel="True label")
    return ax


def count_pairs(y_true, y_pred):
    """Return the counts of (true, predicted) pairs, int of shape (k, k)."""
    n_classes = np.iinfo(int).max
    y_true = checked_labels(y_true, len(y_true), n_classes)
    y_pred = checked_labels(y_pred, len(y_true), n_classes)
    counts = np.zeros([max(y_true.max(), y_pred.max()) + 1] * 2, dtype=int)
    np.add.at(counts, (y_true, y_pred), 1)
    return counts
