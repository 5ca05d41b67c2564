import numpy as np
import pytest
from matplotlib.colors import to_hex

from annutils import plot


def test_each_unit_is_an_image_of_its_column():
    W = np.arange(12.0).reshape(6, 2)
    (image,) = plot.weights(W, (2, 3)).images
    canvas = image.get_array()
    np.testing.assert_array_equal(canvas[:, :3], W[:, 0].reshape(2, 3))
    np.testing.assert_array_equal(canvas[:, -3:], W[:, 1].reshape(2, 3))


@pytest.mark.parametrize(("W", "limit"), [([[-3.0], [1]], 3), ([[0.5], [2]], 2)])
def test_zero_is_white_whatever_the_weights(W, limit):
    (image,) = plot.weights(W, (1, 2)).images
    assert image.get_clim() == (-limit, limit)
    np.testing.assert_allclose(image.cmap(image.norm(0.0))[:3], 1, atol=0.01)


def test_all_zero_weights_are_white():
    (image,) = plot.weights(np.zeros((4, 3)), (2, 2)).images
    assert image.get_clim() == (-1, 1)


def test_the_map_goes_from_blue_to_orange():
    ends = [to_hex(plot.DIVERGING(value)) for value in (0.0, 1.0)]
    assert ends == [plot.BLUE.lower(), plot.ORANGE.lower()]


@pytest.mark.parametrize(
    ("W", "shape", "message"),
    [
        (np.zeros((5, 2)), (2, 3), r"got \(2, 3\) and \(5, 2\)"),
        (np.zeros(6), (2, 3), r"got \(2, 3\) and \(6,\)"),
        (np.zeros((6, 0)), (2, 3), r"and \(6, 0\)"),
        (np.zeros((6, 2)), (6,), r"got \(6,\)"),
        (np.zeros((6, 2)), (-2, -3), "side of an image of 1 or more, got -2"),
        (np.full((6, 2), np.nan), (2, 3), "finite numbers in W"),
    ],
)
def test_weights_that_are_no_images_are_refused(W, shape, message):
    with pytest.raises(ValueError, match=message):
        plot.weights(W, shape)
