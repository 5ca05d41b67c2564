"""Decision boundaries are exact where they are fine, and ask the classifier little."""

import numpy as np
import pytest
from matplotlib import pyplot as plt

from annutils import plot
from annutils.plot.boundary import class_map

BOX = np.array([[0.0, 0.0], [1.0, 1.0]])
X = np.array([[0.0, 0.0], [1.0, 1.0]])


def disc(points):
    """Return 1 inside a circle around the center of the box."""
    return (np.hypot(*(points - 0.5).T) < 0.3).astype(int)


def grid(n):
    ticks = np.linspace(0, 1, n)
    return np.column_stack([np.tile(ticks, n), np.repeat(ticks, n)])


def test_refining_gives_the_same_map_as_asking_everywhere():
    fine = disc(grid(257)).reshape(257, 257)
    assert np.array_equal(class_map(disc, BOX, 257), fine)


def test_refining_asks_for_few_points_in_one_call_a_level():
    asked = []

    def predict(points):
        asked.append(len(points))
        return disc(points)

    class_map(predict, BOX, 257)
    assert len(asked) == 4
    assert sum(asked) < 257**2 / 5


@pytest.mark.parametrize(
    "predict",
    [
        disc,
        lambda points: disc(points)[:, np.newaxis],
        lambda points: disc(points) * 0.6 + 0.2,
        lambda points: np.column_stack([1 - disc(points), disc(points)]),
        lambda points: disc(points).tolist(),
    ],
    ids=["labels", "column", "probabilities", "two columns", "list"],
)
def test_labels_and_probabilities_of_any_shape_give_the_same_map(predict):
    assert np.array_equal(class_map(predict, BOX, 33), class_map(disc, BOX, 33))


def test_the_axes_hold_regions_and_points():
    ax = plot.decision_boundary(disc, X, np.array([0, 1]))
    labels = ax.images[0].get_array()
    assert labels.shape == (257, 257)
    assert ax.images[0].get_rasterized()
    np.testing.assert_allclose(ax.get_xlim(), (-0.1, 1.1))
    assert sum(len(c.get_offsets()) for c in ax.collections[1:]) >= 2


def test_it_draws_into_the_axes_that_it_is_given():
    _, axes = plt.subplots(1, 2)
    assert plot.decision_boundary(disc, X, ax=axes[0]) is axes[0]
    assert not axes[1].images


@pytest.mark.parametrize(
    ("predict", "complaint"),
    [
        (lambda points: np.zeros(3), "one row for each of 1089 points"),
        (lambda points: np.full(len(points), np.nan), "got NaN"),
    ],
)
def test_a_classifier_that_answers_wrongly_is_named(predict, complaint):
    with pytest.raises(ValueError, match=complaint):
        plot.decision_boundary(predict, X)


@pytest.mark.parametrize(
    ("points", "complaint"),
    [
        (np.zeros((4, 3)), r"\(n_samples, 2\), got \(4, 3\)"),
        (np.zeros((0, 2)), r"got \(0, 2\)"),
        (np.full((2, 2), np.nan), "finite"),
    ],
)
def test_points_that_cannot_be_drawn_are_refused(points, complaint):
    with pytest.raises(ValueError, match=complaint):
        plot.decision_boundary(disc, points)
