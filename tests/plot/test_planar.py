"""Classes differ by color and by marker."""

import numpy as np
import pytest
from matplotlib.colors import to_hex

from annutils import plot

X = np.arange(12.0).reshape(6, 2)
y = np.array([0, 1, 2, 0, 1, 2])


def test_each_class_has_its_color_and_its_points():
    ax = plot.planar_data(X, y)
    for label, color in enumerate((plot.BLUE, plot.ORANGE, plot.GREEN)):
        points = ax.collections[label]
        assert to_hex(points.get_facecolor()[0], keep_alpha=False).upper() == color
        np.testing.assert_array_equal(points.get_offsets(), X[y == label])


def test_a_class_keeps_its_color_when_another_is_missing():
    ax = plot.planar_data(X[y == 1], y[y == 1])
    color = to_hex(ax.collections[0].get_facecolor()[0], keep_alpha=False)
    assert color.upper() == plot.ORANGE


def test_markers_differ():
    shapes = [c.get_paths()[0].vertices for c in plot.planar_data(X, y).collections]
    assert len({shape.tobytes() for shape in shapes}) == 3


@pytest.mark.parametrize(
    ("labels", "complaint"),
    [
        (y[:5], r"\(6,\), one a sample, got \(5,\)"),
        (y - 1, "from 0 to 9, got values from -1 to 1"),
        (y + 0.5, "whole labels"),
        (y + 9, "got values from 9 to 11"),
    ],
)
def test_labels_that_are_no_classes_are_refused(labels, complaint):
    with pytest.raises(ValueError, match=complaint):
        plot.planar_data(X, labels)
