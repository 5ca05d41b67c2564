"""The drawing of a network shows its units, its edges and the sign of its weights."""

import numpy as np
import pytest
from matplotlib.colors import to_hex

from annutils import plot


def colors(collection):
    return [to_hex(c, keep_alpha=False).upper() for c in collection.get_colors()]


def test_units_and_edges_are_all_there():
    ax = plot.network([2, 3, 1])
    assert len(ax.patches) == 6
    assert [len(c.get_segments()) for c in ax.collections] == [6, 3]


def test_a_large_layer_shows_its_ends_and_dots():
    ax = plot.network([784, 10])
    assert len(ax.patches) == 6 + 10
    assert "⋮" in [text.get_text() for text in ax.texts]


def test_layers_are_named_with_their_sizes():
    texts = [text.get_text() for text in plot.network([2, 3, 1]).texts]
    assert texts == ["input\n2 units", "hidden\n3 units", "output\n1 unit"]


def test_edges_show_sign_and_size_of_the_weights():
    edges = plot.network([1, 2], [np.array([[2.0, -1.0]])]).collections[0]
    assert colors(edges) == [plot.ORANGE, plot.BLUE]
    assert edges.get_linewidths()[0] > edges.get_linewidths()[1]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (([3],), "two layers or more, got 1"),
        (([2, 1], [np.zeros((1, 2))]), r"\[\(2, 1\)\], got \[\(1, 2\)\]"),
        (([2, 0],), "units of a layer of 1 or more, got 0"),
    ],
)
def test_what_is_no_network_is_refused(arguments, complaint):
    with pytest.raises(ValueError, match=complaint):
        plot.network(*arguments)


def test_names_must_be_one_a_layer():
    with pytest.raises(ValueError, match="2 names, got 1"):
        plot.network([2, 1], names=["in"])
