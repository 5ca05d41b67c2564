"""Labeled points in the plane."""

import numpy as np
from matplotlib import pyplot as plt

from annutils.plot.colors import COLORS, MARKERS

MAX_CLASSES = len(COLORS)


def planar_data(X, y, ax=None):
    """Draw points in the plane, with a color and a marker for each class.

    Parameters
    ----------
    X : array of shape (n_samples, 2)
        Finite numbers.
    y : array of shape (n_samples,)
        Labels, whole numbers from 0 to 9.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes by default.

    Returns
    -------
    matplotlib.axes.Axes
        With one collection of points for each class.

    Raises
    ------
    ValueError
        If the shapes or the labels are not as above, or there is no point.
    """
    X, y = checked_points(X), checked_labels(y, len(X))
    ax = ax or plt.gca()
    for label in np.unique(y):
        ax.scatter(
            *X[y == label].T,
            s=26,
            color=COLORS[label],
            marker=MARKERS[label],
            edgecolor="white",
            linewidth=0.6,
            label=f"class {label}",
            zorder=2,
        )
    ax.set(xlabel="$x_1$", ylabel="$x_2$")
    return ax


def checked_points(X):
    """Return points of the plane as a float array, or say what is wrong with them."""
    X = np.asarray(X, dtype=float)
    if X.ndim != 2 or X.shape[1] != 2 or not len(X):
        raise ValueError(f"Expected points of shape (n_samples, 2), got {X.shape}.")
    if not np.isfinite(X).all():
        raise ValueError("Expected finite coordinates, got NaN or infinity.")
    return X


def checked_labels(y, n_samples, n_classes=MAX_CLASSES):
    """Return labels 0 .. n_classes - 1 as integers, or say what is wrong with them."""
    y = np.asarray(y)
    if y.shape != (n_samples,):
        raise ValueError(
            f"Expected labels of shape ({n_samples},), one a sample, got {y.shape}."
        )
    labels = y.astype(int)
    if (labels != y).any() or labels.min() < 0 or labels.max() >= n_classes:
        raise ValueError(
            f"Expected whole labels from 0 to {n_classes - 1}, "
            f"got values from {y.min()} to {y.max()}."
        )
    return labels
