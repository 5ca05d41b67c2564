"""Which epochs are recorded; the training itself is tested through `train.fit`."""

import pytest

from annutils.experiments.full_batch import recorded_epochs


@pytest.mark.parametrize(
    ("epochs", "every", "expected"),
    [
        (1, 1, [0]),
        (1, 50, [0]),
        (4, 1, [0, 1, 2, 3]),
        (8, 3, [0, 3, 6, 7]),
        (7, 3, [0, 3, 6]),
    ],
)
def test_first_and_last_epoch_are_recorded(epochs, every, expected):
    assert recorded_epochs(epochs, every) == expected
