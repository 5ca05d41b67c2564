"""What a Keras model is trained with is returned in one form, or refused."""

import numpy as np
import pytest
import scipy.sparse

from annutils.experiments import train
from annutils.experiments.validation import (
    checked_callbacks,
    checked_samples,
    checked_training_data,
)

train.silence_tensorflow()
import keras  # noqa: E402


def model(*shape, loss="sparse_categorical_crossentropy"):
    """Return a classifier of three classes."""
    layers = [keras.Input(shape), keras.layers.Flatten(), keras.layers.Dense(3)]
    built = keras.Sequential(layers)
    built.compile(loss=loss)
    return built


def test_lists_become_arrays_and_sparse_matrices_csr():
    X, y = checked_training_data(model(2), [[1, 2], [3, 4]], [0, 1])
    assert X.shape == (2, 2)
    assert y.tolist() == [0, 1]
    X, _ = checked_training_data(model(2), scipy.sparse.coo_matrix(np.eye(2)), [0, 1])
    assert X.format == "csr"


@pytest.mark.parametrize(
    ("X", "y", "message"),
    [
        (np.zeros((0, 1)), np.zeros(0), "one sample or more"),
        (np.zeros((3, 1)), np.zeros(4), r"shapes \(3, 1\) and \(4,\)"),
        (np.zeros(3), np.zeros(3), r"Expected X of shape \(n_samples, ...\)"),
        (np.zeros((3, 2)), np.zeros(3), r"shape \(n_samples, 1\), got \(3, 2\)"),
        ([[np.nan]], [0], "finite numbers in X"),
        (scipy.sparse.csr_matrix([[np.inf]]), [0], "finite numbers in X"),
        ([[1.0]], [np.nan], "finite numbers in y"),
    ],
)
def test_bad_training_data_are_refused(X, y, message):
    with pytest.raises(ValueError, match=message):
        checked_training_data(model(1), X, y)


@pytest.mark.parametrize(
    ("X", "y", "message"),
    [
        ([[1.0]], ["cat"], "Expected numbers in y"),
        ([[1.0]], None, "Expected numbers in y, got None"),
        ({1.0}, [0], "Expected X as an array, got a set"),
        (np.ma.array([[1.0]], mask=True), [0], "a masked one"),
        ([[1.0]], np.ma.array([0], mask=True), "a masked one"),
    ],
)
def test_data_that_are_no_numbers_are_refused(X, y, message):
    with pytest.raises(TypeError, match=message):
        checked_training_data(model(1), X, y)


def test_a_one_at_the_end_of_the_shape_of_samples_makes_no_difference():
    for shape in [(28, 28), (28, 28, 1)]:
        for given in [(5, 28, 28), (5, 28, 28, 1)]:
            assert checked_samples(model(*shape), np.ones(given)).shape == given


def test_a_model_that_is_not_compiled_or_has_no_loss_is_refused():
    with pytest.raises(ValueError, match="not compiled"):
        checked_training_data(keras.Sequential(), [[1.0]], [0])
    with pytest.raises(ValueError, match=r"no loss: call model\.compile"):
        checked_training_data(model(1, loss=None), [[1.0]], [0])


def test_what_is_no_keras_model_is_refused():
    with pytest.raises(TypeError, match=r"Expected a keras\.Model, got 'model'"):
        checked_training_data("model", [[1.0]], [0])
    with pytest.raises(TypeError, match=r"Expected a keras\.Model, got None"):
        train.predict(None, [[1.0]])


def test_one_callback_is_a_list_of_one():
    stop = keras.callbacks.TerminateOnNaN()
    assert checked_callbacks(None) == []
    assert checked_callbacks(stop) == checked_callbacks((stop,)) == [stop]


@pytest.mark.parametrize("callbacks", ["stop", [print], {"a": 1}])
def test_what_is_no_callback_is_refused(callbacks):
    with pytest.raises(TypeError, match="Callback or a list of them, got"):
        checked_callbacks(callbacks)


