"""The equations of the chapter ``history/neurons``, each against an oracle.

The docstring of a test names the equations that it computes, by their labels.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annutils.neurons import FormalNeuron, HebbianUnit

SEEDS = range(5)


@given(st.lists(st.tuples(st.integers(-3, 3), st.booleans()), min_size=1), st.data())
def test_a_formal_neuron_fires_if_the_weighted_sum_reaches_the_threshold(terms, data):
    """eq-neurons-formal, against a sum of whole numbers."""
    total = sum(weight for weight, active in terms if active)
    threshold = data.draw(st.integers(total - 1, total + 1))
    neuron = FormalNeuron([weight for weight, _ in terms], threshold)
    assert neuron.predict([[int(active) for _, active in terms]]) == [
        1 if total >= threshold else 0
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_hebbs_step_climbs_the_square_of_the_output(seed):
    """eq-neurons-hebb, against finite differences: eta x a = eta d(a^2 / 2)/dw."""
    x, h = np.random.default_rng(100 + seed).normal(size=(1, 4)), 1e-6
    before, after = HebbianUnit(0.3, rule="hebb", seed=seed).fit(x).history_
    for j, nudge in enumerate(h * np.eye(4)):
        up, down = ((x @ (before + sign * nudge)) ** 2 / 2 for sign in (1, -1))
        slope = (up - down).item() / (2 * h)
        assert after[j] - before[j] == pytest.approx(0.3 * slope, abs=1e-8)


@given(st.integers(0, 99), st.floats(0.01, 1))
def test_hebbs_weights_lengthen_by_what_the_equation_says(seed, eta):
    """eq-neurons-growth, against the lengths of the weights that are learned."""
    X = np.random.default_rng(100 + seed).normal(size=(6, 3))
    path = HebbianUnit(eta, rule="hebb", seed=seed).fit(X).history_
    a = np.sum(path[:-1] * X, axis=1)
    growth = eta * a**2 * (2 + eta * np.sum(X**2, axis=1))
    lengths = np.sum(path**2, axis=1)
    assert np.diff(lengths) == pytest.approx(growth, rel=1e-6, abs=1e-9 * lengths[-1])
    assert (growth >= 0).all()


@given(st.integers(0, 99), st.floats(0.01, 1))
def test_the_same_input_again_multiplies_the_output(seed, eta):
    """eq-neurons-again, against the weights that are learned."""
    x = np.random.default_rng(100 + seed).normal(size=3)
    path = HebbianUnit(eta, rule="hebb", seed=seed).fit(np.tile(x, (5, 1))).history_
    a = path @ x
    assert a[1:] == pytest.approx((1 + eta * np.sum(x**2)) * a[:-1], rel=1e-6)


@pytest.mark.parametrize("seed", SEEDS)
def test_ojas_step_is_hebbs_step_scaled_back_to_length_one(seed):
    """eq-neurons-oja-scaled: what is dropped has eta^2: a tenth of eta, 1/100."""
    x = np.random.default_rng(100 + seed).normal(size=(1, 3))
    dropped = []
    for eta in (1e-3, 1e-4):
        _, hebb = HebbianUnit(eta, rule="hebb", seed=seed).fit(x).history_
        _, oja = HebbianUnit(eta, rule="oja", seed=seed).fit(x).history_
        dropped.append(np.linalg.norm(oja - hebb / np.linalg.norm(hebb)))
    assert dropped[0] / dropped[1] == pytest.approx(100, rel=0.05)


@pytest.mark.parametrize("seed", SEEDS)
def test_ojas_rule_is_hebbs_step_and_a_pull_back(seed):
    """eq-neurons-oja, against sums entry by entry."""
    x = np.random.default_rng(100 + seed).normal(size=(1, 3))
    before, after = HebbianUnit(0.1, rule="oja", seed=seed).fit(x).history_
    a = sum(w * value for w, value in zip(before, x[0], strict=True))
    for w, value, new in zip(before, x[0], after, strict=True):
        assert new == pytest.approx(w + 0.1 * a * value - 0.1 * a**2 * w)
