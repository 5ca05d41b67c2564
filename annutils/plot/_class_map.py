"""Which class a classifier gives to each place of a box, in few questions.

The classifier is asked on a coarse grid first. Then the grid is made twice as fine,
again and again, and the classifier is asked only in and beside the cells whose corners
differ; all other points take the class of their cell. So it is called once for each
level, and the number of points grows with the length of the boundary, not with the
area. The price: an island that lies between the points of the coarse grid is missed.
"""

import numpy as np

from annutils.checks import checked_numbers
from annutils.plot.colors import MAX_CLASSES

COARSE = 33  # points a side of the first grid


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

    Raises
    ------
    TypeError, ValueError
        If `predict` returns something else.
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
    values = checked_numbers("predictions", predict(points))
    if values.ndim == 2 and values.shape[1] == 1:
        values = values[:, 0]
    if values.ndim not in (1, 2) or len(values) != len(points) or not values.size:
        raise ValueError(
            f"Expected predict to return a label or probabilities for each of "
            f"{len(points)} points, got shape {values.shape}."
        )
    if values.ndim == 2:
        labels = values.argmax(axis=1)
    elif (values == np.round(values)).all():
        labels = values.astype(int)
    elif values.min() >= 0 and values.max() <= 1:
        labels = (values > 0.5).astype(int)
    else:
        raise ValueError(
            "Expected predict to return whole labels or probabilities from 0 to 1, "
            f"got values from {values.min()} to {values.max()}."
        )
    if not 0 <= labels.min() <= labels.max() < MAX_CLASSES:
        raise ValueError(
            f"Expected predict to return classes from 0 to {MAX_CLASSES - 1}, "
            f"got {labels.min()} to {labels.max()}."
        )
    return labels
