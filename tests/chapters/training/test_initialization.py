"""The equations of the chapter on initialization, each against an oracle.

The docstring of a test names the equations that it computes, by their labels.
"""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, stats

from annutils import initializers
from annutils.activations import ACTIVATIONS
from annutils.network.parameters import ParameterVector
from annutils.network.passes import backward_pass, forward_pass
from chapters.networks import SEEDS, batch, network


@pytest.mark.parametrize("seed", SEEDS)
def test_a_chain_of_matrices_keeps_the_mean_square_length_at_one_spread(seed):
    """The factor s sqrt(n) of the chain, as a mean over 4,000 matrices."""
    rng = np.random.default_rng(seed)
    n, s = 10, 0.3
    a = rng.normal(size=n)
    W = s * rng.standard_normal((4000, n, n))
    found = np.mean(np.square(a @ W).sum(axis=1))
    assert found == pytest.approx(n * s**2 * (a @ a), rel=0.05)


@given(st.integers(1, 6), st.integers(1, 6))
def test_without_biases_a_pre_activation_is_a_sum_of_products(n_in, n_out):
    """The sum with which the derivation begins, term by term."""
    net, (X, _) = network([n_in, n_out]), batch(1, [n_in, n_out])
    net.biases[0][...] = 0
    for k in range(n_out):
        z = sum(a * w for a, w in zip(X[0], net.weights[0][:, k], strict=True))
        assert net.forward(X).Z[1][0, k] == pytest.approx(z)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("draw", [np.random.Generator.normal, None])
def test_the_variance_of_a_sum_is_n_times_variance_times_mean_square(draw, seed):
    """eq-initialization-forward, over 20,000 units; activations of mean not 0."""
    rng = np.random.default_rng(seed)
    a = rng.uniform(0, 3, size=20)
    v = 0.07
    if draw is None:
        W = rng.uniform(-np.sqrt(3 * v), np.sqrt(3 * v), (20, 20_000))
    else:
        W = draw(rng, 0, np.sqrt(v), (20, 20_000))
    assert (a @ W).var() == pytest.approx(20 * v * np.mean(a**2), rel=0.05)


GROWING = [100, 200, 300, 400]


def linear_pass(sizes, variance, seed):
    """Return Var[Z] of each layer going forward, Var[Delta] going backward."""
    rng = np.random.default_rng(seed)
    theta = ParameterVector(sizes, np.float64)
    for W in theta.weights:
        W[...] = rng.normal(0, np.sqrt(variance(*W.shape)), W.shape)
    g = [ACTIVATIONS["identity"]] * len(theta.weights)
    trace = forward_pass(theta, g, rng.normal(size=(1, sizes[0])))
    gradient = backward_pass(theta, g, trace, rng.normal(size=(1, sizes[-1])))
    # for a single sample the gradient of the biases is its error
    return [Z.var() for Z in trace.Z[1:]], [delta.var() for delta in gradient.biases]


def mean_factors(sizes, variance):
    """Return by which factors both variances change from end to end, on average."""
    found = [linear_pass(sizes, variance, seed) for seed in range(40)]
    forward = np.mean([Z[-1] for Z, _ in found]) / np.mean([Z[0] for Z, _ in found])
    backward = np.mean([d[0] for _, d in found]) / np.mean([d[-1] for _, d in found])
    return forward, backward


def test_one_over_the_inputs_keeps_the_variance_forward():
    """eq-initialization-ways: forward always, backward in square layers only."""
    forward, backward = mean_factors(GROWING, lambda n_in, n_out: 1 / n_in)
    assert forward == pytest.approx(1, abs=0.1)
    assert backward == pytest.approx(400 / 200, rel=0.1)


def test_one_over_the_units_keeps_the_variance_backward():
    """eq-initialization-ways: backward always, forward in square layers only."""
    forward, backward = mean_factors(GROWING, lambda n_in, n_out: 1 / n_out)
    assert forward == pytest.approx(200 / 400, rel=0.1)
    assert backward == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("n_in", "n_out"), [(300, 200), (100, 500)])
@pytest.mark.parametrize("rule", ["glorot", "he"])
@pytest.mark.parametrize("form", ["uniform", "normal"])
def test_the_initializers_have_the_variance_of_their_rule(
    form, rule, n_in, n_out, seed
):
    """eq-initialization-glorot and eq-initialization-he, measured."""
    initialize = getattr(initializers, f"{rule}_{form}")
    W = initialize(n_in, n_out, np.random.default_rng(seed))
    variance = {"glorot": 2 / (n_in + n_out), "he": 2 / n_in}[rule]
    assert W.shape == (n_in, n_out)
    assert W.var() == pytest.approx(variance, rel=0.03)
    assert W.mean() == pytest.approx(0, abs=4 * np.sqrt(variance / W.size))


