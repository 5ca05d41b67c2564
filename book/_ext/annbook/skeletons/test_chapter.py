"""The equations of the chapter ``part/skeleton``, each against an oracle.

The docstring of a test names the equations that it computes, by their labels.
"""

import math

import numpy as np
import pytest

from annutils.activations import sigmoid


def test_a_neuron_answers_with_the_logistic_function_of_its_weighted_sum():
    """eq-skeleton-neuron, against a sum done on paper: 0.5 * 2 - 0.25 * 4 + 1 = 1."""
    a = sigmoid(np.array([0.5, -0.25]) @ np.array([2.0, 4.0]) + 1)
    assert a == pytest.approx(1 / (1 + 1 / math.e))
