"""The checks of the reader's own network tell right from wrong, and what is wrong."""

from types import ModuleType

import numpy as np
import pytest

from annutils.project import check, pieces
from annutils.project.check import difference, shown

PIECES = pieces()
each_piece = pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.name)


def named(function, piece):
    """Return a function under the name of a piece, as a reader writes it."""

    def own(*arguments):
        return function(*arguments)

    own.__name__ = piece.name
    return own


@each_piece
def test_the_right_function_passes_each_case(piece):
    report = check(named(piece.solve, piece))
    assert report.passed
    assert repr(report).startswith(f"✓ {piece.name}: {len(piece.cases)} case")


@each_piece
def test_what_returns_nothing_fails(piece):
    assert not check(named(lambda *arguments: None, piece)).passed


@each_piece
def test_an_error_is_told_with_its_arguments(piece):
    def fail(*arguments):
        raise KeyError("no such layer")

    report = check(named(fail, piece))
    name = next(iter(piece.cases[0]))
    assert f"case 1 of {len(piece.cases)}:\n  {name} = " in repr(report)
    assert "raised KeyError: 'no such layer'" in repr(report)


def test_who_changes_an_argument_is_told():
    def relu(Z):
        Z[Z < 0] = 0
        return Z

    assert repr(check(relu)).endswith("changed its argument Z: work on a copy")


def test_batches_may_be_yielded():
    def batches(X, Y, batch_size, rng):
        order = rng.permutation(len(X))
        for start in range(0, len(X), batch_size):
            rows = order[start : start + batch_size]
            yield X[rows], Y[rows]

    assert check(batches).passed


def test_a_module_is_tried_as_far_as_it_goes_and_the_next_piece_is_named():
    mynet = ModuleType("mynet")
    first, second, third = PIECES[:3]
    mynet.np = np
    setattr(mynet, first.name, first.solve)
    report = check(mynet)
    assert [finding.piece for finding in report.findings] == [first]
    assert repr(report).endswith(f"Next: {second.signature} ({second.chapter})")
    setattr(mynet, second.name, lambda *arguments: None)
    setattr(mynet, third.name, third.solve)
    marks = [line[0] for line in repr(check(mynet)).splitlines()]
    assert [mark for mark in marks if mark in "✓✗"] == ["✓", "✗", "✓"]
    assert "Next" not in repr(check(mynet))


def test_after_the_last_piece_nothing_is_next():
    last = PIECES[-1]
    assert repr(check(named(last.solve, last))) == f"✓ {last.name}: 1 case"


def test_the_pieces_make_a_network_that_reads_what_no_line_separates():
    solve = {piece.name: piece.solve for piece in PIECES}
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]) - 0.5
    y = np.array([0, 1, 1, 0])
    rng = np.random.default_rng(1)
    own = solve["train"](X, np.eye(2)[y], (2, 8, 2), 200, 4, 0.5, 0.9, rng)
    assert np.array_equal(solve["predict"](X, *own), y)


@pytest.mark.parametrize(
    ("given", "error", "words"),
    [
        ((), ValueError, "fires, update"),
        ((3,), TypeError, "got int"),
        ((ModuleType("mynet"),), ValueError, "one of the names"),
    ],
)
def test_what_is_no_network_is_refused(given, error, words):
    with pytest.raises(error, match=words):
        check(*given)


def test_a_name_that_is_nearly_right_is_corrected():
    def fire(x, w, threshold):
        return 0

    with pytest.raises(ValueError, match=r"\(fires.*'fire'"):
        check(fire)


@pytest.mark.parametrize(
    ("expected", "got", "words"),
    [
        (1.0, 1.0 + 1e-9, []),
        (1.0, "one", ["expected 1", "got 'one'"]),
        (np.ones(2), np.ones((2, 1)), ["expected the shape (2,)", "got (2, 1)"]),
        ((1, 2), 3, ["expected 2 results", "got 3"]),
        ([1, 2], (1, 2), []),
        (
            [[1], [2, 3]],
            [[1], [2, 4]],
            ["expected 3 in result 2 of 2, part 2 of 2", "got 4"],
        ),
        (np.zeros(3), np.ones(3), ["expected [0. 0. 0.]", "got [1. 1. 1.]"]),
        (np.zeros((2, 4)), np.eye(2, 4), ["expected 0 at [0, 0]", "got 1"]),
        (1.0, np.nan, ["expected 1", "got nan"]),
    ],
)
def test_a_difference_says_where_it_is(expected, got, words):
    assert difference(expected, got) == words


def test_arguments_are_shown_in_short():
    assert shown(np.zeros((3, 4))) == "an array of shape (3, 4)"
    assert shown(np.zeros((2, 3))) == "[[0. 0. 0.] [0. 0. 0.]]"
    assert shown(np.array([[0.25, 1], [2, 3]])) == "[[0.25 1. ] [2. 3. ]]"
    assert shown([np.float64(0.1), len]) == "[0.1, len]"
