"""Arguments are returned in one form or refused with a reason."""

import ast
import re
from pathlib import Path

import numpy as np
import pytest
import scipy.sparse

import annutils
from annutils.checks import (
    checked_array,
    checked_between,
    checked_choice,
    checked_count,
    checked_flag,
    checked_function,
    checked_labels,
    checked_nonnegative,
    checked_numbers,
    checked_pair,
    checked_seed,
)


@pytest.mark.parametrize("seed", [0, 2**32 - 1, np.int64(7)])
def test_a_seed_is_returned_as_int(seed):
    assert type(checked_seed(seed)) is int
    assert checked_seed(seed) == seed


@pytest.mark.parametrize("seed", [-1, 2**32])
def test_a_seed_out_of_range_is_refused(seed):
    with pytest.raises(ValueError, match=rf"0 to 2\*\*32 - 1, got {seed}"):
        checked_seed(seed)


@pytest.mark.parametrize("seed", [1.0, "1", None, True])
def test_a_seed_that_is_no_integer_is_refused(seed):
    with pytest.raises(TypeError, match="integer seed"):
        checked_seed(seed)


@pytest.mark.parametrize("count", [0, -3])
def test_a_count_below_one_is_refused(count):
    with pytest.raises(ValueError, match=f"epochs of 1 or more, got {count}"):
        checked_count("epochs", count)


def test_a_count_that_is_no_integer_is_refused():
    with pytest.raises(TypeError, match=r"integer epochs, got 2\.5"):
        checked_count("epochs", 2.5)


@pytest.mark.parametrize("rate", [-0.1, 1, float("nan"), float("inf")])
def test_a_number_outside_its_range_is_refused(rate):
    with pytest.raises(ValueError, match=rf"rate in \[0, 1\), got {rate}"):
        checked_nonnegative("rate", rate, below=1)


@pytest.mark.parametrize("value", ["high", None, True, 1j, [1]])
def test_what_is_no_number_has_no_range(value):
    with pytest.raises(TypeError, match="number as rate, got "):
        checked_nonnegative("rate", value)
    with pytest.raises(TypeError, match="number as rate, got "):
        checked_between("rate", value, 0, 1)


def test_both_ends_of_a_closed_range_belong_to_it():
    for rate in (0.1, 2, np.float64(1)):
        assert checked_between("rate", rate, 0.1, 2) == rate
    for rate in (0.09, 2.1, float("nan")):
        with pytest.raises(ValueError, match=rf"rate from 0\.1 to 2, got {rate}"):
            checked_between("rate", rate, 0.1, 2)


def test_a_function_can_be_called():
    assert checked_function("predict", abs) is abs
    with pytest.raises(TypeError, match="predict to be a function, got 'abs'"):
        checked_function("predict", "abs")


@pytest.mark.parametrize("count", [np.array([1, 2]), np.ma.array([1]), {1}, None])
def test_what_holds_no_single_integer_is_no_count(count):
    with pytest.raises(TypeError, match="Expected an integer epochs, got"):
        checked_count("epochs", count)


def test_a_flag_is_true_or_false():
    assert checked_flag("nesterov", np.bool_(True)) is True
    with pytest.raises(TypeError, match="nesterov to be True or False, got 'yes'"):
        checked_flag("nesterov", "yes")


@pytest.mark.parametrize("name", ["c", None, 1])
def test_an_unknown_choice_is_refused_with_those_there_are(name):
    with pytest.raises(ValueError, match=r"letter to be one of \['a', 'b'\], got"):
        checked_choice("letter", name, {"a": 1, "b": 2})


def test_numbers_of_the_right_type_are_not_copied():
    values = np.ones((2, 3), np.float32).T
    assert checked_numbers("X", values, np.float32) is values
    assert checked_numbers("X", values) is values
    assert checked_numbers("X", []).size == 0


@pytest.mark.parametrize("values", [[1.0, np.nan], [np.inf, 0.0], [-np.inf], [1e300]])
def test_numbers_that_are_not_finite_are_refused(values):
    with pytest.raises(ValueError, match="finite numbers in X, got NaN or infinity"):
        checked_numbers("X", values, np.float32)


@pytest.mark.parametrize("values", [["1"], [1j], [None], None, "12"])
def test_what_is_no_number_is_refused(values):
    with pytest.raises(TypeError, match="Expected numbers in X"):
        checked_numbers("X", values)


@pytest.mark.parametrize("y", [[0, 2], [0.0, 2.0], np.array([0, 2], np.uint8)])
def test_labels_of_any_type_become_integers(y):
    labels = checked_labels(y, 2, n_classes=3)
    assert labels.dtype == np.int64
    assert labels.tolist() == [0, 2]


