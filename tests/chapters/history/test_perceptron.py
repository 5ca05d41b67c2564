"""The equations of the chapter ``history/perceptron``, each against an oracle.

The docstring of a test names the equations that it computes, by their labels.
"""

from itertools import pairwise
from math import hypot, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.linear_model import Perceptron as SklearnPerceptron
from sklearn.svm import SVC

from annutils.neurons import Perceptron
from chapters.claims import code_of, run_for

SEEDS = range(5)
NUMBERS = st.floats(-10, 10).map(lambda value: round(value, 3))
PAIRS = st.tuples(NUMBERS, NUMBERS)


def separable(seed, n_features=3, gap=0.1):
    """Return samples, classes and the unit vector (u, 0) that separates them."""
    rng = np.random.default_rng(seed)
    u = rng.normal(size=n_features)
    u /= np.linalg.norm(u)
    X = rng.uniform(-1, 1, size=(80, n_features))
    side = np.sign(X @ u)
    return X + gap * side[:, None] * u, (side > 0).astype(int), np.append(u, 0)


def in_one_vector(X, y):
    """Return (x, 1) and t = 2y - 1 for each sample."""
    return np.column_stack([X, np.ones(len(X))]), 2 * y - 1


def mistaken(X, y):
    """Return what a perceptron's updates add to (w, b), with eta = 1, one a row."""
    return np.diff(Perceptron(epochs=1000).fit(X, y).weights_history_, axis=0)


@pytest.mark.parametrize("seed", SEEDS)
def test_z_is_the_weighted_sum_with_the_bias(seed):
    """eq-perceptron-z, against a sum term by term."""
    X, y, _ = separable(seed)
    one = Perceptron(epochs=3).fit(X, y)
    for x, z, label in zip(X, one.decision_function(X), one.predict(X), strict=True):
        total = sum(w * value for w, value in zip(one.weights_, x, strict=True))
        assert z == pytest.approx(total + one.bias_)
        assert label == (1 if z >= 0 else 0)


@pytest.mark.parametrize("eta", [0.1, 1.0, 7.0])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_rule_adds_a_mistaken_sample_or_subtracts_it(seed, eta):
    """eq-perceptron-rule, against scikit-learn's perceptron."""
    X, y, _ = separable(seed)
    X, y = np.roll(X, -np.argmin(y), axis=0), np.roll(y, -np.argmin(y))
    settings = {"max_iter": 3, "tol": None, "shuffle": False, "eta0": eta}
    theirs = SklearnPerceptron(**settings).fit(X, y)
    ours = Perceptron(eta, epochs=3).fit(X, y)
    assert ours.weights_ == pytest.approx(theirs.coef_[0])
    assert ours.bias_ == pytest.approx(theirs.intercept_[0])


@pytest.mark.parametrize("seed", SEEDS)
def test_an_update_moves_z_by_the_squared_length_and_one(seed):
    """eq-perceptron-step, against the z of each mistaken sample, before and after."""
    X, y, _ = separable(seed)
    path = Perceptron(epochs=1000).fit(X, y).weights_history_
    for before, after in pairwise(path):
        t = np.sign(after[-1] - before[-1])  # 1 for class 1, -1 for class 0
        x = t * (after - before)[:-1]
        z, z_new = (x @ w[:-1] + w[-1] for w in (before, after))
        assert t * z <= 0  # it was a mistake
        assert t * (z_new - z) == pytest.approx(hypot(*x) ** 2 + 1)


@given(st.integers(0, 99), st.sampled_from([0.05, 0.2, 1.0]))
def test_the_margin_is_the_least_product_with_the_unit_vector(seed, gap):
    """eq-perceptron-margin, against the gap that the samples were given."""
    X, y, u = separable(seed, gap=gap)
    inputs, t = in_one_vector(X, y)
    products = t * (inputs @ u)
    assert (products >= gap).all()
    across = np.abs(X @ u[:-1])  # distances from the plane of u, without any class
    assert products == pytest.approx(across)


@pytest.mark.parametrize("seed", SEEDS)
def test_each_mistake_brings_the_weights_on_by_the_margin(seed):
    """eq-perceptron-progress, in the run of a perceptron."""
    X, y, u = separable(seed)
    inputs, t = in_one_vector(X, y)
    gamma = np.min(t * (inputs @ u))
    progress = np.cumsum(mistaken(X, y) @ u)  # after 1, 2, ... mistakes
    assert (progress >= gamma * np.arange(1, len(progress) + 1)).all()


