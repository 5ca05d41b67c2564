"""The forward and the backward pass, dropout and the vector of parameters."""

import numpy as np
import pytest

from annutils.activations import ACTIVATIONS
from annutils.network.parameters import ParameterVector
from annutils.network.passes import backward_pass, dropout_mask, forward_pass

RELU, IDENTITY = ACTIVATIONS["relu"], ACTIVATIONS["identity"]


def small_parameters():
    """Return a network of 2, 2 and 1 units with weights for a sum on paper."""
    theta = ParameterVector([2, 2, 1], np.float64)
    theta.vector[...] = [1, -1, 2, 1, 0, 1, 3, -2, 0.5]
    return theta


def test_matrices_are_views_of_the_vector():
    theta = ParameterVector([3, 2, 4])
    theta.weights[1][0, 3] = 5
    theta.biases[0][1] = 7
    assert [W.shape for W in theta.weights] == [(3, 2), (2, 4)]
    assert [b.shape for b in theta.biases] == [(2,), (4,)]
    assert np.flatnonzero(theta.vector).tolist() == [7, 11]
    assert theta.like().vector.shape == theta.vector.shape == (20,)


def test_a_forward_pass_is_right_on_paper():
    Z, A, _ = forward_pass(small_parameters(), [RELU, IDENTITY], np.array([[1.0, 2.0]]))
    assert Z[1].tolist() == [[5, 2]]  # (1 + 4 + 0, -1 + 2 + 1)
    assert A[1].tolist() == [[5, 2]]
    assert A[2].tolist() == [[11.5]]  # 15 - 4 + 0.5


def test_a_backward_pass_is_right_on_paper():
    theta, X = small_parameters(), np.array([[1.0, -3.0]])
    trace = forward_pass(theta, [RELU, IDENTITY], X)  # Z^[1] = (-5, -3): both dead
    gradient = backward_pass(theta, [RELU, IDENTITY], trace, np.array([[2.0]]))
    assert gradient.vector.tolist() == [0, 0, 0, 0, 0, 0, 0, 0, 2]
    trace = forward_pass(theta, [IDENTITY, IDENTITY], X)
    gradient = backward_pass(theta, [IDENTITY, IDENTITY], trace, np.array([[2.0]]))
    assert gradient.vector.tolist() == [6, -4, -18, 12, 6, -4, -10, -6, 2]


def test_the_passes_change_nothing_that_they_are_given():
    theta, X, delta = small_parameters(), np.ones((3, 2)), np.ones((3, 1))
    before = theta.vector.copy(), X.copy(), delta.copy()
    trace = forward_pass(theta, [IDENTITY, IDENTITY], X)
    backward_pass(theta, [IDENTITY, IDENTITY], trace, delta)
    for array, copy in zip((theta.vector, X, delta), before, strict=True):
        np.testing.assert_array_equal(array, copy)


@pytest.mark.parametrize("hidden", ["sigmoid", "tanh", "relu", "gelu"])
def test_the_factor_of_dropout_is_in_the_backward_pass(hidden):
    rng, h = np.random.default_rng(0), 1e-6
    theta = ParameterVector([4, 5, 2], np.float64)
    theta.vector[...] = rng.normal(size=theta.vector.size)
    activations, X = [ACTIVATIONS[hidden], IDENTITY], rng.normal(size=(6, 4))
    masks = [None, dropout_mask((6, 5), 0.5, rng, np.float64), None]
    trace = forward_pass(theta, activations, X, masks)
    gradient = backward_pass(theta, activations, trace, np.ones((6, 2))).vector
    for i, value in enumerate(theta.vector.copy()):
        sums = []
        for step in (-h, h):
            theta.vector[i] = value + step
            sums.append(forward_pass(theta, activations, X, masks).A[-1].sum())
        theta.vector[i] = value
        assert gradient[i] == pytest.approx((sums[1] - sums[0]) / (2 * h), abs=1e-7)


def test_a_dropout_mask_keeps_the_expected_value():
    mask = dropout_mask((1000, 100), 0.2, np.random.default_rng(0))
    assert np.unique(mask).tolist() == [0, 1.25]
    assert mask.mean() == pytest.approx(1, abs=0.01)
    assert mask.dtype == np.float32
