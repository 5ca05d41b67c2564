"""What the interactive figures give to a notebook and to the site."""

import base64
import html
import json
import re
import xml.etree.ElementTree as ET
from itertools import combinations

import numpy as np
import pytest
from annbook.results.committed import without_code
from annbook.site.figures import without_data, without_stills
from faces import made, small_samples, small_tries, trained
from matplotlib import pyplot as plt
from scipy import stats
from scipy.stats import norm

from annutils import data as toys
from annutils import widgets
from annutils.experiments import Spread
from annutils.losses import LOSSES
from annutils.network import MultilayerPerceptron
from annutils.network.compact import CompactNetwork
from annutils.neurons import HebbianUnit
from annutils.widgets.bundle import SOURCES


def test_a_figure_carries_element_picture_and_code(figure, output):
    assert output.startswith(f"<{figure.tag} ")
    assert 'src="data:image/svg+xml;base64,' in output
    assert len(re.search(r'<img [^>]*alt="([^"]*)"', output)[1]) > 60
    assert f'<script type="module" data-figure="{figure.tag}">' in output
    if carried := figure._carried:
        shortest = json.dumps(json.loads(carried), separators=(",", ":"))
        assert carried == shortest


def test_its_picture_is_so_narrow_that_its_text_can_be_read_on_a_phone(output):
    encoded = re.search(r"svg\+xml;base64,([^\"]*)", output)[1]
    picture = ET.fromstring(base64.b64decode(encoded))  # noqa: S314
    points = float(picture.get("width").removesuffix("pt"))
    assert points <= 5 * 72


@pytest.mark.parametrize(
    ("data", "after"), [("separable", "narrow:"), ("narrow", "and:"), ("and", "xor:")]
)
def test_the_pictured_perceptron_has_the_points_of_the_element_and_parts_them(
    data, after
):
    ax = plt.figure().add_subplot()
    widgets.perceptron(data)._draw(ax)
    source = (SOURCES / "engine" / "perceptron.js").read_text(encoding="utf-8")
    source = source[source.index(f"{data}:") : source.index(after)]
    points = re.findall(r"\[([-.\d]+), ([-.\d]+), ([01])\]", source)
    assert len(points) == (4 if data == "and" else 8)
    expected = {tuple(map(float, point)) for point in points}
    blue, orange = (marks.get_offsets() for marks in ax.collections[-2:])
    drawn = {(*point, 0) for point in blue} | {(*point, 1) for point in orange}
    assert drawn == expected
    (arrow,) = ax.texts
    foot, tip = np.array(arrow.xyann), np.array(arrow.xy)
    assert np.linalg.norm(tip - foot) == pytest.approx(0.6)
    for *point, label in expected:
        assert ((point - foot) @ (tip - foot) > 0) == label


def test_the_pictured_perceptron_has_lines_of_before_where_it_never_settles():
    ax = plt.figure().add_subplot()
    widgets.perceptron("xor")._draw(ax)
    assert len(ax.lines) == 4
    ways = {tuple(np.round((*line.get_xy1(), *line.get_xy2()), 6)) for line in ax.lines}
    assert len(ways) == 4


def test_the_pictured_losses_are_those_of_walks_down_the_bowl_of_the_element():
    ax = plt.figure().add_subplot()
    widgets.descent(rate=0.02, beta=0.8)._draw(ax)
    source = (SOURCES / "engine" / "surfaces.js").read_text(encoding="utf-8")
    bowl = source[source.index("bowl:") : source.index("valley:")]
    start = re.search(r"start: \[([-\d.]+), ([-\d.]+)\]", bowl).groups()
    curvature = np.array([1, 10])
    pairs = (0.02, 0), (0.02, 0.8), (2 / 11, 0), (0.2309, 0.2699)
    for line, (rate, momentum) in zip(ax.lines, pairs, strict=True):
        place, v = np.array(start, float), np.zeros(2)
        for loss in line.get_ydata():
            assert loss == pytest.approx(curvature @ place**2 / 2, rel=0.1)
            v = momentum * v - rate * curvature * place
            place = place + v
    ends = [line.get_ydata()[30] for line in ax.lines]
    assert ends[3] < 1e-9 < 1e-4 < ends[2] < ends[1] < ends[0]


