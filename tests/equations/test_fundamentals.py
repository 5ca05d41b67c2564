"""The equations of the chapters in ``book/fundamentals``, each against an oracle.

The docstring of a test names the equations that it computes, by their labels.
"""

from itertools import pairwise
from math import ceil, erf, exp, log, pi, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special, stats
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

from annutils.activations import ACTIVATIONS, relu, sigmoid, softmax
from annutils.losses import LOSSES, binary_crossentropy, categorical_crossentropy
from annutils.network import MultilayerPerceptron

SEEDS = range(5)
SIZES = st.lists(st.integers(1, 6), min_size=2, max_size=5)
PROBABILITIES = st.floats(0.001, 0.999)
SCORES = st.floats(-30, 30)


def network(layer_sizes, activation="identity", loss="mean_squared_error", seed=0):
    """Return a network in float64 whose biases are random numbers, too."""
    made = MultilayerPerceptron(
        layer_sizes, activation=activation, loss=loss, seed=seed, dtype="float64"
    )
    rng = np.random.default_rng(seed)
    made.theta.vector[...] = rng.normal(size=made.n_parameters)
    return made


def samples(m, n, seed=0):
    return np.random.default_rng(100 + seed).normal(size=(m, n))


def slope(f, x, h=1e-5):
    """Return the finite difference of f at x."""
    return (f(x + h) - f(x - h)) / (2 * h)


def slopes(f, x):
    """Return the finite differences of f for each element of x, in its shape."""
    found = np.empty_like(x)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros_like(x)
        nudge[place] = 1
        found[place] = slope(lambda step, nudge=nudge: f(x + step * nudge), 0.0)
    return found


# Anatomy


@pytest.mark.parametrize("name", ["identity", "relu", "tanh"])
def test_a_unit_computes_a_weighted_sum_with_a_bias_and_an_activation(name):
    """eq-anatomy-unit, against a sum term by term."""
    unit, x = network([4, 1, 1], name), samples(1, 4)
    z = sum(w * value for w, value in zip(unit.weights[0][:, 0], x[0], strict=True))
    trace = unit.forward(x)
    assert trace.Z[1].item() == pytest.approx(z + unit.biases[0].item())
    assert trace.A[1].item() == ACTIVATIONS[name].value(trace.Z[1]).item()


def telephone():
    """Return the network of the telephone company."""
    made = network([2, 3, 1], "relu")
    made.weights[0][...] = [[1, 0, 1], [0, 1, 1]]
    made.biases[0][...] = [-3, -10, -20]
    made.weights[1][...] = [[2], [1], [-0.5]]
    made.biases[1][...] = 8
    return made


@given(st.integers(0, 40), st.integers(0, 60))
def test_the_telephone_network_charges_what_the_rules_say(hours, gigabytes):
    """eq-anatomy-tariff, against the rules as a shop assistant would apply them."""
    price = 8.0
    for hour in range(hours):
        price += 2 if hour >= 3 else 0
    for gigabyte in range(gigabytes):
        price += 1 if gigabyte >= 10 else 0
    if hours + gigabytes > 20:
        price -= 0.5 * (hours + gigabytes - 20)
    assert telephone().predict([[hours, gigabytes]]).item() == price


def test_the_forward_pass_by_hand_is_that_of_the_network():
    """eq-anatomy-hand, on paper."""
    trace = telephone().forward([[5, 25]])
    assert trace.Z[1].tolist() == [[2, 15, 10]]
    assert trace.A[1].tolist() == [[2, 15, 10]]
    assert trace.A[2].tolist() == [[22]]


@given(SIZES, st.sampled_from(["tanh", "relu"]), st.integers(0, 9))
def test_a_layer_of_one_sample_is_computed_unit_by_unit(layer_sizes, name, seed):
    """eq-anatomy-layer, against loops over layers, units and inputs."""
    made = network(layer_sizes, name, seed=seed)
    a = samples(1, layer_sizes[0], seed)[0].tolist()
    trace = made.forward([a])
    layers = zip(made.weights, made.biases, made.activations, strict=True)
    for number, (W, b, g) in enumerate(layers, start=1):
        z = [b[k] + sum(a[j] * W[j, k] for j in range(len(a))) for k in range(len(b))]
        assert trace.Z[number][0] == pytest.approx(z)
        a = [g.value(value).item() for value in z]
        assert trace.A[number][0] == pytest.approx(a)


