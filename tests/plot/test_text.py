import pytest
from matplotlib import pyplot as plt

from annutils.plot._text import fitting_size


@pytest.fixture
def ax():
    return plt.figure(figsize=(5, 3)).add_axes((0, 0, 1, 1))


def test_short_texts_keep_the_usual_size(ax):
    assert fitting_size(ax, ["1", "12"], 5) == plt.rcParams["font.size"]
    assert fitting_size(ax, [], 5) == plt.rcParams["font.size"]


@pytest.mark.parametrize("text", ["8888", "4 → 9", "1000000"])
@pytest.mark.parametrize("n_columns", [5, 10, 20])
def test_the_longest_text_fits_into_its_column(ax, text, n_columns):
    size = fitting_size(ax, ["1", text], n_columns)
    drawn = ax.text(0, 0, text, size=size).get_window_extent()
    assert drawn.width <= ax.bbox.width / n_columns
