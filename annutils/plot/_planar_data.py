"""Labeled points in the plane."""

import numpy as np

from annutils.checks import checked_labels, checked_numbers
from annutils.plot._axes import checked_axes
from annutils.plot.colors import COLORS, MARKERS, MAX_CLASSES

MANY = 1000  # points of a class from which a bitmap is smaller than their outlines


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
        With one collection of points for each class, labeled for a legend.

    Raises
    ------
    TypeError
        If X or y holds no numbers, or `ax` is something else.
    ValueError
        If the shapes or the labels are not as above, or there is no point.
    """
    X = checked_points(X)
    y = checked_labels(y, len(X), MAX_CLASSES)
    ax = checked_axes(ax)
    for label in np.unique(y):
        points = X[y == label]
        ax.scatter(
            *points.T,
            s=26,
            color=COLORS[label],
            marker=MARKERS[label],
            edgecolor="white",
            linewidth=0.6,
            label=f"class {label}",
            rasterized=len(points) >= MANY,
            zorder=2,
        )
    ax.set(xlabel="$x_1$", ylabel="$x_2$")
    return ax


def checked_points(X):
    """Return points of the plane.

    Parameters
    ----------
    X : array of shape (n_samples, 2)
        Finite numbers, one point or more.

    Returns
    -------
    array of float, shape (n_samples, 2)

    Raises
    ------
    TypeError
        If X holds no numbers.
    ValueError
        If the shape is another, or a number is NaN or infinite.
    """
    X = checked_numbers("X", X)
    if X.ndim != 2 or X.shape[1] != 2 or not X.size:
        empty = "" if X.size else ", which is empty"
        raise ValueError(f"Expected X of shape (n_samples, 2), got {X.shape}{empty}.")
    return X.astype(float)
