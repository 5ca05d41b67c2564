import numpy as np
import pytest
from matplotlib.colors import to_rgb

from annutils import plot
from annutils.data import make_moons


def right_half(X):
    return X[:, 0] > 1


def test_regions_have_the_light_colors_of_their_classes(points):
    ax = plot.decision_boundary(right_half, points[0])
    (image,) = ax.images
    colors = image.to_rgba(image.get_array())[..., :3]
    left, right = colors[0, 0], colors[0, -1]
    np.testing.assert_allclose(left, 1 - (1 - np.array(to_rgb(plot.BLUE))) / 4, 0.01)
    np.testing.assert_allclose(right, 1 - (1 - np.array(to_rgb(plot.ORANGE))) / 4, 0.01)


def test_regions_and_lines_are_rasterized(points):
    ax = plot.decision_boundary(right_half, points[0])
    assert ax.images[0].get_rasterized()
    assert all(collection.get_rasterized() for collection in ax.collections)


def test_the_line_lies_where_the_class_changes(points):
    ax = plot.decision_boundary(right_half, points[0])
    (line,) = ax.collections
    vertices = np.concatenate([path.vertices for path in line.get_paths()])
    np.testing.assert_allclose(vertices[:, 0], 1, atol=2.4 / 256)
    assert np.ptp(vertices[:, 1]) == pytest.approx(1.2)


def test_the_view_is_the_points_with_a_margin(points):
    ax = plot.decision_boundary(right_half, points[0])
    assert ax.get_xlim() == pytest.approx((-0.2, 2.2))
    assert ax.get_ylim() == pytest.approx((-0.1, 1.1))


def test_grid_points_lie_in_the_middle_of_their_pixels(points):
    ax = plot.decision_boundary(right_half, points[0], resolution=33)
    left, right, bottom, top = ax.images[0].get_extent()
    assert (left, right) == pytest.approx((-0.2 - 2.4 / 64, 2.2 + 2.4 / 64))
    assert (bottom, top) == pytest.approx((-0.1 - 1.2 / 64, 1.1 + 1.2 / 64))


def test_labeled_points_are_drawn_above_the_regions(points):
    ax = plot.decision_boundary(right_half, *points)
    line, *classes = ax.collections
    assert [len(c.get_offsets()) for c in classes] == [2, 2, 2]
    assert min(c.zorder for c in classes) > line.zorder > ax.images[0].zorder


def test_one_class_has_no_line(points):
    ax = plot.decision_boundary(lambda X: np.zeros(len(X)), points[0])
    assert not ax.collections


@pytest.mark.parametrize("X", [[[1, 2]], [[1, 2], [1, 3]]])
def test_points_on_a_line_have_room_around_them(X):
    ax = plot.decision_boundary(right_half, X)
    assert ax.get_xlim() == pytest.approx((0.9, 1.1))


@pytest.mark.parametrize(
    ("arguments", "resolution", "message"),
    [
        (([[1, 2, 3]],), 257, r"shape \(n_samples, 2\)"),
        (([[1, np.inf]],), 257, "finite numbers in X"),
        (([[1, 2]], [0, 1]), 257, r"labels of shape \(1,\)"),
        (([[1, 2]],), 0, "resolution of 1 or more"),
    ],
)
def test_bad_input_is_refused(arguments, resolution, message):
    with pytest.raises(ValueError, match=message):
        plot.decision_boundary(right_half, *arguments, resolution=resolution)


def test_the_model_is_asked_a_few_times_for_many_points():
    asked = []

    def predict(points):
        asked.append(len(points))
        return right_half(points)

    plot.decision_boundary(predict, *make_moons())
    assert len(asked) <= 5
    assert sum(asked) > 1000
