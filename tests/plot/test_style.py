import io
import re
from importlib import resources

import numpy as np
import pytest
from matplotlib import pyplot as plt

import annutils.plot
from annutils import plot


def draw_everything():
    """Draw one figure with every function of the package."""
    rng = np.random.default_rng(0)
    X, y = rng.normal(size=(30, 2)), np.arange(30) % 3
    figure, axes = plt.subplots(3, 2)
    plot.planar_data(X, y, axes[0, 0])
    plot.decision_boundary(lambda X: X[:, 0] > X[:, 1] ** 2, X, y, axes[0, 1])
    plot.learning_curves({"loss": [2, 1], "val_loss": [3, 2]}, ax=axes[1, 0])
    plot.images(rng.random((6, 64)), y[:6], y[1:7], axes[1, 1])
    plot.confusion_matrix(y, y, axes[2, 0])
    plot.network([2, 20, 1], ax=axes[2, 1])
    return figure


def svg(**metadata):
    """Return the figure as SVG, as bytes."""
    figure, file = draw_everything(), io.BytesIO()
    figure.savefig(file, format="svg", metadata=metadata or None)
    plt.close(figure)
    return file.getvalue()


def test_the_same_figure_is_saved_as_the_same_bytes():
    assert svg(Date=None) == svg(Date=None)


def test_the_same_figure_is_the_same_under_a_fixed_date(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    first = svg()
    assert first == svg()
    assert b"<dc:date>1970-01-01" in first


def test_text_is_drawn_as_outlines_that_need_no_font():
    assert b"<text" not in svg(Date=None)


def test_dense_parts_are_bitmaps_in_the_svg():
    assert svg(Date=None).count(b"data:image/png") >= 2


def test_a_figure_with_a_boundary_is_small():
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 2))
    file = io.BytesIO()
    plot.decision_boundary(lambda X: X[:, 0] > X[:, 1] ** 2, X, X[:, 0] > 0)
    plt.savefig(file, format="svg", metadata={"Date": None})
    assert len(file.getvalue()) < 100_000


def test_figures_are_480_pixels_wide_and_transparent():
    figure = draw_everything()
    assert figure.get_figwidth() * 96 == 480
    assert figure.get_facecolor()[3] == 0
    assert figure.get_layout_engine() is not None


@pytest.mark.parametrize(
    "key",
    [
        "font.size",
        "axes.titlesize",
        "axes.labelsize",
        "xtick.labelsize",
        "legend.fontsize",
    ],
)
def test_text_is_legible_on_a_phone(key):
    assert plt.rcParams[key] * 350 / 480 >= 9


def test_the_cycle_of_colors_begins_with_the_classes():
    cycle = plt.rcParams["axes.prop_cycle"].by_key()["color"]
    assert tuple(cycle) == plot.COLORS[: len(cycle)]
    assert cycle[:3] == [plot.BLUE, plot.ORANGE, plot.GREEN]


def test_every_class_has_a_color_and_a_marker_of_its_own():
    from annutils.plot import colors

    assert len(set(colors.COLORS)) == len(set(colors.MARKERS)) == 10


def test_the_style_sheet_is_a_file_of_the_package():
    sheet = resources.files("annutils") / "book.mplstyle"
    assert re.search(r"^svg\.hashsalt:", sheet.read_text(), re.MULTILINE)


def test_every_public_name_is_exported():
    assert annutils.plot.__all__ == sorted(annutils.plot.__all__)
    assert all(hasattr(plot, name) for name in annutils.plot.__all__)
