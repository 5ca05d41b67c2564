"""Images side by side: samples with their labels, or the weights of units."""

import numpy as np
from matplotlib import pyplot as plt

from annutils.checks import checked_count
from annutils.plot.colors import DIVERGING, ORANGE
from annutils.plot.planar import checked_labels

GAP = 0.12  # between images, as a share of their side
ROOM = 0.45  # for the text below an image, likewise


def images(images, labels=None, predictions=None, ax=None, *, columns=5):
    """Draw gray images in rows, with labels and predictions below them.

    Parameters
    ----------
    images : array of shape (n_samples, height, width) or (n_samples, side * side)
        Any numbers; the largest is drawn black.
    labels : array of shape (n_samples,), optional
        True labels.
    predictions : array of shape (n_samples,), optional
        Predicted labels. With both, a wrong prediction is orange, and the true label
        stands in front of it.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes by default.
    columns : int
        Images in a row.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        If the shapes are not as above or there is no image.
    """
    images = checked_images(images)
    n_classes = np.iinfo(int).max
    texts, colors = [""] * len(images), ["0.15"] * len(images)
    if labels is not None:
        labels = checked_labels(labels, len(images), n_classes)
        texts = [str(label) for label in labels]
    if predictions is not None:
        predictions = checked_labels(predictions, len(images), n_classes)
        texts = [str(prediction) for prediction in predictions]
        if labels is not None:
            wrong = labels != predictions
            for i in np.flatnonzero(wrong):
                texts[i], colors[i] = f"{labels[i]} → {predictions[i]}", ORANGE
    room = ROOM if any(texts) else 0
    ax = _mosaic(images, ax, columns, room, cmap="gray_r", vmin=0, vmax=images.max())
    for (x, y), text, color in zip(
        _places(images, columns, room), texts, colors, strict=True
    ):
        weight = "bold" if color == ORANGE else "normal"
        ax.text(x, y, text, color=color, weight=weight, ha="center", va="top")
    return ax


def weights(W, image_shape, ax=None, *, columns=5):
    """Draw the weights of each unit as an image: blue below, orange above zero.

    Parameters
    ----------
    W : array of shape (n_in, n_units)
        A weight matrix; unit k's weights are column k.
    image_shape : tuple of int
        (height, width) with height * width == n_in.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes by default.
    columns : int
        Images in a row.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        If W has another shape.
    """
    W = np.asarray(W, dtype=float)
    if W.ndim != 2 or W.shape[0] != np.prod(image_shape) or not W.shape[1]:
        raise ValueError(
            f"Expected W of shape ({np.prod(image_shape)}, n_units) for images of "
            f"{tuple(image_shape)}, got {W.shape}."
        )
    limit = np.abs(W).max() or 1
    tiles = W.T.reshape(-1, *image_shape)
    return _mosaic(tiles, ax, columns, 0, cmap=DIVERGING, vmin=-limit, vmax=limit)


def checked_images(images):
    """Return images as floats (n, height, width), or say what is wrong with them."""
    images = np.asarray(images, dtype=float)
    if images.ndim == 2:
        side = round(np.sqrt(images.shape[1]))
        if side * side == images.shape[1]:
            images = images.reshape(-1, side, side)
    if images.ndim != 3 or not images.size:
        raise ValueError(
            "Expected images of shape (n_samples, height, width) or (n_samples, "
            f"side * side), got {images.shape}."
        )
    if not np.isfinite(images).all():
        raise ValueError("Expected finite pixels, got NaN or infinity.")
    return images


def _steps(images, room):
    """Return the distance from one image to the next: down and right, in pixels."""
    height, width = images.shape[1:]
    return round(height * (1 + GAP + room)), round(width * (1 + GAP))


def _places(images, columns, room):
    """Yield where the text below each image stands, (x, y) in pixels."""
    down, right = _steps(images, room)
    height, width = images.shape[1:]
    for i in range(len(images)):
        row, column = divmod(i, columns)
        yield column * right + width / 2, row * down + height * (1 + GAP / 2)


def _mosaic(images, ax, columns, room, **style):
    """Draw the images as one, in rows."""
    columns = min(checked_count("columns", columns), len(images))
    rows = -(-len(images) // columns)
    down, right = _steps(images, room)
    canvas = np.full((rows * down, columns * right), np.nan)
    height, width = images.shape[1:]
    for i, image in enumerate(images):
        row, column = divmod(i, columns)
        y, x = row * down, column * right
        canvas[y : y + height, x : x + width] = image
    ax = ax or plt.gca()
    ax.imshow(canvas, interpolation="nearest", **style).set_rasterized(True)
    ax.axis("off")
    return ax
