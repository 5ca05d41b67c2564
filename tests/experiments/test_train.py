"""Fast training gives the numbers of Keras's own, to the last bit."""

from functools import partial

import numpy as np
import pytest
import scipy.sparse

from annutils.experiments import train
from annutils.experiments.full_batch import _as_tensors

train.silence_tensorflow()
import keras  # noqa: E402

RNG = np.random.default_rng(0)
X = RNG.normal(size=(50, 4)) * (RNG.random((50, 4)) < 0.5)
Y = (X.sum(axis=1) > 0).astype(int)
VALIDATION = (X[:20] + 0.1, Y[:20])
N = len(X)


def small_model(optimizer="rmsprop", *, layers=(), sparse=False, **options):
    """Build a small classifier, the same at every call."""
    train.set_seed(1)
    hidden = [keras.layers.Dense(5, activation="tanh"), *(make() for make in layers)]
    output = keras.layers.Dense(1, activation="sigmoid")
    model = keras.Sequential([keras.Input((4,), sparse=sparse), *hidden, output])
    model.compile(optimizer, "binary_crossentropy", metrics=["accuracy"], **options)
    return model


def assert_same_weights(model, other):
    for weights, others in zip(model.get_weights(), other.get_weights(), strict=True):
        np.testing.assert_array_equal(weights, others)


@pytest.mark.parametrize(
    ("optimizer", "layers"),
    [
        pytest.param("sgd", [], marks=pytest.mark.weekly),
        ("adam", [lambda: keras.layers.Dropout(0.5)]),
        ("rmsprop", [lambda: keras.layers.Dense(3, kernel_regularizer="l2")]),
    ],
)
def test_a_full_batch_makes_the_updates_of_keras(optimizer, layers):
    ours = small_model(optimizer, layers=layers)
    train.fit(ours, X, Y, epochs=7, batch_size=N, record_every=3)
    theirs = small_model(optimizer, layers=layers)
    theirs.fit(X, Y, epochs=7, batch_size=N, shuffle=False, verbose=0)
    assert_same_weights(ours, theirs)
    assert ours.optimizer.iterations == 7


class Heard(keras.callbacks.Callback):
    """Keeps what it is told: when, and of which epoch or batch."""

    def __init__(self):
        super().__init__()
        self.calls = []
        for name in ("train", "epoch", "train_batch"):
            for moment in (f"on_{name}_begin", f"on_{name}_end"):
                setattr(self, moment, partial(self.hear, moment))

    def hear(self, moment, number=None, logs=None):
        self.calls.append((moment, number))


def test_callbacks_hear_of_a_full_batch_as_keras_tells_them():
    heard = Heard(), Heard()
    options = {"epochs": 2, "batch_size": N}
    train.fit(small_model(), X, Y, callbacks=[heard[0]], **options)
    options |= {"shuffle": False, "verbose": 0}
    small_model().fit(X, Y, callbacks=[heard[1]], **options)
    assert heard[0].calls == heard[1].calls


def test_a_record_is_what_keras_records_in_that_epoch():
    options = {"epochs": 8, "batch_size": N, "validation_data": VALIDATION}
    ours = train.fit(small_model(), X, Y, record_every=3, **options)
    theirs = small_model().fit(X, Y, shuffle=False, verbose=0, **options)
    assert ours.epoch == [0, 3, 6, 7]
    assert list(ours.history) == list(theirs.history)
    for name, values in ours.history.items():
        assert values == [theirs.history[name][epoch] for epoch in ours.epoch]


@pytest.mark.parametrize(
    ("epochs", "callbacks", "n_records"),
    [(100, None, 100), (1000, None, 101), (1000, [keras.callbacks.Callback()], 1000)],
)
def test_a_long_run_is_recorded_about_100_times(
    epochs, callbacks, n_records, monkeypatch
):
    monkeypatch.setattr(train, "fit_full_batch", lambda *_, epochs, **__: epochs)
    recorded = train.fit(
        small_model(), X, Y, epochs=epochs, batch_size=N, callbacks=callbacks
    )
    assert len(recorded) == n_records