@pytest.mark.parametrize("seed", SEEDS)
def test_no_mistake_lengthens_the_weights_by_more_than_the_longest_sample(seed):
    """eq-perceptron-length, in the run of a perceptron."""
    X, y, _ = separable(seed)
    R = np.linalg.norm(in_one_vector(X, y)[0], axis=1).max()
    path = Perceptron(epochs=1000).fit(X, y).weights_history_
    growth = np.diff(np.sum(path**2, axis=1))
    assert (growth <= R**2).all()
    crossing = np.sum(np.diff(path, axis=0) * path[:-1], axis=1)
    assert (crossing <= 1e-12).all()  # the term in braces
    steps = np.sum(np.diff(path, axis=0) ** 2, axis=1)
    assert growth == pytest.approx(2 * crossing + steps)


@given(st.integers(0, 99), st.sampled_from([0.05, 0.2, 1.0]))
def test_progress_stands_between_its_bounds_and_mistakes_are_bounded(seed, gap):
    """eq-perceptron-squeeze and the theorem, in the run of a perceptron."""
    X, y, u = separable(seed, gap=gap)
    inputs, t = in_one_vector(X, y)
    R, gamma = np.linalg.norm(inputs, axis=1).max(), np.min(t * (inputs @ u))
    one = Perceptron(epochs=5000).fit(X, y)
    k, w = one.n_mistakes_, one.weights_history_[-1]
    assert one.mistakes_[-1] == 0
    assert k * gamma <= u @ w <= np.linalg.norm(w) <= sqrt(k) * R
    assert k <= (R / gamma) ** 2


@given(PAIRS)
def test_a_single_sample_reaches_the_bound(x):
    """The theorem on paper: R = gamma and one mistake."""
    one = Perceptron().fit([x], [0])
    assert one.n_mistakes_ == 1
    assert one.weights_history_[-1] == pytest.approx([-x[0], -x[1], -1])


@pytest.mark.parametrize("gap", [0.02, 0.1, 0.5])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_largest_margin_is_that_of_a_support_vector_machine(name, seed, gap):
    cells = code_of(name)
    largest_margin = run_for(cells, "def largest_margin")["largest_margin"]
    X, y, _ = separable(seed, gap=gap)
    inputs, t = in_one_vector(X, y)
    Z = t[:, None] * inputs
    # with each vector's opposite in the other class, its intercept is zero
    machine = SVC(kernel="linear", C=1e9, tol=1e-9)
    machine.fit(np.vstack([Z, -Z]), np.repeat([1, 0], len(Z)))
    assert machine.intercept_ == pytest.approx(0, abs=1e-6)
    expected = 1 / np.linalg.norm(machine.coef_)
    assert largest_margin(X, y) == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_rule_is_a_step_against_the_slope_of_the_criterion(seed):
    """eq-perceptron-criterion, against finite differences at each mistake."""
    X, y, _ = separable(seed)
    path = Perceptron(0.5, epochs=1000).fit(X, y).weights_history_
    h = 1e-6
    for before, after in pairwise(path[1:]):  # from zero, z is in the corner
        t = np.sign(after[-1] - before[-1])
        x = t * (after - before) / 0.5  # (x, 1)
        for j, nudge in enumerate(h * np.eye(len(x))):
            up, down = (max(0, -t * (x @ (before + s * nudge))) for s in (1, -1))
            slope = (up - down) / (2 * h)
            assert after[j] - before[j] == pytest.approx(-0.5 * slope, abs=1e-6)


@pytest.mark.parametrize("length", [0, 1, 20])
def test_a_start_far_away_costs_a_limited_number_of_mistakes(name, length):
    """The bound of the exercise on other starts, with the margin of a known vector."""
    mistakes_from = run_for(code_of(name), "def mistakes_from")["mistakes_from"]
    for seed in SEEDS:
        X, y, u = separable(seed, n_features=2)
        inputs, t = in_one_vector(X, y)
        R, gamma = np.linalg.norm(inputs, axis=1).max(), np.min(t * (inputs @ u))
        start = np.random.default_rng(seed).normal(size=len(u))
        start *= length / np.linalg.norm(start)
        k = mistakes_from(start, X, y)
        assert k <= (R / gamma) ** 2 + 2 * length / gamma


def test_a_step_in_the_plane_of_the_weights_is_at_right_angles_to_a_line(name):
    """Of the picture: each jump is one signed sample, and the last is right."""
    ran = run_for(code_of(name), "signed = np.array")
    signed, path = ran["signed"], np.array(ran["path"])
    for before, jump in zip(path, np.diff(path, axis=0), strict=False):
        sample = next(x for x in signed if x == pytest.approx(jump))
        assert sample @ before <= 0  # a mistake; its line is at right angles to it
    assert (signed @ path[-1] > 0).all()
