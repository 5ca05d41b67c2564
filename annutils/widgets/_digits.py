"""The figure of the handwritten digits."""

import base64
import json

from annutils.checks import checked_array, checked_integer, checked_labels
from annutils.widgets._figure import Figure

__all__ = ["digits"]

ALT = "Handwritten digits of the test set, gray images of 28 by 28 pixels, and labels."


def digits(network, images, labels):
    """Show a sheet to draw digits on, which a trained network reads.

    Parameters
    ----------
    network : CompactNetwork or dict of int to CompactNetwork
        A trained network of 784 inputs, one hidden layer and 10 outputs, in the compact
        form of `annutils.network.compact`; or up to ten of them, the same network while
        it learned, each by the number of updates before it.
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
        from 0 to 9, the network has other layers, or there are none or too many.
    """
    images = checked_array("images", images)
    fits = images.shape[1:] == (28, 28) and images.dtype == "uint8"
    if not fits or not 1 <= len(images) <= 100:
        raise ValueError(
            "Expected 1 to 100 uint8 images of shape (28, 28), "
            f"got {images.dtype} {images.shape}."
        )
    labels = checked_labels(labels, len(images), 10, name="labels")
    carried = {
        "stages": [
            {"updates": updates, "network": stage.record}
            for updates, stage in _checked_stages(network)
        ],
        "images": base64.b64encode(images.tobytes()).decode(),
        "labels": labels.tolist(),
    }

    def draw(ax):
        from annutils import plot

        plot.images(images[:10], labels[:10], ax=ax)

    text = json.dumps(carried, separators=(",", ":"))
    return Figure("ann-digits", {}, draw, ALT, figsize=(5, 2.9), carried=text)


def _checked_stages(network):
    """Return pairs of a number of updates and a network, in order."""
    stages = network if isinstance(network, dict) else {0: network}
    if not 1 <= len(stages) <= 10:
        raise ValueError(f"Expected 1 to 10 networks, got {len(stages)}.")
    for updates, stage in stages.items():
        if checked_integer("number of updates", updates) < 0:
            raise ValueError(f"Expected 0 updates or more, got {updates}.")
        _check_network(stage)
    return sorted(stages.items())


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