@pytest.mark.parametrize("eagerly", [False, True])
def test_callbacks_of_a_full_batch_see_the_true_epochs_and_can_stop(eagerly):
    class Spy(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch, logs=None):
            seen.append(epoch)

        def on_epoch_end(self, epoch, logs=None):
            seen.append((epoch, sorted(logs)))
            self.model.stop_training = epoch == 3

    seen, model = [], small_model(run_eagerly=eagerly)
    train.fit(model, X, Y, epochs=9, batch_size=N, record_every=3, callbacks=[Spy()])
    assert seen == [0, (0, ["accuracy", "loss"]), 1, (3, ["accuracy", "loss"])]
    assert model.optimizer.iterations == 4


@pytest.mark.parametrize("batch_size", [8, N])
def test_one_callback_is_as_good_as_a_list_of_one(batch_size):
    class Spy(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            seen.append(epoch)

    seen = []
    options = {"epochs": 2, "batch_size": batch_size, "callbacks": Spy()}
    train.fit(small_model(), X, Y, **options)
    assert seen == [0, 1]


def test_mini_batches_make_the_updates_and_records_of_keras():
    options = {"epochs": 3, "batch_size": 8, "validation_data": VALIDATION}
    ours, theirs = small_model(), small_model()
    train.set_seed(2)
    our_history = train.fit(ours, X, Y, **options)
    train.set_seed(2)
    their_history = theirs.fit(X, Y, verbose=0, **options)
    assert_same_weights(ours, theirs)
    assert our_history.history == their_history.history


@pytest.mark.parametrize("batch_size", [8, N])
def test_a_sparse_matrix_gives_the_numbers_of_the_dense_one(batch_size):
    options = {"epochs": 3, "batch_size": batch_size}
    dense, sparse, stays_sparse = small_model(), small_model(), small_model(sparse=True)
    X_val, y_val = VALIDATION
    in_csr = {**options, "validation_data": (scipy.sparse.csr_matrix(X_val), y_val)}
    for model, data, chosen in (
        (dense, X, {**options, "validation_data": VALIDATION}),
        (sparse, scipy.sparse.csr_matrix(X), in_csr),
        (stays_sparse, scipy.sparse.csr_array(X), in_csr),
    ):
        train.set_seed(2)
        train.fit(model, data, Y, **chosen)
    assert_same_weights(dense, sparse)
    for ours, theirs in zip(
        stays_sparse.get_weights(), dense.get_weights(), strict=True
    ):
        np.testing.assert_allclose(ours, theirs, atol=1e-5)


@pytest.mark.weekly  # those that equal a run of Keras to the last bit are equal
@pytest.mark.parametrize("batch_size", [8, N])
def test_two_runs_with_one_seed_are_equal(batch_size):
    def run():
        model = small_model(layers=[lambda: keras.layers.Dropout(0.5)])
        return model, train.fit(model, X, Y, epochs=3, batch_size=batch_size).history

    (model, history), (other, other_history) = run(), run()
    assert_same_weights(model, other)
    assert history == other_history


# Keras reads its variables in a way that NumPy 2 will end.
@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
@pytest.mark.parametrize("batch_size", [8, N])
def test_the_model_can_be_used_as_before(batch_size, tmp_path):
    model = small_model()
    train.fit(model, X, Y, epochs=2, batch_size=batch_size, validation_data=VALIDATION)
    assert model.steps_per_execution == 1
    history = model.fit(X, Y, epochs=2, validation_data=VALIDATION, verbose=0)
    assert len(history.history["val_loss"]) == 2
    model.save(tmp_path / "model.keras")
    reloaded = keras.models.load_model(tmp_path / "model.keras")
    np.testing.assert_array_equal(train.predict(reloaded, X), train.predict(model, X))


@pytest.mark.parametrize(
    "callbacks",
    [None, pytest.param([keras.callbacks.Callback()], marks=pytest.mark.weekly)],
)
def test_a_model_that_cannot_run_in_a_graph_has_the_same_weights_and_records(callbacks):
    options = {"epochs": 8, "batch_size": N, "validation_data": VALIDATION}
    options |= {"record_every": 3, "callbacks": callbacks}
    ours, eager = small_model(), small_model(run_eagerly=True)
    expected, found = (train.fit(model, X, Y, **options) for model in (ours, eager))
    assert found.epoch == expected.epoch == [0, 3, 6, 7]
    for name, values in expected.history.items():
        assert found.history[name] == pytest.approx(values, rel=1e-5)
    for weights, others in zip(ours.get_weights(), eager.get_weights(), strict=True):
        np.testing.assert_allclose(weights, others, rtol=1e-4)


@pytest.mark.parametrize("as_sparse", [False, True])
def test_outputs_and_metrics_are_those_of_keras(as_sparse, monkeypatch):
    monkeypatch.setattr(train, "_MAX_BLOCK", 4 * 16)  # blocks of 16 of the 50 rows
    model = small_model(layers=[lambda: keras.layers.Dropout(0.5)])
    data = scipy.sparse.csr_matrix(X) if as_sparse else X
    outputs = train.predict(model, data)
    assert outputs.shape == (N, 1)
    assert outputs.dtype == np.float32
    np.testing.assert_allclose(outputs, model.predict(X, verbose=0), rtol=1e-6)
    expected = model.evaluate(X, Y, return_dict=True, verbose=0)
    assert train.evaluate(model, data, Y) == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize(("n_columns", "n_rows"), [(1000, 4194), (2**22 + 1, 1)])
def test_rows_go_in_blocks_of_16_megabytes_a_larger_row_alone(n_columns, n_rows):
    X = np.broadcast_to(np.float32(0), (9999, n_columns))
    assert train._rows_in_block(X) == n_rows
    assert n_rows * n_columns * X.itemsize <= 2**24 or n_rows == 1


def test_floats_become_keras_default_type_and_labels_stay_whole():
    inputs, labels = _as_tensors((X, Y))
    assert (inputs.dtype, labels.dtype) == ("float32", Y.dtype)
    sparse, _ = _as_tensors((scipy.sparse.csr_matrix(X), Y))
    assert sparse.dtype == "float32"


@pytest.mark.parametrize("make", [np.asarray, scipy.sparse.csr_matrix])
def test_no_samples_have_no_outputs(make):
    assert train.predict(small_model(), make(X[:0])).shape == (0, 1)


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"epochs": 0}, ValueError, "epochs of 1 or more, got 0"),
        ({"epochs": 1, "batch_size": 2.5}, TypeError, "integer batch_size"),
        ({"epochs": 1, "record_every": 2}, ValueError, "full batch"),
        ({"epochs": 1, "batch_size": N, "record_every": 0}, ValueError, "record_every"),
        ({"epochs": 1, "validation_data": (X, Y[:3])}, ValueError, "got shapes"),
        ({"epochs": 1, "validation_data": (X,)}, ValueError, "pair of X and y"),
        ({"epochs": 1, "class_weight": {0: 1.0}}, TypeError, "class_weight"),
        ({"epochs": 1, "callbacks": "stop"}, TypeError, "Callback or a list"),
    ],
)
def test_bad_options_are_refused(options, error, message):
    with pytest.raises(error, match=message):
        train.fit(small_model(), X, Y, **options)


@pytest.mark.parametrize("batch_size", [8, N])
def test_samples_with_another_number_of_features_are_refused(batch_size):
    with pytest.raises(ValueError, match="4"):
        train.fit(small_model(), X[:, :3], Y, epochs=1, batch_size=batch_size)


def test_nothing_is_printed(capfd):
    model = small_model()
    for batch_size in (8, N):
        train.fit(model, X, Y, epochs=2, batch_size=batch_size)
    train.predict(model, X)
    train.evaluate(model, X, Y)
    assert capfd.readouterr() == ("", "")


def test_a_repeat_seeds_each_run_and_forgets_earlier_models():
    def train_once(seed):
        names.append(keras.Sequential().name)
        return {"draw": keras.random.normal(())}

    names = []
    first = train.repeat(train_once, [1, 2])
    assert first == train.repeat(train_once, [1, 2])
    assert first["draw"].std > 0
    assert set(names) == {"sequential"}
