import numpy as np
import pytest
from matplotlib import pyplot as plt

from annutils import MultilayerPerceptron, plot
from annutils.experiments import Spread

X, y = np.array([[0.0, 0.0], [1.0, 1.0]]), np.array([0, 1])
NETWORK = MultilayerPerceptron([2, 1], loss="binary_crossentropy")
DRAWINGS = {
    "planar_data": lambda ax: plot.planar_data(X, y, ax),
    "decision_boundary": lambda ax: plot.decision_boundary(
        lambda X: X[:, 0] > 0.5, X, y, ax
    ),
    "learning_curves": lambda ax: plot.learning_curves({"loss": [2, 1]}, ax=ax),
    "images": lambda ax: plot.images(np.eye(4), y.repeat(2), ax=ax),
    "intervals": lambda ax: plot.intervals({"gain": Spread((1.0, 2.0))}, ax),
    "confusion_matrix": lambda ax: plot.confusion_matrix(y, y, ax),
    "weights": lambda ax: plot.weights(np.eye(4), (2, 2), ax),
    "network": lambda ax: plot.network([2, 1], ax=ax),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_function_draws_into_the_axes_given_and_returns_them(name):
    _, (left, right) = plt.subplots(1, 2)
    assert DRAWINGS[name](left) is left
    assert left.has_data() or left.collections
    assert not right.has_data()


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_function_draws_into_the_current_axes_by_default(name):
    _, (_, right) = plt.subplots(1, 2)
    assert DRAWINGS[name](None) is right


NOT_AXES = [
    (lambda: plt.subplots(2, 2)[1], r"an array of 4: pass axes\[0, 0\], say"),
    (lambda: plt.subplots(1, 3)[1], r"an array of 3: pass axes\[0\], say"),
    (lambda: list(plt.subplots(1, 2)[1]), r"a list of 2: pass axes\[0\], say"),
    (lambda: plt.figure(), r"a Figure: pass fig\.gca\(\), say"),
    (lambda: 0, "0"),
    (lambda: 1, "1"),
    (lambda: "left", "'left'"),
    (list, r"\[\]"),
]


@pytest.mark.parametrize(("make", "message"), NOT_AXES)
@pytest.mark.parametrize("name", DRAWINGS)
def test_what_is_no_axes_is_refused_and_nothing_is_drawn(name, make, message):
    ax = make()
    with pytest.raises(TypeError, match=f"one matplotlib.axes.Axes, got {message}"):
        DRAWINGS[name](ax)
    figures = map(plt.figure, plt.get_fignums())
    assert not any(axes.has_data() for figure in figures for axes in figure.axes)


ODD = {
    "planar_data": [(None, y), (X, None), ({1}, y), (X, "ab"), (X[:0], y[:0])],
    "decision_boundary": [(None, X), (NETWORK, X), (abs, {1})],
    "learning_curves": [
        ({"loss": None},),
        ({"loss": {1, 2}},),
        ({"loss": ["a"]},),
        ({"loss": np.ma.array([1.0], mask=True)},),
        ({"loss": 3},),
        ({"loss": [1]}, ["loss"]),
        ({"loss": [1]}, None),
    ],
    "images": [
        (np.ma.array(np.eye(4), mask=True),),
        (np.eye(4), {1, 2}),
        (np.eye(4), None, "1234"),
        ([[1, 2], [3]],),
    ],
    "intervals": [({},), ({"gain": [1.0, 2.0]},), ([Spread((1.0, 2.0))],)],
    "confusion_matrix": [(y, None), (None, y), ({0}, {0})],
    "weights": [(np.eye(4), None), (np.eye(4), {2}), (np.eye(4), 4), (None, (2, 2))],
    "network": [
        (3,),
        ({2, 1},),
        ("21",),
        ([2, 1], 1),
        ([2, 1], {1}),
    ],
}


@pytest.mark.parametrize(
    ("name", "arguments"), [(name, each) for name in ODD for each in ODD[name]]
)
def test_odd_data_are_refused_in_words(name, arguments):
    with pytest.raises((TypeError, ValueError), match=r"^Expected "):
        getattr(plot, name)(*arguments)
    assert not plt.get_fignums()


@pytest.mark.parametrize(
    ("names", "error", "message"),
    [
        ("ab", TypeError, "names to be a list or tuple, got 'ab'"),
        ({"a", "b"}, TypeError, "names to be a list or tuple"),
        (3, TypeError, "names to be a list or tuple, got 3"),
        ([], ValueError, "names"),
    ],
)
def test_names_are_a_sequence(names, error, message):
    with pytest.raises(error, match=message):
        plot.network([2, 1], names=names)


def test_a_resolution_that_no_screen_shows_is_refused():
    with pytest.raises(ValueError, match="resolution from 1 to 2049, got 1000000"):
        plot.decision_boundary(lambda X: X[:, 0] > 0, X, resolution=10**6)


def test_the_cure_for_a_model_is_its_method():
    with pytest.raises(TypeError, match=r"to be a function, .*: pass its predict"):
        plot.decision_boundary(NETWORK, X)


def test_every_function_is_drawn_here():
    functions = {name for name in plot.__all__ if callable(getattr(plot, name))}
    assert functions - {"DIVERGING"} == set(DRAWINGS)
