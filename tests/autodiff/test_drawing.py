"""The drawing of a computational graph, by the marks in it and where they stand."""

import os
import re
import subprocess
import sys
from itertools import combinations, pairwise, permutations, product
from xml.etree import ElementTree

import numpy as np
import pytest
from contrast import contrast
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.colors import to_rgb
from scipy.optimize import isotonic_regression

from annutils.autodiff import Value, cards, draw, drawing
from annutils.autodiff.layout import _rising, layered

SVG = "{http://www.w3.org/2000/svg}"
MINUS = "\N{MINUS SIGN}"
NEURON = """
from annutils.autodiff import Value
from annutils.autodiff import draw
w, x, b = Value(-0.7, "w"), Value(1.5, "x"), Value(0.2, "b")
a = (w * x + b).sigmoid()
a.name = "a"
a.backward()
"""


def neuron():
    """Return the output of one neuron, differentiated."""
    names = {}
    exec(NEURON, names)  # noqa: S102
    return names["a"]


def cross_entropy():
    """Return a loss whose graph has long edges and a shared input."""
    y, p = Value(1.0, "y"), neuron()
    p.zero_grad()
    return -(y * p.log() + (1 - y) * (1 - p).log())


def marks(value, tag):
    """Return the elements with a tag in the drawing of a value."""
    return ElementTree.fromstring(draw(value).svg).iter(SVG + tag)  # noqa: S314


def texts(value):
    return [mark.text for mark in marks(value, "text")]


def boxes(value, height):
    """Return the rectangles of a height as rows (left, top, right, bottom)."""
    found = []
    for mark in marks(value, "rect"):
        x, y, w, h = (float(mark.get(k, 0)) for k in ("x", "y", "width", "height"))
        if h == height:
            found.append((x, y, x + w, y + h))
    return np.array(found)


def curves(value):
    """Return points along each edge of the drawing, shape (n_edges, n_points, 2)."""
    t = np.linspace(0.0, 1.0, 60)[:, None]
    found = []
    for mark in marks(value, "path"):
        numbers = np.array(re.findall(r"-?[\d.]+", mark.get("d")), float)
        if mark.get("stroke"):
            p = numbers[:8].reshape(4, 2)
            curve = (1 - t) ** 3 * p[0] + 3 * t * (1 - t) ** 2 * p[1]
            curve += 3 * t**2 * (1 - t) * p[2] + t**3 * p[3]
            line = p[3] + t * [numbers[8] - p[3, 0], 0]
            found.append(np.concatenate([curve, line]))
    return np.array(found)


# What is shown


def test_every_value_is_shown_with_its_name_and_its_gradient():
    shown = texts(neuron())
    for text in ["w", "x", "b", "a", f"{MINUS}0.7", "1.5", "0.2", "0.2994"]:
        assert text in shown
    # a (1 - a) = 0.2098 is the gradient of z and of b; times x and w, theirs.
    assert shown.count("0.2098") == 3
    assert {"0.3147", f"{MINUS}0.1468"} <= set(shown)


def test_every_operation_has_a_badge_with_its_sign():
    x = Value(2.0)
    y = (-(x.exp() - x.log()) / x.tanh() * x.relu() + x**-0.5).sigmoid()
    signs = {MINUS, "exp", "log", "tanh", "÷", "ReLU", "( )⁻⁰·⁵", "+"}
    assert signs <= set(texts(y))
    badges = boxes(y, 32)
    middles = {float(text.get("x")) for text in marks(y, "text")}
    assert len(badges) == 11
    for left, _, right, _ in badges:
        assert min(abs(x - (left + right) / 2) for x in middles) < 0.11  # rounded
    assert len(boxes(y, 52)) == 12


def test_cards_of_a_column_have_room_for_its_longest_name_and_number():
    named, exact = Value(0.5, "a long name"), Value(-1234.5, "b")
    (name, *_), (number, *_) = boxes(named, 52), boxes(exact, 52)
    cards_of_both = boxes(named + exact, 52)
    wide = {right - left for left, _, right, _ in cards_of_both[:2]}
    assert len(wide) == 1
    assert min(wide) > max(name[2] - name[0], number[2] - number[0])


@pytest.mark.parametrize(
    ("make", "sign", "size"),
    [
        (lambda x: x + x, "+", "20"),
        (lambda x: x.sigmoid(), "σ", "20"),
        (lambda x: x.relu(), "ReLU", "14"),
        (lambda x: x**-0.5, "( )⁻⁰·⁵", "14"),
    ],
)
def test_the_sign_of_an_operation_is_large_and_its_word_is_small(make, sign, size):
    value = make(Value(2.0))
    (text,) = (mark for mark in marks(value, "text") if mark.text == sign)
    assert text.get("font-size") == size


