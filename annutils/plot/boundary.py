"""The regions that a classifier assigns to its classes."""

import numpy as np
from matplotlib import pyplot as plt
from matplotlib.colors import ListedColormap, to_rgb

from annutils.checks import checked_count
from annutils.plot.colors import COLORS
from annutils.plot.planar import checked_points, planar_data

COARSE = 33  # points a side of the first grid
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
        Finite; they fix the part of the plane that is drawn, with a margin of 10 %.
    y : array of shape (n_samples,), optional
        Labels of the points, which are then drawn, too.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes by default.
    resolution : int
        Points a side of the finest grid, at least; 33 or less: the coarse grid alone.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        If the points or labels are not as above, or `predict` returns another number
        of values than it was given points, or NaN.
    """
    X = checked_points(X)
    low, high = X.min(axis=0), X.max(axis=0)
    margin = 0.1 * np.where(high > low, high - low, 1)
    box = np.stack([low - margin, high + margin])
    labels = class_map(predict, box, checked_count("resolution", resolution))
    ax = ax or plt.gca()
    _draw_regions(labels, box, ax)
    if y is not None:
        planar_data(X, y, ax)
    ax.set(xlim=box[:, 0], ylim=box[:, 1], xlabel="$x_1$", ylabel="$x_2$")
    return ax


def class_map(predict, box, resolution):
    """Return the class at each point of a grid over the box.

    Parameters
    ----------
    predict : callable
        As in `decision_boundary`.
    box : array of shape (2, 2)
        Lower and upper corner.
    resolution : int
        Points a side, at least.

    Returns
    -------
    array of int, shape (n, n)
        Rows go up with x_2, columns right with x_1.
    """
    n = COARSE
    labels = _classes(predict, _grid_points(box, n, np.ones((n, n), dtype=bool)))
    labels = labels.reshape(n, n)
    while n < resolution:
        n = 2 * n - 1
        unsure = _cells_to_refine(labels)
        labels = labels.repeat(2, axis=0).repeat(2, axis=1)[:n, :n]
        if unsure.any():
            labels[unsure] = _classes(predict, _grid_points(box, n, unsure))
    return labels


def _cells_to_refine(labels):
    """Return which points of the next grid lie in or beside a cell of two classes."""
    n = len(labels)
    corners = np.stack(
        [labels[i : n - 1 + i, j : n - 1 + j] for i, j in np.ndindex(2, 2)]
    )
    mixed = np.pad((corners != corners[0]).any(axis=0), 1)
    near = np.zeros((n + 1, n + 1), dtype=bool)
    for shift in np.ndindex(3, 3):
        near |= np.roll(mixed, np.subtract(shift, 1), axis=(0, 1))
    cells = near[1:-1, 1:-1].repeat(2, axis=0).repeat(2, axis=1)
    points = np.zeros((2 * n - 1, 2 * n - 1), dtype=bool)
    points[:-1, :-1] |= cells
    points[1:, 1:] |= cells
    return points


def _grid_points(box, n, chosen):
    """Return the chosen points of an n by n grid over the box, shape (k, 2)."""
    rows, columns = np.nonzero(chosen)
    return box[0] + np.column_stack([columns, rows]) * (box[1] - box[0]) / (n - 1)


def _classes(predict, points):
    """Return the class that the classifier gives to each point."""
    values = np.asarray(predict(points))
    if values.ndim == 2 and values.shape[1] == 1:
        values = values[:, 0]
    if len(values) != len(points) or values.ndim > 2:
        raise ValueError(
            f"Expected predict to return one row for each of {len(points)} points, "
            f"got shape {values.shape}."
        )
    if np.isnan(values).any():
        raise ValueError("Expected predict to return numbers, got NaN.")
    if values.ndim == 2:
        return values.argmax(axis=1)
    if values.dtype.kind == "f" and (values != values.round()).any():
        return (values > 0.5).astype(int)
    return values.astype(int)


def _draw_regions(labels, box, ax):
    """Fill the regions with light tints and draw the lines between them."""
    tints = [1 - TINT * (1 - np.array(to_rgb(color))) for color in COLORS]
    extent = (*box[:, 0], *box[:, 1])
    image = ax.imshow(
        labels,
        extent=extent,
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
            extent=extent,
            colors="0.35",
            linewidths=1.2,
            zorder=1,
        ).set_rasterized(True)
