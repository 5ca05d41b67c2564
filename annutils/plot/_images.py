"""Samples that are images, with what they are and what they were taken for."""

import numpy as np
from matplotlib import pyplot as plt

from annutils.checks import checked_labels, checked_numbers
from annutils.plot._image_grid import image_grid
from annutils.plot._text import fitting_size
from annutils.plot.colors import ORANGE


def images(images, labels=None, predictions=None, ax=None, *, columns=5):
    """Draw gray images in rows, with labels and predictions below them.

    Parameters
    ----------
    images : array of shape (n_samples, height, width) or (n_samples, side * side)
        Finite numbers, from the smallest (white) to the largest (black).
    labels : array of shape (n_samples,), optional
        True labels, whole numbers from 0.
    predictions : array of shape (n_samples,), optional
        Predicted labels, likewise. With both, a wrong prediction is orange and stands
        behind the true label: "1 → 7" is a one taken for a seven.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes by default.
    columns : int
        Images in a row.

    Returns
    -------
    matplotlib.axes.Axes
        With one image that holds all, and one text for each.

    Raises
    ------
    TypeError
        If images or labels are no numbers, or `ax` is something else.
    ValueError
        If the shapes or labels are not as above, or there is no image.
    """
    pixels = checked_images(images)
    texts = captions(labels, predictions, len(pixels))
    ax, corners = image_grid(pixels, ax, columns, text=bool(texts), cmap="gray_r")
    size = fitting_size(ax, texts, min(columns, len(pixels)))
    height, width = pixels.shape[1:]
    for (x, y), text in zip(corners, texts, strict=bool(texts)):
        wrong = "→" in text
        ax.text(
            *(x + width / 2 - 0.5, y + height - 0.5, text),
            color=ORANGE if wrong else plt.rcParams["text.color"],
            weight="bold" if wrong else "normal",
            ha="center",
            va="top",
            size=size,
        )
    return ax


def captions(labels, predictions, n_samples):
    """Return what stands below each image.

    Parameters
    ----------
    labels, predictions : array of shape (n_samples,) or None
        Whole numbers from 0.
    n_samples : int
        Number of images.

    Returns
    -------
    list of str
        The label or prediction; both if they differ; empty if neither is given.

    Raises
    ------
    TypeError, ValueError
        If labels or predictions are something else.
    """
    given = [
        checked_labels(values, n_samples, np.iinfo(int).max, name=name)
        for name, values in (("labels", labels), ("predictions", predictions))
        if values is not None
    ]
    return [
        str(row[0]) if len(set(row)) == 1 else f"{row[0]} → {row[1]}"
        for row in zip(*given, strict=True)
    ]


def checked_images(images):
    """Return images as (n_samples, height, width).

    Parameters
    ----------
    images : array of shape (n_samples, height, width) or (n_samples, side * side)
        Finite numbers, one image or more.

    Returns
    -------
    array of float, shape (n_samples, height, width)

    Raises
    ------
    TypeError, ValueError
        If the images are something else.
    """
    images = checked_numbers("images", images)
    if images.ndim == 2:
        side = round(images.shape[1] ** 0.5)
        if side * side == images.shape[1]:
            images = images.reshape(-1, side, side)
    if images.ndim != 3 or not images.size:
        raise ValueError(
            "Expected images of shape (n_samples, height, width) or (n_samples, "
            f"side * side), got {images.shape}"
            f"{'' if images.size else ', which is empty'}."
        )
    return images.astype(float)
