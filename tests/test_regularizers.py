"""L1 and L2 penalties are those of Keras, and their gradients fit."""

import numpy as np
import pytest

from annutils.experiments import train
from annutils.regularizers import add_penalty_gradient, weight_penalty

train.silence_tensorflow()
import keras  # noqa: E402

WEIGHTS = [np.array([[1.0, -2.0], [0.0, 3.0]]), np.array([[0.5], [-0.5]])]
RATES = [(0.1, 0.0), (0.0, 0.2), (0.1, 0.2)]


def test_penalties_are_right_on_paper():
    assert weight_penalty(WEIGHTS, l1=0.1) == pytest.approx(0.7)
    assert weight_penalty(WEIGHTS, l2=0.1) == pytest.approx(1.45)
    assert weight_penalty(WEIGHTS) == 0


@pytest.mark.parametrize(("l1", "l2"), RATES)
def test_a_penalty_is_the_one_of_keras(l1, l2):
    in_keras = keras.regularizers.L1L2(l1=l1, l2=l2)
    expected = sum(float(in_keras(W)) for W in WEIGHTS)
    assert weight_penalty(WEIGHTS, l1, l2) == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize(("l1", "l2"), RATES)
def test_the_gradient_is_added_and_zero_at_the_kink(l1, l2):
    gradients = [np.ones_like(W) for W in WEIGHTS]
    add_penalty_gradient(gradients, WEIGHTS, l1, l2)
    for gradient, W in zip(gradients, WEIGHTS, strict=True):
        np.testing.assert_allclose(gradient, 1 + l1 * np.sign(W) + 2 * l2 * W)
    assert gradients[0][1, 0] == 1
