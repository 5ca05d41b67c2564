"""The equations of the chapter ``fundamentals/activations``, each against an oracle.

The docstring of a test names the equations that it computes, by their labels.
"""

from math import erf, exp, sqrt

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annutils.activations import ACTIVATIONS, sigmoid
from chapters.fundamentals.units import network, samples, slope

SIZES = st.lists(st.integers(1, 6), min_size=2, max_size=5)
SCORES = st.floats(-30, 30)


@given(SIZES, st.integers(0, 9))
def test_layers_without_activation_functions_collapse_into_one(layer_sizes, seed):
    """eq-activations-collapse, against the forward pass through all layers."""
    deep, X = network(layer_sizes, seed=seed), samples(5, layer_sizes[0], seed)
    W, b = np.eye(layer_sizes[0]), np.zeros(layer_sizes[0])
    for W_l, b_l in zip(deep.weights, deep.biases, strict=True):
        W, b = W @ W_l, b @ W_l + b_l
    assert deep.forward(X).A[-1] == pytest.approx(X @ W + b)


DEFINITIONS = {
    "sigmoid": lambda z: 1 / (1 + exp(-z)),
    "tanh": lambda z: (exp(z) - exp(-z)) / (exp(z) + exp(-z)),
    "relu": lambda z: max(z, 0),
    "leaky_relu": lambda z: z if z > 0 else 0.2 * z,
    "gelu": lambda z: z * (1 + erf(z / sqrt(2))) / 2,
}


@pytest.mark.parametrize("name", DEFINITIONS)
@given(z=st.floats(-20, 20).filter(lambda z: abs(z) > 1e-3))
def test_five_activation_functions_and_their_slopes(name, z):
    """The table of functions, against their definitions and finite differences."""
    g, ready = DEFINITIONS[name], ACTIVATIONS[name]
    assert ready.value(z) == pytest.approx(g(z), abs=1e-12)
    assert ready.derivative(z) == pytest.approx(slope(g, z), abs=1e-8)


@given(SCORES)
def test_the_slope_of_the_sigmoid_is_at_most_a_quarter(z):
    """eq-activations-sigmoid, all three forms, against finite differences."""
    quotient = exp(-z) / (1 + exp(-z)) ** 2
    product = sigmoid(z) * (1 - sigmoid(z))
    assert slope(sigmoid, z) == pytest.approx(quotient, abs=1e-10)
    assert product == pytest.approx(quotient, abs=1e-15)
    assert ACTIVATIONS["sigmoid"].derivative(z) == product <= 1 / 4
    assert ACTIVATIONS["sigmoid"].derivative(0.0) == 1 / 4


@pytest.mark.parametrize("name", DEFINITIONS)
@given(st.tuples(*3 * [st.floats(-2, 2)]))
def test_the_derivative_for_a_weight_passes_through_the_slope(name, numbers):
    """eq-activations-chain, against finite differences, for a squared error."""
    (w, x, b), g = numbers, ACTIVATIONS[name]
    z = w * x + b
    assume(abs(z) > 1e-3)
    expected = slope(lambda w: (g.value(w * x + b) - 0.3) ** 2, w)
    back = 2 * (g.value(z) - 0.3)
    assert back * g.derivative(z) * x == pytest.approx(expected, abs=1e-6)


@given(SCORES)
def test_tanh_is_a_sigmoid_stretched_and_moved(z):
    """eq-activations-tanh, against the definition of tanh."""
    assert 2 / (1 + exp(-2 * z)) - 1 == pytest.approx(DEFINITIONS["tanh"](z))
    fraction = (1 - exp(-2 * z)) / (1 + exp(-2 * z))
    assert fraction == pytest.approx(2 * sigmoid(2 * z) - 1)
    assert fraction == pytest.approx(np.tanh(z))


@given(SIZES, st.integers(0, 9))
def test_a_network_with_tanh_has_a_twin_with_sigmoids(layer_sizes, seed):
    """eq-activations-twin, in a network of any depth, against its outputs."""
    original = network(layer_sizes, "tanh", seed=seed)
    twin, X = network(layer_sizes, "sigmoid"), samples(5, layer_sizes[0], seed)
    last = len(layer_sizes) - 2
    for l in range(last + 1):  # noqa: E741 - the book's index
        factor = (2 if l > 0 else 1) * (2 if l < last else 1)
        shift = original.weights[l].sum(axis=0) if l > 0 else 0
        twin.weights[l][...] = factor * original.weights[l]
        twin.biases[l][...] = (2 if l < last else 1) * (original.biases[l] - shift)
    found, expected = twin.forward(X), original.forward(X)
    assert found.A[-1] == pytest.approx(expected.A[-1])
    for Z, Z_twin in zip(expected.Z[1:-1], found.Z[1:-1], strict=True):
        assert Z_twin == pytest.approx(2 * Z)


def test_no_weight_saves_ten_sigmoids_without_biases():
    """Of a small change, hardly more is left than with weight 1."""
    weight, z = np.meshgrid(np.linspace(0.05, 12, 240), np.linspace(-8, 8, 321))
    left = 1 / weight  # there is none before the first
    for _ in range(10):
        output = sigmoid(z)
        left, z = left * weight * output * (1 - output), weight * output
    assert 0.25**10 < left.max() < 1e-5