def test_numbers_that_are_infinite_in_float32_are_refused():
    X, y = np.ones((4, 2)), np.ones(4)
    network = model(2)
    with pytest.raises(ValueError, match="finite numbers in X"):
        train.fit(network, 1e200 * X, y, epochs=1)
    with pytest.raises(ValueError, match="finite numbers in y"):
        train.fit(network, X, 1e200 * y, epochs=1)
    with pytest.raises(ValueError, match="finite numbers in X"):
        train.predict(network, 1e200 * X)


def test_a_model_of_two_outputs_predicts_by_keras_alone():
    x = keras.Input((2,))
    model = keras.Model(x, [keras.layers.Dense(1)(x), keras.layers.Dense(1)(x)])
    with pytest.raises(ValueError, match="a model with one output"):
        train.predict(model, np.ones((4, 2)))


X = np.random.default_rng(0).normal(size=(200, 2))
SIGNS = np.where(X[:, 0] > 0, 1, -1)
LABELS = np.arange(200) % 3
ONE_HOT = np.eye(3)[LABELS]


class OwnEntropy(keras.losses.BinaryCrossentropy):
    """A subclass of a loss of Keras."""


class OwnSquares(keras.losses.Loss):
    """A squared error that does not look at shapes."""

    def call(self, y, a):
        return keras.ops.mean(keras.ops.square(y - a), axis=-1)


def own_squares(y, a):
    return keras.ops.mean(keras.ops.square(y - a), axis=-1)


def linear(loss, n_outputs=1, activation=None):
    output = keras.layers.Dense(n_outputs, activation, name="out")
    built = keras.Sequential([keras.Input((2,)), output])
    built.compile("sgd", loss=loss)
    return built


BINARY = [
    "binary_crossentropy",
    "bce",
    "BinaryCrossentropy",
    keras.losses.binary_crossentropy,
    keras.losses.BinaryCrossentropy,
    keras.losses.BinaryCrossentropy(),
    keras.losses.BinaryCrossentropy(from_logits=True, label_smoothing=0.1),
    OwnEntropy(),
]
SQUARES = [
    *("mse", "mean_squared_error", "MeanSquaredError", "mae", "huber"),
    keras.losses.mean_squared_error,
    keras.losses.MeanSquaredError(),
    ["mse"],
    OwnSquares(),
    own_squares,
    lambda y, a: own_squares(y, a),
]


