import numpy as np
import pytest

from annutils.plot._image_grid import image_grid


@pytest.mark.parametrize("shape", [(1, 5, 5), (4, 5, 5), (7, 10, 3), (3, 2, 30)])
@pytest.mark.parametrize("columns", [1, 3, 9])
@pytest.mark.parametrize("text", [False, True])
def test_each_corner_is_that_of_its_tile(shape, columns, text):
    tiles = np.random.default_rng(0).normal(size=shape)
    ax, corners = image_grid(tiles, None, columns, text=text)
    canvas = ax.images[0].get_array()
    for tile, (x, y) in zip(tiles, corners, strict=True):
        np.testing.assert_array_equal(canvas[y:, x:][: shape[1], : shape[2]], tile)
    assert canvas.count() == tiles.size


def test_a_single_tile_fills_the_canvas():
    ax, _ = image_grid(np.ones((1, 4, 6)), None, 5)
    assert ax.images[0].get_array().shape == (4, 6)


def test_pixels_stay_sharp_and_axes_hidden():
    ax, _ = image_grid(np.ones((2, 4, 4)), None, 5)
    (image,) = ax.images
    assert (image.get_interpolation(), image.get_rasterized()) == ("nearest", True)
    assert not ax.axison
