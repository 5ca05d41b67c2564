"""A chapter's picture: on its card, and where its address is shared."""

from types import SimpleNamespace

import numpy as np
import pytest
from annbook.site import pictures
from annbook.site.pictures import images, share, shared
from docutils import nodes

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
    'viewBox="0 0 {width} {height}"><path d="M0 0h{width}v{height}h-{width}z"/></svg>'
)


@pytest.mark.parametrize(
    ("drawn", "black"),
    [
        # 752 wide at most, 372 high at most, in the middle of the field
        ((400, 100), (24, 116, 776, 304)),
        ((100, 100), (214, 24, 586, 396)),
    ],
)
def test_a_shared_picture_stands_in_the_middle_of_a_white_field(drawn, black):
    picture = shared(DRAWING.format(width=drawn[0], height=drawn[1])).convert("L")
    assert picture.size == (800, 420)
    dark = np.argwhere(np.asarray(picture) < 128)
    (top, left), (bottom, right) = dark.min(axis=0), dark.max(axis=0) + 1
    assert (left, top, right, bottom) == black


def test_a_shared_picture_has_few_colors():
    shades = [f'<path d="M{x} 0v99" stroke="#{x:02x}{x:02x}ff"/>' for x in range(256)]
    drawing = DRAWING.format(width=256, height=99)
    drawing = drawing.replace("</svg>", f"{''.join(shades)}</svg>")
    assert len(shared(drawing).getcolors()) == 128


def test_a_shared_picture_is_drawn_anew_for_another_drawing_alone(tmp_path):
    file = tmp_path / "shared" / "a.png"
    share(DRAWING.format(width=300, height=200), file)
    first, drawn = file.read_bytes(), file.stat().st_mtime_ns
    share(DRAWING.format(width=300, height=200), file)
    assert file.stat().st_mtime_ns == drawn
    share(DRAWING.format(width=200, height=300), file)
    assert file.read_bytes() != first
    share(DRAWING.format(width=300, height=200), file)
    assert file.read_bytes() == first


PAGE = nodes.section(
    "",
    nodes.figure("", nodes.image(uri="a.svg", alt="A."), names=["fig-a"]),
    nodes.figure("", nodes.image(uri="b.svg"), ids=["fig-b"]),
)


@pytest.mark.parametrize(("name", "uri"), [("fig-a", "a.svg"), ("fig-b", "b.svg")])
def test_the_picture_of_a_page_is_the_figure_of_that_name(name, uri):
    (image,) = images(PAGE, name)
    assert image["uri"] == uri
    assert image["alt"] == ""  # the card's words stand beside it


def test_a_figure_that_is_not_there_is_told(monkeypatch):
    kept, told = {}, []
    monkeypatch.setattr(
        pictures.logger,
        "warning",
        lambda *said, location: told.append((*said, location)),
    )
    for name in ("fig-c", None, "fig-a"):
        env = SimpleNamespace(
            docname="one", metadata={"one": {"picture": name}}, annbook_pictures=kept
        )
        pictures.keep(SimpleNamespace(env=env), PAGE)
        assert kept["one"] == (images(PAGE, "fig-a") if name == "fig-a" else [])
    assert told == [("No figure %r, to be the picture", "fig-c", "one")]


def test_pictures_of_pages_that_another_process_read_are_taken_over():
    env, other = (
        SimpleNamespace(annbook_pictures={name: [name] for name in names})
        for names in (("one", "two"), ("two", "three"))
    )
    other.annbook_pictures["two"] = ["anew"]
    pictures.merge(None, env, ["three"], other)
    assert env.annbook_pictures == {"one": ["one"], "two": ["two"], "three": ["three"]}