def test_the_legend_explains_the_marks():
    assert {"value", "gradient", "operation"} <= set(texts(Value(1.0)))


def test_each_mark_of_the_legend_stands_before_its_word():
    value = Value(1.0)
    words = {text.text: float(text.get("x")) for text in marks(value, "text")}
    *_, circle = marks(value, "circle")
    swatches = [left for left, *_ in boxes(value, 14)]
    places = [
        *(swatches[0], words["value"], swatches[1], words["gradient"]),
        *(float(circle.get("cx")), words["operation"]),
    ]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.5, "0.5"),
        (-3, f"{MINUS}3"),
        (-0.0, "0"),
        (1 / 3, "0.3333"),
        (-1e-9, f"{MINUS}1e{MINUS}09"),
    ],
)
def test_numbers_have_four_digits_and_a_true_minus_sign(number, text):
    assert text in texts(Value(number))


def test_names_cannot_break_the_drawing_and_long_ones_are_cut():
    shown = texts(Value(1.0, "<b> & 'c'") + Value(1.0, "a" * 30))
    assert "<b> & 'c'" in shown
    assert "a" * 15 + "…" in shown


def test_the_drawing_is_a_snapshot():
    x = Value(2.0, "x")
    y = x * x
    before = draw(y)
    y.backward()
    assert before.svg != draw(y).svg
    assert ">4<" in before.svg
    assert ">1<" not in before.svg


def test_the_graph_in_words_serves_those_who_do_not_see_it():
    title, description = (next(marks(neuron(), t)).text for t in ("title", "desc"))
    assert title == "Computational graph of a (6 values)"
    assert description.startswith(f"w is {MINUS}0.7, gradient 0.3147. x is 1.5, grad")
    assert f"v2, product of w and x, is {MINUS}1.05, gradient 0.2098." in description
    assert description.endswith("a, sigmoid of v4, is 0.2994, gradient 1.")
    square = next(marks(Value(3.0, "x") ** 2, "desc")).text
    assert square.endswith("v1, power 2 of x, is 9, gradient 0.")


# How notebooks show it


def test_notebooks_get_svg_and_html_and_a_text_without_address():
    drawing = draw(neuron())
    assert drawing._repr_svg_() == drawing.svg
    assert drawing.svg.split("<title>")[1] in drawing._repr_html_()
    assert repr(drawing) == "<Computational graph of a (6 values)>"
    ElementTree.fromstring(drawing._repr_html_())  # noqa: S314


def test_no_text_is_smaller_than_12_pixels_on_any_screen():
    drawing = draw(cross_entropy())
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', drawing.svg)]
    least = int(re.search(r"min-width:(\d+)px", drawing._repr_html_())[1])
    assert min(sizes) * least / drawing.width >= 12
    assert "overflow-x:auto" in drawing._repr_html_()


def test_the_drawing_needs_nothing_from_outside_and_no_id():
    svg = draw(cross_entropy()).svg.replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"http|url\(|href|<style|<script| id=", svg)


def test_the_same_graph_gives_the_same_bytes_in_every_process():
    code = NEURON + "print(draw(a).svg, end='')"
    for seed in ("1", "2"):
        run = subprocess.run(  # noqa: S603
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        )
        assert run.stdout.decode("utf-8") == draw(neuron()).svg


def over_white(color, opacity=1.0):
    """Return what is seen of a color laid over white."""
    return opacity * np.array(to_rgb(color)) + 1 - opacity


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ((cards.INK,), (cards.BLUE, 0.18)),
        ((cards.INK,), (cards.ORANGE, 0.18)),
        ((cards.DARK,), (drawing.GROUND,)),
        (("#ffffff",), (cards.DARK,)),
    ],
)
def test_text_stands_out_from_its_ground(text, ground):
    assert contrast(over_white(*text), over_white(*ground)) >= 7


# Where things stand


@pytest.mark.parametrize("make", [neuron, cross_entropy, lambda: Value(1.0, "x")])
def test_cards_keep_apart_and_inside_the_sheet(make):
    value = make()
    found = boxes(value, 52)
    for a, b in combinations(found, 2):
        beside = a[2] < b[0] or b[2] < a[0]
        assert beside or a[3] + 20 <= b[1] or b[3] + 20 <= a[1]
    sheet = next(marks(value, "svg"))
    left, right = found[:, 0].min(), found[:, 2].max()
    assert left == drawing.MARGIN
    assert right <= float(sheet.get("width")) - drawing.MARGIN + 0.5  # of a pixel
    assert found[:, 1].min() >= 0
    assert found[:, 3].max() < float(sheet.get("height"))


