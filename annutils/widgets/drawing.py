"""The figure of the handwritten digits."""

import base64
import json

from annutils.widgets.figure import Figure, still

__all__ = ["digits"]

ALT = "Handwritten digits of the test set, gray images of 28 by 28 pixels, and labels."


def digits(network, images, labels):
    """Show a sheet to draw digits on, which a trained network reads.

    Parameters
    ----------
    network : CompactNetwork
        A trained network of 784 inputs, one hidden layer and 10 outputs, in the compact
        form of `annutils.export`.
    images : uint8 array of shape (n_images, 28, 28)
        Digits to load, at most 100.
    labels : int array of shape (n_images,)
        What they are.

    Returns
    -------
    Figure

    Raises
    ------
    ValueError
        If the images are of another shape or type, or the labels of another number.
    """
    if images.shape[1:] != (28, 28) or images.dtype != "uint8" or len(images) > 100:
        raise ValueError(
            "Expected at most 100 uint8 images of shape (28, 28), "
            f"got {images.dtype} {images.shape}."
        )
    if len(labels) != len(images):
        raise ValueError(f"Expected {len(images)} labels, got {len(labels)}.")
    carried = {
        "network": network.record,
        "images": base64.b64encode(images.tobytes()).decode(),
        "labels": [int(label) for label in labels],
    }

    def draw(ax):
        from annutils import plot

        plot.images(images[:10], labels[:10], ax=ax)

    text = json.dumps(carried, separators=(",", ":"))
    return Figure("ann-digits", {}, still(draw, (5, 2.9)), ALT, carried=text)
