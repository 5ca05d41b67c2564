from itertools import pairwise

import numpy as np
import pytest
from matplotlib import pyplot as plt
from matplotlib.collections import LineCollection
from matplotlib.colors import to_hex

from annutils import plot


def parts(ax):
    """Return the collections of edges and those of circles."""
    edges = [c for c in ax.collections if isinstance(c, LineCollection)]
    return edges, [c for c in ax.collections if c not in edges]


def below(ax):
    return [tick.get_text() for tick in ax.get_xticklabels()]


def test_every_unit_is_a_circle_and_every_weight_an_edge():
    edges, circles = parts(plot.network([2, 3, 1]))
    assert [len(c.get_paths()) for c in circles] == [2, 3, 1]
    assert [len(c.get_segments()) for c in edges] == [6, 3]


def test_circles_stand_on_their_edges_which_no_other_hides():
    for weights in (None, [np.ones((2, 1))]):
        edges, circles = parts(plot.network([2, 1], weights))
        top = max(each.get_zorder() for each in edges)
        assert all(each.get_zorder() > top for each in circles)
        assert all(tuple(each.get_facecolor()[0]) == (1, 1, 1, 1) for each in circles)


@pytest.mark.parametrize(("size", "n_circles", "n_dots"), [(10, 10, 0), (784, 6, 3)])
def test_large_layers_show_their_ends_and_dots(size, n_circles, n_dots):
    ax = plot.network([size, 1])
    edges, circles = parts(ax)
    assert [len(c.get_paths()) for c in circles] == [n_circles, 1]
    assert len(edges[0].get_segments()) == n_circles
    assert sum(len(line.get_xdata()) for line in ax.lines) == n_dots


def test_dots_stand_between_the_circles_in_order():
    (dots,) = plot.network([784, 1]).lines
    x, y = dots.get_data()
    assert (x[0], x[-1]) == (0, 0)
    assert -0.5 < y[0] < y[1] == 0 < y[2] < 0.5


def test_edges_are_orange_or_blue_by_sign_and_wide_by_size():
    W = np.array([[2.0, -1.0], [0.0, -2.0]])
    (edges,) = parts(plot.network([2, 2], [W]))[0]
    colors = [to_hex(color) for color in edges.get_color()]
    assert colors[:2] == [plot.ORANGE.lower(), plot.BLUE.lower()]
    a, b, c, d = edges.get_linewidth()
    assert a == d > b > c


def test_edges_join_the_units_whose_weight_they_show():
    W = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 0.5]])
    (edges,) = parts(plot.network([2, 3], [W]))[0]
    widest = edges.get_segments()[np.argmax(edges.get_linewidth())]
    (x0, y0), (x1, y1) = widest
    assert x0 < x1
    assert (y0, y1) == (0.5, 1.0)  # both on top of their columns


def test_the_last_units_of_a_large_layer_have_their_own_weights():
    W = np.zeros((100, 1))
    W[99] = -3
    (edges,) = parts(plot.network([100, 1], [W]))[0]
    assert np.argmax(edges.get_linewidth()) == 5
    assert to_hex(edges.get_color()[5]) == plot.BLUE.lower()


def test_zero_weights_are_drawn_thin():
    (edges,) = parts(plot.network([2, 1], [np.zeros((2, 1))]))[0]
    assert max(edges.get_linewidth()) < 0.5


@pytest.mark.parametrize(
    ("sizes", "texts"),
    [
        ([2, 1], ["input\n2 units", "output\n1 unit"]),
        ([784, 15, 10], ["input\n784 units", "hidden\n15 units", "output\n10 units"]),
        (
            [1, 1, 1, 1],
            [f"{n}\n1 unit" for n in ("input", "hidden 1", "hidden 2", "output")],
        ),
    ],
)
def test_names_and_sizes_stand_below_the_layers(sizes, texts):
    ax = plot.network(sizes)
    assert below(ax) == texts
    assert len(set(np.diff(ax.get_xticks()).round(6))) == 1


def test_names_can_be_given():
    assert below(plot.network([2, 1], names=["x", "y"])) == ["x\n2 units", "y\n1 unit"]


def test_names_of_neighbors_do_not_touch():
    figure, ax = plt.subplots(figsize=(2.6, 2.6))
    plot.network([2, 5, 5, 1], ax=ax)
    figure.canvas.draw()
    boxes = [tick.get_window_extent() for tick in ax.get_xticklabels()]
    assert all(a.x1 < b.x0 for a, b in pairwise(boxes))


@pytest.mark.parametrize("width", [4, 9])
def test_layers_fill_the_figure(width):
    ax = plot.network([5, 5], ax=plt.figure(figsize=(width, 4)).gca())
    across, up = np.ptp([ax.get_xlim(), ax.get_ylim()], axis=1)
    assert across / up == pytest.approx(ax.bbox.width / ax.bbox.height)
    assert ax.get_aspect() == 1


@pytest.mark.parametrize(
    ("sizes", "arguments", "message"),
    [
        ([3], {}, "two layers or more, got 1"),
        ([2, 0], {}, "units of a layer of 1 or more, got 0"),
        ([2, 1], {"names": ["x"]}, "2 names, got 1"),
        ([2, 1], {"weights": []}, r"shapes \[\(2, 1\)\], got \[\]"),
        ([2, 1], {"weights": [np.zeros((1, 2))]}, r"got \[\(1, 2\)\]"),
        ([2, 1], {"weights": [np.full((2, 1), np.nan)]}, "finite numbers in weights"),
    ],
)
def test_what_is_no_network_is_refused(sizes, arguments, message):
    with pytest.raises(ValueError, match=message):
        plot.network(sizes, **arguments)


def test_half_a_unit_is_refused():
    with pytest.raises(TypeError, match=r"integer units of a layer, got 2\.5"):
        plot.network([2.5, 1])
