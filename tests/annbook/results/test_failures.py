"""An author reads which cell failed and why, once, in a few lines."""

import nbformat
import pytest
from annbook.results import failures
from nbclient.exceptions import CellExecutionError, CellTimeoutError
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

LONG = "\n".join(f"line_{n} = {n}" for n in range(60))


def notebook(*sources):
    """Return a notebook of these code cells, each after a paragraph."""
    cells = [(new_markdown_cell("Text"), new_code_cell(source)) for source in sources]
    return new_notebook(cells=[cell for pair in cells for cell in pair])


def traceback(number, name, message, frames=1):
    """Return a traceback as IPython writes it, colors included."""
    head = f"\x1b[31m{name}\x1b[39m                Traceback (most recent call last)"
    calls = [
        f"\x1b[36mFile annutils/f{n}.py:{n}, in f{n}()\x1b[39m\n" + "    x\n" * 10
        for n in range(frames)
    ]
    cell = f"\x1b[36mCell In[{number}]\x1b[39m\x1b[32m, line 1\x1b[39m\n----> 1 f()"
    return ["-" * 75, head, cell, *calls, f"\x1b[31m{name}\x1b[39m: {message}"]


def told(cells, number, name, message, frames=1):
    """Return what is told of an error in a cell, as nbclient hands it over."""
    said = {
        "ename": name,
        "evalue": message,
        "traceback": traceback(number, name, message, frames),
    }
    cell = nbformat.from_dict({"source": cells[number - 1], "outputs": []})
    error = CellExecutionError.from_cell_and_msg(cell, said)
    text = f"its own frames\nnbclient.exceptions.CellExecutionError: {error}"
    return failures.of_cell(notebook(*cells), text)


def test_the_cell_its_code_and_the_error_are_told_once():
    error = told(["x = 1", "f()"], 2, "ValueError", "Expected 3, got 4.")
    assert str(error).splitlines() == [
        "cell 2 of 2 fails:",
        "",
        "    f()",
        "",
        "  Cell In[2], line 1",
        "  File annutils/f0.py:0, in f0()",
        "ValueError: Expected 3, got 4.",
    ]
    assert "\x1b" not in error.whole


def test_a_long_cell_message_and_traceback_are_cut_and_the_log_has_them_whole():
    message = "\n".join(f"row {n}" for n in range(80))
    error = told(["x = 1", LONG], 2, "ValueError", message, frames=30)
    lines = str(error).splitlines()
    assert len(lines) == 23  # head, 8 of the cell, 4 frames, 8 of the message
    assert "    line_0 = 0" in lines
    assert "    line_59 = 59" in lines
    assert "    ... 53 more lines ..." in lines
    assert "  File annutils/f29.py:29, in f29()" in lines
    assert lines[-1] == "row 79"
    assert "row 40" in error.whole
    assert "f15.py" in error.whole


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("\n\na\n b\nc\n", "a\n b\nc"),
        ("a\nb\nc\nd\ne", "a\n... 3 more lines ...\ne"),
        ("x" * 161, "x" * 160),
        ("", ""),
    ],
)
def test_of_a_long_text_the_middle_is_left_out(text, left):
    assert failures.cut(text, 3) == left


def test_of_two_cells_of_the_same_code_the_failing_one_is_named():
    error = told(["f()", "x = 1", "f()"], 3, "ValueError", "no")
    assert str(error).startswith("cell 3 of 3 fails:")


def test_an_error_in_the_grammar_shows_where():
    text = (
        "nbclient.exceptions.CellExecutionError: An error occurred while executing the "
        "following cell:\n------------------\nprint((x)\n------------------\n\n\n"
        "  Cell In[1], line 1\n    print((x)\n         ^\n"
        "SyntaxError: '(' was never closed\n\n"
    )
    lines = str(failures.of_cell(notebook("print((x)"), text)).splitlines()
    assert lines[0] == "cell 1 of 1 fails:"
    assert lines[-3:] == [
        "    print((x)",
        "         ^",
        "SyntaxError: '(' was never closed",
    ]


@pytest.mark.parametrize("code", ["while True: pass", LONG])
def test_a_cell_that_takes_too_long_is_named_by_what_is_quoted_of_it(code):
    cell = nbformat.from_dict({"source": code})
    error = CellTimeoutError.error_from_timeout_and_cell("no reply", 600, cell)
    text = f"nbclient.exceptions.CellTimeoutError: {error}"
    told = str(failures.of_cell(notebook("x = 1", code), text))
    assert told.startswith("cell 2 of 2 fails:")
    assert "after 600 seconds" in told.splitlines()[-1]