@pytest.mark.parametrize("loss", BINARY)
def test_binary_labels_lie_from_0_to_1_however_the_loss_is_spelled(loss):
    with pytest.raises(
        ValueError,
        match=r"from 0 to 1 for binary_\w+, got values from -1 to 1\. Map -1",
    ):
        train.fit(linear(loss), X, SIGNS, epochs=1)
    for good in ((SIGNS + 1) // 2, (SIGNS + 1.0) / 2, np.full(200, 0.9)):
        checked_training_data(linear(loss), X, good)


@pytest.mark.parametrize("loss", SQUARES)
def test_targets_never_broadcast_against_the_outputs(loss):
    with pytest.raises(
        ValueError, match=r"shape \(n_samples, 1\) for .*got \(200, 2\)"
    ):
        train.fit(linear(loss), X, X, epochs=1)
    with pytest.raises(ValueError, match=r"shape \(n_samples, 2\) for .*got \(200,\)"):
        train.fit(linear(loss, 2), X, X[:, 0], epochs=1)


@pytest.mark.parametrize("loss", [OwnSquares(), own_squares, "mse"])
@pytest.mark.parametrize("batch_size", [50, 200])
def test_a_vector_of_targets_gives_the_loss_of_a_column(loss, batch_size):
    losses = []
    for y in (X[:, 0], X[:, :1]):
        train.set_seed(0)
        history = train.fit(linear(loss), X, y, epochs=1, batch_size=batch_size)
        losses += history.history["loss"]
    assert losses[0] == losses[1]


@pytest.mark.parametrize(
    ("loss", "n_outputs", "y", "message"),
    [
        ("categorical_crossentropy", 3, LABELS, r"labels are for sparse_.*to_categor"),
        (
            "categorical_crossentropy",
            3,
            ONE_HOT * 2,
            "from 0 to 1 for categorical_cross",
        ),
        ("categorical_crossentropy", 1, LABELS * 0, "binary_crossentropy"),
        ("sparse_categorical_crossentropy", 3, ONE_HOT, r"y\.argmax\(axis=1\)"),
        ("sparse_categorical_crossentropy", 3, LABELS + 1.0, "first class is 0: y - 1"),
        ("sparse_categorical_crossentropy", 3, LABELS + 0.5, "whole numbers"),
        (
            "sparse_categorical_crossentropy",
            3,
            LABELS - 1.0,
            "labels from 0 to 2 for 3",
        ),
        ("sparse_categorical_crossentropy", 1, LABELS * 0, "two output units or more"),
        ("bce", 1, ONE_HOT[:, :2], r"shape \(n_samples, 1\) .* got \(200, 2\)"),
        ("bce", 1, np.eye(2)[LABELS % 2], r"y\.argmax\(axis=1\)"),
        (own_squares, 1, ONE_HOT, "for a loss of your own, got"),
    ],
)
def test_targets_of_another_kind_are_refused_with_the_cure(loss, n_outputs, y, message):
    with pytest.raises(ValueError, match=message):
        train.fit(linear(loss, n_outputs), X, y, epochs=1)


@pytest.mark.parametrize(
    ("loss", "n_outputs", "y"),
    [
        ("categorical_crossentropy", 3, ONE_HOT),
        ("categorical_crossentropy", 3, ONE_HOT * 0.9 + 0.1 / 3),
        ("sparse_categorical_crossentropy", 3, LABELS),
        ("sparse_categorical_crossentropy", 3, LABELS[:, None]),
        ("sparse_categorical_crossentropy", 3, LABELS.astype(float)),
        ("hinge", 1, SIGNS),
        ("mse", 3, ONE_HOT * 100),
        (own_squares, 3, LABELS),  # it may be one that takes labels
        ("binary_crossentropy", 3, ONE_HOT),
    ],
)
def test_targets_that_suit_the_loss_are_taken(loss, n_outputs, y):
    _, checked = checked_training_data(linear(loss, n_outputs), X, y)
    np.testing.assert_array_equal(checked.ravel(), y.ravel())


def test_validation_data_are_checked_likewise():
    with pytest.raises(ValueError, match="from 0 to 1 for binary_crossentropy"):
        train.fit(linear("bce"), X, SIGNS > 0, epochs=1, validation_data=(X, SIGNS))
    with pytest.raises(ValueError, match="from 0 to 1 for binary_crossentropy"):
        train.evaluate(linear("bce"), X, SIGNS)


class Subclassed(keras.Model):
    """A model that knows the shape of its output only after its first call."""

    def __init__(self):
        super().__init__()
        self.layer = keras.layers.Dense(1)

    def call(self, X):
        return self.layer(X)


@pytest.mark.parametrize(
    "make", [Subclassed, lambda: keras.Sequential([keras.layers.Dense(1)])]
)
def test_a_model_that_is_not_built_is_asked_for_its_output(make):
    late = make()
    late.compile("sgd", "mse")
    with pytest.raises(ValueError, match=r"shape \(n_samples, 1\) for mean_squared"):
        train.fit(late, X, X, epochs=1)
    train.fit(late, X, SIGNS, epochs=1)


def test_models_of_several_outputs_are_refused():
    source = keras.Input((2,))
    outputs = [keras.layers.Dense(1)(source), keras.layers.Dense(1)(source)]
    two = keras.Model(source, outputs)
    two.compile("sgd", "mse")
    with pytest.raises(ValueError, match="a model with one output"):
        train.fit(two, X, SIGNS, epochs=1)
