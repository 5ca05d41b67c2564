"""The playground: a small network, trained before the reader's eyes."""

from annutils.widgets.figure import Figure, still

__all__ = ["playground"]

ALT = (
    "Two rings of points, blue outside and orange inside, and the rounded region that "
    "a small trained network assigns to the inner ring."
)


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
    """
    first = {"id": name, "data": data, "layers": "-".join(map(str, layers))}
    return Figure("ann-playground", first | settings, still(_draw), ALT)


def _draw(ax):
    from annutils import data, plot
    from annutils.network import MultilayerPerceptron
    from annutils.optimizers import Adam

    X, y = data.make_circles(200, seed=0)
    network = MultilayerPerceptron(
        [2, 4, 2, 1],
        activation="tanh",
        loss="binary_crossentropy",
        optimizer=Adam(0.05),
    )
    network.fit(X, y, epochs=100, batch_size=20)
    plot.decision_boundary(network.predict_proba, X, y, ax)
    ax.set_aspect("equal")
