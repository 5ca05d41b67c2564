"""The playground: a small network, trained before the reader's eyes."""

from annutils.widgets.figure import Figure, still

__all__ = ["playground"]

ALT = "Points of two classes, {}, and the regions that a small trained network assigns."
SHAPES = {
    "blobs": "two clouds",
    "circles": "a ring inside another",
    "xor": "opposite corners of a square",
    "spiral": "two arms of a spiral",
    "moons": "two crescents",
}


def playground(data="circles", layers=(4, 2), *, name=None, **settings):
    """Show a small network to train, with all its settings to choose.

    Parameters
    ----------
    data : str
        "blobs", "circles", "xor", "spiral", "moons" or "own", at first.
    layers : sequence of int
        Units of each hidden layer: at most 6 layers of at most 8.
    name : str, optional
        With a name, the figure keeps its state in the page's address, under this name.
    **settings
        Others at first: inputs ("x1-x2"), activation, optimizer, rate, batch, l1, l2,
        dropout, noise, share, seed.

    Returns
    -------
    Figure

    Raises
    ------
    ValueError
        If there are no data of this name.
    """
    if data not in (*SHAPES, "own"):
        names = ", ".join(map(repr, SHAPES))
        raise ValueError(f"Expected data to be one of {names} or 'own', got {data!r}.")
    shown = data if data in SHAPES else "circles"  # the reader's points are to come

    def draw(ax):
        _draw(ax, shown, layers)

    first = {"id": name, "data": data, "layers": "-".join(map(str, layers))}
    picture, words = still(draw), ALT.format(SHAPES[shown])
    return Figure("ann-playground", first | settings, picture, words)


def _draw(ax, name, layers):
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
