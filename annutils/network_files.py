"""Networks as files: a NumPy archive (.npz) of arrays and text, without pickle.

Reading such a file runs no code that it may carry. It holds ``settings``, JSON text
with what makes an equal network, and ``W1``, ``b1``, ``W2``, ... in the dtype of the
network.
"""

import io
import json
import zipfile
from pathlib import Path

import numpy as np

from annutils.checks import checked_choice, checked_numbers
from annutils.files import write_whole
from annutils.optimizers import OPTIMIZERS

__all__ = ["load", "save"]


def save(network, path):
    """Write a network to a file, whole or not at all.

    Not kept are the state of the optimizer, the position in the random streams and
    the initializer.

    Parameters
    ----------
    network : MultilayerPerceptron
    path : str or path
        Written as it is named; ".npz" is usual. A file there is replaced.

    Raises
    ------
    ValueError
        If the optimizer is not one of `annutils.optimizers.OPTIMIZERS`, or a parameter
        is NaN or infinite, as after training that diverged.
    OSError
        If the file cannot be written.
    """
    checked_numbers("the parameters", network.theta.vector)
    arrays = {"settings": np.array(json.dumps(_settings(network), default=float))}
    layers = zip(network.weights, network.biases, strict=True)
    for layer, (W, b) in enumerate(layers, start=1):
        arrays |= {f"W{layer}": W, f"b{layer}": b}
    archive = io.BytesIO()
    np.savez(archive, **arrays)
    write_whole(path, archive.getvalue())


def load(cls, path):
    """Return the network in a file.

    Parameters
    ----------
    cls : type
        `annutils.network.MultilayerPerceptron`.
    path : str or path

    Returns
    -------
    MultilayerPerceptron
        Predicts what the saved one predicted, bit by bit.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If it is not a file of `save`, or damaged.
    """
    with Path(path).open("rb") as file:
        try:
            return _read(cls, file)
        except Exception as error:  # a damaged file may cause any
            raise ValueError(f"Expected a saved network in {path}: {error}") from error


def _read(cls, file):
    if not zipfile.is_zipfile(file):
        raise ValueError("it is no .npz archive")
    file.seek(0)
    with np.load(file, allow_pickle=False) as archive:
        arrays = {name: archive[name] for name in archive.files}
    settings = json.loads(str(arrays.pop("settings")))
    name, values = settings.pop("optimizer_name"), settings.pop("optimizer")
    optimizer = checked_choice("optimizer", name, OPTIMIZERS)(**values)
    _check_arrays(arrays, settings["layer_sizes"], settings["dtype"])
    network = cls(initializer="zeros", optimizer=optimizer, **settings)
    for layer, (W, b) in enumerate(zip(network.weights, network.biases, strict=True)):
        W[...], b[...] = arrays[f"W{layer + 1}"], arrays[f"b{layer + 1}"]
    return network


def _settings(network):
    optimizer_name = type(network.optimizer).__name__.lower()
    checked_choice("optimizer of a network to save", optimizer_name, OPTIMIZERS)
    return {
        "layer_sizes": network.layer_sizes,
        "activation": [g.name for g in network.activations[:-1]],
        "loss": network.loss.name,
        "optimizer_name": optimizer_name,
        "optimizer": network.optimizer.settings,
        "l1": network.l1,
        "l2": network.l2,
        "dropout": network.dropout,
        "seed": network.seed,
        "dtype": network.theta.vector.dtype.name,
    }


def _check_arrays(arrays, sizes, dtype):
    """Refuse other arrays than the sizes announce, before memory is reserved."""
    expected = {}
    for layer in range(1, len(sizes)):
        expected[f"W{layer}"] = (sizes[layer - 1], sizes[layer])
        expected[f"b{layer}"] = (sizes[layer],)
    shapes = {name: array.shape for name, array in arrays.items()}
    if shapes != expected:
        raise ValueError(f"expected arrays of shapes {expected}, got {shapes}")
    for name, array in arrays.items():
        if array.dtype != dtype or not np.isfinite(array).all():
            raise ValueError(f"expected finite numbers of {dtype} in {name}")