@given(SIZES, st.integers(1, 7), st.randoms(use_true_random=False))
def test_a_batch_is_its_samples_one_by_one_in_any_order(layer_sizes, m, random):
    """eq-anatomy-batch, against batches of one sample, and permuted."""
    made, X = network(layer_sizes, "tanh"), samples(m, layer_sizes[0])
    A = made.forward(X).A[-1]
    assert A.shape == (m, layer_sizes[-1])
    alone = [made.forward(x[None]).A[-1][0] for x in X]
    assert pytest.approx(np.array(alone)) == A
    order = random.sample(range(m), m)
    assert made.forward(X[order]).A[-1] == pytest.approx(A[order])


@given(SIZES)
def test_a_layer_has_a_weight_for_each_input_of_a_unit_and_a_bias(layer_sizes):
    """eq-anatomy-count, against the arrays of a network."""
    made = network(layer_sizes)
    for layer, (n_in, n_out) in enumerate(pairwise(layer_sizes)):
        size = made.weights[layer].size + made.biases[layer].size
        assert size == (n_in + 1) * n_out


def test_the_digit_network_has_11935_parameters():
    """eq-anatomy-count, on paper: 785 times 15 and 16 times 10."""
    digits = MultilayerPerceptron([784, 15, 10])
    assert digits.n_parameters == 785 * 15 + 16 * 10 == 11_935


# Activation functions


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


@given(SCORES)
def test_tanh_is_a_sigmoid_stretched_and_moved(z):
    """eq-activations-tanh, against the definition of tanh."""
    assert 2 / (1 + exp(-2 * z)) - 1 == pytest.approx(DEFINITIONS["tanh"](z))
    fraction = (1 - exp(-2 * z)) / (1 + exp(-2 * z))
    assert fraction == pytest.approx(2 * sigmoid(2 * z) - 1)
    assert fraction == pytest.approx(np.tanh(z))


# Classifiers


@pytest.mark.parametrize("seed", SEEDS)
def test_the_sigmoid_of_the_score_is_the_probability_of_class_1(seed):
    """eq-classifiers-probability, against scikit-learn's logistic regression."""
    X, y = samples(40, 3, seed), np.arange(40) % 2
    theirs = LogisticRegression().fit(X, y)
    p = sigmoid(X @ theirs.coef_[0] + theirs.intercept_)
    assert theirs.predict_proba(X) == pytest.approx(np.column_stack([1 - p, p]))


@given(st.floats(-15, 15), st.floats(-3, 3))
def test_the_score_is_the_logarithm_of_the_odds(z, w):
    """eq-classifiers-logit, against scipy; one more of x_j times the odds by e^w."""
    p, p_new = sigmoid(z), sigmoid(z + w)
    assert log(p / (1 - p)) == pytest.approx(z, abs=1e-6)
    assert special.logit(p) == pytest.approx(z, abs=1e-6)
    assert p_new / (1 - p_new) == pytest.approx(exp(w) * p / (1 - p), rel=1e-6)


@given(PROBABILITIES, st.sampled_from([0, 1]))
def test_one_formula_covers_the_likelihood_of_both_labels(p, y):
    """eq-classifiers-likelihood, against scipy's Bernoulli distribution."""
    assert p**y * (1 - p) ** (1 - y) == pytest.approx(stats.bernoulli.pmf(y, p))


@given(st.lists(st.tuples(PROBABILITIES, st.sampled_from([0, 1])), min_size=1))
def test_binary_cross_entropy_is_the_mean_negative_log_likelihood(pairs):
    """eq-classifiers-bce, against scikit-learn; annutils computes it from logits."""
    p, y = np.array(pairs).T
    terms = -y * np.log(p) - (1 - y) * np.log(1 - p)
    assert terms.mean() == pytest.approx(log_loss(y, p, labels=[0, 1]))
    logits = special.logit(p)[:, None]
    assert binary_crossentropy(y, logits) == pytest.approx(terms.mean())


