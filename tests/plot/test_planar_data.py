import numpy as np
import pytest
from matplotlib import pyplot as plt

from annutils import plot
from annutils.plot._planar_data import MANY


def test_each_class_is_a_collection_of_its_points(points):
    X, y = points
    collections = plot.planar_data(X, y).collections
    assert len(collections) == 3
    for label, collection in enumerate(collections):
        np.testing.assert_array_equal(collection.get_offsets(), X[y == label])


def test_classes_have_the_colors_of_the_book(points):
    ax = plot.planar_data(*points)
    colors = [tuple(c.get_facecolor()[0]) for c in ax.collections]
    book = [plt.matplotlib.colors.to_rgba(c) for c in plot.COLORS[:3]]
    assert colors == book


def test_a_class_keeps_its_color_when_another_is_absent():
    ax = plot.planar_data([[0, 0], [1, 1]], [1, 1])
    (collection,) = ax.collections
    orange = plt.matplotlib.colors.to_rgba(plot.ORANGE)
    assert tuple(collection.get_facecolor()[0]) == orange


def test_classes_differ_by_marker_too(points):
    shapes = [c.get_paths()[0].vertices for c in plot.planar_data(*points).collections]
    assert len({shape.tobytes() for shape in shapes}) == 3


def test_axes_and_classes_are_labeled(points):
    ax = plot.planar_data(*points)
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("$x_1$", "$x_2$")
    assert ax.get_legend_handles_labels()[1] == ["class 0", "class 1", "class 2"]


@pytest.mark.parametrize(("n", "rasterized"), [(MANY - 1, False), (MANY, True)])
def test_many_points_become_a_bitmap(n, rasterized):
    ax = plot.planar_data(np.zeros((n, 2)), np.zeros(n))
    assert ax.collections[0].get_rasterized() is rasterized


@pytest.mark.parametrize(
    ("X", "y", "message"),
    [
        ([1, 2], [0, 1], r"shape \(n_samples, 2\), got \(2,\)"),
        ([[1, 2, 3]], [0], r"got \(1, 3\)"),
        (np.empty((0, 2)), [], r"got \(0, 2\)"),
        ([[1, np.nan]], [0], "finite numbers in X, got NaN"),
        ([[1, 2]], [0, 1], r"labels of shape \(1,\), got \(2,\)"),
        ([[1, 2]], [[0]], r"got \(1, 1\)"),
        ([[1, 2]], [0.5], "from 0 to 9, whole numbers"),
        ([[1, 2]], [-1], "got values from -1 to -1"),
        ([[1, 2]], [10], "got values from 10 to 10"),
        ([[1, 2]], [np.nan], "finite numbers in y"),
    ],
)
def test_bad_points_and_labels_are_refused(X, y, message):
    with pytest.raises(ValueError, match=message):
        plot.planar_data(X, y)
    assert not plt.get_fignums()


@pytest.mark.parametrize(("X", "y"), [([["a", "b"]], [0]), ([[1, 2]], ["a"])])
def test_points_and_labels_that_are_no_numbers_are_refused(X, y):
    with pytest.raises(TypeError, match="got values of <U1"):
        plot.planar_data(X, y)
