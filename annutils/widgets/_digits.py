"""The figure of the handwritten digits."""

import base64
import json
from functools import partial

from annutils.checks import checked_array, checked_integer, checked_labels
from annutils.widgets._figure import Figure

__all__ = ["digits"]

ALT = (
    "A handwritten digit. Its ink is orange where it speaks for the answer that the "
    "network gives rather than for the second most probable one, blue where it speaks "
    "for that one; beside it stand the probabilities of the ten answers."
)


def digits(network, images, labels):
    """Show a digit, to change or to draw, and which of its ink a network answers to.

    Parameters
    ----------
    network : CompactNetwork or dict of int to CompactNetwork
        A trained network of 784 inputs, one hidden layer and 10 outputs, in the compact
        form of `annutils.network.compact`; or up to ten of them, the same network while
        it learned, each by the number of updates before it.
    images : uint8 array of shape (n_images, 28, 28)
        Digits to load, at most 100; the first is shown.
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

    draw = partial(_draw, network=_checked_stages(network)[-1][1], image=images[0])
    text = json.dumps(carried, separators=(",", ":"))
    return Figure("ann-digits", {}, draw, ALT, figsize=(5, 2.6), carried=text)


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


def _draw(ax, network, image):
    """Draw the image, its ink colored by what it adds to the lead, and the answers."""
    net = network.network()
    x = image.reshape(1, 784) / 255
    probabilities = net.predict_proba(x)[0]
    *_, rival, answer = map(int, probabilities.argsort())
    ax.axis("off")
    sheet = ax.inset_axes([0, 0.02, 0.45, 0.82])
    sheet.imshow(_colored(x[0], evidence(net, x[0], answer, rival)))
    sheet.set(xticks=[], yticks=[])
    words = "{} ink: for {} rather than {}".format
    lines = words("Orange", answer, rival), words("Blue", rival, answer)
    sheet.set_title("\n".join(lines), fontsize=10)
    bars = ax.inset_axes([0.62, 0.02, 0.36, 0.82])
    bars.barh(range(10), probabilities, color="0.5")
    bars.set(yticks=range(10), xlim=(0, 1), xticks=[])
    bars.invert_yaxis()
    bars.set_title("Its ten answers", fontsize=10)


def _colored(ink, says):
    """Return ink, 784 numbers, as red, green and blue: gray where it says nothing."""
    from matplotlib.colors import LinearSegmentedColormap

    from annutils import plot

    colors = [plot.BLUE, "0.8", plot.ORANGE]
    tints = LinearSegmentedColormap.from_list("ink", colors)
    tint = tints(0.5 + 0.5 * says / abs(says).max(initial=1e-9))[:, :3]
    return (1 - ink[:, None] * (1 - tint)).reshape(28, 28, 3)


def evidence(net, x, answer, rival):
    """Return what each input adds to an answer's lead over another: x times slope."""
    (first, second), (hidden, _) = net.weights, net.activations
    above = second[:, answer] - second[:, rival]
    passed = net.forward(x[None])
    slope = hidden.derivative(passed.Z[1], passed.A[1])[0]
    return x * (first @ (slope * above))
