"""A network as a drawing: units in columns, weights as edges."""

from itertools import pairwise

import numpy as np
from matplotlib import pyplot as plt
from matplotlib.collections import LineCollection
from matplotlib.patches import Circle

from annutils.checks import checked_count
from annutils.plot.colors import BLUE, ORANGE

MOST = 10  # units that a layer shows one by one
ENDS = 3  # units shown above and below the dots of a larger layer
RADIUS = 0.34  # of a unit; units of a layer stand 1 apart


def network(layer_sizes, weights=None, ax=None, *, names=None):
    """Draw the layers of a network, with its weights if they are given.

    Parameters
    ----------
    layer_sizes : sequence of int
        Units in each layer, inputs first. A layer of more than 10 shows its first and
        last three, with dots between.
    weights : sequence of arrays of shape (n_in, n_out), optional
        Edges are then orange for positive and blue for negative weights, and the wider
        the larger the weight.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes by default.
    names : sequence of str, optional
        One for each layer, written below it.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        If there are fewer than two layers, or weights or names do not fit them.
    """
    sizes = [checked_count("units of a layer", size) for size in layer_sizes]
    matrices = _checked_weights(weights, sizes)
    names = names or _usual_names(len(sizes))
    if len(names) != len(sizes):
        raise ValueError(f"Expected {len(sizes)} names, got {len(names)}.")
    ax = ax or plt.gca()
    apart = _distance(sizes)
    columns = [_column(layer * apart, size) for layer, size in enumerate(sizes)]
    for layer, W in enumerate(matrices):
        ax.add_collection(_edges(columns[layer], columns[layer + 1], W))
    bottom = min(y for column in columns for _, y in column.values()) - 1
    for layer, (column, size, name) in enumerate(
        zip(columns, sizes, names, strict=True)
    ):
        _draw_units(ax, column)
        text = f"{name}\n{size} unit{'s' * (size > 1)}"
        ax.text(layer * apart, bottom, text, ha="center", va="top")
    ax.set(xlim=(-1.2, (len(sizes) - 1) * apart + 1.2), ylim=(bottom - 1.6, -bottom))
    ax.set_aspect("equal")
    ax.axis("off")
    return ax


def _checked_weights(weights, sizes):
    """Return a matrix, or None, for each gap between layers."""
    if len(sizes) < 2:
        raise ValueError(f"Expected two layers or more, got {len(sizes)}.")
    shapes = list(pairwise(sizes))
    if weights is None:
        return [None] * len(shapes)
    matrices = [np.asarray(W, dtype=float) for W in weights]
    got = [W.shape for W in matrices]
    if got != shapes:
        raise ValueError(f"Expected weights of shapes {shapes}, got {got}.")
    return matrices


def _usual_names(n_layers):
    """Return what layers are called: inputs, hidden ones, outputs."""
    if n_layers == 3:
        return ["input", "hidden", "output"]
    return ["input", *(f"hidden {i}" for i in range(1, n_layers - 1)), "output"]


def _distance(sizes):
    """Return how far layers stand apart: enough for their names, and for the eye."""
    return max(2.6, 0.5 * min(max(sizes), MOST))


def _column(x, size):
    """Return {unit: (x, y)} for the units of a layer that are shown."""
    shown = list(range(size))
    if size > MOST:
        shown = [*shown[:ENDS], None, *shown[-ENDS:]]  # None: the dots
    top = (len(shown) - 1) / 2
    return {unit: (x, top - row) for row, unit in enumerate(shown)}


def _edges(left, right, W):
    """Return the lines between the units that two layers show."""
    pairs = [(i, k) for i in left if i is not None for k in right if k is not None]
    lines = [(left[i], right[k]) for i, k in pairs]
    if W is None:
        return LineCollection(lines, colors="0.7", linewidths=0.8, zorder=1)
    values = np.array([W[pair] for pair in pairs])
    widths = 0.2 + 2.8 * np.abs(values) / (np.abs(W).max() or 1)
    colors = [ORANGE if value > 0 else BLUE for value in values]
    return LineCollection(lines, colors=colors, linewidths=widths, alpha=0.8, zorder=1)


def _draw_units(ax, column):
    """Draw the circles of a layer, and dots for those left out."""
    for unit, (x, y) in column.items():
        if unit is None:
            ax.text(x, y, "⋮", ha="center", va="center", size=18)
        else:
            ax.add_patch(Circle((x, y), RADIUS, fc="white", ec="0.3", lw=1.2, zorder=2))
