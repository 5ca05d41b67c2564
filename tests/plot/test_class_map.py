import numpy as np
import pytest

from annutils.plot._class_map import COARSE, class_map

UNIT = np.array([[-1.0, -1.0], [1.0, 1.0]])


class Recorder:
    """A classifier that remembers what it was asked."""

    def __init__(self, predict):
        self.predict = predict
        self.calls = []

    def __call__(self, X):
        self.calls.append(X)
        return self.predict(X)


def disc(X):
    return (np.hypot(*X.T) < 0.6).astype(int)


def halves(X):
    return (X[:, 0] > 0.1).astype(int)


def waves(X):
    return (np.sin(4 * X[:, 0]) + np.cos(5 * X[:, 1]) > 0.2).astype(int)


def quarters(X):
    return (X[:, 0] > 0.13) + 2 * (X[:, 1] > 0.27)


def full_grid(predict, n):
    """Return what asking everywhere gives."""
    side = np.linspace(-1, 1, n)
    return predict(np.stack(np.meshgrid(side, side), -1).reshape(-1, 2)).reshape(n, n)


@pytest.mark.parametrize("predict", [disc, halves, waves, quarters])
def test_the_adaptive_grid_equals_asking_everywhere(predict):
    np.testing.assert_array_equal(
        class_map(predict, UNIT, 257), full_grid(predict, 257)
    )


@pytest.mark.parametrize(
    ("resolution", "n_calls"), [(2, 1), (33, 1), (65, 2), (257, 4)]
)
def test_there_is_one_call_for_each_level(resolution, n_calls):
    predict = Recorder(disc)
    labels = class_map(predict, UNIT, resolution)
    assert len(predict.calls) == n_calls
    assert len(labels) == max(COARSE, resolution)


def test_few_points_are_asked():
    predict = Recorder(disc)
    class_map(predict, UNIT, 257)
    assert sum(map(len, predict.calls)) < 257**2 / 5


def test_a_classifier_with_one_class_is_asked_on_the_coarse_grid_alone():
    predict = Recorder(lambda X: np.zeros(len(X)))
    assert not class_map(predict, UNIT, 257).any()
    assert [len(X) for X in predict.calls] == [COARSE**2]


def test_rows_go_up_and_columns_right():
    labels = class_map(quarters, UNIT, 33)
    corners = labels[0, 0], labels[0, -1], labels[-1, 0], labels[-1, -1]
    assert corners == (0, 1, 2, 3)


def test_an_island_between_the_coarse_points_is_missed():
    center = (1 / 32 + 0.001, 1 / 32)  # halfway between two grid points, a side of 1/16
    island = Recorder(lambda X: np.hypot(*(X - center).T) < 0.01)
    assert not class_map(island, UNIT, 257).any()


@pytest.mark.parametrize(
    "form",
    [
        lambda p: p,
        lambda p: p[:, None],
        lambda p: np.column_stack([1 - p, p]),
        lambda p: p > 0.5,
        lambda p: (p > 0.5).astype(np.uint8)[:, None],
        lambda p: (p > 0.5).astype(np.float32),
        lambda p: np.log(np.column_stack([1 - p, p])),
        lambda p: list(p),
    ],
)
def test_labels_and_probabilities_of_any_form_give_the_same_map(form):
    def predict(X):
        return form(1 / (1 + np.exp(-5 * (X[:, 0] - 0.1))))

    np.testing.assert_array_equal(class_map(predict, UNIT, 65), full_grid(halves, 65))


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (lambda X: X[:-1, 0], r"each of 1089 points, got shape \(1088,\)"),
        (lambda X: 1.0, r"got shape \(\)"),
        (lambda X: np.zeros((len(X), 2, 2)), r"got shape \(1089, 2, 2\)"),
        (lambda X: np.zeros((len(X), 0)), r"got shape \(1089, 0\)"),
        (lambda X: X[:, 0] * np.nan, "finite numbers in predictions, got NaN"),
        (lambda X: 3.3 * X[:, 0], "probabilities from 0 to 1, got values from -3.3"),
        (lambda X: np.sign(X[:, 0]), "classes from 0 to 9, got -1 to 1"),
        (lambda X: np.full(len(X), 12), "got 12 to 12"),
    ],
)
def test_bad_answers_are_refused(answer, message):
    with pytest.raises(ValueError, match=message):
        class_map(answer, UNIT, 65)


def test_answers_that_are_no_numbers_are_refused():
    with pytest.raises(TypeError, match="Expected numbers in predictions"):
        class_map(lambda X: np.full(len(X), "cat"), UNIT, 65)
