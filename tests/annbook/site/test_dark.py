"""The colors of a drawing on a dark page."""

import numpy as np
import pytest
from annbook.site.dark import dark
from contrast import contrast
from matplotlib import pyplot as plt
from matplotlib.colors import to_hex, to_rgb

from annutils import plot
from annutils.palette import BLACK_ON_DARK, PAGE_ON_DARK
from annutils.plot._confusion_matrix import RIGHT, WRONG

# Of the style and of what chapters draw in black and gray.
LETTERS = "#222222", "#555555", "black", "0.3", "0.4", "0.46"


def twin(color):
    """Return the dark twin of a named color."""
    return tuple(dark(to_rgb(color)))


def test_white_becomes_the_page_and_black_the_ink():
    np.testing.assert_allclose(twin("white"), to_rgb(PAGE_ON_DARK))
    np.testing.assert_allclose(twin("black"), to_rgb(BLACK_ON_DARK))


@pytest.mark.parametrize("color", plot.COLORS)
def test_colors_that_carry_meaning_stand_out_from_the_dark_page(color):
    assert contrast(twin(color), PAGE_ON_DARK) >= 3


@pytest.mark.parametrize("name", ["BLUE", "ORANGE", "GREEN"])
def test_letters_may_have_the_colors_of_the_classes_in_the_dark(name):
    assert contrast(twin(getattr(plot, name)), PAGE_ON_DARK) >= 4.5


@pytest.mark.parametrize("color", LETTERS)
def test_letters_are_legible_in_both_themes(color):
    assert contrast(color, "white") >= 4.5
    assert contrast(twin(color), PAGE_ON_DARK) >= 4.5


def test_the_style_has_these_letters_and_these_lines():
    with plt.style.context("annutils.book"):
        parts = "text.color", "axes.labelcolor", "axes.titlecolor", "xtick.labelcolor"
        letters = {to_hex(plt.rcParams[part]) for part in parts}
        lines = plt.rcParams["axes.prop_cycle"].by_key()["color"]
    assert letters == {LETTERS[0]}
    assert {to_hex(line) for line in lines} <= {to_hex(each) for each in plot.COLORS}


@pytest.mark.parametrize("shades", [RIGHT, WRONG], ids=["right", "wrong"])
@pytest.mark.parametrize("share", np.linspace(0, 1, 11))
def test_counts_on_the_tiles_of_a_confusion_matrix_are_legible(shades, share):
    tile = shades(share)[:3]
    for count in {"black", "0.46"} if share == 0 else {"black"}:
        assert contrast(count, tile) >= 4.5
        assert contrast(twin(count), dark(tile)) >= 4.5


def test_a_mixture_becomes_the_mixture_of_the_twins():
    for color in (plot.BLUE, plot.ORANGE, plot.GREEN):
        tint = 0.25 * np.array(to_rgb(color)) + 0.75
        np.testing.assert_allclose(
            dark(tint),
            0.25 * np.array(twin(color)) + 0.75 * np.array(to_rgb(PAGE_ON_DARK)),
        )


def test_an_image_keeps_its_shape():
    assert dark(np.ones((2, 3, 3))).shape == (2, 3, 3)
