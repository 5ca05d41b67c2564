import numpy as np
import pytest
from matplotlib import pyplot as plt
from matplotlib.colors import to_rgba

from annutils import plot


@pytest.fixture
def digits():
    return np.arange(7 * 28 * 28, dtype=np.uint16).reshape(7, 28, 28)


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_all_images_stand_in_one_array_in_reading_order(digits):
    (image,) = plot.images(digits, columns=3).images
    canvas = image.get_array()
    assert canvas.count() == digits.size
    first_row = canvas[:28].compressed().reshape(28, 3, 28)
    np.testing.assert_array_equal(first_row[:, 2], digits[2])
    np.testing.assert_array_equal(canvas[-28:].compressed(), digits[6].ravel())


def test_flat_square_images_look_the_same(digits):
    (square,) = plot.images(digits).images
    plt.figure()
    (flat,) = plot.images(digits.reshape(7, 784)).images
    np.testing.assert_array_equal(square.get_array(), flat.get_array())


def test_ink_is_black_on_white(digits):
    (image,) = plot.images(digits).images
    assert image.get_clim() == (0, digits.max())
    assert image.cmap.name == "gray_r"


def test_no_label_no_text(digits):
    assert texts(plot.images(digits)) == []


@pytest.mark.parametrize(
    "names", [["labels"], ["predictions"], ["labels", "predictions"]]
)
def test_agreeing_labels_and_predictions_are_one_plain_number(digits, names):
    ax = plot.images(digits, **dict.fromkeys(names, range(7)))
    assert texts(ax) == list("0123456")
    assert {text.get_color() for text in ax.texts} == {plt.rcParams["text.color"]}


def brightness(color):
    return np.dot(to_rgba(color)[:3], (0.2126, 0.7152, 0.0722))


@pytest.mark.parametrize("style", ["dark_background", "default", "annutils.book"])
def test_numbers_stand_out_from_the_page(digits, style):
    with plt.style.context(style):
        ax = plot.images(digits, range(7))
        page = ax.figure.get_facecolor()
        ground = 1 if page[3] == 0 else brightness(page)  # no page: paper
        assert abs(brightness(ax.texts[0].get_color()) - ground) > 0.6


def test_a_wrong_prediction_is_orange_behind_the_true_label(digits):
    ax = plot.images(digits[:3], [1, 2, 3], [1, 7, 3])
    assert texts(ax) == ["1", "2 → 7", "3"]
    weights = [text.get_weight() for text in ax.texts]
    assert weights == ["normal", "bold", "normal"]
    colors = [to_rgba(text.get_color()) for text in ax.texts]
    assert colors[1] == to_rgba(plot.ORANGE)
    assert colors[0] == colors[2] != colors[1]


def test_each_text_stands_below_the_middle_of_its_image(digits):
    ax = plot.images(digits, range(7), columns=3)
    canvas = ax.images[0].get_array()
    x, y = np.transpose([text.get_position() for text in ax.texts])
    assert x[:3] == pytest.approx(x[3:6])
    assert x[0] == 13.5  # between pixels 13 and 14 of 28
    assert {(text.get_ha(), text.get_va()) for text in ax.texts} == {("center", "top")}
    assert canvas.mask[np.ceil(y).astype(int), np.round(x).astype(int)].all()
    assert (canvas.shape[0] - 0.5 - y[-1]) > 28 / 4  # room for the text


def test_many_columns_make_the_text_smaller(digits):
    sizes = []
    for columns in (2, 7):
        plt.figure(figsize=(4, 3))
        ax = plot.images(digits, range(7), np.ones(7), columns=columns)
        sizes.append(ax.texts[0].get_size())
    assert sizes[0] == 12.5
    assert sizes[1] < 12.5


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((np.zeros((2, 783)),), r"side \* side\), got \(2, 783\)"),
        ((np.zeros((0, 28, 28)),), r"got \(0, 28, 28\)"),
        ((np.zeros(784),), r"got \(784,\)"),
        ((np.full((1, 4), np.nan),), "finite numbers in images"),
        ((np.zeros((2, 4)), [1]), r"labels of shape \(2,\), got \(1,\)"),
        ((np.zeros((2, 4)), None, [1, 2, 3]), r"labels of shape \(2,\), got \(3,\)"),
        ((np.zeros((2, 4)), [1, -2]), "got values from -2 to 1"),
    ],
)
def test_bad_images_and_labels_are_refused(arguments, message):
    with pytest.raises(ValueError, match=message):
        plot.images(*arguments)


def test_no_column_is_refused(digits):
    with pytest.raises(ValueError, match="columns of 1 or more, got 0"):
        plot.images(digits, columns=0)
