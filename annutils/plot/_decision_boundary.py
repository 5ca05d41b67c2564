"""The regions that a classifier assigns to its classes."""

import numpy as np
from matplotlib.colors import ListedColormap, to_rgb

from annutils.checks import checked_between, checked_count, checked_labels
from annutils.plot._axes import checked_axes
from annutils.plot._class_map import class_map
from annutils.plot._planar_data import checked_points, planar_data
from annutils.plot.colors import COLORS, MAX_CLASSES

TINT = 0.25  # how much of a class's color its region shows


def decision_boundary(predict, X, y=None, ax=None, *, resolution=257):
    """Draw the regions of the classes around some points, and the points.

    The classifier is asked on a coarse grid first, then only where the class changes
    from one grid point to the next, at twice the resolution each time. So it is called
    once for each level, and on few points. An island of a class that is smaller than a
    cell of the coarse grid (1/32 of the side) can be missed.

    Parameters
    ----------
    predict : callable
        Takes points (n, 2); returns labels (n,) or (n, 1), or probabilities: of class
        1 as (n,) or (n, 1), of k classes as (n, k). Whole numbers are taken as labels,
        others as probabilities.
    X : array of shape (n_samples, 2)
        Finite; they fix the part of the plane that is drawn, with a margin of 10%.
    y : array of shape (n_samples,), optional
        Labels of the points, which are then drawn, too.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes by default.
    resolution : int
        Points a side of the finest grid, at least, from 1 to 2049; 33 or less: the
        coarse grid alone.

    Returns
    -------
    matplotlib.axes.Axes
        With one image of the regions, a line between each two, and the points.

    Raises
    ------
    TypeError
        If points, labels or what `predict` returns are no numbers, `predict` cannot be
        called, or `ax` is something else.
    ValueError
        If the points or labels are not as above, or `predict` returns another number
        of values than it was given points, NaN, or labels that are not 0 to 9.
    """
    X = checked_points(X)
    if y is not None:
        y = checked_labels(y, len(X), MAX_CLASSES)
    if not callable(predict):
        cure = ": pass its predict" if hasattr(predict, "predict") else ""
        raise TypeError(f"Expected predict to be a function, got {predict!r}{cure}.")
    checked_between("resolution", checked_count("resolution", resolution), 1, 2049)
    low, high = X.min(axis=0), X.max(axis=0)
    margin = 0.1 * np.where(high > low, high - low, 1)
    box = np.stack([low - margin, high + margin])
    labels = class_map(predict, box, resolution)
    ax = checked_axes(ax)
    _draw_regions(labels, box, ax)
    if y is not None:
        planar_data(X, y, ax)
    ax.set(xlim=box[:, 0], ylim=box[:, 1], xlabel="$x_1$", ylabel="$x_2$")
    return ax


def _draw_regions(labels, box, ax):
    """Fill the regions with light tints and draw the lines between them."""
    tints = [1 - TINT * (1 - np.array(to_rgb(color))) for color in COLORS]
    half = (box[1] - box[0]) / (len(labels) - 1) / 2  # of a pixel around its point
    corners = box + np.stack([-half, half])
    image = ax.imshow(
        labels,
        extent=(*corners[:, 0], *corners[:, 1]),
        origin="lower",
        cmap=ListedColormap(tints),
        vmin=-0.5,
        vmax=len(COLORS) - 0.5,
        interpolation="nearest",
        aspect="auto",
        zorder=0,
    )
    image.set_rasterized(True)
    for label in np.unique(labels)[1:]:
        ax.contour(
            (labels >= label).astype(float),
            levels=[0.5],
            extent=(*box[:, 0], *box[:, 1]),
            colors="0.35",
            linewidths=1.2,
            zorder=1,
        ).set_rasterized(True)
