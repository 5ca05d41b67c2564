"""Trained networks as small JSON, for programs in other languages.

A page that recognizes digits needs the weights and nothing else. Each array is stored
as whole numbers of 16 bits and one factor, ``number * scale``, which any language can
read in a line. The largest number of an array keeps four digits, so predictions hardly
change, and 12,000 parameters take 33 kB.

    {"format": "annutils-network", "version": 1, "layers": [
      {"activation": "relu",
       "weights": {"shape": [784, 15], "scale": 3.9e-05, "int16": "..."},
       "bias": {"shape": [15], "scale": 1.2e-05, "int16": "..."}}, ...]}

``int16`` is base64 of little-endian numbers, row by row; `weights` has one row for each
input of the layer, as in Keras. Readers refuse other formats and versions.
"""

import base64
import json
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from annutils.checks import checked_choice
from annutils.files import write_whole
from annutils.losses import LOSSES
from annutils.network.mlp import MultilayerPerceptron

__all__ = ["METADATA", "CompactNetwork", "from_notebook", "read"]

METADATA = "annutils-network"
"""Where the metadata of a notebook's output hold the JSON."""

_HEADER = {"format": "annutils-network", "version": 1}
_LARGEST = 2**15 - 1
_FLOAT32 = np.finfo(np.float32)


@dataclass(frozen=True)
class CompactNetwork:
    """A trained network in the form above; a notebook that shows it keeps its JSON.

    Parameters
    ----------
    record : dict
        The JSON object.

    Raises
    ------
    ValueError
        If the record is of another format or version, or its parts do not fit.
    """

    record: dict

    def __post_init__(self):
        self.network()

    @classmethod
    def of(cls, model):
        """Return the compact form of a trained network.

        Parameters
        ----------
        model : MultilayerPerceptron or keras.Sequential
            One of Keras as `MultilayerPerceptron.from_keras` takes it.

        Returns
        -------
        CompactNetwork

        Raises
        ------
        ValueError
            If the model has another form, or a parameter is NaN or infinite.
        """
        if not isinstance(model, MultilayerPerceptron):
            model = MultilayerPerceptron.from_keras(model)
        layers = [
            {"activation": g.name, "weights": _packed(W), "bias": _packed(b)}
            for g, W, b in zip(
                model.activations, model.weights, model.biases, strict=True
            )
        ]
        return cls({**_HEADER, "layers": layers})

    @property
    def text(self):
        """Return the JSON text that `write` puts in the file; it has no spaces."""
        return json.dumps(self.record, separators=(",", ":"))

    def network(self):
        """Return a new network with these parameters.

        Returns
        -------
        MultilayerPerceptron
            In float32.

        Raises
        ------
        ValueError
            If the record is no exported network.
        """
        try:
            return _network(self.record)
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            reason = f"{type(error).__name__}: {error}"
            raise ValueError(f"Expected an exported network: {reason}") from error

    def write(self, path):
        """Write the JSON to a file, whole or not at all.

        Parameters
        ----------
        path : str or path
            A file there is replaced.

        Raises
        ------
        OSError
            If the file cannot be written.
        """
        write_whole(path, self.text.encode())

    def __repr__(self):
        sizes = [layer["weights"]["shape"][0] for layer in self.record["layers"]]
        sizes += self.record["layers"][-1]["bias"]["shape"]
        units = "-".join(map(str, sizes))
        return f"<network {units}, {len(self.text) / 1000:.1f} kB of JSON>"

    def _repr_mimebundle_(self, include=None, exclude=None):
        # In the output's metadata: programs that show it warn of data they do not know.
        return {"text/plain": repr(self)}, {METADATA: self.record}


def read(path):
    """Return the network in a file of `CompactNetwork.write`.

    Parameters
    ----------
    path : str or path

    Returns
    -------
    CompactNetwork

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If it is no JSON or no exported network; the message names the file.
    """
    text = Path(path).read_bytes()
    try:
        return CompactNetwork(json.loads(text))
    except (RecursionError, ValueError) as error:  # of brackets in brackets in ...
        raise ValueError(f"{path}: {error}") from error


def from_notebook(path):
    """Return the last network among the outputs of a notebook file.

    Parameters
    ----------
    path : str or path

    Returns
    -------
    CompactNetwork

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If it holds no network, or none that can be read.
    """
    try:
        cells = json.loads(Path(path).read_bytes())["cells"]
        outputs = [output for cell in cells for output in cell.get("outputs", ())]
        found = [output.get("metadata", {}).get(METADATA) for output in outputs]
        *_, record = filter(None, found)
        return CompactNetwork(record)
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise ValueError(f"Expected a notebook that shows a network: {path}") from error


def _packed(array):
    """Return an array as numbers of 16 bits and the factor that restores them."""
    largest = float(np.abs(array).max())
    if not math.isfinite(largest):
        raise ValueError("Expected finite parameters, got NaN or infinity.")
    # all zero: any scale will do; and one that float32 rounds to zero divides by it
    scale = max(largest / _LARGEST, _FLOAT32.smallest_normal) if largest else 1.0
    numbers = np.rint(array / scale).astype("<i2")
    text = base64.b64encode(numbers.tobytes()).decode("ascii")
    return {"shape": list(array.shape), "scale": scale, "int16": text}


def _unpacked(packed):
    """Return the array, float32; raise ValueError where the parts do not fit."""
    scale = packed["scale"]
    if not 0 < scale <= _FLOAT32.max / 2**15:
        raise ValueError(f"expected a positive scale of float32, got {scale}")
    numbers = np.frombuffer(base64.b64decode(packed["int16"], validate=True), "<i2")
    numbers = numbers.reshape(packed["shape"])
    if list(numbers.shape) != packed["shape"]:  # -1 stands for any number
        raise ValueError(f"expected shape {numbers.shape}, got {packed['shape']}")
    return (numbers * scale).astype(np.float32)


def _network(record):
    header = {name: record[name] for name in _HEADER}
    if header != _HEADER:
        raise ValueError(f"expected {_HEADER}, got {header}")
    *hidden, output = [layer["activation"] for layer in record["layers"]]
    losses = {loss.output: name for name, loss in LOSSES.items()}
    weights = [_unpacked(layer["weights"]) for layer in record["layers"]]
    network = MultilayerPerceptron(
        [W.shape[0] for W in weights] + [weights[-1].shape[1]],
        activation=hidden,
        loss=checked_choice("last activation", output, losses),
        initializer="zeros",
    )
    for W, b, new, layer in zip(
        network.weights, network.biases, weights, record["layers"], strict=True
    ):
        bias = _unpacked(layer["bias"])
        if (W.shape, b.shape) != (new.shape, bias.shape):
            raise ValueError(f"expected {W.shape}, {b.shape}, got {new.shape}")
        W[...], b[...] = new, bias
    return network
