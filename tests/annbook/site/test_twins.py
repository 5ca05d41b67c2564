"""Each drawing of a page is there twice: for light and for dark pages."""

import base64
import io
import re

import numpy as np
import pytest
from annbook.site.dark import dark
from annbook.site.twins import darkened, with_twins
from matplotlib import pyplot as plt
from matplotlib.colors import to_hex, to_rgb
from PIL import Image

from annutils import plot
from annutils.palette import BLACK_ON_DARK, PAGE_ON_DARK

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="72pt" height="36pt">{}</svg>'
TAG = '<img alt="A line." src="../../_images/one.svg" />'


def twin(color):
    """Return the dark twin of a named color."""
    return to_hex(dark(to_rgb(color)))


@pytest.fixture
def drawn():
    """Return a figure as an SVG: a line, letters, and pixels."""
    with plt.style.context("annutils.book"):
        fig, ax = plt.subplots()
        ax.plot([0, 2], [0, 2], color=plot.BLUE)
        ax.imshow([[-1, 1]], cmap=plot.DIVERGING).set_rasterized(True)
        ax.set_xlabel("black", color="black")
        file = io.StringIO()
        fig.savefig(file, format="svg")
    return file.getvalue()


def pixels(svg):
    """Return the pixels of the picture inside a drawing."""
    packed = re.search('base64,([^"]+)', svg)[1]
    return np.array(Image.open(io.BytesIO(base64.b64decode(packed))))


def test_lines_letters_and_pixels_get_their_twins(drawn):
    night = darkened(drawn)
    assert f"stroke: {twin(plot.BLUE)}" in night
    assert plot.BLUE.lower() not in night
    assert twin("#222222") in night
    light, night_pixels = pixels(drawn), pixels(night)
    assert light.shape == night_pixels.shape
    np.testing.assert_array_equal(light[..., 3], night_pixels[..., 3])
    opaque = night_pixels[light[..., 3] == 255][:, :3]
    colors = {to_hex(color) for color in np.unique(opaque, axis=0) / 255}
    assert {twin(plot.BLUE), twin(plot.ORANGE)} <= colors


def test_what_has_no_color_is_not_black_on_black(drawn):
    assert f'<svg fill="{BLACK_ON_DARK.lower()}"' in darkened(drawn)
    own = SVG.replace("<svg", '<svg fill="#222"').format("")
    assert darkened(own).count("fill=") == 1
    assert f'<svg fill="{twin("#222222")}"' in darkened(own)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<path fill="#fff"/>', f'<path fill="{PAGE_ON_DARK}"/>'),
        (
            '<path style="fill: none; stroke: #FFFFFF"/>',
            f"fill: none; stroke: {PAGE_ON_DARK}",
        ),
        ('<use xlink:href="#abcdef"/>', '<use xlink:href="#abcdef"/>'),
        ('<path fill="url(#abc)"/>', '<path fill="url(#abc)"/>'),
        ('<path stroke-width="3" fill-opacity="0.2"/>', 'fill-opacity="0.2"'),
        ("<text>fill #ffffff</text>", "<text>fill #ffffff</text>"),
    ],
)
def test_colors_change_and_nothing_else_does(before, after):
    assert after in darkened(SVG.format(before))


@pytest.mark.parametrize("color", ["red", "rgb(1, 2, 3)", "#1234"])
def test_a_color_of_another_form_is_refused(color):
    with pytest.raises(ValueError, match=re.escape(f"#0072b2 or #fff, got '{color}'")):
        darkened(SVG.format(f'<path fill="{color}"/>'))


def test_a_page_has_both_drawings_with_one_text_and_one_size():
    svg = SVG.format('<path fill="#fff"/>')
    page, twins = with_twins(
        f"<figure>{TAG}<figcaption></figcaption></figure>", {"one.svg": svg}.get
    )
    ((name, drawing),) = twins.items()
    assert drawing == svg
    light, dim = re.findall("<img[^>]*>", page)
    for tag in light, dim:
        assert 'alt="A line."' in tag
        assert 'width="96" height="48"' in tag
        assert 'loading="lazy"' in tag
    assert 'class="only-light"' in light
    assert 'src="../../_images/one.svg"' in light
    assert 'class="only-dark"' in dim
    assert f'src="../../_images/{name}"' in dim
    # The theme hides what stands beside a picture of the other theme.
    assert re.search(r"</span>\s*<figcaption>", page)


def test_a_drawing_within_the_page_is_there_twice():
    svg = SVG.format('<path fill="#fff"/>')
    page, twins = with_twins(f"<div>{svg}</div>", None)
    assert twins == {}
    assert page.count("<svg") == page.count("</svg>") == 2
    assert re.findall('class="([^"]+)"', page) == ["only-light", "only-dark"]
    assert f'fill="{PAGE_ON_DARK}"' in page


def test_photographs_stay_as_they_are():
    page = '<img src="../../_images/one.png" /><img src="../_static/logo.svg" />'
    assert with_twins(page, None) == (page, {})


def test_the_same_drawing_has_the_same_twin(drawn):
    assert darkened(drawn) == darkened(drawn)