def test_the_loss_of_three_samples_is_right_on_paper():
    """eq-classifiers-bce, on paper: the likelihood is 0.432."""
    logits = special.logit([[0.9], [0.6], [0.2]])
    assert binary_crossentropy([1, 1, 0], logits) == pytest.approx(-log(0.432) / 3)


@given(st.floats(-6, 6), st.sampled_from([0, 1]))
def test_loss_and_sigmoid_have_the_two_slopes_of_the_chain(z, y):
    """eq-classifiers-chain and eq-classifiers-gradient, by finite differences."""
    p = sigmoid(z)
    cost = lambda p: -y * log(p) - (1 - y) * log(1 - p)  # noqa: E731
    first = -y / p + (1 - y) / (1 - p)
    assert first == pytest.approx((p - y) / (p * (1 - p)))
    assert slope(cost, p, h=1e-6) == pytest.approx(first, rel=1e-4)
    assert slope(sigmoid, z) == pytest.approx(p * (1 - p))
    assert slope(lambda z: cost(sigmoid(z)), z) == pytest.approx(p - y, abs=1e-8)
    gradient = LOSSES["binary_crossentropy"].gradient(np.array([y]), np.array([[z]]))
    assert gradient.item() == pytest.approx(p - y)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_gradient_of_one_unit_is_the_mean_of_inputs_times_errors(seed):
    """eq-classifiers-batch, against finite differences and the backward pass."""
    unit = network([3, 1], loss="binary_crossentropy", seed=seed)
    X, y = samples(8, 3, seed), np.arange(8) % 2
    w, b = unit.weights[0][:, 0].copy(), unit.biases[0].copy()
    error = sigmoid(X @ w + b) - y  # (m,)
    dw, db = X.T @ error / len(y), error.mean()
    backward = unit.backward(y, unit.forward(X))
    assert backward.weights[0][:, 0] == pytest.approx(dw)
    assert backward.biases[0] == pytest.approx(db)
    loss = lambda w, b: binary_crossentropy(y, (X @ w + b)[:, None])  # noqa: E731
    assert slopes(lambda w: loss(w, b), w) == pytest.approx(dw, abs=1e-8)
    assert slopes(lambda b: loss(w, b), b) == pytest.approx(db, abs=1e-8)


@given(st.lists(SCORES, min_size=2, max_size=6), SCORES)
def test_softmax_gives_probabilities_and_ignores_a_common_shift(scores, shift):
    """eq-classifiers-softmax, against scipy; with two classes it is the sigmoid."""
    z = np.array(scores)
    p = softmax(z)
    assert p == pytest.approx(np.exp(z) / sum(exp(score) for score in scores))
    assert p == pytest.approx(special.softmax(z))
    assert p.sum() == pytest.approx(1)
    assert softmax(z + shift) == pytest.approx(p)
    assert softmax(z[:2])[1] == pytest.approx(sigmoid(z[1] - z[0]))


@pytest.mark.parametrize("seed", SEEDS)
def test_categorical_cross_entropy_is_log_sum_exp_minus_the_true_score(seed):
    """eq-classifiers-cce, against scikit-learn and the one-hot form."""
    Z, y = 3 * samples(9, 4, seed), np.arange(9) % 4
    P = special.softmax(Z, axis=1)
    by_scores = np.log(np.exp(Z).sum(axis=1)) - Z[np.arange(9), y]
    assert by_scores == pytest.approx(-np.log(P[np.arange(9), y]))
    assert by_scores == pytest.approx(-np.sum(np.eye(4)[y] * np.log(P), axis=1))
    assert categorical_crossentropy(y, Z) == pytest.approx(by_scores.mean())
    assert by_scores.mean() == pytest.approx(log_loss(y, P, labels=range(4)))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_gradient_of_softmax_and_its_loss_is_prediction_minus_target(seed):
    """eq-classifiers-softmax-gradient, against finite differences."""
    Z, y = samples(5, 3, seed), np.arange(5) % 3
    expected = (softmax(Z) - np.eye(3)[y]) / len(y)
    loss = LOSSES["categorical_crossentropy"]
    assert loss.gradient(y, Z) == pytest.approx(expected)
    assert slopes(lambda Z: loss.value(y, Z), Z) == pytest.approx(expected, abs=1e-8)


