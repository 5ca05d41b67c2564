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
input of the layer, as in Keras. Readers should refuse other formats and versions.
"""

import base64
import json
import math
from dataclasses import dataclass

import numpy as np

from annutils.network.mlp import MultilayerPerceptron

__all__ = ["CompactNetwork", "packed"]

_LARGEST = 2**15 - 1
_FLOAT32 = np.finfo(np.float32)


@dataclass(frozen=True)
class CompactNetwork:
    """A trained network in the form above; a notebook that shows it keeps its JSON.

    Parameters
    ----------
    record : dict
        The JSON object; `of` makes it.
    """

    record: dict

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
            {"activation": g.name, "weights": _with_shape(W), "bias": _with_shape(b)}
            for g, W, b in zip(
                model.activations, model.weights, model.biases, strict=True
            )
        ]
        return cls({"format": "annutils-network", "version": 1, "layers": layers})

    @property
    def text(self):
        """The JSON, without spaces."""
        return json.dumps(self.record, separators=(",", ":"))

    def network(self):
        """Return a new network with these parameters.

        Returns
        -------
        MultilayerPerceptron
            In float32.
        """
        layers = [
            (layer["activation"], _unpacked(layer["weights"]), _unpacked(layer["bias"]))
            for layer in self.record["layers"]
        ]
        return MultilayerPerceptron.from_layers(layers)

    def __repr__(self):
        sizes = [layer["weights"]["shape"][0] for layer in self.record["layers"]]
        sizes += self.record["layers"][-1]["bias"]["shape"]
        units = "-".join(map(str, sizes))
        return f"<network {units}, {len(self.text) / 1000:.1f} kB of JSON>"

    def _repr_mimebundle_(self, include=None, exclude=None):
        # In the output's metadata: programs that show it warn of data they do not know.
        return {"text/plain": repr(self)}, {"annutils-network": self.record}


def packed(array):
    """Return an array as whole numbers of 16 bits and the factor that restores them.

    Parameters
    ----------
    array : float array
        Of any shape, which is not kept.

    Returns
    -------
    dict
        "scale", a float, and "int16", base64 of little-endian numbers.

    Raises
    ------
    ValueError
        If a number is NaN or infinite.
    """
    largest = float(np.abs(array).max())
    if not math.isfinite(largest):
        raise ValueError("Expected finite parameters, got NaN or infinity.")
    # all zero: any scale will do; and one that float32 rounds to zero divides by it
    scale = max(largest / _LARGEST, _FLOAT32.smallest_normal) if largest else 1.0
    numbers = np.rint(array / scale).astype("<i2")
    text = base64.b64encode(numbers.tobytes()).decode("ascii")
    return {"scale": scale, "int16": text}


def _with_shape(array):
    return {"shape": list(array.shape)} | packed(array)


def _unpacked(packed):
    """Return the array, float32."""
    numbers = np.frombuffer(base64.b64decode(packed["int16"]), "<i2")
    return (numbers.reshape(packed["shape"]) * packed["scale"]).astype(np.float32)
