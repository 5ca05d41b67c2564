"""A page is read again however a warning names its place."""

import logging
from pathlib import Path
from types import SimpleNamespace

import pytest
from annbook.site import pending_warnings
from docutils import nodes

WHOLE = nodes.paragraph()
WHOLE.source = "/a:b/one.md"
LINE = nodes.paragraph()
LINE.source, LINE.line = "/a:b/one.md", 3


@pytest.mark.parametrize(
    ("location", "pages"),
    [
        ("one", {"one"}),
        (("one", 3), {"one"}),
        (("one", None), {"one"}),
        (WHOLE, {"one"}),
        (LINE, {"one"}),
        (None, set()),
        ("/a:b/one.svg:3", set()),
    ],
)
def test_the_page_of_a_warning_is_noted(location, pages):
    env = SimpleNamespace(
        doc2path=lambda page: f"/a:b/{page}.md",
        path2doc=lambda path: Path(path).stem if path.endswith(".md") else None,
    )
    noted = set()
    listener = pending_warnings.Listener(SimpleNamespace(env=env), noted)
    said = {"msg": "a warning", "levelno": logging.WARNING, "location": location}
    listener.handle(logging.makeLogRecord(said))
    assert noted == pages
