"""Networks as files: a NumPy archive (.npz) of arrays and text, without pickle.

Reading such a file runs no code that it may carry, and takes no more memory than the
file is long. It holds ``settings``, JSON text with what makes an equal network and how
far it has learned; ``W1``, ``b1``, ``W2``, ... in the dtype of the network; and
``state1``, ... of the optimizer.
"""

import io
import json
import math
import operator
import zipfile
from itertools import pairwise
from pathlib import Path

import numpy as np

from annutils.checks import checked_choice, checked_numbers
from annutils.files import write_whole
from annutils.network.parameters import checked_sizes
from annutils.network.validation import checked_dtype
from annutils.optimizers import OPTIMIZERS

__all__ = ["load", "save"]


def save(network, path):
    """Write a network to a file, whole or not at all.

    All is kept that learning depends on, also the state of the optimizer and the
    positions in the random streams: a network that is loaded learns as this one does,
    to the last bit. Of an initializer of one's own, the name is kept.

    Parameters
    ----------
    network : MultilayerPerceptron
    path : str or path
        Written as it is named; ".npz" is usual. A file there is replaced.

    Raises
    ------
    ValueError
        If the optimizer is not one of `annutils.optimizers.OPTIMIZERS`, or a parameter
        or a number of its state is NaN or infinite, as after training that diverged,
        or a setting out of range was assigned.
    OSError
        If the file cannot be written.
    """
    checked_numbers("the parameters", network.theta.vector)
    arrays = {"settings": np.array(json.dumps(_settings(network), default=float))}
    layers = zip(network.weights, network.biases, strict=True)
    for layer, (W, b) in enumerate(layers, start=1):
        arrays |= {f"W{layer}": W, f"b{layer}": b}
    for number, array in enumerate(network.optimizer.state, start=1):
        checked_numbers("the optimizer's state", array)
        arrays[f"state{number}"] = array
    archive = io.BytesIO()
    np.savez(archive, **arrays)
    # settings that were assigned since are checked as a new network's are
    _read(type(network), archive)
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
        Predicts and learns as the saved one, bit by bit.

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
    announced = _announced(file)
    file.seek(0)
    with np.load(file, allow_pickle=False) as archive:
        settings = json.loads(str(archive["settings"]))
        progress = settings.pop("progress")
        name, values = settings.pop("optimizer_name"), settings.pop("optimizer")
        optimizer = checked_choice("optimizer", name, OPTIMIZERS)(**values)
        iterations = operator.index(progress["iterations"])
        n_states = optimizer.n_states if iterations else 0
        expected = _expected(settings["layer_sizes"], settings["dtype"], n_states)
        del announced["settings"]
        if announced != expected:
            raise ValueError(f"expected arrays of {expected}, got {announced}")
        arrays = {
            name: checked_numbers(name, archive[name], dtype)
            for name, (_, dtype) in expected.items()
        }
    initializer = settings.pop("initializer")
    network = cls(initializer="zeros", optimizer=optimizer, **settings)
    network.initializer = initializer
    for layer, (W, b) in enumerate(zip(network.weights, network.biases, strict=True)):
        W[...], b[...] = arrays[f"W{layer + 1}"], arrays[f"b{layer + 1}"]
    network.optimizer.iterations = iterations
    network.optimizer.state = [arrays[f"state{n + 1}"] for n in range(n_states)]
    network.order_rng.bit_generator.state = progress["order"]
    network.dropout_rng.bit_generator.state = progress["dropout"]
    return network


def _announced(file):
    """Return shape and dtype of each array, once its bytes are known to be there."""
    announced, n_bytes = {}, file.seek(0, io.SEEK_END)
    with zipfile.ZipFile(file) as archive:
        for entry in archive.infolist():
            name = entry.filename.removesuffix(".npy")
            with archive.open(entry) as member:
                if np.lib.format.read_magic(member) != (1, 0):
                    raise ValueError(f"{name} is of another version")
                shape, _, dtype = np.lib.format.read_array_header_1_0(member)
                size = member.tell() + math.prod(shape) * dtype.itemsize
            if not size == entry.file_size == entry.compress_size <= n_bytes:
                raise ValueError(f"{name} has another size than it announces")
            announced[name] = (shape, dtype.name)
    return announced


def _expected(layer_sizes, dtype, n_states):
    """Return shape and dtype of each array of a network of these sizes."""
    shapes, dtype = {}, checked_dtype(dtype).name
    for layer, (n_in, n_out) in enumerate(pairwise(checked_sizes(layer_sizes)), 1):
        shapes |= {f"W{layer}": (n_in, n_out), f"b{layer}": (n_out,)}
    n_parameters = sum(map(math.prod, shapes.values()))
    shapes |= {f"state{n + 1}": (n_parameters,) for n in range(n_states)}
    return {name: (shape, dtype) for name, shape in shapes.items()}


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
        "initializer": network.initializer,
        "progress": {
            "iterations": network.optimizer.iterations,
            "order": network.order_rng.bit_generator.state,
            "dropout": network.dropout_rng.bit_generator.state,
        },
    }
