"""Labeled points in the plane."""

import numpy as np
from matplotlib import pyplot as plt

from annutils.plot.colors import COLORS, MARKERS
from annutils.plot.inputs import checked_labels, checked_points

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
    ValueError
        If the shapes or the labels are not as above, or there is no point.
    """
    X = checked_points(X)
    y = checked_labels(y, len(X))
    ax = ax or plt.gca()
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
