"""Differences within a seed, and claims that a part which is missing stops."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annutils.experiments import Spread
from chapters.claims import code_of, run_without

# Two of the seeds, and nothing of runs that the claim does not need.
SHORTCUTS = {
    "seeds, rows = range(10, 22), []": "seeds, rows = (10, 12), []",
    '["L1", "L2", "decay", "dropout", "early stopping", "more data"]': '["dropout"]',
    # Cells that only call `compare` are left out, and these two are needed.
    "wide[after] - wide[before]))": """wide[after] - wide[before]))

compare("no remedy")
compare("L1", l1=0.001)""",
}
ERRORS = st.lists(st.floats(0, 50), min_size=3, max_size=8)


@given(luck=ERRORS, effect=st.floats(-3, 3))
def test_the_luck_of_a_seed_cancels_in_a_paired_difference(luck, effect):
    before, after = np.array(luck), np.array(luck) + effect
    low, high = Spread(tuple(after - before)).interval
    assert low == pytest.approx(effect, abs=1e-9)
    assert high == pytest.approx(effect, abs=1e-9)


def test_both_chapters_have_the_same_gradient():
    texts = [
        "\n".join(code_of(f"generalization/{n}"))
        for n in ("regularization", "combining")
    ]
    first, second = (
        text.partition("def gradient(")[2].partition("return dW1")[0] for text in texts
    )
    assert first == second != ""


@pytest.mark.weekly
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("part", "replacement", "claim"),
    [
        (
            'compare("dropout", dropout=0.25)',
            'compare("dropout")',
            "no longer lowers the loss",
        ),
    ],
    ids=["gain"],
)
def test_combining_fails_without_its_parts(name, part, replacement, claim):
    with pytest.raises(AssertionError, match=claim):
        run_without(name, part, replacement, claim, SHORTCUTS)
