"""Compact networks: round trip, size, and what damaged records do."""

import base64
import copy
import json

import numpy as np
import pytest

from annutils.network import MultilayerPerceptron, compact

X = np.random.default_rng(0).normal(size=(200, 6)).astype(np.float32)


def network(loss="categorical_crossentropy", n_outputs=3):
    return MultilayerPerceptron(
        [6, 5, 4, n_outputs], activation=["gelu", "tanh"], loss=loss, seed=1
    )


@pytest.fixture
def record():
    return copy.deepcopy(compact.CompactNetwork.of(network()).record)


@pytest.mark.parametrize(
    ("loss", "n_outputs"),
    [
        ("categorical_crossentropy", 3),
        ("binary_crossentropy", 1),
        ("mean_squared_error", 2),
    ],
)
def test_predictions_survive_the_round_trip(loss, n_outputs, tmp_path):
    ours = network(loss, n_outputs)
    compact.CompactNetwork.of(ours).write(tmp_path / "network.json")
    back = compact.read(tmp_path / "network.json").network()
    np.testing.assert_allclose(
        back.forward(X).A[-1], ours.forward(X).A[-1], rtol=0, atol=1e-3
    )


def test_every_weight_is_off_by_half_a_step_at_most():
    ours = network()
    back = compact.CompactNetwork.of(ours).network()
    for W, W_back in zip(ours.weights, back.weights, strict=True):
        step = np.abs(W).max() / 32767
        np.testing.assert_allclose(W_back, W, rtol=1e-6, atol=0.5001 * step)


def test_the_format_is_the_documented_one(record):
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
    small = compact.CompactNetwork.of(MultilayerPerceptron([784, 15, 10]))
    assert len(small.text.encode()) < 40_000
    assert repr(small).startswith("<network 784-15-10, ")


def test_a_network_of_zeros_is_exported():
    ours = MultilayerPerceptron([6, 3], initializer="zeros")
    back = compact.CompactNetwork.of(ours).network()
    assert not back.theta.vector.any()


def test_the_smallest_weights_stay_small():
    ours = network()
    ours.weights[0][...] = 1e-43  # below the normal range of float32
    exported = compact.CompactNetwork.of(ours).network()
    np.testing.assert_allclose(exported.weights[0], 0, atol=1e-37)


def test_parameters_that_are_no_numbers_are_refused():
    ours = network()
    ours.biases[0][0] = np.nan
    with pytest.raises(ValueError, match="finite parameters"):
        compact.CompactNetwork.of(ours)


@pytest.mark.parametrize(
    ("place", "value", "message"),
    [
        (["format"], "onnx", "annutils-network"),
        (["version"], 2, "'version': 1"),
        (["layers"], [], "Expected an exported network"),
        (["layers", 0, "activation"], "sine", "sine"),
        (["layers", 2, "activation"], "relu", "last activation"),
        (["layers", 0, "weights", "int16"], "AAAA!", "Expected an exported network"),
        (["layers", 0, "weights", "int16"], "AAA=", "reshape"),
        (["layers", 0, "weights", "scale"], 0, "positive scale"),
        (["layers", 0, "weights", "scale"], 1e38, "positive scale of float32"),
        (["layers", 0, "weights", "scale"], float("nan"), "positive scale"),
        (["layers", 0, "weights", "shape"], [5, 6], "expected"),
        (["layers", 0, "weights", "shape"], [6, -1], r"got \[6, -1\]"),
        (["layers", 0, "weights", "shape"], None, "Expected an exported network"),
        (["layers", 1, "bias"], None, "Expected an exported network"),
    ],
)
def test_a_record_that_does_not_fit_is_refused(record, place, value, message):
    *path, last = place
    part = record
    for key in path:
        part = part[key]
    part[last] = value
    with pytest.raises(ValueError, match=message):
        compact.CompactNetwork(record)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"text"', "{}", "[" * 9999])
def test_a_damaged_file_is_named(tmp_path, text):
    path = tmp_path / "network.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"network\.json"):
        compact.read(path)


def test_a_missing_file_is_reported_as_missing(tmp_path):
    with pytest.raises(FileNotFoundError):
        compact.read(tmp_path / "network.json")


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "network.json"
    path.write_text("old", encoding="utf-8")

    def refuse(*_):
        raise OSError("no space left on device")

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(OSError, match="no space"):
        compact.CompactNetwork.of(network()).write(path)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_notebook_keeps_what_it_shows(tmp_path):
    shown = compact.CompactNetwork.of(network())
    data, metadata = shown._repr_mimebundle_()
    output = {"output_type": "execute_result", "data": data, "metadata": metadata}
    cells = [{"cell_type": "markdown"}, {"outputs": [{"text": "a"}, output]}]
    path = tmp_path / "chapter.ipynb"
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    assert compact.from_notebook(path).record == shown.record


@pytest.mark.parametrize("text", ['{"cells": [{"outputs": []}]}', "[" * 9999])
def test_a_notebook_without_a_network_is_refused(tmp_path, text):
    path = tmp_path / "chapter.ipynb"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"shows a network: .*chapter\.ipynb"):
        compact.from_notebook(path)
