"""A copied network, gradient or optimizer goes on as the original would."""

import copy
import multiprocessing
import pickle

import joblib
import numpy as np
import pytest
from numpy.testing import assert_array_equal

from annutils.data import make_moons
from annutils.network import MultilayerPerceptron
from annutils.network.parameters import ParameterVector
from annutils.optimizers import OPTIMIZERS, SGD, Adam, RMSprop

X, Y = make_moons(60, seed=0)
OPTIONS = {"loss": "binary_crossentropy", "dropout": 0.2, "l2": 0.01}
RULES = [SGD(0.1), SGD(0.1, momentum=0.9, nesterov=True), "rmsprop", Adam(), "adamw"]


def through_pickle(protocol):
    return lambda thing: pickle.loads(pickle.dumps(thing, protocol))  # noqa: S301


COPIES = {"copy": copy.copy, "deepcopy": copy.deepcopy} | {
    f"pickle {protocol}": through_pickle(protocol)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1)
}
by_copies = pytest.mark.parametrize("copied", COPIES.values(), ids=COPIES)


def trained(optimizer="rmsprop", epochs=2):
    network = MultilayerPerceptron([2, 8, 1], optimizer=optimizer, **OPTIONS)
    network.fit(X, Y, epochs=epochs)
    return network


def learn(network):
    return network.fit(X, Y, epochs=3), network.theta.vector


def assert_learns_alike(other, network):
    """Train both, the copy first, and compare every bit."""
    before = network.theta.vector.copy()
    assert repr(other) == repr(network)
    history, theta = learn(other)
    assert_array_equal(network.theta.vector, before)  # nothing is shared
    assert history == learn(network)[0]
    assert_array_equal(theta, network.theta.vector)
    assert not np.array_equal(theta, before)


@by_copies
@pytest.mark.parametrize("optimizer", RULES, ids=repr)
def test_a_copy_learns_as_the_original_to_the_last_bit(copied, optimizer):
    network = trained(optimizer)
    assert_learns_alike(copied(network), network)


@by_copies
def test_a_network_copied_before_training_learns_alike(copied):
    network = MultilayerPerceptron([2, 8, 1], **OPTIONS)
    assert_learns_alike(copied(network), network)


@pytest.mark.parametrize("optimizer", RULES, ids=repr)
@pytest.mark.parametrize("epochs", [0, 2])
def test_a_loaded_network_learns_as_the_saved_one(tmp_path, optimizer, epochs):
    network = MultilayerPerceptron([2, 8, 1], optimizer=optimizer, **OPTIONS)
    if epochs:
        network.fit(X, Y, epochs=epochs)
    network.save(tmp_path / "network.npz")
    assert_learns_alike(MultilayerPerceptron.load(tmp_path / "network.npz"), network)


def test_a_network_sent_to_another_process_learns_alike():
    network = trained()
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        history, theta = pool.apply(learn, (network,))
    assert history == learn(network)[0]
    assert_array_equal(theta, network.theta.vector)


def test_a_network_in_a_file_open_for_reading_alone_learns(tmp_path):
    network = trained()  # so joblib hands large arrays to its processes
    joblib.dump(network, tmp_path / "network")
    other = joblib.load(tmp_path / "network", mmap_mode="r")
    assert_learns_alike(other, network)


@by_copies
def test_the_weights_of_a_copy_are_views_of_its_vector(copied):
    network = trained()
    other = copied(network)
    other.weights[0][...] = 7
    assert (other.theta.vector[:16] == 7).all()
    assert not (network.theta.vector == 7).any()


@by_copies
def test_the_parts_of_a_copied_gradient_are_views_of_its_vector(copied):
    network = trained()
    gradient = network.backward(Y, network.forward(X))
    other = copied(gradient)
    assert_array_equal(other.vector, gradient.vector)
    other.vector[...] = 0
    assert not any(part.any() for part in (*other.weights, *other.biases))
    assert gradient.vector.any()


