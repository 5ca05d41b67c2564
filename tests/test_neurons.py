"""Single neurons, against truth tables, linear algebra, theorems and scikit-learn."""

import numpy as np
import pytest
from sklearn.linear_model import Perceptron as SklearnPerceptron
from sklearn.linear_model import SGDClassifier

from annutils.neurons import FormalNeuron, HebbianUnit, Perceptron

PAIRS = [[0, 0], [0, 1], [1, 0], [1, 1]]
XOR = [0, 1, 1, 0]
SEEDS = range(10)


def separable(seed, n_samples=60, n_features=3, margin=0.1):
    """Return samples, labels, and the unit (w, b) that separates them by the margin."""
    rng = np.random.default_rng(seed)
    separator = rng.normal(size=n_features + 1)
    separator /= np.linalg.norm(separator)
    X = rng.uniform(-2, 2, size=(n_samples, n_features))
    X = X[np.abs(X @ separator[:-1] + separator[-1]) >= margin]
    return X, (X @ separator[:-1] + separator[-1] > 0).astype(int), separator


def overlapping(seed):
    rng = np.random.default_rng(seed)
    y = rng.permutation(np.repeat([0, 1], 30))
    return rng.normal(size=(60, 2)) + y[:, None], y


# The formal neuron


@pytest.mark.parametrize(
    ("weights", "threshold", "outputs"),
    [
        ([1, 1], 2, [0, 0, 0, 1]),  # and
        ([1, 1], 1, [0, 1, 1, 1]),  # or
        ([-1, -1], 0, [1, 0, 0, 0]),  # neither
        ([1, -1], 1, [0, 0, 1, 0]),  # the first without the second
        ([1, 1], 0, [1, 1, 1, 1]),  # always
    ],
)
def test_a_formal_neuron_computes_its_truth_table(weights, threshold, outputs):
    fired = FormalNeuron(weights, threshold).predict(PAIRS)
    assert fired.tolist() == outputs
    assert fired.dtype == np.int64


def test_not_has_one_inhibitory_input():
    assert FormalNeuron([-1], 0).predict([[0], [1]]).tolist() == [1, 0]


def test_two_layers_of_formal_neurons_compute_xor():
    either, both = FormalNeuron([1, 1], 1), FormalNeuron([1, 1], 2)
    hidden = np.column_stack([either.predict(PAIRS), both.predict(PAIRS)])
    assert FormalNeuron([1, -1], 1).predict(hidden).tolist() == XOR


def test_no_formal_neuron_computes_xor():
    grid = np.arange(-3, 3.5, 0.5)
    for weights in np.array(np.meshgrid(grid, grid)).reshape(2, -1).T:
        for threshold in grid:
            assert FormalNeuron(weights, threshold).predict(PAIRS).tolist() != XOR


@pytest.mark.parametrize(
    ("X", "message"),
    [
        ([[0, 0.5]], "0 or 1, got 0.5"),
        ([[0, np.nan]], "NaN"),
        ([0, 1], r"\(n_samples, 2\), got shape \(2,\)"),
        ([[0, 1, 1]], r"got shape \(1, 3\)"),
        (np.empty((0, 2)), r"got shape \(0, 2\)"),
    ],
)
def test_a_formal_neuron_refuses_what_is_not_binary(X, message):
    with pytest.raises(ValueError, match=message):
        FormalNeuron([1, 1], 1).predict(X)


@pytest.mark.parametrize(
    ("weights", "threshold"), [([], 1), ([[1, 1]], 1), ([np.nan], 1), ([1], np.inf)]
)
def test_a_formal_neuron_needs_finite_weights_and_threshold(weights, threshold):
    with pytest.raises(ValueError, match="Expected"):
        FormalNeuron(weights, threshold)


# The Hebbian unit


def centred(seed, n_samples=3000):
    """Return samples whose first two principal components differ clearly."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n_samples, 3)) * [2.0, 1.0, 0.5]
    rotation, _ = np.linalg.qr(rng.normal(size=(3, 3)))
    return X @ rotation


@pytest.mark.parametrize("seed", SEEDS)
def test_ojas_rule_finds_the_first_principal_component(seed):
    X = centred(seed)
    unit = HebbianUnit(learning_rate=0.003, rule="oja", seed=seed).fit(X)
    first = np.linalg.eigh(X.T @ X)[1][:, -1]
    assert abs(unit.weights_ @ first) > 0.99
    assert np.linalg.norm(unit.weights_) == pytest.approx(1, abs=0.05)


@pytest.mark.parametrize("seed", SEEDS)
def test_hebbs_rule_makes_the_weights_grow_without_bound(seed):
    unit = HebbianUnit(learning_rate=0.003, rule="hebb", seed=seed).fit(centred(seed))
    lengths = np.linalg.norm(unit.history_, axis=1)
    assert (np.diff(lengths) >= 0).all()
    # 3000 steps multiply the length by about (1 + 0.003 * 4) ** 3000, or e^36.
    assert lengths[-1] > 1e10
    assert lengths[1500] < 1e-4 * lengths[-1]


@pytest.mark.parametrize(
    ("rule", "expected"), [("hebb", [1.6, 1.2]), ("oja", [1.3, 0.9])]
)
def test_one_step_of_learning_equals_the_sum_on_paper(rule, expected):
    unit = HebbianUnit(learning_rate=0.5, rule=rule, seed=0).fit([[0.0, 0.0]])
    unit.seed = 1
    first = unit.fit([[0.0, 0.0]]).weights_
    x = np.array([3.0, -1.0])
    y = first @ x
    change = y * x if rule == "hebb" else y * x - y**2 * first
    assert unit.fit([x]).weights_ == pytest.approx(first + 0.5 * change)
