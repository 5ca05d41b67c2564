"""The book's colors stand in Python; figures and style sheets have the same."""

import re

import numpy as np
import pytest
from annbook.chapters import ROOT

from annutils import plot
from annutils.widgets.bundle import SOURCES


def seen_by(matrix, color):
    """Return what someone without one kind of cones sees, in linear sRGB, 0 to 1."""
    channels = np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    linear = np.where(
        channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4
    )
    return np.clip(np.array(matrix) @ linear, 0, 1)


# Machado, Oliveira and Fernandes (2009), severity 1.
CONES = {
    "none": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


@pytest.mark.parametrize("missing", CONES)
def test_the_colors_of_the_classes_survive_color_blindness(missing):
    text = (SOURCES / "parts" / "palette.js").read_text(encoding="utf-8")
    blue, orange = re.findall(r'(?:BLUE|ORANGE) = "(#\w{6})"', text)
    assert (blue, orange) == (plot.BLUE, plot.ORANGE)
    one, other = (seen_by(CONES[missing], color) for color in (blue, orange))
    assert np.linalg.norm(one - other) > 0.3  # red and green without: below 0.1


COLOR = re.compile(r"#[0-9a-fA-F]{6}\b")
NAMED = dict(
    re.findall(
        r'export const ([A-Z]+) = "(#\w{6})"',
        (SOURCES / "parts" / "palette.js").read_text(encoding="utf-8"),
    )
)


@pytest.mark.parametrize("name", ["BLUE", "ORANGE", "GREEN"])
def test_the_figures_have_the_colors_of_the_plots(name):
    assert NAMED[name] == getattr(plot, name)


def test_no_other_module_of_the_figures_repeats_a_color():
    for path in SOURCES.rglob("*.js"):
        if path.name != "palette.js":
            found = COLOR.findall(path.read_text(encoding="utf-8"))
            repeated = {color.lower() for color in NAMED.values()}
            assert not repeated & {color.lower() for color in found}, path.name


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("annutils/book.mplstyle", {"BLUE", "ORANGE", "GREEN"}),
        ("book/_static/favicon.svg", {"BLUE", "ORANGE"}),
        ("book/_static/book.css", {"BLUE"}),
    ],
)
def test_style_sheets_and_drawings_have_the_colors_of_the_plots(path, names):
    text = (ROOT / path).read_text(encoding="utf-8").lower()
    for name in names:
        assert getattr(plot, name).lower().removeprefix("#") in text
