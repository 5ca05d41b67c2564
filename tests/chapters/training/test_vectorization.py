"""The equations of the chapter on vectorization, each against an oracle.

The docstring of a test names the equations that it computes, by their labels.
"""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import cdist
from scipy.special import softmax

from annutils.activations import ACTIVATIONS
from chapters.counting import counted_passes
from chapters.networks import SIZES, batch, layers_of, network


@given(SIZES, st.integers(1, 4))
def test_a_pass_of_a_batch_is_the_sum_for_each_sample_and_unit(sizes, m):
    """eq-vectorization-entry, eq-vectorization-layer, eq-vectorization-network."""
    net, (X, _) = network(sizes), batch(m, sizes)
    trace = net.forward(X)
    for layer, (W, b) in layers_of(net):
        assert trace.Z[layer].shape == (m, sizes[layer]) == trace.A[layer].shape
        for i, k in np.ndindex(m, sizes[layer]):
            products = [
                trace.A[layer - 1][i, j] * W[j, k] for j in range(sizes[layer - 1])
            ]
            assert trace.Z[layer][i, k] == pytest.approx(sum(products) + b[k])
        g = ACTIVATIONS["identity" if layer == len(net.weights) else "tanh"]
        assert (trace.A[layer] == g.value(trace.Z[layer])).all()


@pytest.mark.parametrize("activation", ["tanh", "relu", "sigmoid"])
def test_the_forward_pass_is_that_of_keras(activation, keras):
    """eq-vectorization-network, against a Keras model of the same weights."""
    net = network([4, 5, 3, 2], activation, dtype="float32")
    X, _ = batch(32, [4, 2])
    theirs = net.to_keras()(X.astype("float32"))
    assert net.forward(X).A[-1] == pytest.approx(np.asarray(theirs), abs=1e-5)


@given(SIZES, st.integers(1, 6))
def test_a_batch_gives_what_its_samples_give_one_by_one(sizes, m):
    """eq-vectorization-layer: a batch of one is a sample."""
    net, (X, _) = network(sizes), batch(m, sizes)
    one_by_one = np.vstack([net.forward(x[np.newaxis]).A[-1] for x in X])
    assert net.forward(X).A[-1] == pytest.approx(one_by_one)


@given(st.integers(1, 8), st.integers(1, 8))
def test_a_product_has_m_n_n_operations_on_its_three_matrices(m, n):
    """eq-vectorization-intensity, counted one by one."""
    operations = sum(1 for _ in np.ndindex(m, n, n))
    moved = np.empty((m, n)).size * 2 + np.empty((n, n)).size
    assert operations / moved == pytest.approx(m * n / (n + 2 * m))


@given(SIZES, st.integers(1, 4))
def test_a_forward_pass_multiplies_once_for_each_weight_and_sample(sizes, m):
    """eq-vectorization-cost, counted in the library's forward pass."""
    expected = m * sum(n_in * n_out for n_in, n_out in pairwise(sizes))
    assert counted_passes(sizes, m)[0] == expected


@given(st.integers(1, 6), st.integers(1, 6), st.floats(0.1, 500))
def test_the_softmax_of_a_batch_is_that_of_each_row(m, n, scale):
    """eq-vectorization-softmax, against SciPy's, for scores of any size."""
    Z = scale * np.random.default_rng(m).normal(size=(m, n))
    powers = np.exp(Z - Z.max(axis=1, keepdims=True))
    ours = powers / powers.sum(axis=1, keepdims=True)
    assert ours == pytest.approx(np.array([softmax(row) for row in Z]))
    assert ours.sum(axis=1) == pytest.approx(np.ones(m))


@given(st.integers(1, 6), st.integers(1, 6), st.integers(1, 5))
def test_squared_distances_are_one_product_and_two_sums(m, k, n):
    """eq-vectorization-distance, against SciPy's distances."""
    rng = np.random.default_rng(m)
    P, C = rng.normal(size=(m, n)), rng.normal(size=(k, n))
    squares = (P**2).sum(axis=1)[:, np.newaxis] + (C**2).sum(axis=1)
    assert squares - 2 * P @ C.T == pytest.approx(cdist(P, C) ** 2, abs=1e-12)


def test_a_row_of_the_softmax_and_one_unit_are_computed_by_hand():
    """eq-vectorization-softmax, eq-vectorization-entry, with the chapter's numbers."""
    assert softmax([2, 2, 1]) == pytest.approx([0.42, 0.42, 0.16], abs=0.005)
    net = network([2, 1])
    net.weights[0][:], net.biases[0][:] = [[3], [4]], 5
    assert net.forward(np.array([[1.0, 2.0]])).Z[1] == pytest.approx(16)
