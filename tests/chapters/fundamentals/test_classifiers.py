"""The equations of the chapter ``fundamentals/classifiers``, each against an oracle.

The docstring of a test names the equations that it computes, by their labels.
"""

from math import exp, log, pi

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import special, stats
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

from annutils.activations import sigmoid, softmax
from annutils.losses import LOSSES, binary_crossentropy, categorical_crossentropy
from chapters.fundamentals.units import network, samples, slope

SEEDS = range(5)
PROBABILITIES = st.floats(0.001, 0.999)
SCORES = st.floats(-30, 30)


def slopes(f, x):
    """Return the finite differences of f for each element of x, in its shape."""
    found = np.empty_like(x)
    for place in np.ndindex(*x.shape):
        nudge = np.zeros_like(x)
        nudge[place] = 1
        found[place] = slope(lambda step, nudge=nudge: f(x + step * nudge), 0.0)
    return found


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


@pytest.mark.parametrize("seed", SEEDS)
def test_two_normal_clouds_give_the_sigmoid_of_a_weighted_sum(seed):
    """eq-classifiers-clouds, against Bayes's rule with scipy's densities."""
    (mu_0, mu_1), X, s = samples(2, 3, seed), samples(50, 3, seed + 100), 1.7
    w = (mu_1 - mu_0) / s**2
    b = (mu_0 @ mu_0 - mu_1 @ mu_1) / (2 * s**2)
    densities = [stats.multivariate_normal(mu, s**2).pdf(X) for mu in (mu_0, mu_1)]
    assert sigmoid(X @ w + b) == pytest.approx(densities[1] / sum(densities))
    distances = [((X - mu) ** 2).sum(axis=1) for mu in (mu_0, mu_1)]
    assert X @ w + b == pytest.approx((distances[0] - distances[1]) / (2 * s**2))


@pytest.mark.parametrize("seed", SEEDS)
def test_clouds_of_any_common_shape_give_the_sigmoid_of_a_weighted_sum(seed):
    """Said below eq-classifiers-clouds: then w is the inverse covariance times it."""
    (mu_0, mu_1), X = samples(2, 3, seed), samples(50, 3, seed + 100)
    covariance = np.cov(samples(20, 3, seed + 200), rowvar=False)
    at_0, at_1 = (
        stats.multivariate_normal(mu, covariance).logpdf(X) for mu in (mu_0, mu_1)
    )
    w = np.linalg.solve(covariance, mu_1 - mu_0)
    rest = at_1 - at_0 - X @ w  # the bias, the same for all samples
    assert rest == pytest.approx(rest[0])


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


@given(PROBABILITIES, st.floats(0.1, 50), st.floats(0.1, 50))
def test_the_costs_of_the_mistakes_set_the_threshold(p, c_0, c_1):
    """eq-classifiers-threshold: predicting 1 costs less just above it."""
    threshold = c_0 / (c_0 + c_1)
    assume(abs(p - threshold) > 1e-9)
    assert (p > threshold) == ((1 - p) * c_0 < p * c_1)


@pytest.mark.parametrize("share", [0.01, 0.05, 0.7])
def test_other_shares_of_the_classes_shift_the_logit(share):
    """eq-classifiers-prior, against Bayes's rule with scipy's densities."""
    x = np.linspace(-3, 3, 13)
    at_0, at_1 = stats.norm(-1, 1).pdf(x), stats.norm(1, 1).pdf(x)
    trained = special.logit(0.4 * at_1 / (0.4 * at_1 + 0.6 * at_0))
    used = share * at_1 / (share * at_1 + (1 - share) * at_0)
    shift = log(share / (1 - share)) - log(0.4 / 0.6)
    assert special.logit(used) == pytest.approx(trained + shift)


@given(PROBABILITIES, PROBABILITIES)
def test_cross_entropy_is_entropy_and_divergence(p, q):
    """eq-classifiers-entropy and eq-classifiers-kl, against scipy."""
    cross = -p * log(q) - (1 - p) * log(1 - q)
    divergence = p * log(p / q) + (1 - p) * log((1 - p) / (1 - q))
    assert divergence == pytest.approx(stats.entropy([p, 1 - p], [q, 1 - q]), abs=1e-9)
    assert cross == pytest.approx(stats.entropy([p, 1 - p]) + divergence)
    assert divergence >= -1e-12
    assert log_loss([0, 1], [q, q], sample_weight=[1 - p, p]) == pytest.approx(cross)


@given(PROBABILITIES)
def test_the_truth_is_the_cheapest_answer(p):
    """eq-classifiers-entropy has its slope 0 at p."""
    cross = lambda q: -p * log(q) - (1 - p) * log(1 - q)  # noqa: E731
    assert slope(cross, p, h=1e-6) == pytest.approx(0, abs=1e-4)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_divergence_of_several_classes_is_never_negative(seed):
    """eq-classifiers-gibbs, its steps one by one."""
    p, q = np.random.default_rng(seed).dirichlet(np.ones(5), size=2)
    least, most = np.sum(p * np.log(q / p)), np.sum(p * (q / p - 1))
    assert -stats.entropy(p, q) == pytest.approx(least)
    assert least <= most == pytest.approx(q.sum() - p.sum(), abs=1e-12)
    assert most == pytest.approx(0, abs=1e-12)


@given(st.floats(-5, 5), st.floats(-5, 5), st.floats(0.1, 10))
def test_the_squared_error_is_the_surprise_of_normal_noise(y_pred, y, s):
    """eq-classifiers-gaussian, against scipy's density; its slope by differences."""
    loss = lambda z: (z - y) ** 2 / (2 * s**2) + log(2 * pi * s**2) / 2  # noqa: E731
    assert loss(y_pred) == pytest.approx(-stats.norm(y_pred, s).logpdf(y), abs=1e-9)
    assert slope(loss, y_pred) == pytest.approx((y_pred - y) / s**2, abs=1e-4)


@pytest.mark.parametrize("seed", SEEDS)
def test_labels_have_the_same_gradient_as_classes(seed):
    """The table of the section on several labels, against finite differences."""
    Z, Y = samples(4, 3, seed), samples(4, 3, seed + 100) > 0

    def loss(Z):
        P = sigmoid(Z)
        return -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P))

    assert slopes(loss, Z) == pytest.approx(sigmoid(Z) - Y, abs=1e-8)


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
    """The product for a batch, against finite differences and the backward pass."""
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