@pytest.mark.parametrize("name", ["GlorotUniform", "GlorotNormal", "HeNormal"])
def test_the_initializers_draw_from_the_distribution_of_keras(name, keras):
    """eq-initialization-glorot, eq-initialization-he, against Keras's draws."""
    theirs = getattr(keras.initializers, name)(seed=0)((200, 100))
    snake = {"GlorotUniform": "glorot_uniform", "GlorotNormal": "glorot_normal"}
    initialize = getattr(initializers, snake.get(name, "he_normal"))
    ours = initialize(200, 100, np.random.default_rng(0))
    test = stats.ks_2samp(ours.ravel(), np.asarray(theirs).ravel())
    assert test.pvalue > 0.001


@given(st.floats(0.05, 20), st.sampled_from([0.0, 0.2, 1.0]))
def test_relu_cuts_half_of_the_mean_square_and_leaky_relu_less(variance, alpha):
    """The share c of ReLU, and eq-initialization-leaky, by an integral."""
    density = stats.norm(scale=np.sqrt(variance)).pdf
    end = 12 * np.sqrt(variance)
    left, _ = integrate.quad(lambda z: (alpha * z) ** 2 * density(z), -end, 0)
    right, _ = integrate.quad(lambda z: z**2 * density(z), 0, end)
    assert left + right == pytest.approx((1 + alpha**2) / 2 * variance)


@pytest.mark.parametrize(
    ("name", "kept"), [("identity", 1), ("relu", 0.5), ("leaky_relu", 0.52)]
)
def test_the_variance_is_a_product_of_one_factor_a_layer(name, kept):
    """eq-initialization-product, as a mean over 40 networks, at three spreads."""
    for factor in (0.5, 1, 1.5):
        ends = []
        for seed in range(40):
            rng = np.random.default_rng(seed)
            z = rng.normal(size=400)
            start = np.mean(z**2)
            for n_in, n_out in ((400, 300), (300, 500), (500, 200)):
                W = rng.normal(0, np.sqrt(factor / (kept * n_in)), (n_in, n_out))
                z = ACTIVATIONS[name].value(z) @ W
            ends.append(np.mean(z**2) / start)
        assert np.mean(ends) == pytest.approx(factor**3, rel=0.1)


@pytest.mark.parametrize("n_classes", [2, 3, 10, 100])
def test_a_network_that_knows_nothing_has_the_loss_log_k(n_classes):
    """eq-initialization-first-loss, of a network whose weights are zeros."""
    loss = "categorical_crossentropy"
    net = network([3, 4, n_classes], loss=loss)
    net.theta.vector[...] = 0
    X, y = batch(20, [3, n_classes], loss)
    assert net.evaluate(X, y)["loss"] == pytest.approx(np.log(n_classes))


def test_with_hes_rule_the_widths_between_cancel_on_the_way_back():
    """eq-initialization-telescope, for ReLU: errors from layer 4 back to layer 1."""
    sizes = [50, 100, 400, 200, 300]
    found = []
    for seed in range(200):
        rng = np.random.default_rng(seed)
        weights = [
            rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out))
            for n_in, n_out in pairwise(sizes)
        ]
        a, slope = rng.normal(size=50), []
        for W in weights:
            z = a @ W
            slope.append(z > 0)
            a = np.maximum(z, 0)
        delta = rng.normal(size=300)
        start = np.mean(delta**2)
        for W, passes in zip(weights[:0:-1], slope[-2::-1], strict=True):
            delta = delta @ W.T * passes
        found.append(np.mean(delta**2) / start)
    assert np.mean(found) == pytest.approx(300 / 100, rel=0.1)


@given(st.integers(1, 10**5))
def test_scaled_blocks_never_triple_the_variance(n_blocks):
    """eq-initialization-residual."""
    assert 2 <= (1 + 1 / n_blocks) ** n_blocks < np.e


@given(st.floats(0.1, 4), st.integers(2, 50), st.integers(0, 9))
def test_the_first_loss_of_normal_logits_is_at_most_log_k_and_half_v(
    v, n_classes, seed
):
    """eq-initialization-jensen, over 4,000 samples."""
    rng = np.random.default_rng(seed)
    Z = rng.normal(0, np.sqrt(v), (4000, n_classes))
    found = np.mean(np.log(np.exp(Z).sum(axis=1)))
    noise = 4 * np.sqrt(v / 4000)
    assert np.log(n_classes) - noise < found < np.log(n_classes) + v / 2 + noise
