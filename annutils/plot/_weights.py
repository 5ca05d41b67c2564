"""What the units of a layer look for in images."""

import numpy as np

from annutils.checks import checked_count, checked_numbers, checked_sequence
from annutils.plot._image_grid import image_grid
from annutils.plot.colors import DIVERGING


def weights(W, image_shape, ax=None, *, columns=5):
    """Draw the weights of each unit as an image: blue below, orange above zero.

    Parameters
    ----------
    W : array of shape (n_in, n_units)
        A weight matrix of finite numbers; unit k's weights are column k.
    image_shape : tuple of int
        (height, width) with height * width == n_in.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes by default.
    columns : int
        Images in a row.

    Returns
    -------
    matplotlib.axes.Axes
        With one image that holds all; zero is white, and all units share one scale.

    Raises
    ------
    TypeError
        If W holds no numbers, `image_shape` no two integers, or `ax` is something else.
    ValueError
        If W or the shape of the images is not as above.
    """
    W, sides = checked_numbers("W", W), checked_sequence("image_shape", image_shape)
    shape = tuple(checked_count("side of an image", side) for side in sides)
    if len(shape) != 2 or W.ndim != 2 or not W.size or len(W) != np.prod(shape):
        raise ValueError(
            "Expected image_shape (height, width) and W of shape (height * width, "
            f"n_units), got {shape} and {W.shape}."
        )
    limit = np.abs(W).max() or 1
    tiles = W.T.reshape(-1, *shape).astype(float)
    return image_grid(tiles, ax, columns, cmap=DIVERGING, vmin=-limit, vmax=limit)[0]