@pytest.mark.parametrize("make", [neuron, cross_entropy])
def test_the_sheet_ends_a_margin_beside_the_last_card_and_three_below(make):
    value = make()
    _, _, right, bottom = boxes(value, 52).T
    sheet = next(marks(value, "svg"))
    size = float(sheet.get("width")), float(sheet.get("height"))
    margin = drawing.MARGIN
    assert size == (round(right.max() + margin), round(bottom.max() + 3 * margin))


def test_a_card_holds_two_rows_of_numbers_in_equal_margins():
    value, pad = neuron(), cards.PAD
    rows = boxes(value, (52 - 3 * pad) / 2)
    texts_at = {float(t.get("y")): float(t.get("x")) for t in marks(value, "text")}
    for left, top, right, bottom in boxes(value, 52):
        inside = rows[(rows[:, 0] >= left) & (rows[:, 2] <= right)]
        own = inside[(inside[:, 1] >= top) & (inside[:, 3] <= bottom)]
        (a, upper, end, middle), (b, lower, other, foot) = own
        assert a == b > left
        assert end == other == pytest.approx(right - pad)
        margins = [upper - top, lower - middle, bottom - foot]
        assert margins == pytest.approx([pad] * 3)
        for row in (upper, lower):  # numbers end 8 pixels before their row does
            assert round(row + 16.5, 1) in texts_at


def test_a_legend_has_a_swatch_of_each_tint_and_words_beside_them():
    value = Value(1.0)
    lefts = [left for left, *_ in boxes(value, 14)]
    assert lefts == [drawing.MARGIN, drawing.MARGIN + 94]
    tints = [m.get("fill") for m in marks(value, "rect") if m.get("height") == "14"]
    assert tints == [cards.BLUE, cards.ORANGE]
    for left, word in zip(lefts, ("value", "gradient"), strict=True):
        (text,) = (mark for mark in marks(value, "text") if mark.text == word)
        assert float(text.get("x")) == left + 22 + 7


@pytest.mark.parametrize("make", [neuron, cross_entropy])
def test_no_edge_runs_over_a_card_or_a_badge(make):
    value = make()
    points = curves(value).reshape(-1, 2)
    for left, top, right, bottom in [*boxes(value, 52), *boxes(value, 32)]:
        x, y = points.T
        inside = (x > left + 1) & (x < right - 1) & (y > top - 3) & (y < bottom + 3)
        assert not inside.any()


def test_every_input_stands_left_of_what_is_computed_from_it():
    value = cross_entropy()
    nodes = value.topological_order()
    left, _, right, _ = boxes(value, 52).T
    for i, node in enumerate(nodes):
        for source in node.inputs:
            assert right[nodes.index(source)] < left[i]


def arrows(value):
    """Return the tips of the arrowheads, in the order of the operands."""
    heads = (mark.get("d") for mark in marks(value, "path") if not mark.get("stroke"))
    return [tuple(map(float, re.findall(r"[\d.]+", head)[:2])) for head in heads]


def test_arrows_end_at_their_badge_which_is_round():
    x, y = Value(2.0, "x"), Value(3.0, "y")
    (badge,) = boxes(x.exp(), 32)
    assert arrows(x.exp()) == [(badge[0], (badge[1] + badge[3]) / 2)]
    (badge,) = boxes(x - y, 32)
    (first, upper), (second, lower) = arrows(x - y)
    middle = (badge[1] + badge[3]) / 2
    assert middle - upper == lower - middle == drawing.PORT
    assert first == second == pytest.approx(badge[0] + drawing.PORT / 4, abs=0.06)


def test_an_input_that_is_used_twice_has_two_arrows():
    x = Value(3.0, "x")
    assert len(set(arrows(x * x))) == 2


def test_the_upper_arrow_of_a_difference_is_its_first_operand():
    y = Value(2.0, "y")
    for value in (y - y.exp(), y.exp() - y):
        (_, first), (_, second) = arrows(value)[-2:]
        assert first < second


def test_a_chain_is_drawn_in_one_line():
    y = Value(0.5).exp().log().tanh().sigmoid()
    assert len(set(boxes(y, 52)[:, 1])) == 1
    assert np.ptp(curves(y)[:, :, 1]) == pytest.approx(0)


graphs = st.integers(1, 14).flatmap(
    lambda n: st.tuples(
        *(
            st.lists(st.integers(0, i - 1), max_size=2) if i else st.just([])
            for i in range(n)
        )
    )
)


