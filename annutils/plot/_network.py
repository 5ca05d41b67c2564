"""A network as a drawing: units in columns, weights as edges."""

from itertools import pairwise

import numpy as np
from matplotlib import pyplot as plt
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.patches import Circle

from annutils.checks import checked_count, checked_numbers, checked_sequence
from annutils.plot._axes import checked_axes
from annutils.plot._text import fitting_size
from annutils.plot.colors import BLUE, ORANGE

MOST = 10  # units that a layer shows one by one
ENDS = 3  # units shown above and below the dots of a larger layer
RADIUS = 0.34  # of a unit; units of a layer stand 1 apart
NEAREST = 2  # from layer to layer, at least


def network(layer_sizes, weights=None, ax=None, *, names=None):
    """Draw the layers of a network, with its weights if they are given.

    Parameters
    ----------
    layer_sizes : sequence of int
        Units in each layer, inputs first. A layer of more than 10 shows its first and
        last three, with dots between.
    weights : sequence of arrays of shape (n_in, n_out), optional
        Edges are then orange for positive and blue for negative weights, and the wider
        the larger the weight is, compared with the largest between the same layers.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes by default. Layers stand as far apart as fills
        it.
    names : sequence of str, optional
        One for each layer, written below it with its number of units; by default
        "input", "hidden", "output".

    Returns
    -------
    matplotlib.axes.Axes
        With a collection of circles for each layer and one of edges between two.

    Raises
    ------
    TypeError
        If sizes, weights or names are no sequence, a number of units is no integer,
        weights are no numbers, or `ax` is something else.
    ValueError
        If there are fewer than two layers, or weights or names do not fit them.
    """
    sizes = [
        checked_count("units of a layer", size)
        for size in checked_sequence("layer_sizes", layer_sizes)
    ]
    matrices = _checked_weights(weights, sizes)
    names = _usual_names(len(sizes)) if names is None else names
    names = checked_sequence("names", names, len(sizes))
    ax = checked_axes(ax)
    heights = [_heights(size) for size in sizes]
    top = max(column[0] for column in heights) + 0.5
    apart = max(NEAREST, (2 * top * _ratio(ax) - 2) / (len(sizes) - 1))
    columns = [
        {unit: (layer * apart, y) for unit, y in column.items()}
        for layer, column in enumerate(heights)
    ]
    for (left, right), W in zip(pairwise(columns), matrices, strict=True):
        ax.add_collection(_edges(left, right, W))
    for column in columns:
        _draw_units(ax, column)
    ax.set(xlim=(-1, columns[-1][0][0] + 1), ylim=(-top, top), aspect="equal")
    texts = map("{}\n{}".format, names, map(_units, sizes))
    _write_below(ax, np.arange(len(sizes)) * apart, list(texts))
    return ax


def _checked_weights(weights, sizes):
    """Return a matrix, or None, for each gap between layers."""
    if len(sizes) < 2:
        raise ValueError(f"Expected two layers or more, got {len(sizes)}.")
    shapes = list(pairwise(sizes))
    if weights is None:
        return [None] * len(shapes)
    matrices = [
        checked_numbers("weights", W) for W in checked_sequence("weights", weights)
    ]
    got = [W.shape for W in matrices]
    if got != shapes:
        raise ValueError(f"Expected weights of shapes {shapes}, got {got}.")
    return matrices


def _usual_names(n_layers):
    """Return what layers are called: inputs, hidden ones, outputs."""
    if n_layers == 3:
        return ["input", "hidden", "output"]
    return ["input", *(f"hidden {i}" for i in range(1, n_layers - 1)), "output"]


def _units(size):
    return "1 unit" if size == 1 else f"{size:,} units"


def _ratio(ax):
    """Return the width of the Axes over their height."""
    return ax.bbox.width / ax.bbox.height


def _heights(size):
    """Return {unit: y} for the units of a layer that are shown, None for the dots."""
    shown = list(range(size))
    if size > MOST:
        shown = [*shown[:ENDS], None, *shown[-ENDS:]]
    top = (len(shown) - 1) / 2
    return {unit: top - row for row, unit in enumerate(shown)}


def _edges(left, right, W):
    """Return the lines between the units that two layers show."""
    pairs = [(i, k) for i in left if i is not None for k in right if k is not None]
    lines = [(left[i], right[k]) for i, k in pairs]
    if W is None:
        return LineCollection(lines, colors="0.7", linewidths=0.8, zorder=1)
    values = np.array([W[pair] for pair in pairs])
    widths = 0.2 + 2.8 * np.abs(values) / (np.abs(W).max() or 1)
    colors = np.where(values > 0, ORANGE, BLUE)
    return LineCollection(lines, colors=colors, linewidths=widths, alpha=0.8, zorder=1)


def _draw_units(ax, column):
    """Draw the circles of a layer, and dots for those left out."""
    circles = [
        Circle(place, RADIUS) for unit, place in column.items() if unit is not None
    ]
    style = {"facecolor": "white", "edgecolor": "0.3", "linewidth": 1.2}
    ax.add_collection(PatchCollection(circles, **style, zorder=2))
    if None in column:
        x, y = column[None]
        ax.plot(
            [x] * 3,
            [y - 0.25, y, y + 0.25],
            "o",
            color=plt.rcParams["text.color"],
            markersize=3,
        )


def _write_below(ax, places, texts):
    """Write a text below each layer, and hide the axes."""
    ax.set_xticks(places, texts)
    ax.set_yticks([])
    lines = [line for text in texts for line in text.splitlines()]
    n_columns = np.ptp(ax.get_xlim()) / (places[1] - places[0])
    ax.tick_params(length=0, labelsize=fitting_size(ax, lines, n_columns))
    ax.spines[:].set_visible(False)