def test_the_pictured_luck_is_none_without_a_choice_and_grows_on_easy_images_too():
    ax = plt.figure().add_subplot()
    rates, units, scores = trained()
    easy = scores + np.array([5, 0, 0])  # the first set, for all networks
    widgets.trials(rates, units, easy)._draw(ax)
    *dots, zero, mean = ax.lines
    assert set(zero.get_ydata()) == {0}
    tries, points = mean.get_xydata().T
    np.testing.assert_array_equal(tries, np.arange(1, 10))
    assert points[0] == pytest.approx(0, abs=1e-9)
    assert (np.diff(points) > 0).all()
    assert [len(one.get_ydata()) for one in dots] == [9] * 3
    place = np.arange(63)
    lucks = (place - (place + 32) % 63) / 2  # on the first set
    assert set(dots[0].get_ydata().round(9)) <= set(lucks)


def test_the_pictured_bars_are_the_intervals_of_both_methods_and_of_their_change():
    figure = made("pairing")
    ax = plt.figure().add_subplot()
    figure._draw(ax)
    top, below = ax.child_axes
    before, after = (np.array(own) for own in json.loads(figure._carried)["errors"])
    *pairs, first, _, second, _ = top.lines
    np.testing.assert_array_equal([p.get_xdata() for p in pairs], np.c_[before, after])
    _, dots, change, _, unpaired = below.lines
    np.testing.assert_allclose(dots.get_xdata(), after - before)
    for line, own in ((first, before), (second, after), (change, after - before)):
        np.testing.assert_allclose(line.get_xdata(), Spread(tuple(own)).interval)
    apart = stats.ttest_ind(after, before, equal_var=False).confidence_interval()
    np.testing.assert_allclose(unpaired.get_xdata(), apart)


def test_the_pictured_steps_are_those_of_the_rate_and_of_both_marks():
    ax = plt.figure().add_subplot()
    widgets.step(0.25, 2, -1.5)._draw(ax)
    arrows = [arrow.xy for arrow in ax.texts if arrow.arrow_patch]
    level = 2 * 1.5**2 / 2
    assert arrows == [pytest.approx((tip, level)) for tip in (-0.75, 0, 1.5, 0.6 + 1.5)]
    ends = [
        line.get_xydata()[0] for line in ax.lines[2:] if len(line.get_xydata()) == 1
    ]
    heights = [height for _, height in ends]
    assert heights == pytest.approx([place**2 for place, _ in ends])
    assert heights[1] == 0 < heights[0] < heights[2] == level < heights[3]
    names = [text.get_text() for text in ax.texts if text.get_text()]
    assert names == ["1/L", "2/L"]


@pytest.mark.parametrize("data", ["circles", "xor"])
def test_the_pictured_playground_has_learned_its_points(data):
    ax = plt.figure().add_subplot()
    widgets.playground(data)._draw(ax)
    drawn = np.concatenate([marks.get_offsets() for marks in ax.collections[-2:]])
    X, y = getattr(toys, f"make_{data}")(200, seed=0)
    np.testing.assert_array_equal(drawn, X[np.argsort(y, kind="stable")])
    grid = ax.images[0] if ax.images else ax.collections[0]
    shades = np.asarray(grid.get_array())
    assert shades.min() < 0.02
    assert shades.max() > 0.98


@pytest.mark.parametrize(
    ("activation", "shades"),
    [("sigmoid", (0, 1)), ("tanh", (-1, 1)), ("relu", (-8.5, 8.5)), ("step", (0, 1))],
)
def test_the_pictured_neuron_is_white_where_its_weighted_sum_is_0(activation, shades):
    ax = plt.figure().add_subplot()
    widgets.neuron(2, -1, b=1.5, activation=activation)._draw(ax)
    (regions, *lines), (boundary,) = ax.collections, ax.lines
    (arrow,) = (text for text in ax.texts if not text.get_text())
    outputs = [level for contours in lines for level in contours.levels]
    assert outputs == (list(range(1, 9)) if activation == "relu" else [])
    assert (min(regions.levels), max(regions.levels)) == pytest.approx(shades)
    assert np.mean(shades) == (0.5 if activation in ("sigmoid", "step") else 0)
    for x1, x2 in (boundary.get_xy1(), boundary.get_xy2()):
        assert 2 * x1 - x2 + 1.5 == pytest.approx(0)
    way = np.array(arrow.xy) - arrow.xyann
    assert way == pytest.approx(np.array([2, -1]) / np.sqrt(5))


