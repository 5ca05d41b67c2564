"""Arguments are returned in one form or refused with a reason."""

from types import SimpleNamespace

import numpy as np
import pytest
import scipy.sparse

from annutils.checks import checked_count, checked_seed, checked_training_data

MODEL = SimpleNamespace(compiled=True, built=True, output_shape=(None, 3))


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


def test_lists_become_arrays_and_sparse_matrices_csr():
    X, y = checked_training_data(MODEL, [[1, 2], [3, 4]], [0, 1])
    assert X.shape == (2, 2)
    assert y.tolist() == [0, 1]
    X, _ = checked_training_data(MODEL, scipy.sparse.coo_matrix(np.eye(2)), [0, 1])
    assert X.format == "csr"


@pytest.mark.parametrize(
    ("X", "y", "message"),
    [
        (np.zeros((0, 2)), np.zeros(0), "one sample or more"),
        (np.zeros((3, 2)), np.zeros(4), r"shapes \(3, 2\) and \(4,\)"),
        (np.zeros(3), np.zeros(3), r"Expected X \(n_samples, ...\)"),
        ([[np.nan]], [0], "finite numbers in X"),
        (scipy.sparse.csr_matrix([[np.inf]]), [0], "finite numbers in X"),
        ([[1.0]], [np.nan], "finite numbers in y"),
        ([[1.0]], [3], "labels from 0 to 2 .* got labels from 3 to 3"),
        ([[1.0], [2.0]], [[-1], [0]], "got labels from -1 to 0"),
    ],
)
def test_bad_training_data_are_refused(X, y, message):
    with pytest.raises(ValueError, match=message):
        checked_training_data(MODEL, X, y)


def test_data_that_are_no_numbers_are_refused():
    with pytest.raises(TypeError, match="Expected numbers in y"):
        checked_training_data(MODEL, [[1.0]], ["cat"])


def test_a_model_that_is_not_compiled_is_refused():
    with pytest.raises(ValueError, match="not compiled"):
        checked_training_data(SimpleNamespace(compiled=False), [[1.0]], [0])