@by_copies
@pytest.mark.parametrize("name", OPTIMIZERS)
def test_a_copied_optimizer_goes_on_alone(copied, name):
    rng = np.random.default_rng(0)
    optimizer, theta = OPTIMIZERS[name](), np.ones(3)
    optimizer.update(theta, rng.normal(size=3))
    other, theirs, gradient = copied(optimizer), theta.copy(), rng.normal(size=3)
    for _ in range(2):
        other.update(theirs, gradient)
    assert optimizer.iterations == 1
    for _ in range(2):
        optimizer.update(theta, gradient)
    assert_array_equal(theirs, theta)


def test_a_pickled_optimizer_takes_no_working_memory_along():
    optimizer, theta = RMSprop(), np.ones(10_000)
    optimizer.update(theta, theta.copy())
    assert len(pickle.dumps(optimizer)) < 1.1 * theta.nbytes


def test_an_initializer_that_has_no_place_in_a_file_hinders_no_pickling():
    network = MultilayerPerceptron([2, 3], initializer=lambda *n: np.ones(n[:2]))
    assert repr(through_pickle(5)(network)) == repr(network)


@pytest.mark.parametrize(
    "call",
    [
        "MultilayerPerceptron([784, 15, 10])",
        "MultilayerPerceptron([2, 4, 3, 1], activation=['tanh', 'gelu'], "
        "loss='binary_crossentropy', optimizer=SGD(learning_rate=0.1, momentum=0.0, "
        "nesterov=False), initializer='he_normal', l1=0.1, l2=0.2, dropout=0.5, "
        "seed=3, dtype='float64')",
        "MultilayerPerceptron([2, 4, 3], activation='tanh', optimizer='adam')",
        "MultilayerPerceptron([4, 2], loss='mean_squared_error')",
        "ParameterVector([2, 3, 1], 'float64')",
    ],
)
def test_a_network_shows_the_call_that_makes_it(call):
    classes = (MultilayerPerceptron, ParameterVector, SGD)
    names = {each.__name__: each for each in classes}
    assert repr(eval(call, names)) == call  # noqa: S307 - the calls above


def test_what_a_network_holds_is_shown_without_addresses():
    network = trained()
    shown = [network.loss, network.activations, network.forward(X), network.optimizer]
    assert [*map(repr, shown)] == [
        "LOSSES['binary_crossentropy']",
        "[ACTIVATIONS['relu'], ACTIVATIONS['sigmoid']]",
        "<Trace of 60 samples through 2-8-1>",
        "RMSprop(learning_rate=0.001, rho=0.9, epsilon=1e-07)",
    ]


class OneUnit(MultilayerPerceptron):
    """A network with a constructor of its own."""

    def __init__(self, n_inputs):
        super().__init__([n_inputs, 1], loss="mean_squared_error")


@by_copies
def test_a_class_derived_from_the_network_is_copied_and_shown(copied):
    network = OneUnit(3)
    other = copied(network)
    assert type(other) is OneUnit
    assert repr(other) == repr(network)
    assert repr(network).startswith("OneUnit(layer_sizes=[3, 1], ")


def test_parameters_that_are_no_floats_have_no_vector():
    with pytest.raises(TypeError, match="dtype of floats, got"):
        ParameterVector([2, 1], int)


def test_numbers_assigned_to_the_vector_are_written_into_its_memory():
    theta = ParameterVector([2, 1], np.float64)
    theta.vector = [1, 2, 3]
    assert theta.weights[0].tolist() == [[1], [2]]
    assert theta.biases[0].tolist() == [3]
    theta.vector -= 1
    assert theta.biases[0].tolist() == [2]
    with pytest.raises(ValueError, match=r"shape \(3,\), got \(2,\)"):
        theta.vector = [1, 2]


@pytest.mark.parametrize("name", ["weights", "biases"])
def test_the_views_of_a_vector_cannot_be_replaced(name):
    with pytest.raises(AttributeError):
        setattr(ParameterVector([2, 1]), name, ())