@given(st.lists(st.floats(-500, 500), min_size=2, max_size=6))
def test_log_sum_exp_is_the_same_with_the_largest_score_taken_out(scores):
    """eq-classifiers-lse, against scipy, and without overflow."""
    z = np.array(scores)
    largest = z.max()
    value = largest + np.log(np.exp(z - largest).sum())
    assert value == pytest.approx(special.logsumexp(z))
    assert value == pytest.approx(np.logaddexp.reduce(z))
    far = categorical_crossentropy(np.array([0]), 1e4 + z[None])
    assert far == pytest.approx(value - z[0], abs=1e-8)


# Universal approximation


def hidden_layer(W_1, b_1, W_2, b_2, activation):
    """Return a network with one hidden layer and these weights."""
    made = network([len(W_1), len(b_1), 1], activation)
    made.weights[0][...], made.biases[0][...] = W_1, b_1
    made.weights[1][:, 0], made.biases[1][...] = W_2, b_2
    return made


def bumps(f, n_bumps, steepness):
    """Return a network of n_bumps bumps on [0, 1], as high as f in their middles."""
    edges = np.linspace(0, 1, n_bumps + 1)
    heights = f((edges[:-1] + edges[1:]) / 2)
    edges[[0, -1]] = -1, 2
    places = np.concatenate([edges[:-1], edges[1:]])
    W_1 = np.full((1, 2 * n_bumps), steepness)
    W_2 = np.concatenate([heights, -heights])
    return hidden_layer(W_1, -steepness * places, W_2, 0, "sigmoid")


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "relu"])
def test_a_network_with_one_hidden_layer_is_a_sum_over_its_units(name):
    """eq-approximation-network, against a sum unit by unit."""
    made, X = network([1, 7, 1], name), samples(9, 1)
    (W_1, W_2), (b_1, b_2), g = made.weights, made.biases, ACTIVATIONS[name].value
    for x, y_pred in zip(X[:, 0], made.predict(X), strict=True):
        units = [g(x * W_1[0, k] + b_1[k]) * W_2[k, 0] for k in range(7)]
        assert y_pred == pytest.approx(sum(units) + b_2[0])


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
def test_the_error_of_bumps_is_at_most_the_slope_over_twice_their_number(w, shift, n):
    """eq-approximation-bump-error, for waves whose largest slope is known."""
    x = np.linspace(0, 1, 997)[:, None]
    made = bumps(lambda x: np.sin(w * x + shift), n, steepness=1e7)
    error = np.abs(made.predict(x) - np.sin(w * x + shift)).max()
    assert error <= w / (2 * n) * (1 + 1e-9)


@pytest.mark.parametrize("epsilon", [0.3, 0.1, 0.03, 0.01])
def test_a_network_comes_as_close_to_a_continuous_function_as_you_like(epsilon):
    """eq-approximation-theorem, with hinges for |x - 1/3|^(1/2), which has no slope."""
    f = lambda x: np.sqrt(np.abs(x - 1 / 3))  # noqa: E731
    n = 3 * ceil(1 / (40 * epsilon**2))  # pieces; two of them meet in the cusp
    places = np.linspace(0, 1, n + 1)
    bends = np.diff(np.diff(f(places)) * n, prepend=0)
    made = hidden_layer(np.ones((1, n)), -places[:-1], bends, f(places[0]), "relu")
    x = np.linspace(0, 1, 2001)[:, None]
    assert np.abs(made.predict(x) - f(x)).max() < epsilon


@pytest.mark.parametrize("n_inputs", [1, 2, 3])
def test_the_double_sum_of_the_theorem_is_a_network(n_inputs):
    """eq-approximation-theorem, its left side against the forward pass."""
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
