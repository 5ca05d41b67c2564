"""The network against Keras: predictions, training and conversion."""

import numpy as np
import pytest

from annutils.experiments import train
from annutils.network import MultilayerPerceptron
from annutils.optimizers import SGD, AdamW, RMSprop

train.silence_tensorflow()
import keras  # noqa: E402
import tensorflow as tf  # noqa: E402
from keras import layers  # noqa: E402

RNG = np.random.default_rng(0)
X = RNG.normal(size=(60, 5)).astype(np.float32)
TARGETS = {
    "categorical_crossentropy": (3, RNG.integers(0, 3, 60)),
    "binary_crossentropy": (1, RNG.integers(0, 2, 60)),
    "mean_squared_error": (2, RNG.normal(size=(60, 2))),
}


def network(loss="categorical_crossentropy", **options):
    sizes, activation = [5, 7, 6, TARGETS[loss][0]], ["gelu", "leaky_relu"]
    options = {"activation": activation} | options
    return MultilayerPerceptron(sizes, loss=loss, **options)


@pytest.mark.parametrize("loss", TARGETS)
@pytest.mark.parametrize("activation", ["identity", "sigmoid", "tanh", "relu", "gelu"])
def test_predictions_are_those_of_keras_both_ways(loss, activation):
    ours = network(loss, activation=activation)
    ours.theta.vector[...] = RNG.normal(0, 0.3, ours.n_parameters)  # biases, too
    model = ours.to_keras()
    expected = np.asarray(model(X))
    np.testing.assert_allclose(ours.forward(X).A[-1], expected, atol=1e-6, rtol=1e-6)
    back = MultilayerPerceptron.from_keras(model)
    np.testing.assert_array_equal(back.theta.vector, ours.theta.vector)
    np.testing.assert_array_equal(back.forward(X).A[-1], ours.forward(X).A[-1])


@pytest.mark.parametrize(
    ("loss", "optimizer"),
    [
        ("categorical_crossentropy", SGD(0.1, momentum=0.9, nesterov=True)),
        ("binary_crossentropy", AdamW(0.01)),
        ("mean_squared_error", RMSprop(0.01)),
    ],
)
def test_training_and_its_history_are_those_of_keras(loss, optimizer):
    ours, y = network(loss, optimizer=optimizer, l1=0.01, l2=0.02), TARGETS[loss][1]
    model = ours.to_keras()
    options = {"epochs": 8, "batch_size": 60, "validation_data": (X[:20], y[:20])}
    history = ours.fit(X, y, **options)
    theirs = model.fit(X, y, shuffle=False, verbose=0, **options).history
    assert list(history) == list(theirs)
    for name, values in history.items():
        np.testing.assert_allclose(values, theirs[name], rtol=2e-6)
    expected = np.concatenate([w.ravel() for w in model.get_weights()])
    np.testing.assert_allclose(ours.theta.vector, expected, atol=2e-6)


@pytest.mark.parametrize("loss", TARGETS)
def test_the_gradient_is_the_one_of_gradient_tape(loss):
    ours, y = network(loss, l1=0.01, l2=0.02), TARGETS[loss][1]
    model = ours.to_keras()
    with tf.GradientTape() as tape:
        total = model.compute_loss(y=y.reshape(60, -1), y_pred=model(X))
    expected = tape.gradient(total, model.trainable_variables)
    gradient = ours.backward(y, ours.forward(X))
    pairs = zip(gradient.weights, gradient.biases, strict=True)
    for array, other in zip([a for p in pairs for a in p], expected, strict=True):
        np.testing.assert_allclose(array, other, atol=1e-6)


@pytest.mark.parametrize("name", ["l1", "l2"])
def test_one_penalty_goes_along(name):
    first, _, last = network(**{name: 0.25}).to_keras().layers
    rates = first.kernel_regularizer.get_config()
    assert {each: float(rate) for each, rate in rates.items()} == (
        {"l1": 0, "l2": 0} | {name: 0.25}
    )
    assert last.kernel_regularizer is None


def test_dropout_goes_along():
    model = network(dropout=0.25).to_keras()
    rates = [x.rate for x in model.layers if isinstance(x, layers.Dropout)]
    assert rates == [0.25, 0.25]


def test_images_are_flattened_and_a_missing_bias_is_zero():
    model = keras.Sequential(
        [
            keras.Input((2, 3)),
            layers.Flatten(),
            layers.Dense(4, "tanh", use_bias=False),
            layers.Dropout(0.5),
            layers.Dense(1),
        ]
    )
    ours = MultilayerPerceptron.from_keras(model)
    images = RNG.normal(size=(8, 2, 3)).astype(np.float32)
    expected = np.asarray(model(images))
    np.testing.assert_allclose(
        ours.predict(images.reshape(8, 6)), expected[:, 0], atol=1e-6
    )
    assert ours.loss.name == "mean_squared_error"


@pytest.mark.parametrize(
    ("model_layers", "message"),
    [
        (
            [keras.Input((4,)), layers.BatchNormalization(), layers.Dense(2)],
            "batch_norm",
        ),
        ([keras.Input((4,)), layers.Dense(2, "selu")], "activation of .* to be one of"),
        (
            [keras.Input((4,)), layers.Dense(2, lambda z: z)],
            "activation of .* to be one of",
        ),
        ([keras.Input((4,)), layers.Dense(2, "relu")], "last activation to be one of"),
        ([keras.Input((4,)), layers.Dense(2, "sigmoid")], "Expected 1 output"),
        ([keras.Input((4, 4)), layers.Dense(2)], "flat samples"),
        ([layers.Dense(2)], "built"),
    ],
)
def test_models_of_another_form_are_refused(model_layers, message):
    model = keras.Sequential(model_layers)
    with pytest.raises(ValueError, match=message):
        MultilayerPerceptron.from_keras(model)


def test_an_optimizer_of_ones_own_has_no_counterpart():
    class Mine(SGD):
        """A rule that Keras does not have."""

    with pytest.raises(ValueError, match="optimizer to be one of"):
        network(optimizer=Mine()).to_keras()


def test_a_layer_that_computes_something_else_is_refused():
    class Doubled(keras.layers.Dense):
        def call(self, inputs):
            return 2 * super().call(inputs)

    model = keras.Sequential([keras.Input((2,)), Doubled(1, "sigmoid", name="twice")])
    with pytest.raises(ValueError, match=r"Dense and Dropout layers, got \['twice'\]"):
        MultilayerPerceptron.from_keras(model)
