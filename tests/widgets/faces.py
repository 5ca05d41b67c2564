"""The figures with small data, and Node."""

import shutil
import subprocess

import numpy as np
import pytest

from annutils import widgets
from annutils.network import MultilayerPerceptron
from annutils.network.compact import CompactNetwork

FACES = sorted(set(widgets.__all__) - {"Figure"})
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
    arguments = {
        "bag": (["good", "not", "bad", "at", "all"], [0.1, -0.2, -0.6, 0, 0.1], 0.05),
        "digits": (CompactNetwork.of(network), images, [3, 7]),
        "hebb": (np.random.default_rng(0).normal(size=(40, 2)) * [1.5, 0.5],),
        "pairing": ([14, 17, 16, 18.5], [13, 16.5, 14, 17]),
        "resampling": small_samples(),
        "regularization": (small_tries(), np.array([[0.0, 1.0], [2.0, 3.0]]), [0, 1]),
        "trials": trained(),
    }
    return getattr(widgets, name)(*arguments.get(name, ()))


def small_samples():
    """Return what the figure of other samples takes: networks that learned nothing."""
    pairs = [(units, size) for units in (1, 5, 20) for size in (25, 200, 800)]
    networks = {
        (units, size): [
            MultilayerPerceptron(
                [2, units, 1], activation="tanh", loss="binary_crossentropy", seed=seed
            )
            for seed in range(10)
        ]
        for units, size in pairs
    }
    X, y = np.arange(420.0).reshape(210, 2), np.arange(210) % 2
    sets = {size: [(X, y)] * 10 for size in (25, 200, 800)}
    parts = {pair: (0.01 * pair[0], 1 / pair[1]) for pair in pairs}
    return networks, sets, parts, lambda places: places[:, 0]


def small_tries():
    """Return tries of remedies by networks that learned nothing.

    On new samples, the second of three strengths errs less than the first, and the
    third as much as the second on one of two training sets.
    """
    networks = [
        MultilayerPerceptron(
            [2, 2, 1], activation="tanh", loss="binary_crossentropy", seed=seed
        )
        for seed in (0, 1)
    ]
    errors = {0: (20, 22), 0.1: (10, 12.1), 0.5: (15, 12.1)}
    return {
        name: {
            strength: [
                (net, 5.0, error) for net, error in zip(networks, new, strict=True)
            ]
            for strength, new in errors.items()
        }
        for name in ("l2", "dropout", "stop")
    }


def trained():
    """Return what the figure of trials takes; the best on two sets fail on one."""
    rates, units = np.geomspace(0.001, 3, 9), np.geomspace(8, 64, 7)
    place = np.arange(63)
    return rates, units, np.column_stack([place, place, (place + 32) % 63])
