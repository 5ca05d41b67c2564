"""Cells that run in the page: what their Python says, and what a page is told."""

import gzip
import inspect
import json
import shutil
import subprocess
import sys

import numpy as np
import pytest
from annbook.site import live
from annbook.site.dark import dark
from annbook.site.live import runner


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    monkeypatch.setattr(runner, "namespaces", {})
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


def run(source, cell=0):
    return json.loads(runner.run(source, cell))


def outputs(source, cell=0):
    result = run(source, cell)
    assert result["error"] is None
    return result["outputs"]


def test_what_is_printed_is_one_text_and_the_last_value_another():
    printed, value = outputs("print('a')\nprint('b')\n6 * 7")
    assert printed == {"kind": "text", "text": "a\nb\n"}
    assert value["text"] == "42"


@pytest.mark.parametrize("source", ["x = 3", "6 * 7;", "None", ""])
def test_a_cell_may_show_nothing(source):
    assert outputs(source) == []


def test_cells_share_a_namespace_and_other_code_does_not():
    run("x = 3", 0)
    assert outputs("x", 1)[0]["text"] == "3"
    assert run("x", None)["error"]["kind"] == "NameError"


@pytest.mark.parametrize(
    ("source", "line", "kind", "message"),
    [
        ("x = 1\ny = x +", 2, "SyntaxError", "invalid syntax"),
        ("x = 1\n\n1 / 0\nx", 3, "ZeroDivisionError", "division by zero"),
        ("import math\nmath.sqrt(-1)", 2, "ValueError", "math domain error"),
        ("def f():\n    g()\n\nf()", 2, "NameError", "name 'g' is not defined"),
        ("raise SystemExit", 1, "SystemExit", ""),
    ],
)
def test_an_error_is_told_by_its_line_in_the_cell(source, line, kind, message):
    error = run(source)["error"]
    assert error["line"] == line
    assert error["kind"] == kind
    assert error["message"].startswith(message[:12])


def test_an_error_within_a_function_of_another_cell_is_told_by_the_call():
    run("def half(x):\n    return 1 / x", 0)
    assert run("x = 0\nhalf(x)", 1)["error"]["line"] == 2


def test_what_was_shown_before_an_error_stays():
    result = run("print('before')\n1 / 0")
    assert result["outputs"] == [{"kind": "text", "text": "before\n"}]


def test_a_function_of_a_cell_can_show_its_code():
    code = "def f(x):\n    return x"
    run(code, 3)
    assert inspect.getsource(runner.namespaces["cells"]["f"]) == code


def test_what_notebooks_are_told_and_pages_are_not_is_passed_over():
    assert outputs('%config InlineBackend.figure_format = "svg"\n1')[0]["text"] == "1"


def test_a_text_without_end_is_cut():
    (text,) = outputs("for _ in range(1000):\n    print('x' * 1000)")
    assert len(text["text"]) == runner.MOST


def test_a_table_is_told_cell_by_cell_with_what_spans():
    source = """
import pandas as pd
rows = pd.MultiIndex.from_tuples([("a", 1), ("a", 2)])
pd.DataFrame({"<b>": [0.5, 2]}, index=rows)"""
    (table,) = outputs(source)
    assert table["kind"] == "table"
    assert table["rows"] == [
        [["", True, 1, 1], ["", True, 1, 1], ["<b>", True, 1, 1]],
        [["a", True, 1, 2], ["1", True, 1, 1], ["0.5", False, 1, 1]],
        [["2", True, 1, 1], ["2.0", False, 1, 1]],
    ]


def test_an_interactive_figure_is_told_by_its_settings():
    (figure,) = outputs(
        'from annutils import widgets\nwidgets.neuron(activation="tanh")'
    )
    assert figure["tag"] == "ann-neuron"
    assert figure["settings"]["activation"] == "tanh"


# In a Python of its own: the way in which Matplotlib draws is chosen once.
PICTURES = """
import json, sys
sys.path.insert(0, sys.argv[1])
import annbook_runner as runner
runner.lighten = lambda: None
runner.prepare()
def run(source):
    return json.loads(runner.run(source, 0))
shown = run('''
import matplotlib.pyplot as plt
from annutils.glue import glue
plt.style.use("annutils.book")
print("before")
plt.plot([1, 2])
plt.show()
glue("accuracy", "0.920")
plt.plot([2, 1])''')
assert shown["error"] is None, shown
kinds = [each["kind"] for each in shown["outputs"]]
assert kinds == ["text", "picture", "recorded", "text", "picture"], kinds
assert shown["outputs"][1]["svg"].startswith("<?xml")
assert shown["outputs"][2]["text"] == "'0.920'"
assert run("fig = plt.figure()\\n1 / 0")["error"]["line"] == 2
assert run("plt.get_fignums()")["outputs"][0]["text"] == "[]"
heavy = run("plt.plot(range(50_000), [i % 7 for i in range(50_000)], '.'); plt.show()")
assert "png" in heavy["outputs"][0]
"""


def test_pictures_come_in_the_order_in_which_they_are_drawn(tmp_path):
    for name in ("runner", "backend"):
        shutil.copy(live.HERE / f"{name}.py", tmp_path / f"annbook_{name}.py")
    environment = {"MPLBACKEND": "module://annbook_backend", "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", PICTURES, tmp_path]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)  # noqa: S603
    assert done.returncode == 0, done.stderr


def test_colors_of_drawings_become_those_of_the_dark_theme():
    rows = np.array(live.color_matrix().split(), float).reshape(4, 5)
    colors = np.random.default_rng(0).uniform(size=(100, 3))
    mapped = np.column_stack([colors, np.ones((100, 2))]) @ rows.T
    assert np.clip(mapped[:, :3], 0, 1) == pytest.approx(dark(colors), abs=1e-3)
    assert (mapped[:, 3] == 1).all()


def test_a_page_that_is_only_read_loads_at_most_2_kilobytes_for_its_buttons():
    assert len(gzip.compress(live.SCRIPT.read_bytes())) <= 2_000
