"""Three parts of an error add up, and a claim that stops holding stops the chapter."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annutils import data
from annutils.network import MultilayerPerceptron
from chapters.claims import run_without

PROBABILITY = st.floats(0, 1)
NETWORKS = st.lists(PROBABILITY, min_size=2, max_size=5)


def parts(said, p):
    """Return noise, squared bias and variance of equally likely networks."""
    return p * (1 - p), (np.mean(said) - p) ** 2, np.var(said)


@given(NETWORKS, PROBABILITY)
def test_noise_squared_bias_and_variance_add_up(said, p):
    """eq-overfitting-parts, summed over all networks and both labels."""
    cases = [(q, y) for q in said for y in (0, 1)]
    error = sum((p if y else 1 - p) * (q - y) ** 2 for q, y in cases) / len(said)
    assert np.isclose(error, sum(parts(said, p)))


@given(NETWORKS, PROBABILITY)
def test_a_mean_of_few_networks_lies_too_far_from_the_truth(said, p):
    """eq-overfitting-estimate, over all ways to draw S = 3 networks."""
    draws = np.array(list(product(said, repeat=3)))
    apart = np.mean((draws.mean(axis=1) - p) ** 2)
    _, bias2, variance = parts(said, p)
    assert np.isclose(apart, bias2 + variance / 3)
    assert np.isclose(np.mean(draws.var(axis=1, ddof=1)), variance)


def test_both_goals_are_means_of_one_loss():
    """eq-overfitting-goals: over the training set, and over fresh samples."""
    net = MultilayerPerceptron([2, 3, 1], loss="binary_crossentropy", seed=0)
    means = []
    for n_samples, seed in ((200, 3), (20_000, 4), (20_000, 5)):
        X, y = data.make_moons(n_samples, noise=0.4, seed=seed)
        p = net.predict_proba(X)[:, 1]
        losses = -np.log(np.where(y == 1, p, 1 - p))
        assert np.isclose(net.evaluate(X, y)["loss"], losses.mean())
        means.append(losses.mean())
    assert abs(means[1] - means[2]) < 0.02


@pytest.mark.parametrize(
    ("part", "replacement", "claim"),
    [
        ("strongest(X, y) if leak else ", "", "the leak no longer pays"),
        pytest.param(
            "np.linalg.lstsq(H, np.eye(10)[labels[chosen]])[0]",
            "np.linalg.solve(H.T @ H + np.eye(n_units), "
            "H.T @ np.eye(10)[labels[chosen]])",
            "the peak where units equal samples is gone",
            marks=pytest.mark.weekly,
        ),
    ],
    ids=["leak", "peak"],
)
@pytest.mark.filterwarnings("ignore")
def test_overfitting_fails_without_its_parts(name, part, replacement, claim):
    with pytest.raises(AssertionError, match=claim):
        run_without(name, part, replacement, claim, {})
