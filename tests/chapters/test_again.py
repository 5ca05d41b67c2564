"""Short chapters, and figures of all others, give again what is committed."""

import ast
import base64
import json
import re
import shutil
from copy import deepcopy

import numpy as np
import pytest
from annbook.chapters import ROOT, Chapter
from annbook.results import committed, execution
from annbook.results.committed import without_code
from annbook.results.tolerance import STILL, between
from nbformat.v4 import new_code_cell, new_notebook, new_output

from annutils import widgets
from annutils.network.compact import CompactNetwork
from chapters.ours import NAMES, each, ours

SHORT = {
    "index",
    "history/neurons",
    "history/perceptron",
    "history/xor",
    "fundamentals/anatomy",
    "training/computational_graph",
}
# Other processors and libraries draw and round as ours to four digits.
TOLERANCE = 1e-4


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """Return a folder in which the chapters have run that the book has."""
    root = tmp_path_factory.mktemp("again")
    shutil.copy(ROOT / "requirements.txt", root)
    shutil.copytree(ROOT / "annutils", root / "annutils")
    copies = [Chapter(chapter.name, root) for chapter in ours(SHORT)]
    for copy, chapter in zip(copies, ours(SHORT), strict=True):
        copy.source.parent.mkdir(parents=True, exist_ok=True)
        copy.source.write_text(chapter.text, encoding="utf-8")
    execution.execute(copies, jobs=1, report=lambda line: None)
    return root


@each("chapter", ours(SHORT))
def test_a_short_chapter_gives_its_results_again(chapter, book):
    again = committed.read(Chapter(chapter.name, book))
    moved = between(committed.read(chapter), again, TOLERANCE)
    assert not moved.beyond, moved


def figures(chapter):
    """Return the calls of figures that take nothing from other cells of a chapter."""
    calls = re.findall(r"^widgets\.\w+\(.*\)$", chapter.text, re.MULTILINE)
    trees = {call: ast.walk(ast.parse(call)) for call in calls}
    return [
        call
        for call, nodes in trees.items()
        if {node.id for node in nodes if isinstance(node, ast.Name)} == {"widgets"}
    ]


@each("chapter", [*filter(figures, ours(NAMES - SHORT))])
def test_a_figure_is_drawn_as_it_is_committed(chapter):
    kept = committed.read(chapter)
    calls = figures(chapter)
    kept.cells = [cell for cell in kept.cells if cell.source.endswith(tuple(calls))]
    again = deepcopy(kept)
    for cell, call in zip(again.cells, calls, strict=True):
        figure = eval(call, {"widgets": widgets})  # noqa: S307
        cell.outputs[0].data["text/html"] = without_code(figure._repr_html_())
    moved = between(kept, again, TOLERANCE)
    assert not moved.beyond, moved


# How a figure is made again of the data it carries.
AGAIN = {
    "bag": lambda words, weights, bias: widgets.bag(words.split(), weights, bias),
    "digits": lambda stages, images, labels: widgets.digits(
        {one["updates"]: CompactNetwork(one["network"]) for one in stages},
        np.frombuffer(base64.b64decode(images), np.uint8).reshape(-1, 28, 28),
        labels,
    ),
    "hebb": lambda samples, rate: widgets.hebb(samples, learning_rate=rate),
    "pairing": lambda names, errors, t: widgets.pairing(*errors, names=names),
    "trials": lambda **carried: widgets.trials(**carried),
}
CARRIED = re.compile(
    rf'<ann-({"|".join(AGAIN)}) .*?application/json">(.*?)</script>', re.DOTALL
)
PIXELS = re.compile(r"(?<=data:image/png;base64,)[^\"]+")


def carrying(chapter):
    """Return what a chapter shows of figures that can be made again of their data."""
    shown = [
        output.data.get("text/html", "")
        for cell in committed.read(chapter).cells
        for output in cell.outputs
        if "data" in output
    ]
    return [(found, html) for html in shown if (found := CARRIED.match(html))]


@each("chapter", [*filter(carrying, ours(NAMES))])
def test_a_figure_is_drawn_of_the_data_that_it_carries(chapter):
    for (name, data), html in (
        (found.groups(), html) for found, html in carrying(chapter)
    ):
        again = without_code(AGAIN[name](**json.loads(data))._repr_html_())
        moved = between(taken_apart(html), taken_apart(again), 1e-3)  # three digits
        assert not moved.beyond, moved


def taken_apart(html):
    """Return a notebook of what a figure shows: element, picture, and its pixels."""
    drawing = base64.b64decode(STILL.search(html)[1]).decode()
    parts = [("text/html", STILL.sub("", html))]
    parts += [("image/svg+xml", PIXELS.sub("", drawing))]
    parts += [("image/png", pixels) for pixels in PIXELS.findall(drawing)]
    shown = [new_output("display_data", {kind: part}) for kind, part in parts]
    return new_notebook(cells=[new_code_cell(outputs=shown)])
