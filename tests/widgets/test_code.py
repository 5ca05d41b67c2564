"""The figures' code as it travels: one script, and what it weighs."""

import gzip
import json
import re
from functools import cache

import numpy as np
import pytest
from annbook.chapters import ROOT, all_chapters
from annbook.site import live
from annbook.site.figures import ELEMENT, lean
from annbook.site.sheet import COMMENT
from faces import FACES, needs_node, node

from annutils.experiments import train
from annutils.widgets.bundle import SOURCES, element_module, modules, script


def test_a_figure_asks_no_server(figure):
    code = script(figure.tag)
    addresses = set(re.findall(r"https?://[^\s\"'`]+", code))
    assert addresses <= {"http://www.w3.org/2000/svg"}
    assert not re.search(r"\b(fetch|XMLHttpRequest|importScripts|WebSocket)\b", code)


@needs_node
def test_the_code_for_notebooks_is_valid_and_has_no_import(figure, tmp_path):
    code = script(figure.tag)
    assert not re.search(r"^(import \{|export )", code, flags=re.M)
    file = tmp_path / "figure.mjs"
    file.write_text(code, encoding="utf-8")
    node("--check", str(file))


def test_a_module_comes_after_those_that_it_imports():
    order = modules(element_module("ann-perceptron"))
    model, figure = "engine/perceptron.js", "figures/perceptron/index.js"
    assert order.index(model) < order.index(figure)
    assert len(order) == len(set(order))


def test_every_module_is_used_by_a_figure():
    used = {each for face in FACES for each in modules(element_module(f"ann-{face}"))}
    found = {path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*.js")}
    assert found == used


def test_the_site_gets_the_code_without_its_comments_and_indents():
    code = '// one\nconst url = "http://x"; // two\n/**\n * three\n */\nconst y = 1;\n'
    assert lean(code) == 'const url = "http://x";\nconst y = 1;\n'
    typed = "const f = (/** @type {number} */ x) => x;\n/** @type {any} */ (y).z();\n"
    assert lean(typed) == "const f = (x) => x;\n(y).z();\n"
    text = "const f = () => {\n  g(`\n  a\n`);\n};\n"
    assert lean(text) == "const f = () => {\ng(`\n  a\n`);\n};\n"


def test_the_engine_has_no_page():
    for path in (SOURCES / "engine").glob("*.js"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\b(document|window|HTMLElement)\b", text), path.name


@pytest.fixture(scope="module")
def exported():
    """Return Keras programs that the playground writes, with what is known of them."""
    train.silence_tensorflow()
    return json.loads(node(str(ROOT / "tests" / "js" / "export.mjs")))


@needs_node
def test_the_exported_keras_program_predicts_the_same(exported):
    places = np.array([[0.5, -1.0], [-2.0, 1.5]])
    for record in exported["records"]:
        names = {}
        before, fit, _ = record["program"].partition("model.fit(")
        assert fit
        exec(before, names)  # noqa: S102
        predicted = names["model"].predict(names["features"](places), verbose=0)
        np.testing.assert_allclose(
            predicted[:, 0], record["predictions"], rtol=0, atol=1e-5
        )
        points = np.column_stack([names["X"], names["y"]])
        assert points.shape == np.shape(record["points"])
        assert len(names["known"]) == record["known"]
        if record["same"]:
            rows = [
                sorted(map(tuple, np.round(p, 6))) for p in (points, record["points"])
            ]
            np.testing.assert_allclose(*rows, atol=1e-6)


@needs_node
def test_the_exported_keras_program_trains_as_it_stands(exported, capsys):
    for program in exported["trained"]:
        train.set_seed(0)  # for the order of the batches: some end a little below
        exec(program, {})  # noqa: S102
        known, others = re.findall(r"accuracy ([\d.]+)%", capsys.readouterr().out)
        assert float(known) > 95
        assert float(others) > 93


@cache
def weight(*tags):
    """Return the bytes of the script with these elements, compressed."""
    return len(gzip.compress(lean(script(*tags)).encode()))


def test_figures_share_what_they_have_in_common():
    code = script(*(f"ann-{face}" for face in FACES))
    assert code.count("new IntersectionObserver") == 1


@pytest.mark.parametrize("chapter", all_chapters(), ids=lambda chapter: chapter.name)
def test_the_figures_of_a_page_take_at_most_35_kilobytes(chapter):
    tags = set(ELEMENT.findall(chapter.executed.read_text(encoding="utf-8")))
    assert not tags or weight(*sorted(tags)) <= 35_000


def test_what_else_of_ours_a_page_loads_takes_at_most_15_kilobytes():
    static = ROOT / "book" / "_static"
    scripts, sheets = (
        [path.read_text(encoding="utf-8") for path in sorted(static.glob(kind))]
        for kind in ("*.js", "*.css")
    )
    # pages load both without comments, and one style sheet that is cut from these
    codes = [lean(code).encode() for code in scripts]
    styles = [COMMENT.sub(r"\1", sheet).encode() for sheet in sheets]
    assert codes
    assert styles
    assert sum(len(gzip.compress(each)) for each in [*codes, *styles]) <= 15_000


def test_what_cells_that_run_bring_to_a_page_takes_at_most_2_kilobytes():
    assert len(gzip.compress(live.SCRIPT.read_bytes())) <= 2_000
