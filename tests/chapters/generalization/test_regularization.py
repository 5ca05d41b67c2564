"""The formulas of the penalties and of dropout, and claims that a missing part stops.

The docstring of a test names the equations that it computes, by their labels.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapters.claims import run_without

# Two of the seeds, and nothing of runs that the claim does not need.
SHORTCUTS = {
    "seeds = range(10, 22)": "seeds = (10, 12)",
    "play_seeds = range(6, 18)": "play_seeds = (6, 7)",
}
NUMBERS = st.floats(-3, 3)


def lowest(loss):
    """Return the place of the lowest loss among many weights."""
    w = np.linspace(-4, 4, 8001)
    return w[np.argmin(loss(w))]


@given(w_0=NUMBERS, c=st.floats(0.5, 4), rate=st.floats(0, 3))
def test_a_penalty_shrinks_a_weight_by_a_share_or_by_an_amount(w_0, c, rate):
    """eq-regularization-penalties and eq-regularization-shrinkage, on a grid."""
    l2 = lowest(lambda w: c / 2 * (w - w_0) ** 2 + rate * w**2)
    l1 = lowest(lambda w: c / 2 * (w - w_0) ** 2 + rate * np.abs(w))
    assert l2 == pytest.approx(c / (c + 2 * rate) * w_0, abs=2e-3)
    expected = np.sign(w_0) * max(abs(w_0) - rate / c, 0)
    assert l1 == pytest.approx(expected, abs=2e-3)


@given(w=NUMBERS, dw=NUMBERS, rate=st.floats(0, 1))
def test_decay_is_the_step_of_plain_descent_with_twice_the_rate_of_l2(w, dw, rate):
    """eq-regularization-decay, against the derivative of the penalty by differences."""
    eta, h = 0.1, 1e-6
    penalty = (rate * (w + h) ** 2 - rate * (w - h) ** 2) / (2 * h)
    decayed = (1 - eta * 2 * rate) * w - eta * dw
    assert decayed == pytest.approx(w - eta * (dw + penalty), abs=1e-6)


@given(h=NUMBERS, p=st.floats(0, 0.9))
def test_dropout_keeps_the_mean_and_adds_variance(h, p):
    """eq-regularization-dropout and eq-regularization-mean, over both outcomes."""
    outcomes, shares = np.array([0, h / (1 - p)]), np.array([p, 1 - p])
    mean = shares @ outcomes
    assert mean == pytest.approx(h)
    variance = shares @ (outcomes - mean) ** 2
    assert variance == pytest.approx(p / (1 - p) * h**2)


@given(width=st.floats(0.1, 3), w=NUMBERS)
def test_a_normal_prior_is_l2(width, w):
    """eq-regularization-prior, against the density of the standard library."""
    from statistics import NormalDist

    m = 200
    prior = NormalDist(0, width)
    added = -np.log(prior.pdf(w) / prior.pdf(0)) if prior.pdf(w) else None
    if added is not None:
        assert added / m == pytest.approx(w**2 / (2 * m * width**2), rel=1e-6)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("part", "replacement", "claim"),
    [
        ("H * mask", "H", "our gradient no longer equals Keras's"),
        ("W2.T * mask", "W2.T", "our gradient no longer equals Keras's"),
        ("+ 2 * l2 * W1", "+ l2 * W1", "our gradient no longer equals Keras's"),
        ("(rng.random(shape) >= p) / (1 - p)", "np.ones(shape)", "another variance"),
        pytest.param(
            *("keras.layers.Dropout(share),", "", "no longer gives a better boundary"),
            marks=pytest.mark.weekly,  # as the next: they train
        ),
        pytest.param(
            *("updates=2000", "updates=100", "50 units are not wild now"),
            marks=pytest.mark.weekly,
        ),
        pytest.param(
            *("**{setting: x})", ")", "no valley between the ends"),
            marks=pytest.mark.weekly,
        ),
    ],
    ids=["forward", "backward", "L2", "mask", "Keras", "wild", "rate"],
)
def test_regularization_fails_without_its_parts(name, part, replacement, claim):
    with pytest.raises(AssertionError, match=claim):
        run_without(name, part, replacement, claim, SHORTCUTS)
