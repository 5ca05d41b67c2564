"""Images stand in rows, wrong predictions stand out, weights are centered on zero."""

import numpy as np
import pytest

from annutils import plot

IMAGES = np.arange(6 * 16.0).reshape(6, 4, 4)


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_every_image_is_in_the_mosaic():
    canvas = plot.images(IMAGES, columns=3).images[0].get_array()
    assert canvas.shape == (2 * 4, 3 * 4)
    np.testing.assert_array_equal(canvas[:4, 4:8], IMAGES[1])
    np.testing.assert_array_equal(canvas[4:, 8:], IMAGES[5])


def test_flat_images_are_drawn_like_square_ones():
    flat = plot.images(IMAGES.reshape(6, 16)).images[0].get_array()
    square = plot.images(IMAGES).images[0].get_array()
    np.testing.assert_array_equal(flat, square)


def test_labels_stand_below():
    assert texts(plot.images(IMAGES, range(6))) == list("012345")


def test_a_wrong_prediction_is_orange_and_names_the_right_label():
    ax = plot.images(IMAGES, range(6), [0, 1, 7, 3, 4, 5])
    assert texts(ax) == ["0", "1", "2 → 7", "3", "4", "5"]
    assert ax.texts[2].get_color() == plot.ORANGE
    assert ax.texts[1].get_color() != plot.ORANGE


@pytest.mark.parametrize("shape", [(6, 15), (0, 4, 4), (6,), (2, 3, 4, 4)])
def test_what_is_no_list_of_images_is_refused(shape):
    with pytest.raises(ValueError, match="Expected images of shape"):
        plot.images(np.zeros(shape))


def test_labels_must_be_one_an_image():
    with pytest.raises(ValueError, match=r"\(6,\), one a sample, got \(5,\)"):
        plot.images(IMAGES, range(5))


def test_weights_are_centered_on_zero():
    image = plot.weights(np.array([[1.0, -3.0]] * 4), (2, 2)).images[0]
    assert image.get_clim() == (-3, 3)
    np.testing.assert_array_equal(image.get_array()[:2, :2], np.ones((2, 2)))


def test_weights_of_another_shape_are_refused():
    with pytest.raises(ValueError, match=r"\(4, n_units\).*got \(5, 2\)"):
        plot.weights(np.zeros((5, 2)), (2, 2))
