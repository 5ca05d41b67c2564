"""What a reader has written as text is tried, and what went wrong has its place."""

import pytest

from annutils.project import pieces
from annutils.project.check import NOTHING
from annutils.project.exercise import Exercise
from annutils.project.written import MISSING, tried

FIRES = "def fires(x, w, threshold):\n    return int(w @ x {} threshold)\n"
CASES = '''
a = np.array([1.0, 2.0])

def double(x):
    ...

double(3) == 6
double(a) == [2, 4]

def double(x):
    """That is the square."""
    return x**2

def double(x):
    """Both of them:
    the number itself must stay."""
    x *= 2
    return x
'''


def double(result, before="pass"):
    """Return what comes of a function with this result."""
    text = f"import numpy as np\ndef double(x):\n    {before}\n    return {result}"
    (finding,) = tried(text, ["double"], CASES)["findings"]
    return finding


def test_what_is_right_passes_and_the_next_piece_is_named():
    result = tried(FIRES.format(">="), ["fires"])
    assert result["passed"]
    assert [each["problem"] for each in result["findings"]] == [""]
    assert result["next"].startswith("update(")


def test_a_piece_that_is_asked_for_is_judged_and_all_others_are_tried():
    text = FIRES.format(">") + "def xor(x):\n    return x[0] != x[1]\n"
    result = tried(text, ["xor"])
    wrong, right = result["findings"]
    assert wrong["help"] == "At the threshold itself the neuron fires, too."
    assert wrong["problem"].endswith("\n  expected 1\n  got 0")
    assert result["passed"]
    assert not tried(text, ["fires", "xor"])["passed"]
    assert not right["problem"]


@pytest.mark.parametrize("piece", pieces(), ids=lambda piece: piece.name)
def test_what_readers_begin_with_is_told_that_it_returns_nothing(piece):
    finding, *_ = tried(f"def {piece.signature}:\n    ...", [piece.name])["findings"]
    assert finding["help"] == NOTHING


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a = 1\ndef fires(x, w,:", 2, "SyntaxError"),
        ("a = 1\n\nimport nothing_such", 3, "ModuleNotFoundError: No module named"),
        ("a = 1\nraise SystemExit", 2, "SystemExit"),
        ("def f():\n    f()\nf()", 2, "RecursionError"),
    ],
)
def test_what_stops_the_text_has_its_line(text, line, message):
    error = tried(text, ["fires"])["error"]
    assert error["line"] == line
    assert error["message"].startswith(message)


def test_an_error_inside_a_function_has_its_line():
    finding = double("x", before="x / 0")
    assert finding["problem"].endswith("raised ZeroDivisionError: division by zero")
    assert finding["line"] == 3


def test_what_is_missing_is_told_and_what_is_printed_is_kept_apart():
    result = tried("print('here')\nprint(9_000 * 'much ')", ["fires", "xor"])
    assert [each["problem"] for each in result["findings"]] == [MISSING] * 2
    assert not result["passed"]
    assert result["printed"].startswith("here\nmuch")
    assert len(result["printed"]) <= 2000


def test_cases_beside_an_exercise_tell_right_from_wrong_and_why():
    assert not double("2 * x")["problem"]
    assert double("2 * x")["cases"] == 2
    wrong = double("x * x")
    assert wrong["help"] == "That is the square."
    assert wrong["problem"] == "case 1 of 2:\n  x = 3\n  expected 6\n  got 9"
    assert double("[2 * float(each) for each in np.atleast_1d(x)]")["problem"]
    assert double("x", "x *= 2")["problem"].endswith("its argument x: work on a copy")
    assert double("None")["help"] == NOTHING


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ("def f(x): ...\nf(1) < 2", "a case is a call == a result"),
        ("def f(x): ...\ng(1) == 2", "a case is a call == a result"),
        ("def f(x): ...\ndef f(x): return x\nf(1) == 1", "f has no docstring"),
    ],
)
def test_a_block_that_says_something_else_is_refused(block, words):
    with pytest.raises(ValueError, match=words):
        Exercise.read(block)
