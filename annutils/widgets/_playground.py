"""The playground: a small network, trained before the reader's eyes."""

import re

from annutils.checks import checked_between, checked_sequence
from annutils.widgets._figure import Figure
from annutils.widgets._settings import joined, one_of, whole

__all__ = ["playground"]

ALT = "Points of two classes, {}, and the regions that a small trained network assigns."
SHAPES = {
    "blobs": "two clouds",
    "circles": "a ring inside another",
    "xor": "opposite corners of a square",
    "spiral": "two arms of a spiral",
    "moons": "two crescents",
}
FEATURES = "x1", "x2", "x1x1", "x2x2", "x1x2", "sin1", "sin2"
ACTIVATIONS = "tanh", "relu", "sigmoid", "leaky_relu", "linear"
OPTIMIZERS = "sgd", "momentum", "rmsprop", "adam"
TASKS = "free", "line", "fence", "input", "spiral", "pair", "less", "xor", "deep", "few"
MOST_LAYERS, MOST_UNITS = 6, 8
CHECKS = {
    "inputs": lambda name, value: joined(name, _cut(value), FEATURES),
    "activation": lambda name, value: one_of(name, value, ACTIVATIONS),
    "optimizer": lambda name, value: one_of(name, value, OPTIMIZERS),
    "rate": lambda name, value: checked_between(name, value, 0.0001, 10),
    "batch": lambda name, value: whole(name, value, 1, 400),
    "l1": lambda name, value: checked_between(name, value, 0, 1),
    "l2": lambda name, value: checked_between(name, value, 0, 1),
    "dropout": lambda name, value: checked_between(name, value, 0, 0.8),
    "noise": lambda name, value: checked_between(name, value, 0, 1),
    "share": lambda name, value: checked_between(name, value, 0.1, 0.9),
    "seed": lambda name, value: whole(name, value, 0, 9999),
    "task": lambda name, value: one_of(name, value, TASKS),
    "tools": lambda name, value: one_of(name, value, ("all", "few")),
}


def playground(data="circles", layers=(4, 2), *, name=None, **settings):
    """Show a small network to train, with all its settings to choose.

    Parameters
    ----------
    data : str
        "blobs", "circles", "xor", "spiral", "moons" or "own", at first.
    layers : sequence of int
        Units of each hidden layer: at most 6 layers of 1 to 8; none of them: ().
    name : str, optional
        With a name, the figure keeps its state in the page's address, under this name:
        letters, digits, "-" and "_".
    **settings
        Others at first: inputs (a sequence of "x1", "x2", "x1x1", "x2x2", "x1x2",
        "sin1", "sin2", or these joined by "-"), activation ("tanh", "relu", "sigmoid",
        "leaky_relu" or "linear"), optimizer ("sgd", "momentum", "rmsprop" or "adam"),
        rate (0.0001 to 10), batch (1 to 400), l1 and l2 (0 to 1), dropout (0 to 0.8),
        noise (0 to 1), share of the points to train with (0.1 to 0.9), seed (0 to
        9999), task ("free", or one with a question: "line", "fence", "input", "spiral",
        "pair", "less", "xor", "deep" or "few"), tools ("all", or "few" without those
        that change the network and the points: what is left is larger).

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If a number is none, `layers` is no sequence, or there is no such setting.
    ValueError
        If a number is outside its range, or a word is none of those above.
    """
    one_of("data", data, (*SHAPES, "own"))
    layers = _checked_layers(layers)
    is_word = isinstance(name, str) and re.fullmatch(r"[\w-]+", name, re.ASCII)
    if name is not None and not is_word:
        raise ValueError(f"Expected a name of letters, digits, - and _, got {name!r}.")
    for setting, value in settings.items():
        if setting not in CHECKS:
            raise TypeError(f"Expected settings of {[*CHECKS]}, got {setting!r}.")
        settings[setting] = CHECKS[setting](setting, value)
    shown = data if data in SHAPES else "circles"  # the reader's points are to come

    def draw(ax):
        draw_trained(ax, shown, layers)

    first = {"id": name, "data": data, "layers": "-".join(map(str, layers))}
    return Figure("ann-playground", first | settings, draw, ALT.format(SHAPES[shown]))


def _cut(inputs):
    return inputs.split("-") if isinstance(inputs, str) else inputs


def _checked_layers(layers):
    """Return the units of the hidden layers as list of int."""
    layers = checked_sequence("layers", layers)
    if len(layers) > MOST_LAYERS:
        raise ValueError(f"Expected at most {MOST_LAYERS} layers, got {len(layers)}.")
    return [whole("units of a layer", units, 1, MOST_UNITS) for units in layers]


def draw_trained(ax, name, layers):
    """Draw a toy set and what a network of these layers makes of it, once trained.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    name : str
        A key of `SHAPES`.
    layers : list of int
        Units of the hidden layers.
    """
    from annutils import data, plot
    from annutils.network import MultilayerPerceptron
    from annutils.optimizers import Adam

    X, y = getattr(data, f"make_{name}")(200, seed=0)
    network = MultilayerPerceptron(
        [2, *layers, 1],
        activation="tanh",
        loss="binary_crossentropy",
        optimizer=Adam(0.05),
    )
    network.fit(X, y, epochs=100, batch_size=20)
    plot.decision_boundary(network.predict_proba, X, y, ax)
    ax.set_aspect("equal")
