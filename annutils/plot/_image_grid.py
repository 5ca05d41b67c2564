"""Small images side by side, drawn as one."""

import numpy as np

from annutils.checks import checked_count
from annutils.plot._axes import checked_axes

GAP = 0.12  # between images, as a share of their side
TEXT = 0.33  # room for a text below each image, likewise


def image_grid(tiles, ax, columns, *, text=False, **style):
    """Draw images in rows.

    Parameters
    ----------
    tiles : array of float, shape (n, height, width)
        One image or more.
    ax : matplotlib.axes.Axes or None
        Where to draw; None: the current Axes.
    columns : int
        Images in a row, at most.
    text : bool
        Leave room for a text below each image.
    **style
        Colors, as `Axes.imshow` takes them.

    Returns
    -------
    ax : matplotlib.axes.Axes
        Its only image holds all tiles, with NaN (transparent) between them.
    corners : array of int, shape (n, 2)
        The upper left corner of each tile, (x, y) in pixels.

    Raises
    ------
    TypeError
        If `ax` is something else, or `columns` no integer.
    ValueError
        If `columns` is below 1.
    """
    n, height, width = tiles.shape
    columns = min(checked_count("columns", columns), n)
    step = [
        width + _part(GAP, width),
        height + _part(GAP + TEXT * text, height),
    ]
    corners = np.column_stack([np.arange(n) % columns, np.arange(n) // columns]) * step
    # The gaps right of the last column and, without text, below the last row go.
    trim = [step[0] - width, 0 if text else step[1] - height]
    canvas = np.full((corners.max(axis=0) + step - trim)[::-1], np.nan)
    for tile, (x, y) in zip(tiles, corners, strict=True):
        canvas[y : y + height, x : x + width] = tile
    ax = checked_axes(ax)
    ax.imshow(canvas, interpolation="nearest", **style).set_rasterized(True)
    ax.axis("off")
    return ax, corners


def _part(share, side):
    """Return a share of a side in whole pixels, at least one."""
    return max(1, round(share * side))