def test_the_pictured_arrows_are_a_step_that_lowers_the_loss_and_add_up_to_0():
    ax = plt.figure().add_subplot()
    z, loss = np.array([1.0, -1.0, 0.5]), LOSSES["categorical_crossentropy"]
    widgets.softmax(*z, target="2")._draw(ax)
    np.testing.assert_array_equal([line.get_ydata()[0] for line in ax.lines], z)
    arrows = [text for text in ax.texts if not text.get_text()]
    moves = np.array([text.xy[1] - text.xyann[1] for text in arrows])
    assert moves == pytest.approx(-loss.gradient([2], z[None])[0])
    written = [text.get_text().replace("\N{MINUS SIGN}", "-") for text in ax.texts]
    numbers = [float(text) for text in written if text[:1] in ("+", "-")]
    assert numbers == pytest.approx(moves, abs=0.005)
    assert moves.sum() == pytest.approx(0)
    assert loss.value([2], [z + moves]) < loss.value([2], [z])


def test_the_pictured_arrow_and_lengths_are_those_of_both_rules_in_the_turned_cloud():
    samples = (np.random.default_rng(3).normal(size=(300, 2)) * [1.5, 0.5]).round(3)
    unit = HebbianUnit(0.02, "oja", seed=1).fit(samples @ [[0, 1], [-1, 0]])
    grown = HebbianUnit(0.02, "hebb", seed=1).fit(samples @ [[0, 1], [-1, 0]])
    ax = plt.figure().add_subplot()
    start = tuple(unit.history_[0])
    widgets.hebb(samples, tilt=90, start=start)._draw(ax)
    left, right = ax.child_axes
    line, path = left.lines
    np.testing.assert_allclose(path.get_xydata(), unit.history_, atol=1e-9)
    (arrow,) = left.texts
    np.testing.assert_allclose(arrow.xy, unit.weights_, atol=1e-9)
    _, directions = np.linalg.eigh(np.cov(samples.T))
    across = np.array(line.get_xy2()) @ directions[:, -1]
    assert across == pytest.approx(0, abs=1e-9)  # turned by a right angle
    for drawn, history in zip(
        right.lines, (grown.history_, unit.history_), strict=True
    ):
        lengths = np.linalg.norm(history, axis=1)
        np.testing.assert_allclose(drawn.get_ydata(), lengths, rtol=1e-9)


@pytest.mark.parametrize(
    ("s", "share", "title"),
    [
        ((2, 1), 0.5, "The share is no sigmoid"),
        ((1, 1), 0.5, "The share is the sigmoid of $2x$"),
        ((1, 1), 0.25, "The share is the sigmoid of $2x-1.099$"),
    ],
)
def test_the_pictured_share_is_that_of_bayes_rule(s, share, title):
    ax = plt.figure().add_subplot()
    widgets.posterior(*s, share=share)._draw(ax)
    *bells, curve = ax.lines
    floors = [bell.get_ydata() - 1.3 for bell in bells]
    exact = [
        part * norm.pdf(curve.get_xdata(), mu, spread)
        for part, mu, spread in zip((1 - share, share), (-1, 1), s, strict=True)
    ]
    np.testing.assert_allclose(floors, 5 * np.array(exact), atol=1e-12)
    np.testing.assert_allclose(
        curve.get_ydata(), exact[1] / (exact[0] + exact[1]), atol=1e-12
    )
    assert ax.get_title() == title
    assert [text.get_text() for text in ax.texts] == [
        f"class {k}: {part:.0%}\n$s_{k} = {s[k]}$"
        for k, part in enumerate((1 - share, share))
    ]


@pytest.mark.parametrize("targets", ["4", "4x1"])
def test_the_pictured_differences_and_their_loss_are_those_of_numpy(targets):
    ax = plt.figure().add_subplot()
    widgets.broadcasting("4x1", targets)._draw(ax)
    predictions = np.array([[0], [1], [1], [0]])
    shape = (4,) if targets == "4" else (4, 1)
    differences = predictions - predictions.reshape(shape)
    cells = [text for text in ax.texts if text.get_bbox_patch()]
    assert len(cells) == differences.size + 8
    for (row, column), value in np.ndenumerate(differences):
        (cell,) = (text for text in cells if text.get_position() == (column, row))
        assert int(cell.get_text().replace("\N{MINUS SIGN}", "-")) == value
    loss = np.mean(differences**2)
    assert ax.get_title().endswith(f"{differences.size} squares = {loss:g}")


