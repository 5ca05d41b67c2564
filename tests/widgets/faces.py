"""The figures with small data, and Node."""

import shutil
import subprocess

import numpy as np
import pytest

from annutils import widgets
from annutils.network import MultilayerPerceptron
from annutils.network.compact import CompactNetwork

FACES = sorted(set(widgets.__all__) - {"Figure", "regularization_runs"})
GRID = {"size": (2,), "l1": (0, 0.01), "l2": (0,), "dropout": (0,)}
NODE = shutil.which("node")
needs_node = pytest.mark.skipif(
    not NODE, reason="needs Node; on Debian: apt-get install nodejs"
)


def node(*arguments, **options):
    """Run Node and return what it prints."""
    return subprocess.run(  # noqa: S603
        [NODE, *arguments], capture_output=True, text=True, check=True, **options
    ).stdout


def made(name):
    """Return the figure of that name, with its settings at first and small data."""
    network = MultilayerPerceptron([784, 3, 10])
    images = np.arange(2 * 784, dtype=np.uint8).reshape(2, 28, 28)
    runs = widgets.regularization_runs(small_run, GRID, seeds=(0, 1))
    arguments = {
        "digits": (CompactNetwork.of(network), images, [3, 7]),
        "regularization": (runs, np.array([[0.0, 1.0], [2.0, 3.0]]), [0, 1]),
    }
    return getattr(widgets, name)(*arguments.get(name, ()))


def small_run(seed, size, **settings):
    """Return a network that learned nothing, and two errors that depend on the seed."""
    network = MultilayerPerceptron(
        [2, size, 1],
        activation="tanh",
        loss="binary_crossentropy",
        seed=seed,
        **settings,
    )
    return network, 0.1 * seed, 0.2
