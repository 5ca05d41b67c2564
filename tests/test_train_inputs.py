"""Training data of Keras models are returned in one form or refused with a reason."""

from types import SimpleNamespace

import numpy as np
import pytest
import scipy.sparse

from annutils.train_inputs import checked_training_data

MODEL = SimpleNamespace(compiled=True, built=True, output_shape=(None, 3), loss="mse")
BINARY = SimpleNamespace(
    compiled=True, built=True, output_shape=(None, 1), loss="binary_crossentropy"
)


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
        ([[1.0]], [3], "labels from 0 to 2 .* got values from 3 to 3"),
        ([[1.0], [2.0]], [[-1], [0]], "got values from -1 to 0"),
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


def test_what_is_no_keras_model_is_refused():
    with pytest.raises(TypeError, match=r"Expected a keras\.Model, got 'model'"):
        checked_training_data("model", [[1.0]], [0])


@pytest.mark.parametrize("y", [[-1, 1], [0.0, 2.0]])
def test_binary_labels_lie_from_0_to_1(y):
    with pytest.raises(ValueError, match="0 to 1 for binary_crossentropy, got values"):
        checked_training_data(BINARY, [[1.0], [2.0]], y)
    checked_training_data(BINARY, [[1.0], [2.0]], [0.1, 0.9])  # smoothed ones are fine