def test_the_pictured_entry_is_the_sum_of_its_products_and_all_are_the_matrix_product():
    ax = plt.figure().add_subplot()
    widgets.gradient(2, 1)._draw(ax)
    cells = [text for text in ax.texts if text.get_bbox_patch()]

    def shown(is_right, is_below, shape):
        own = [
            cell
            for cell in cells
            for x, y in [cell.get_position()]
            if (x >= 5, y >= 5) == (is_right, is_below)
        ]
        own.sort(key=lambda cell: cell.get_position()[::-1])
        written = [cell.get_text().replace("\N{MINUS SIGN}", "-") for cell in own]
        lit = [cell.get_bbox_patch().get_facecolor()[0] < 1 for cell in own]
        return np.reshape(list(map(float, written)), shape), np.reshape(lit, shape)

    (a, a_lit), (delta, delta_lit) = shown(0, 0, (4, 3)), shown(1, 0, (4, 2))
    (turned, turned_lit), (dW, dW_lit) = shown(0, 1, (3, 4)), shown(1, 1, (3, 2))
    assert turned == pytest.approx(a.T)
    assert dW == pytest.approx(a.T @ delta)
    assert a_lit.tolist() == turned_lit.T.tolist() == [[0, 0, 1]] * 4
    assert (delta_lit.tolist(), dW_lit.tolist()) == (
        [[0, 1]] * 4,
        [[0, 0]] * 2 + [[0, 1]],
    )
    *_, total = (t.get_text() for t in ax.texts if t.get_text().startswith("dW["))
    name, terms, entry = total.replace("\N{MINUS SIGN}", "-").split(" = ")
    assert name == "dW[2, 1]"
    pairs = [re.sub("[()]", "", term).split("·") for term in terms.split(" + ")]
    total = sum(float(one) * float(other) for one, other in pairs)
    assert total == pytest.approx(float(entry)) == dW[2, 1]
    source = (SOURCES / "figures" / "gradient" / "model.js").read_text(encoding="utf-8")
    rows = re.findall(r"^  \[([-.\d, ]+)\],$", source, flags=re.MULTILINE)
    theirs = [[float(number) for number in row.split(",")] for row in rows]
    assert theirs == [*a.tolist(), *delta.tolist()]


def test_the_pictured_pieces_follow_the_curve_as_their_kind_does():
    for pieces in (1, 12):
        ax = plt.figure().add_subplot()
        widgets.approximator(pieces=pieces)._draw(ax)
        (x, curve), (_, steps) = (line.get_data() for line in ax.lines)
        assert (x[0], x[-1]) == (0, 1)
        np.testing.assert_allclose(curve, np.sin(3 * np.pi * x**2))
        middles = (np.arange(pieces) + 0.5) / pieces
        levels = np.interp(middles, x, steps)
        np.testing.assert_allclose(levels, np.sin(3 * np.pi * middles**2), atol=1e-9)
        (ends,) = ax.collections[0].get_segments()
        worst = np.abs(steps - curve).max()
        assert ends[1, 1] - ends[0, 1] == pytest.approx(worst)
        assert f"{worst:.2g}" in ax.get_title()
        places = ax.collections[1].get_offsets()[:, 0]
        np.testing.assert_allclose(places, np.arange(1, pieces) / pieces)
    ax = plt.figure().add_subplot()
    widgets.approximator("roof", kind="hinges", pieces=2)._draw(ax)
    (_, roof), (_, lines) = (line.get_data() for line in ax.lines)
    np.testing.assert_allclose(lines, roof, atol=1e-9)
    assert ax.get_title().startswith("2 pieces: largest error")


def test_the_points_of_regularization_have_three_digits():
    figure = widgets.regularization(small_tries(), [[1 / 3, -2 / 3], [2, 3]], [0, 1])
    carried = json.loads(figure._carried)
    assert carried["points"] == [[0.333, -0.667, 0], [2, 3, 1]]
    assert carried["noise"] == 0.35


def test_stages_of_the_training_travel_in_order():
    images = np.zeros((1, 28, 28), np.uint8)
    network = CompactNetwork.of(MultilayerPerceptron([784, 2, 10]))
    figure = widgets.digits({100: network, 0: network}, images, [3])
    stages = json.loads(figure._carried)["stages"]
    assert [stage["updates"] for stage in stages] == [0, 100]
    assert stages[1]["network"] == network.record


def test_a_figure_is_the_same_each_time(figure, output):
    name = figure.tag.removeprefix("ann-")
    assert made(name)._repr_html_() == output


def test_committed_results_hold_no_code(figure, output):
    left = without_code(output)
    assert 'type="module"' not in left
    assert left.endswith(f"</{figure.tag}>")


def test_settings_are_escaped():
    figure = widgets.Figure("ann-neuron", {"b": '"><script>'}, lambda ax: None, "")
    output = figure._repr_html_()
    assert html.escape('"><script>') in output


def test_the_site_keeps_still_pictures_beside_the_page(output):
    body, pictures = without_stills(output, "../_images")
    (name, picture), *_ = pictures.items()
    assert "data:image" not in body
    assert f'<img src="../_images/{name}" ' in body
    assert body.count("alt=") == output.count("alt=")
    assert ET.fromstring(picture).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314


