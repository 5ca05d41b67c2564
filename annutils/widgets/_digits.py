"""The figure of the handwritten digits."""

import base64
import json

from annutils.checks import checked_array, checked_labels
from annutils.widgets._figure import Figure

__all__ = ["digits"]

ALT = "Handwritten digits of the test set, gray images of 28 by 28 pixels, and labels."


def digits(network, images, labels):
    """Show a sheet to draw digits on, which a trained network reads.

    Parameters
    ----------
    network : CompactNetwork
        A trained network of 784 inputs, one hidden layer and 10 outputs, in the compact
        form of `annutils.network.compact`.
    images : uint8 array of shape (n_images, 28, 28)
        Digits to load, at most 100.
    labels : int array of shape (n_images,)
        What they are.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If images or labels are no numbers, or the network is something else.
    ValueError
        If the images are of another shape or type, the labels of another number or not
        from 0 to 9, or the network has other layers.
    """
    images = checked_array("images", images)
    fits = images.shape[1:] == (28, 28) and images.dtype == "uint8"
    if not fits or not 1 <= len(images) <= 100:
        raise ValueError(
            "Expected 1 to 100 uint8 images of shape (28, 28), "
            f"got {images.dtype} {images.shape}."
        )
    labels = checked_labels(labels, len(images), 10, name="labels")
    _check_network(network)
    carried = {
        "network": network.record,
        "images": base64.b64encode(images.tobytes()).decode(),
        "labels": labels.tolist(),
    }

    def draw(ax):
        from annutils import plot

        plot.images(images[:10], labels[:10], ax=ax)

    text = json.dumps(carried, separators=(",", ":"))
    return Figure("ann-digits", {}, draw, ALT, figsize=(5, 2.9), carried=text)


def _check_network(network):
    """Refuse what does not read digits with one hidden layer."""
    from annutils.network.compact import CompactNetwork

    if not isinstance(network, CompactNetwork):
        raise TypeError(f"Expected a CompactNetwork, got {network!r}.")
    shapes = [tuple(layer["weights"]["shape"]) for layer in network.record["layers"]]
    if len(shapes) != 2 or shapes[0][0] != 784 or shapes[1][1] != 10:
        raise ValueError(
            "Expected a network of 784 inputs, one hidden layer and 10 outputs, got "
            f"{network!r}."
        )
