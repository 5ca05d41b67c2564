"""The equations of the chapter ``fundamentals/approximation``, each against an oracle.

The docstring of a test names the equations that it computes, by their labels.
"""

from math import ceil, cos, pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annutils.activations import relu, sigmoid
from chapters.fundamentals.units import network, samples


def hidden_layer(W_1, b_1, W_2, b_2, activation):
    """Return a network with one hidden layer and these weights."""
    made = network([len(W_1), len(b_1), 1], activation)
    made.weights[0][...], made.biases[0][...] = W_1, b_1
    made.weights[1][:, 0], made.biases[1][...] = W_2, b_2
    return made


def steps(f, n_pieces, steepness):
    """Return a network of level pieces on [0, 1], as high as f in their middles."""
    edges = np.linspace(0, 1, n_pieces + 1)
    heights = f((edges[:-1] + edges[1:]) / 2)
    W_1 = np.full((1, n_pieces - 1), steepness)
    b_1 = -steepness * edges[1:-1]
    return hidden_layer(W_1, b_1, np.diff(heights), heights[0], "sigmoid")


@given(st.floats(0, 0.4), st.floats(0.6, 1), st.floats(-5, 5), st.floats(-1, 2))
def test_two_steep_sigmoids_make_a_bump(s, t, h, x):
    """eq-approximation-bump, against a rectangle, away from its edges."""
    k = 1000
    bump = h * sigmoid(k * (x - s)) - h * sigmoid(k * (x - t))
    one = hidden_layer([[k, k]], [-k * s, -k * t], [h, -h], 0, "sigmoid")
    assert one.predict([[x]]).item() == pytest.approx(bump)
    if min(abs(x - s), abs(x - t)) > 0.03:
        assert bump == pytest.approx(h if s < x < t else 0, abs=1e-9)


@given(st.floats(0.5, 10), st.floats(0, 2 * pi), st.sampled_from([5, 20, 80]))
def test_the_error_of_steps_is_at_most_the_slope_over_twice_the_pieces(w, shift, n):
    """eq-approximation-bump-error, for waves whose largest slope is known."""
    x = np.linspace(0, 1, 997)[:, None]
    made = steps(lambda x: np.sin(w * x + shift), n, steepness=1e7)
    error = np.abs(made.predict(x) - np.sin(w * x[:, 0] + shift)).max()
    assert error <= w / (2 * n) * (1 + 1e-9)


def test_a_chain_joins_points_by_changes_of_slope():
    """eq-approximation-chain, against linear interpolation of its four points."""
    x = np.linspace(0, 3, 301)
    chain = 1 + 2 * relu(x) - 3 * relu(x - 1) + relu(x - 2)
    assert chain == pytest.approx(np.interp(x, [0, 1, 2, 3], [1, 3, 2, 2]))


@given(st.floats(-20, 20), st.floats(-20, 20))
def test_a_product_of_cosines_is_a_sum_of_cosines(first, second):
    """eq-approximation-cosines, by numbers."""
    total = cos(first + second) + cos(first - second)
    assert 2 * cos(first) * cos(second) == pytest.approx(total, abs=1e-12)


@pytest.mark.parametrize("n_inputs", [2, 5])
def test_units_of_one_direction_make_a_ridge(n_inputs):
    """Said above eq-approximation-cosines: they see one number of the inputs."""
    rng = np.random.default_rng(n_inputs)
    w, x, step = rng.normal(size=(3, n_inputs))
    W_1 = np.outer(w, rng.normal(size=6))
    ridge = hidden_layer(W_1, rng.normal(size=6), rng.normal(size=6), 0, "tanh")
    along = step - (step @ w) / (w @ w) * w  # at right angles to w
    assert ridge.predict([x + along]) == pytest.approx(ridge.predict([x]))
    assert ridge.predict([x + w]) != pytest.approx(ridge.predict([x]))


@pytest.mark.parametrize("epsilon", [0.3, 0.1, 0.03, 0.01])
def test_a_network_comes_as_close_to_a_continuous_function_as_you_like(epsilon):
    """eq-approximation-theorem, with hinges for |x - 1/3|^(1/2), which has no slope."""
    f = lambda x: np.sqrt(np.abs(x - 1 / 3))  # noqa: E731
    n = 3 * ceil(1 / (40 * epsilon**2))  # pieces; two of them meet in the cusp
    places = np.linspace(0, 1, n + 1)
    bends = np.diff(np.diff(f(places)) * n, prepend=0)
    made = hidden_layer(np.ones((1, n)), -places[:-1], bends, f(places[0]), "relu")
    x = np.linspace(0, 1, 2001)[:, None]
    assert np.abs(made.predict(x) - f(x[:, 0])).max() < epsilon


@pytest.mark.parametrize("n_inputs", [1, 2, 3])
def test_the_network_of_the_theorem_is_a_double_sum(n_inputs):
    """eq-approximation-theorem, its left side, number by number."""
    made, x = network([n_inputs, 5, 1], "tanh"), samples(1, n_inputs)
    (W_1, W_2), (b_1, b_2) = made.weights, made.biases
    total = b_2[0]
    for k in range(5):
        inner = sum(x[0, j] * W_1[j, k] for j in range(n_inputs))
        total += W_2[k, 0] * np.tanh(inner + b_1[k])
    assert made.predict(x).item() == pytest.approx(total)


def test_straight_pieces_miss_a_parabola_by_an_eighth_of_its_bend():
    """The error of hinges, max |f''| / (8 n^2), is reached by x^2."""
    n = 10
    places = np.linspace(0, 1, n + 1)
    bends = np.diff(np.diff(places**2) * n, prepend=0)
    x = np.linspace(0, 1, 2001)
    chain = relu(x[:, None] - places[:-1]) @ bends
    assert np.abs(chain - x**2).max() == pytest.approx(2 / (8 * n**2))