def test_the_site_keeps_data_in_a_script_beside_the_page():
    figure = widgets.Figure(
        "ann-digits", {"digit": "1"}, lambda ax: None, "", carried='{"a": "</script>"}'
    )
    output = without_code(figure._repr_html_())
    body, files = without_data(output + output, "../_static/figures")
    ((name, content),) = files.items()
    assert 'type="application/json"' not in body
    assert body.count(f'<ann-digits data-file="../_static/figures/{name}" ') == 2
    assert body.count("<img ") == 2
    expected = r"""{ detail: {"a": "\u003c/script>"} }"""
    assert expected in content.decode()
    assert without_data("<ann-neuron></ann-neuron>", "") == (
        "<ann-neuron></ann-neuron>",
        {},
    )


def test_a_strength_is_enough_where_no_difference_from_the_lowest_is_shown():
    figure = widgets.regularization(small_tries(), [[0, 1], [2, 3]], [0, 1])
    none, little, much = json.loads(figure._carried)["tries"]["dropout"]
    assert [one["strength"] for one in (none, little, much)] == [0, 0.1, 0.5]
    assert none["new"] == pytest.approx([21, 8.29, 33.71], abs=0.01)  # t = 12.706
    assert none["each"] == [20, 22]
    assert none["seen"] == 5
    # 10 and 9.9 more than the lowest, for sure; 5 and 0 more, perhaps
    assert [one["open"] for one in (none, little, much)] == [False, True, True]


def test_at_most_200_points_of_a_sample_travel_those_of_class_0_first():
    carried = json.loads(widgets.resampling(*small_samples())._carried)
    assert [ten["units"] for ten in carried["tens"][:4]] == [1, 5, 20, 1]
    assert carried["tens"][1] | {"networks": None} == {
        "units": 5,
        "samples": 25,
        "bias2": 0.05,
        "variance": 0.04,
        "networks": None,
    }
    (one, *_), sets = carried["sets"]["800"], carried["sets"]
    assert {len(ten) for ten in sets.values()} == {10}
    assert one["zeros"] == 100
    numbers = np.frombuffer(base64.b64decode(one["xy"]["int16"]), "<i2")
    points = numbers.reshape(-1, 2) * one["xy"]["scale"]
    expected = np.arange(400).reshape(200, 2)
    np.testing.assert_allclose(points[:100], expected[::2], atol=0.01)
    np.testing.assert_allclose(points[100:], expected[1::2], atol=0.01)


def test_the_pictured_remedy_is_too_little_enough_and_too_much():
    ax = plt.figure().add_subplot()
    widgets.regularization(small_tries(), [[0, 1], [2, 3]], [0, 1])._draw(ax)
    *panels, errors = ax.child_axes
    titles = [panel.get_title() for panel in panels]
    assert titles == ["too little", "enough", "too much"]
    assert list(errors.lines[0].get_ydata()) == [21, 11.05, 13.55]


def test_the_playground_is_pictured_with_its_own_data():
    figures = [widgets.playground(name, [2]) for name in ("xor", "moons")]
    xor, moons = (
        re.search(r'src="(data:[^"]+)"', figure._repr_html_())[1] for figure in figures
    )
    assert xor != moons


@pytest.mark.parametrize("name", ["regularization", "resampling"])
def test_panels_stand_in_the_picture_and_beside_each_other(name):
    fig, ax = plt.subplots()
    made(name)._draw(ax)
    fig.canvas.draw()
    boxes = [panel.get_position() for panel in ax.child_axes]
    whole = ax.get_position()
    for box in boxes:
        assert whole.x0 <= box.x0 < box.x1 <= whole.x1 + 1e-9
        assert whole.y0 <= box.y0 < box.y1 <= whole.y1 + 1e-9
    assert (
        sum(box.width * box.height for box in boxes) > 0.6 * whole.width * whole.height
    )
    for one, other in combinations(boxes, 2):
        assert not one.overlaps(other)


def test_each_panel_has_ten_boundaries_their_mean_and_the_true_one():
    ax = plt.figure().add_subplot()
    made("resampling")._draw(ax)
    for panel in ax.child_axes:
        *ten, mean, truth = panel.collections
        assert len(ten) == 10
        assert mean.get_linewidth() > truth.get_linewidth() > ten[0].get_linewidth()
        (path,) = truth.get_paths()
        np.testing.assert_allclose(path.vertices[:, 0], 0.5)
