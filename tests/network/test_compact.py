"""Compact networks: round trip, size, and what damaged records do."""

import base64

import numpy as np
import pytest

from annutils.network import MultilayerPerceptron
from annutils.network.compact import CompactNetwork

X = np.random.default_rng(0).normal(size=(200, 6)).astype(np.float32)


def network(loss="categorical_crossentropy", n_outputs=3):
    return MultilayerPerceptron(
        [6, 5, 4, n_outputs], activation=["gelu", "tanh"], loss=loss, seed=1
    )


@pytest.mark.parametrize(
    ("loss", "n_outputs"),
    [
        ("categorical_crossentropy", 3),
        ("binary_crossentropy", 1),
        ("mean_squared_error", 2),
    ],
)
def test_predictions_survive_the_round_trip(loss, n_outputs):
    ours = network(loss, n_outputs)
    back = CompactNetwork.of(ours).network()
    np.testing.assert_allclose(
        back.forward(X).A[-1], ours.forward(X).A[-1], rtol=0, atol=1e-3
    )


def test_every_weight_is_off_by_half_a_step_at_most():
    ours = network()
    back = CompactNetwork.of(ours).network()
    for W, W_back in zip(ours.weights, back.weights, strict=True):
        step = np.abs(W).max() / 32767
        np.testing.assert_allclose(W_back, W, rtol=1e-6, atol=0.5001 * step)


def test_the_format_is_the_documented_one():
    record = CompactNetwork.of(network()).record
    weights = record["layers"][0]["weights"]
    numbers = np.frombuffer(base64.b64decode(weights["int16"]), "<i2")
    W = numbers.reshape(6, 5) * weights["scale"]  # row by row
    np.testing.assert_allclose(W, network().weights[0], atol=weights["scale"])
    assert (record["format"], record["version"]) == ("annutils-network", 1)
    assert [layer["activation"] for layer in record["layers"]] == [
        "gelu",
        "tanh",
        "softmax",
    ]


def test_the_digit_network_takes_less_than_40_kilobytes():
    small = CompactNetwork.of(MultilayerPerceptron([784, 15, 10]))
    assert len(small.text.encode()) < 40_000
    assert " " not in small.text
    assert repr(small).startswith("<network 784-15-10, ")


def test_a_network_of_zeros_is_exported():
    ours = MultilayerPerceptron([6, 3], initializer="zeros")
    back = CompactNetwork.of(ours).network()
    assert not back.theta.vector.any()


def test_the_smallest_weights_stay_small():
    ours = network()
    ours.weights[0][...] = 1e-43  # below the normal range of float32
    exported = CompactNetwork.of(ours).network()
    np.testing.assert_allclose(exported.weights[0], 0, atol=1e-37)


def test_parameters_that_are_no_numbers_are_refused():
    ours = network()
    ours.biases[0][0] = np.nan
    with pytest.raises(ValueError, match="finite parameters"):
        CompactNetwork.of(ours)


def test_a_notebook_keeps_what_it_shows():
    shown = CompactNetwork.of(network())
    data, metadata = shown._repr_mimebundle_()
    assert data == {"text/plain": repr(shown)}
    assert metadata == {"annutils-network": shown.record}
