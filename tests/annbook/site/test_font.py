"""The font of the site holds the letters of its formulas and the icons of its pages."""

import shutil
from pathlib import Path

import pydata_sphinx_theme
import pytest
from annbook.site import font
from fontTools.ttLib import TTFont

THEME = Path(pydata_sphinx_theme.__file__).parent / "theme" / "pydata_sphinx_theme"
ROCKET = "\uf135"


@pytest.fixture(scope="module")
def static(tmp_path_factory):
    """Return a folder with the theme's fonts."""
    static = tmp_path_factory.mktemp("static")
    shutil.copytree(THEME / "static" / "vendor", static / "vendor")
    (static / font.FILE).parent.mkdir()
    return static


@pytest.fixture(scope="module")
def made(static):
    """Return the font of a formula and an icon."""
    font.write(static, {"z", "∑", ROCKET})
    return TTFont(static / font.FILE)


def test_it_has_the_characters_asked_for_and_no_other(made):
    assert set(map(chr, made.getBestCmap())) == {" ", "z", "∑", ROCKET}


def test_a_letter_is_that_of_the_font_for_formulas(made):
    whole = TTFont(font.FORMULAS)
    glyphs = [each["glyf"][each.getBestCmap()[ord("z")]] for each in (made, whole)]
    assert glyphs[0].yMax == glyphs[1].yMax
    assert glyphs[0].coordinates == glyphs[1].coordinates


def test_a_sum_still_grows(made):
    variants = made["MATH"].table.MathVariants
    assert made.getBestCmap()[ord("∑")] in variants.VertGlyphCoverage.glyphs


def test_it_is_made_again_for_other_characters_alone(static, made):
    file = static / font.FILE
    before = file.stat().st_mtime_ns
    font.write(static, {ROCKET, "∑", "z"})
    assert file.stat().st_mtime_ns == before
    content = file.read_bytes()
    font.write(static, {"z", ROCKET})
    assert set(TTFont(file).getBestCmap()) == {ord(" "), ord("z"), ord(ROCKET)}
    font.write(static, {"z", "∑", ROCKET})
    assert file.read_bytes() == content


@pytest.mark.parametrize(
    ("formula", "letters"),
    [
        ("<mi>x</mi><mo>&lt;</mo>", {"x", "𝑥", "<"}),
        ("<mi>h</mi>", {"h", "ℎ"}),
        ("<mi>η</mi>", {"η", "𝜂"}),
        ("<mi>sin</mi>", {"s", "i", "n"}),
        ('<mi mathvariant="normal">d</mi>', {"d"}),
        ("<msqrt><mn>2</mn></msqrt>", {"√", "2"}),
        ("<mn>1</mn><annotation>\\alpha</annotation>", {"1"}),
    ],
)
def test_letters_are_those_that_a_browser_draws(formula, letters):
    page = f"<p>words</p><math>{formula}</math>"
    assert font.letters(page) == letters


def test_a_root_is_drawn(static):
    font.write(static, font.letters("<math><msqrt><mn>2</mn></msqrt></math>"))
    made = TTFont(static / font.FILE)
    variants = made["MATH"].table.MathVariants
    assert made.getBestCmap()[ord("√")] in variants.VertGlyphCoverage.glyphs


def test_a_book_without_formulas_has_its_icons(static):
    font.write(static, {ROCKET})
    assert set(TTFont(static / font.FILE).getBestCmap()) == {ord(" "), ord(ROCKET)}


def test_icons_are_what_the_style_sheet_shows():
    assert font.icons('a{--fa:"\\f135"}b::before{content:"\\f00c" / ""}') == {
        "\uf135",
        "\uf00c",
    }


def test_a_root_takes_no_more_room_than_its_smallest_sign(static):
    """Chromium gives each root the room of the widest sign."""
    font.write(static, {"√"})
    made = TTFont(static / font.FILE)
    forms = made["MATH"].table.MathVariants.VertGlyphConstruction[0]
    names = [form.VariantGlyph for form in forms.MathGlyphVariantRecord]
    names += [part.glyph for part in forms.GlyphAssembly.PartRecords]
    assert len(names) > 3
    (width,) = {made["hmtx"][name][0] for name in names}
    assert max(made["glyf"][name].xMax for name in names) < 1.1 * width
