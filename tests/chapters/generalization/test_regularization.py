"""A claim that stops holding stops the chapter, with a sentence that says which."""

import pytest

from chapters.claims import run_without

# Two of the seeds, and nothing of runs that the claim does not need.
SHORTCUTS = {
    "seeds = range(10, 22)": "seeds = 10, 12",
    '"decay", "dropout", "early stopping", "more data"]': '"dropout"]',
}
NO_GAIN = "no longer lowers the loss"


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
            *('compare("dropout", dropout=0.25)', 'compare("dropout")', NO_GAIN),
            marks=pytest.mark.weekly,
        ),
        pytest.param(
            *("updates=1000", "updates=100", "50 units are not wild now"),
            marks=pytest.mark.weekly,
        ),
    ],
    ids=["forward", "backward", "L2", "mask", "Keras", "gain", "wild"],
)
def test_regularization_fails_without_its_parts(name, part, replacement, claim):
    with pytest.raises(AssertionError, match=claim):
        run_without(name, part, replacement, claim, SHORTCUTS)
