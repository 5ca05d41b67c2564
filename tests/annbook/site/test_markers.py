"""The markers of a drawing are few paths, and look as they did."""

import io

import numpy as np
import pytest
import resvg_py
from annbook.site.markers import joined, layers, relative
from matplotlib import pyplot as plt
from PIL import Image


def drawn(seen):
    """Return what a function draws into axes, as an SVG."""
    fig, ax = plt.subplots()
    seen(ax)
    file = io.StringIO()
    fig.savefig(file, format="svg")
    plt.close(fig)
    return file.getvalue()


def pixels(svg):
    """Return a drawing as a browser would show it, in shades from 0 to 255."""
    drawn = resvg_py.svg_to_bytes(svg_string=svg, dpi=96, background="white")
    return np.array(Image.open(io.BytesIO(drawn)).convert("RGB"), dtype=int)


@pytest.mark.parametrize("alpha", [1, 0.4])
@pytest.mark.parametrize("marker", ["o", "s", "^", "X", "$S$"])
def test_a_cloud_looks_the_same_in_a_tenth_of_the_elements(marker, alpha):
    places = np.random.default_rng(0).normal(size=(2, 400))
    look = {"s": 30, "marker": marker, "alpha": alpha, "edgecolors": "white"}

    def clouds(ax):
        ax.scatter(*places[:, :200], color="#0072b2", **look)
        ax.scatter(*places[:, 200:], color="#d55e00", **look)

    svg = drawn(clouds)
    light = joined(svg)
    assert svg.count("<use") > 400
    assert light.count("<use") + light.count("<path") < 100
    differ = np.abs(pixels(svg) - pixels(light))
    assert differ.mean() < 0.2
    assert np.mean(differ > 50) < 0.001


def test_what_has_no_markers_stays_as_it_is():
    svg = drawn(lambda ax: (ax.axis("off"), ax.plot([0, 1], [0, 1])))
    assert joined(svg) == svg


def test_what_touches_keeps_its_order_and_shares_no_path():
    places = np.array([[0, 0], [9, 0], [1, 0], [2, 1], [0, 9.0]])
    groups = layers(places, np.array([3, 3]))
    assert [group.tolist() for group in groups] == [
        [[0, 0], [9, 0], [0, 9]],
        [[1, 0]],
        [[2, 1]],
    ]


@pytest.mark.parametrize(
    ("style", "apart", "paths"),
    [
        ("stroke-width: 3", 6, 2),
        ("stroke-width: 3", 8, 1),
        ("fill: #222", 4.5, 2),  # an edge of 1, where nothing is said of it
        ("fill: #222", 5.5, 1),
    ],
)
def test_squares_whose_edges_touch_share_no_path(style, apart, paths):
    square = '<path id="m1" d="M -2 -2 L 2 -2 L 2 2 L -2 2 z"/>'
    use = '<use xlink:href="#m1" x="{}" y="0" style="{}"/>'
    drawing = "".join([square, *(use.format(x, style) for x in (0, apart))])
    assert joined(drawing).count("<path d=") == paths


def test_a_marker_of_two_parts_goes_on_from_where_a_closed_one_began():
    start, rest, corners = relative("M 1 1 \nL 2 1 \nL 2 2 \nz\nM 4 4 \nL 5 4.001 \n")
    assert start.tolist() == [1, 1]
    assert rest == "l1 0l0 1zm3 3l1 0"
    assert len(corners) == 5
