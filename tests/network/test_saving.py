"""Saving and loading without pickle, and what damaged files do."""

import json

import numpy as np
import pytest

from annutils.network import MultilayerPerceptron
from annutils.optimizers import SGD, Adam

X = np.random.default_rng(0).normal(size=(9, 4)).astype(np.float32)


def network(**options):
    return MultilayerPerceptron([4, 5, 6, 3], activation=["gelu", "tanh"], **options)


@pytest.fixture
def saved(tmp_path):
    network().save(tmp_path / "network.npz")
    return tmp_path / "network.npz"


def rewrite(path, changes):
    """Change entries of a saved network; None removes one."""
    with np.load(path) as archive:
        entries = dict(archive) | changes
    np.savez(
        path, **{name: value for name, value in entries.items() if value is not None}
    )


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"optimizer": SGD(0.3, momentum=0.5, nesterov=True), "dtype": "float64"},
        {"optimizer": Adam(np.float32(0.25)), "l1": 0.1, "l2": 0.2, "dropout": 0.5},
        {"loss": "mean_squared_error", "seed": 5},
    ],
)
def test_a_loaded_network_is_the_saved_one(options, tmp_path):
    ours = network(**options)
    ours.save(tmp_path / "a network")
    loaded = MultilayerPerceptron.load(tmp_path / "a network")
    np.testing.assert_array_equal(loaded.predict(X), ours.predict(X))
    assert loaded.optimizer == ours.optimizer
    for name in ("layer_sizes", "activations", "loss", "l1", "l2", "dropout", "seed"):
        assert getattr(loaded, name) == getattr(ours, name)


def test_a_file_is_replaced_and_nothing_else_is_left(saved):
    network(seed=1).save(saved)
    assert MultilayerPerceptron.load(saved).seed == 1
    assert [path.name for path in saved.parent.iterdir()] == ["network.npz"]


def test_a_failed_save_leaves_the_old_file(saved, monkeypatch):
    before = saved.read_bytes()

    def full_disk(path, content):
        path.touch()
        raise OSError("no space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full_disk)
    with pytest.raises(OSError, match="no space"):
        network(seed=1).save(saved)
    assert saved.read_bytes() == before
    assert len(list(saved.parent.iterdir())) == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"theta": None}, "theta"),
        ({"theta": np.zeros(5)}, "Expected a vector of shape"),
        ({"theta": np.full(82, np.nan)}, "finite numbers in theta"),
        ({"theta": np.array([print], dtype=object)}, "allow_pickle=False"),
        ({"settings": None}, "settings"),
        ({"settings": np.array("{")}, "Expecting property name"),
    ],
)
def test_entries_that_do_not_fit_are_refused(saved, changes, message):
    rewrite(saved, changes)
    with pytest.raises(ValueError, match=f"saved network in .*{message}"):
        MultilayerPerceptron.load(saved)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"loss": "hinge"}, "loss to be one of"),
        ({"layer_sizes": [4, 0]}, "layer size of 1 or more"),
        ({"optimizer": {"name": "adagrad"}}, "optimizer to be one of"),
        ({"optimizer": {"name": "sgd", "learning_rate": -1}}, "learning_rate"),
        ({"import": "os"}, "unexpected keyword"),
    ],
)
def test_settings_that_do_not_fit_are_refused(saved, changes, message):
    with np.load(saved) as archive:
        settings = json.loads(str(archive["settings"]))
    rewrite(saved, {"settings": np.array(json.dumps(settings | changes))})
    with pytest.raises(ValueError, match=message):
        MultilayerPerceptron.load(saved)


def test_a_small_file_that_unfolds_to_a_large_one_is_refused(saved):
    with np.load(saved) as archive:
        np.savez_compressed(saved, **archive)
    with pytest.raises(ValueError, match="is compressed"):
        MultilayerPerceptron.load(saved)


@pytest.mark.parametrize("iterations", ["3", None, 1.5])
def test_a_count_of_updates_that_is_none_is_refused(saved, iterations):
    with np.load(saved) as archive:
        settings = json.loads(str(archive["settings"]))
    settings["progress"]["iterations"] = iterations
    rewrite(saved, {"settings": np.array(json.dumps(settings))})
    with pytest.raises(ValueError, match="saved network in"):
        MultilayerPerceptron.load(saved)


@pytest.mark.parametrize("n_bytes", [0, 10, 400])
def test_a_file_cut_short_is_refused(saved, n_bytes):
    saved.write_bytes(saved.read_bytes()[:n_bytes])
    with pytest.raises(ValueError, match="saved network in"):
        MultilayerPerceptron.load(saved)


def test_a_missing_file_is_reported_as_missing(tmp_path):
    with pytest.raises(FileNotFoundError):
        MultilayerPerceptron.load(tmp_path / "network.npz")


def test_an_optimizer_of_ones_own_cannot_be_saved(tmp_path):
    class Mine(SGD):
        """A rule that a file could not name."""

    with pytest.raises(ValueError, match="optimizer of a network to save"):
        network(optimizer=Mine()).save(tmp_path / "network.npz")
    assert not list(tmp_path.iterdir())


def test_parameters_that_are_no_numbers_cannot_be_saved(tmp_path):
    ours = network()
    ours.biases[0][0] = np.nan
    with pytest.raises(ValueError, match="finite numbers in the parameters"):
        ours.save(tmp_path / "network.npz")
    assert not list(tmp_path.iterdir())
