"""The book's colors stand in Python; figures and style sheets have them from there."""

import re
import runpy

import numpy as np
import pytest
from annbook import palette as writer
from annbook.palette import PAIRS, PLACES, colored
from annbook.paths import ROOT
from annbook.site.dark import LUMA, dark
from contrast import contrast, linear
from matplotlib.colors import to_rgb

from annutils import files, palette
from annutils.widgets.bundle import SOURCES

NAMES = [name for name in vars(palette) if name.isupper() and name != "COLORS"]
COLOR = re.compile(r"#[0-9a-fA-F]{6}\b")


def seen_by(matrix, color):
    """Return what someone without one kind of cones sees, in linear sRGB, 0 to 1."""
    return np.clip(np.array(matrix) @ linear(color), 0, 1)


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
@pytest.mark.parametrize("theme", [0, 1])
def test_the_colors_of_the_classes_survive_color_blindness(missing, theme):
    one, other = (
        seen_by(CONES[missing], PAIRS[name][theme]) for name in ("blue", "orange")
    )
    assert np.linalg.norm(one - other) > 0.3  # red and green without: below 0.1


@pytest.mark.parametrize("theme", [0, 1])
def test_what_figures_draw_and_write_stands_out(theme):
    ratios = {
        name: contrast(PAIRS[name][theme], PAIRS["paper"][theme]) for name in PAIRS
    }
    assert ratios.pop("paper") == 1
    assert ratios.pop("tint") < 1.2
    assert min(ratios.pop("orange"), ratios.pop("green")) >= 3  # lines alone
    assert min(ratios.values()) >= 4.5


def test_a_canvas_is_turned_as_the_plots_are():
    style = (SOURCES / "parts" / "style.js").read_text(encoding="utf-8")
    turn = re.search(r"canvas { filter: invert\((.*?)\) hue-rotate\(180deg\); }", style)
    share = float(turn[1])
    # Filter Effects: inverted by a share; then turned, which mirrors around the luma.
    for color in ("white", palette.BLUE, palette.ORANGE):
        inverted = share + (1 - 2 * share) * np.array(to_rgb(color))
        turned = np.clip(2 * LUMA @ inverted - inverted, 0, 1)
        np.testing.assert_allclose(turned, dark(to_rgb(color)), atol=0.06)


@pytest.mark.parametrize("path", PLACES)
def test_the_committed_files_have_the_colors_of_python(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    assert colored(text, PLACES[path]) == text, "run: python -m annbook.palette"


@pytest.mark.parametrize("path", PLACES)
def test_each_of_them_is_found_there(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    for surroundings in PLACES[path]:
        assert "another" in colored(text, {surroundings: "another"}), surroundings


def test_the_command_writes_them_all_and_an_import_none(monkeypatch):
    written = []
    monkeypatch.setattr(files, "write_whole", lambda path, _: written.append(path))
    runpy.run_path(writer.__file__, run_name="imported")
    assert written == []
    runpy.run_path(writer.__file__, run_name="__main__")
    assert written == [ROOT / path for path in PLACES]


def test_what_stands_around_a_color_stays():
    colors = {r'fill="(#\w+)"': "#000", r"--blue: (#\w+)": "#111"}
    text = '<a fill="#fff"/><b fill="#abc" stroke="#fff"/> --blue: #fff; --red: #fff;'
    expected = (
        '<a fill="#000"/><b fill="#000" stroke="#fff"/> --blue: #111; --red: #fff;'
    )
    assert colored(text, colors) == expected


def test_no_other_file_repeats_a_color():
    colors = {getattr(palette, name).lower() for name in NAMES}
    for folder in ("annutils", "book/_static"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in (".css", ".js", ".mplstyle", ".py", ".svg"):
                name = path.relative_to(ROOT).as_posix()
                text = path.read_text(encoding="utf-8")
                rest = colored(text, dict.fromkeys(PLACES.get(name, ()), "-"))
                found = {color.lower() for color in COLOR.findall(rest)}
                assert not found & colors or name == "annutils/palette.py", name
