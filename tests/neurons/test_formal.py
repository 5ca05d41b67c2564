"""The formal neuron against truth tables."""

import numpy as np
import pytest

from annutils.neurons import FormalNeuron

PAIRS = [[0, 0], [0, 1], [1, 0], [1, 1]]
XOR = [0, 1, 1, 0]


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
        ([0, 1], r"\(n_samples, 2\), got \(2,\)"),
        ([[0, 1, 1]], r"got \(1, 3\)"),
        (np.empty((0, 2)), r"got \(0, 2\)"),
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


def test_the_weights_of_a_formal_neuron_are_its_own():
    weights = np.array([1.0, 1.0])
    neuron = FormalNeuron(weights, 2)
    weights[0] = 0
    assert neuron.predict([[1, 1]]).tolist() == [1]


def test_a_formal_neuron_shows_the_call_that_makes_it():
    assert repr(FormalNeuron([1, -1], 1)) == "FormalNeuron([1.0, -1.0], threshold=1.0)"


@pytest.mark.parametrize("data", [np.ma.ones((4, 2)), {1}, iter([[1, 2]])])
def test_what_is_no_array_is_refused_by_name(data):
    for use in (
        lambda: FormalNeuron([1, 1], 1).predict(data),
        lambda: FormalNeuron(data, 1),
    ):
        with pytest.raises(TypeError, match="as an array, got a"):
            use()