@settings(deadline=None)  # the machine may be busy
@given(graphs)
def test_any_graph_is_laid_out_from_left_to_right_with_room_for_all(inputs):
    layout = layered([*inputs], [False] * len(inputs), height=10, gap=4)
    for column in layout.columns:
        for (upper, c), (lower, _) in pairwise(column):
            n_cards = (layout.column[upper] == c) + (layout.column[lower] == c)
            room = layout.y[lower, c] - layout.y[upper, c]
            assert room >= 4 + 5 * n_cards - 0.11  # heights are rounded to 0.1
    for target, sources in enumerate(inputs):
        for source in sources:
            columns = [column for _, column in layout.ways[source, target]]
            assert columns[0] == layout.column[source] < columns[-1]
            assert columns[-1] == layout.column[target]
            assert columns == list(range(columns[0], columns[-1] + 1))


def test_edges_that_need_not_cross_do_not():
    # Two separate pairs, given crosswise: 0 and 2 belong to 4, 1 and 3 to 5.
    layout = layered(
        [[], [], [], [], [0, 2], [1, 3], [4, 5]], [True] * 7, height=10, gap=4
    )
    leaves = [node for node, _ in layout.columns[0]]
    assert {frozenset(leaves[:2]), frozenset(leaves[2:])} == {
        frozenset({0, 2}),
        frozenset({1, 3}),
    }


def crossings(columns, ways):
    """Count the pairs of links between neighboring columns that cross."""
    rank = {place: i for column in columns for i, place in enumerate(column)}
    links = {link for way in ways.values() for link in pairwise(way)}
    return sum(
        (rank[a] - rank[c]) * (rank[b] - rank[d]) < 0
        for (a, b), (c, d) in combinations(links, 2)
        if a[1] == c[1]
    )


@pytest.mark.parametrize(
    "inputs",
    [
        [[], [], [], [0, 2], [2], [4], [3]],
        [[], [], [0, 1], [1], [2, 3], [1, 4]],
        [[], [], [], [], [1, 3], [0, 2, 3], [1, 2, 3]],
        [[], [], [], [], [], [1, 3], [3], [1, 2, 4]],
        [[], [], [], [], [], [1, 3, 4], [0], [2, 3], [4], [5, 8], [6, 8]],
    ],
)
def test_no_order_of_a_small_graph_has_fewer_crossings(inputs):
    layout = layered(inputs, [True] * len(inputs), height=10, gap=4)
    orders = product(*map(permutations, layout.columns))
    fewest = min(crossings(columns, layout.ways) for columns in orders)
    assert crossings(layout.columns, layout.ways) == fewest


def test_a_node_stands_in_the_middle_of_its_inputs_and_these_at_their_distance():
    # 3 is drawn to all leaves alike, which keep a distance of 10 + 4
    layout = layered([[], [], [], [0, 1, 2]], [True] * 4, height=10, gap=4)
    assert [layout.y[node, 0] for node in range(3)] == [5, 19, 33]
    assert layout.y[3, 1] == 19


def test_an_edge_past_a_column_goes_straight_and_leaves_room_for_the_node_there():
    # 0 is used by 1 and, past the column of 1, by 2: a chain with a long edge.
    layout = layered([[], [0], [0, 1]], [True] * 3, height=10, gap=4)
    assert layout.ways[0, 2] == [(0, 0), (0, 1), (2, 2)]
    assert abs(layout.y[0, 1] - layout.y[1, 1]) == 5 + 4  # the waypoint is flat
    middle = (layout.y[0, 1] + layout.y[1, 1]) / 2
    assert layout.y[0, 0] == layout.y[2, 2] == pytest.approx(middle)


@given(
    st.lists(st.tuples(st.floats(-9, 9), st.sampled_from([1.0, 2.0, 11.0])), min_size=1)
)
def test_heights_that_may_not_fall_are_those_of_isotonic_regression(wanted):
    numbers, weights = zip(*wanted, strict=True)
    fitted = isotonic_regression(numbers, weights=weights).x
    np.testing.assert_allclose(_rising(numbers, weights), fitted, atol=1e-9)


def test_operands_whose_order_matters_stand_in_it():
    layout = layered([[], [], [1, 0]], [False] * 3, height=10, gap=4)
    assert [node for node, _ in layout.columns[0]] == [1, 0]


# What cannot be drawn


@pytest.mark.parametrize("value", [3.0, "x", None])
def test_only_values_are_drawn(value):
    with pytest.raises(TypeError, match=r"Expected an annutils.autodiff.Value, got"):
        draw(value)


def test_a_graph_too_large_to_be_legible_is_refused():
    x = Value(1.0)
    for _ in range(5000):
        x = x.tanh()
    with pytest.raises(ValueError, match="at most 200 values to draw, got 5001"):
        draw(x)
