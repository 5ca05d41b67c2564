"""Code that readers write: what a page, a notebook and paper get of it."""

import gzip
import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from annbook.notebooks.markdown import Markdown
from annbook.paths import CODE
from annbook.site.checks import SCRIPT, begin, own_code, parts
from docutils import nodes

PIECES = "def one(x):\n    ...\n\ndef two(x, y):\n    ...\n"
STARTER = 'def one(x):\n    "<a>"'
SLIP = 'def one(x):\n    """Not so."""\n    return -x\n'


def test_what_compares_nothing_is_for_mynet():
    starter = (
        "import numpy as np\n\n\ndef one(x):\n    ...\n\n\ndef two(x, y):\n    ..."
    )
    assert parts(PIECES) == (["one", "two"], starter, "")


def test_cases_and_slips_are_not_what_the_reader_begins_with():
    text = f"a = 1\n{PIECES}\none(a) == 1\n{SLIP}"
    assert parts(text) == (*parts(PIECES)[:2], text)


def node(cases=""):
    return own_code("", names=["one"], starter=STARTER, cases=cases)


def written(cases="", **builder):
    """Return what a page gets, or nothing."""
    config = SimpleNamespace(annbook_lite=builder.pop("lite", True))
    builder = {"name": "html"} | builder
    writer = SimpleNamespace(
        builder=SimpleNamespace(config=config, **builder),
        body=[],
        starttag=lambda node, tag, CLASS, **data: data,
    )
    try:
        begin(writer, node(cases))
    except nodes.SkipNode:
        return None
    return writer.body[0]


def test_a_page_gets_what_its_script_needs():
    given = json.loads(written("one(1) == 2")["data-given"])
    assert given == {"names": ["one"], "starter": STARTER, "cases": "one(1) == 2"}


@pytest.mark.parametrize("without", [{"lite": False}, {"name": "epub"}])
def test_where_no_python_runs_the_exercise_stands_as_it_is(without):
    assert written(**without) is None
    assert Markdown("").block(node()) == ""


def test_who_only_reads_loads_little():
    assert (
        len(
            gzip.compress(
                (CODE / "site" / "live" / "js" / Path(SCRIPT).name).read_bytes()
            )
        )
        <= 700
    )
