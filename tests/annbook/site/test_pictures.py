"""A chapter's picture: on its card, and where its address is shared."""

import io

import numpy as np
import pytest
from annbook.site.pictures import MARGIN, SIZE, images, linked, shared
from docutils import nodes
from PIL import Image

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
    'viewBox="0 0 {width} {height}"><path d="M0 0h{width}v{height}h-{width}z"/></svg>'
)


@pytest.mark.parametrize(
    ("drawn", "black"),
    [
        # 1136 wide at most, 566 high at most, in the middle of the field
        ((400, 100), (MARGIN, 173, SIZE[0] - MARGIN, 457)),
        ((100, 100), (317, MARGIN, 883, SIZE[1] - MARGIN)),
    ],
)
def test_a_shared_picture_stands_in_the_middle_of_a_white_field(drawn, black):
    png = shared(DRAWING.format(width=drawn[0], height=drawn[1]))
    picture = Image.open(io.BytesIO(png)).convert("L")
    assert picture.size == SIZE
    dark = np.argwhere(np.asarray(picture) < 128)
    (top, left), (bottom, right) = dark.min(axis=0), dark.max(axis=0) + 1
    np.testing.assert_allclose((left, top, right, bottom), black, atol=1)


def test_a_shared_picture_is_the_same_each_time():
    drawing = DRAWING.format(width=300, height=200)
    assert shared(drawing) == shared(drawing)


@pytest.mark.parametrize(
    ("page", "address", "found"),
    [
        ("book/index", "history/xor.html", "book/history/xor"),
        ("book/index", "history/xor.html#solution", "book/history/xor"),
        ("index", "book/before.html", "book/before"),
        ("book/index", "https://example.org/a.html", None),
    ],
)
def test_a_link_names_its_page(page, address, found):
    assert linked(page, address) == found


class Environment:
    """What Sphinx knows of one page that names this picture, and has one figure."""

    def __init__(self, picture):
        self.metadata = {"page": {"picture": picture} if picture else {}}
        figure = nodes.figure("", nodes.image(uri="a.svg"), names=["fig-a"])
        self.doctree = nodes.section("", figure)

    def get_doctree(self, page):
        return self.doctree


def test_the_picture_of_a_page_is_the_figure_that_it_names():
    assert [image["uri"] for image in images(Environment("fig-a"), "page")] == ["a.svg"]


@pytest.mark.parametrize("picture", [None, "fig-b"])
def test_a_page_without_such_a_figure_has_no_picture(picture):
    assert images(Environment(picture), "page") == []
