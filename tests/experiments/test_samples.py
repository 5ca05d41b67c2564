"""Training data of Keras models are returned in one form or refused with a reason."""

import numpy as np
import pytest
import scipy.sparse

from annutils.experiments import train
from annutils.experiments.samples import (
    checked_callbacks,
    checked_model_samples,
    checked_training_data,
    refuse_others,
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
        (((x, x) for x in range(3)), None, r"a generator: .* model\.fit"),
    ],
)
def test_data_that_are_no_numbers_are_refused(X, y, message):
    with pytest.raises(TypeError, match=message):
        checked_training_data(model(1), X, y)


def test_data_sets_in_pieces_are_refused_by_name():
    import tensorflow as tf

    class Pieces(keras.utils.PyDataset):
        def __getitem__(self, index):
            return np.ones((2, 1)), np.ones(2)

        def __len__(self):
            return 1

    pairs = tf.data.Dataset.from_tensor_slices(([[1.0]], [0])).batch(1)
    for pieces in (pairs, Pieces()):
        with pytest.raises(TypeError, match=rf"a {type(pieces).__name__}: data that"):
            train.fit(model(1), pieces, epochs=1)


def test_a_one_at_the_end_of_the_shape_of_samples_makes_no_difference():
    for shape in [(28, 28), (28, 28, 1)]:
        for given in [(5, 28, 28), (5, 28, 28, 1)]:
            assert checked_model_samples(model(*shape), np.ones(given)).shape == given


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


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("class_weight", r"model\.fit"),
        ("sample_weight", r"model\.fit"),
        ("validation_split", r"validation_data=\(X_val, y_val\)"),
        ("verbose", "never prints"),
        ("shuffle", "mini-batches are shuffled"),
        ("epoch", r"model\.fit"),
    ],
)
def test_arguments_of_keras_are_refused_with_what_helps(name, cure):
    with pytest.raises(TypeError, match=rf"train\.fit takes no {name}: .*{cure}"):
        refuse_others("train.fit", {name: 1})


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
