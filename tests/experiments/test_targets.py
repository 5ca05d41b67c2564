"""Targets that do not suit the loss never train, whatever way the loss is spelled."""

import functools

import numpy as np
import pytest

from annutils.experiments import train
from annutils.experiments.targets import checked_targets, fits

train.silence_tensorflow()
import keras  # noqa: E402

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


def model(loss, n_outputs=1, activation=None):
    output = keras.layers.Dense(n_outputs, activation, name="out")
    built = keras.Sequential([keras.Input((2,)), output])
    built.compile("sgd", loss=loss)
    return built


# Where the targets of Keras's losses lie.
RANGES = {
    "hinge": (-1, 1),
    "squared_hinge": (-1, 1),
    "poisson": (0, "inf"),
    "mean_squared_logarithmic_error": (0, "inf"),
    "binary_focal_crossentropy": (0, 1),
    "categorical_hinge": (0, 1),
    "dice": (0, 1),
    "tversky": (0, 1),
}
BINARY = [
    "binary_crossentropy",
    "bce",
    "BinaryCrossentropy",
    keras.losses.binary_crossentropy,
    keras.losses.BinaryCrossentropy,
    keras.losses.BinaryCrossentropy(),
    keras.losses.BinaryCrossentropy(from_logits=True, label_smoothing=0.1),
    keras.losses.BinaryCrossentropy().call,
    keras.losses.BinaryFocalCrossentropy(),
    OwnEntropy(),
    ["bce"],
    [keras.losses.BinaryCrossentropy()],
    {"out": "bce"},
    functools.partial(keras.losses.binary_crossentropy, from_logits=True),
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
        train.fit(model(loss), X, SIGNS, epochs=1)
    for good in ((SIGNS + 1) // 2, (SIGNS + 1.0) / 2, np.full(200, 0.9)):
        checked_targets(model(loss), X, good)


@pytest.mark.parametrize("loss", SQUARES)
def test_targets_never_broadcast_against_the_outputs(loss):
    with pytest.raises(
        ValueError, match=r"shape \(n_samples, 1\) for .*got \(200, 2\)"
    ):
        train.fit(model(loss), X, X, epochs=1)
    with pytest.raises(ValueError, match=r"shape \(n_samples, 2\) for .*got \(200,\)"):
        train.fit(model(loss, 2), X, X[:, 0], epochs=1)


@pytest.mark.parametrize("loss", [OwnSquares(), own_squares, "mse"])
@pytest.mark.parametrize("batch_size", [50, 200])
def test_a_vector_of_targets_gives_the_loss_of_a_column(loss, batch_size):
    losses = []
    for y in (X[:, 0], X[:, :1]):
        train.set_seed(0)
        history = train.fit(model(loss), X, y, epochs=1, batch_size=batch_size)
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
        ("categorical_crossentropy", 3, ONE_HOT[:, ::-1] + ONE_HOT > 0, "sum to 1"),
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
        *(
            (name, 1, 3 * SIGNS, f"from {low} to {high} for {name}")
            for name, (low, high) in RANGES.items()
        ),
        (own_squares, 3, LABELS + 1, "labels from 0 to 2"),
        (own_squares, 1, ONE_HOT, r"loss of your own.*model\.fit"),
        (["mse", "mse"], 1, SIGNS, "one loss, got 2"),
    ],
)
def test_targets_of_another_kind_are_refused_with_the_cure(loss, n_outputs, y, message):
    with pytest.raises(ValueError, match=message):
        train.fit(model(loss, n_outputs), X, y, epochs=1)


@pytest.mark.parametrize(
    ("loss", "n_outputs", "y"),
    [
        ("categorical_crossentropy", 3, ONE_HOT),
        ("categorical_crossentropy", 3, ONE_HOT * 0.9 + 0.1 / 3),
        ("sparse_categorical_crossentropy", 3, LABELS),
        ("sparse_categorical_crossentropy", 3, LABELS[:, None]),
        ("sparse_categorical_crossentropy", 3, LABELS.astype(float)),
        (keras.losses.SparseCategoricalCrossentropy(ignore_class=-1), 3, LABELS - 1),
        *((name, 1, (SIGNS > 0) * 1.0) for name in RANGES),
        ("hinge", 1, SIGNS),
        ("squared_hinge", 1, SIGNS),
        ("poisson", 1, LABELS),
        ("mean_squared_logarithmic_error", 1, LABELS),
        ("circle", 3, LABELS + 5),  # of another shape than the outputs
        ("mse", 3, ONE_HOT * 100),
        (own_squares, 3, LABELS),  # it may be one that takes labels
        ("binary_crossentropy", 3, ONE_HOT),
    ],
)
def test_targets_that_suit_the_loss_are_taken(loss, n_outputs, y):
    checked = checked_targets(model(loss, n_outputs), X, y)
    np.testing.assert_array_equal(checked.ravel(), y.ravel())


@pytest.mark.parametrize("loss", ["mse", own_squares])
def test_no_target_is_out_of_reach_of_a_sigmoid(loss):
    with pytest.raises(ValueError, match="from 0 to 1 for outputs of a sigmoid"):
        checked_targets(model(loss, activation="sigmoid"), X, SIGNS)


def test_validation_data_are_checked_likewise():
    with pytest.raises(ValueError, match="from 0 to 1 for binary_crossentropy"):
        train.fit(model("bce"), X, SIGNS > 0, epochs=1, validation_data=(X, SIGNS))
    with pytest.raises(ValueError, match="from 0 to 1 for binary_crossentropy"):
        train.evaluate(model("bce"), X, SIGNS)


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


@pytest.mark.parametrize(
    ("shape", "wanted", "expected"),
    [
        ((5,), (None, 1), True),
        ((5, 1), (None, 1), True),
        ((5, 1, 1), (None, 1), True),
        ((5, 2), (None, 1), False),
        ((5, 2), (None, 2), True),
        ((5, 2, 1), (None, 2), True),
        ((5,), (None, 2), False),
        ((5, 7, 3), (None, None, 3), True),
    ],
)
def test_a_shape_fits_but_for_a_one_at_its_end(shape, wanted, expected):
    assert fits(shape, wanted) == expected
