"""The equations of the chapter ``fundamentals/anatomy``, each against an oracle.

The docstring of a test names the equations that it computes, by their labels.
"""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import pyplot as plt

from annutils.activations import ACTIVATIONS
from annutils.network import MultilayerPerceptron
from chapters.claims import code_of, run_for
from chapters.counting import counted_passes
from chapters.fundamentals.units import network, samples

SIZES = st.lists(st.integers(1, 6), min_size=2, max_size=5)


@pytest.mark.parametrize("name", ["identity", "relu", "tanh"])
def test_a_unit_computes_a_weighted_sum_with_a_bias_and_an_activation(name):
    """eq-anatomy-unit, against a sum term by term."""
    unit, x = network([4, 1, 1], name), samples(1, 4)
    z = sum(w * value for w, value in zip(unit.weights[0][:, 0], x[0], strict=True))
    trace = unit.forward(x)
    assert trace.Z[1].item() == pytest.approx(z + unit.biases[0].item())
    assert trace.A[1].item() == ACTIVATIONS[name].value(trace.Z[1]).item()


def telephone():
    """Return the network of the telephone company."""
    made = network([2, 3, 1], "relu")
    made.weights[0][...] = [[1, 0, 1], [0, 1, 1]]
    made.biases[0][...] = [-3, -10, -20]
    made.weights[1][...] = [[2], [1], [-0.5]]
    made.biases[1][...] = 8
    return made


@given(st.integers(0, 40), st.integers(0, 60))
def test_the_telephone_network_charges_what_the_rules_say(hours, gigabytes):
    """eq-anatomy-tariff, against the rules as a shop assistant would apply them."""
    price = 8.0
    for hour in range(hours):
        price += 2 if hour >= 3 else 0
    for gigabyte in range(gigabytes):
        price += 1 if gigabyte >= 10 else 0
    if hours + gigabytes > 20:
        price -= 0.5 * (hours + gigabytes - 20)
    assert telephone().predict([[hours, gigabytes]]).item() == price


def test_the_forward_pass_by_hand_is_that_of_the_network():
    """Said before eq-anatomy-batch, on paper."""
    trace = telephone().forward([[5, 12]])
    assert trace.Z[1].tolist() == [[2, 2, -3]]
    assert trace.A[1].tolist() == [[2, 2, 0]]
    assert trace.A[2].tolist() == [[14]]


@given(SIZES, st.sampled_from(["tanh", "relu"]), st.integers(0, 9))
def test_a_layer_of_one_sample_is_computed_unit_by_unit(layer_sizes, name, seed):
    """Said before eq-anatomy-batch, against loops over layers, units and inputs."""
    made = network(layer_sizes, name, seed=seed)
    a = samples(1, layer_sizes[0], seed)[0].tolist()
    trace = made.forward([a])
    layers = zip(made.weights, made.biases, made.activations, strict=True)
    for number, (W, b, g) in enumerate(layers, start=1):
        z = [b[k] + sum(a[j] * W[j, k] for j in range(len(a))) for k in range(len(b))]
        assert trace.Z[number][0] == pytest.approx(z)
        a = [g.value(value).item() for value in z]
        assert trace.A[number][0] == pytest.approx(a)


@given(SIZES, st.integers(1, 7), st.randoms(use_true_random=False))
def test_a_batch_is_its_samples_one_by_one_in_any_order(layer_sizes, m, random):
    """eq-anatomy-batch, against batches of one sample, and permuted."""
    made, X = network(layer_sizes, "tanh"), samples(m, layer_sizes[0])
    A = made.forward(X).A[-1]
    assert A.shape == (m, layer_sizes[-1])
    alone = [made.forward(x[None]).A[-1][0] for x in X]
    assert pytest.approx(np.array(alone)) == A
    order = random.sample(range(m), m)
    assert made.forward(X[order]).A[-1] == pytest.approx(A[order])


@given(SIZES)
def test_a_layer_has_a_weight_for_each_input_of_a_unit_and_a_bias(layer_sizes):
    """eq-anatomy-count, against the arrays of a network."""
    made = network(layer_sizes)
    for layer, (n_in, n_out) in enumerate(pairwise(layer_sizes)):
        size = made.weights[layer].size + made.biases[layer].size
        assert size == (n_in + 1) * n_out


def test_the_digit_network_has_11935_parameters():
    """eq-anatomy-count, on paper: 785 times 15 and 16 times 10."""
    digits = MultilayerPerceptron([784, 15, 10])
    assert digits.n_parameters == 785 * 15 + 16 * 10 == 11_935


@given(st.integers(1, 6), st.integers(0, 9))
def test_the_output_is_the_sum_of_what_each_unit_adds(n_hidden, seed):
    """eq-anatomy-contributions, against networks with only one of the units left."""
    made, X = network([2, n_hidden, 1], "relu", seed=seed), samples(5, 2)
    alone = []
    for k in range(n_hidden):
        one = network([2, 1, 1], "relu")
        one.weights[0][...] = made.weights[0][:, [k]]
        one.biases[0][...] = made.biases[0][k]
        one.weights[1][...] = made.weights[1][k]
        one.biases[1][...] = 0
        alone.append(one.forward(X).Z[2])
    assert made.forward(X).Z[2] == pytest.approx(sum(alone) + made.biases[1])


def test_a_forward_pass_multiplies_once_by_each_weight():
    """A claim of "What a forward pass costs", counted."""
    forward, _ = counted_passes([784, 15, 10], 3)
    assert forward == 3 * 11_910


def test_the_boundary_drawn_has_a_corner_for_each_of_three_units(name):
    moons = run_for(code_of(name), "moons.fit")["moons"]
    a, b = np.meshgrid(np.linspace(-2, 3, 401), np.linspace(-1.5, 2, 401))
    z = moons.forward(np.column_stack([a.ravel(), b.ravel()])).Z[-1].reshape(a.shape)
    (line,) = plt.contour(a, b, z, [0]).allsegs[0]
    active = moons.forward(line).Z[1] > 0  # (points, 4)
    corners = np.argwhere(active[1:] != active[:-1])
    assert sorted(unit for _, unit in corners.tolist()) == [0, 2, 3]