@pytest.mark.parametrize(
    ("y", "n_samples", "message"),
    [
        ([0, 1], 3, r"shape \(3,\), got \(2,\)"),
        ([[0], [1]], None, r"shape \(n_samples,\), got \(2, 1\)"),
        ([], None, r"shape \(n_samples,\), got \(0,\)"),
        ([0, 3], 2, "from 0 to 2, whole numbers, got values from 0 to 3"),
        ([0, -1], 2, "got values from -1 to 0"),
        ([0, 0.5], 2, "whole numbers"),
        ([0, 1e300], 2, r"from 0\.0 to 1e\+300"),  # beyond int64
    ],
)
def test_labels_that_do_not_fit_are_refused(y, n_samples, message):
    with pytest.raises(ValueError, match=message):
        checked_labels(y, n_samples, n_classes=3)


def test_a_pair_is_returned_as_it_is():
    pair = ["X", "y"]
    assert checked_pair("validation_data", pair) is pair


@pytest.mark.parametrize(
    ("pair", "error", "got"),
    [
        ((1, 2, 3), ValueError, "3 things"),
        (0.2, TypeError, "a float"),
        (np.ones((2, 2)), TypeError, "a ndarray"),
    ],
)
def test_what_is_no_pair_is_refused(pair, error, got):
    with pytest.raises(error, match=f"validation_data to be a pair .* {got}"):
        checked_pair("validation_data", pair)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (np.ma.masked_less([1.0, -1.0], 0), r"a masked one.*X\.filled"),
        ([np.ma.masked_less([1.0, -1.0], 0)], "a masked one"),
        ({1, 2}, "got a set"),
        ({1: 2}.keys(), "got a dict_keys"),
        ({1: 2}.values(), "got a dict_values"),
        ({1: 2}, "got a dict"),
        ((n for n in (1, 2)), "got a generator"),
        (map(float, "12"), "got a map"),
        (scipy.sparse.eye_array(2), r"X\.toarray\(\)"),
    ],
)
def test_what_an_array_would_not_hold_is_refused_by_name(values, message):
    with pytest.raises(TypeError, match=f"Expected X as an array, .*{message}"):
        checked_array("X", values)


def test_rows_of_several_lengths_are_refused():
    with pytest.raises(ValueError, match=r"X as an array, got list: .*inhomog"):
        checked_array("X", [[1, 2], [3]])


@pytest.mark.parametrize(
    ("y", "n_classes", "hint"),
    [
        (np.eye(3), 3, r"got \(3, 3\)\. These look one-hot: try y\.argmax\(axis=1\)\."),
        ([[1.0, 0.0], [0.0, 1.0]], 2, r"try y\.argmax\(axis=1\)"),
        ([[0], [1]], 2, r"got \(2, 1\)\. Try y\.ravel\(\)"),
        ([], 2, r"got \(0,\)\. y is empty"),
        (np.zeros((0, 2)), 2, "y is empty"),
        ([-1, 1, 1], 2, r"from -1 to 1\. Map -1 and 1 to 0 and 1: \(y \+ 1\) // 2"),
        ([-1.0, 1.0], 3, r"\(y \+ 1\) // 2"),
        ([1, 2, 3], 3, r"The first class is 0: y - 1"),
    ],
)
def test_labels_of_another_custom_are_refused_with_the_cure(y, n_classes, hint):
    with pytest.raises(ValueError, match=hint):
        checked_labels(y, None, n_classes)


@pytest.mark.parametrize("y", [[-1, 0, 1], [0.5, 0.5], [[0.5, 0.5]] * 2, [1, 3]])
def test_no_cure_is_named_that_would_not_help(y):
    with pytest.raises(ValueError, match=r"(from \S+ to \S+|\(2, 2\))\.$"):
        checked_labels(y, None, 2)


CHECKS = re.compile("_?check(ed)?_|one_of$|whole$|joined$")


def parts_of_the_package():
    """Yield each piece of syntax of the package, with the path of its file."""
    for path in Path(annutils.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield path.name, node


def test_a_check_calls_an_argument_as_the_package_does():
    known, said = set(), []
    for path, node in parts_of_the_package():
        if isinstance(node, ast.arg):
            known.add(node.arg)
        if isinstance(node, ast.Name | ast.Attribute):
            known.add(getattr(node, "id", None) or node.attr)
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
            first = node.args[0]
            if CHECKS.match(name) and isinstance(first, ast.Constant):
                said.append((first.value, path))
    assert len(said) > 50
    words = [(text, path) for text, path in said if text.isidentifier()]
    assert [(word, path) for word, path in words if word not in known] == []
