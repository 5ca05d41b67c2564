"""The best of several trials, counted; and a claim that fails without its maximum."""

from itertools import combinations
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapters.claims import run_without

SCORES = st.lists(st.floats(0, 1), min_size=3, max_size=8)


def expected_best(scores, n):
    ordered, n_trials = sorted(scores), len(scores)
    terms = [comb(k - 1, n - 1) * ordered[k - 1] for k in range(n, n_trials + 1)]
    return sum(terms) / comb(n_trials, n)


@given(SCORES)
def test_the_expected_best_is_the_mean_over_all_choices(scores):
    """eq-hyperparameters-best, against the list of all choices."""
    for n in range(1, len(scores) + 1):
        best = [max(chosen) for chosen in combinations(scores, n)]
        assert np.isclose(expected_best(scores, n), np.mean(best))


@given(SCORES)
def test_each_further_trial_gains_at_most_as_much_as_the_one_before(scores):
    curve = [expected_best(scores, n) for n in range(1, len(scores) + 1)]
    assert (np.diff(curve) >= -1e-12).all()
    assert (np.diff(curve, 2) <= 1e-12).all()


@pytest.mark.filterwarnings("ignore")
def test_hyperparameters_fails_where_no_luck_is_picked(name):
    part, claim = "(10_000, 30)).max(axis=1)", "luck was not picked"
    with pytest.raises(AssertionError, match=claim):
        run_without(name, part, "(10_000, 30)).mean(axis=1)", claim, {})
