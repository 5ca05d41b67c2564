"""Full-batch training of Keras models that looks up only for some of the epochs.

With the whole training set in one batch, an epoch is one update of some 0.1 ms. To
return to Python after it, as `model.fit` does, takes 100 times as long, and to judge
the validation data longer still. Here both happen in the recorded epochs alone, the
first on TensorFlow only, which can count the updates itself.
`annutils.experiments.train.fit` is the way in.
"""

import numpy as np


def recorded_epochs(epochs, every):
    """Epochs whose results are kept: the first, every so many, and the last.

    Parameters
    ----------
    epochs : int
        Number of epochs, 1 or more.
    every : int
        Distance between two recorded epochs, 1 or more.

    Returns
    -------
    list of int
        Increasing, counted from 0 as Keras does.
    """
    return sorted({*range(0, epochs, every), epochs - 1})


def fit_full_batch(model, train_data, validation_data, *, epochs, callbacks=()):
    """Train on the whole training set at once; TensorFlow only.

    Each update is the model's own `train_step`: regularization, dropout, metrics and
    optimizer act as in `model.fit(..., batch_size=n_samples, shuffle=False)`.

    Parameters
    ----------
    model : keras.Model
        Compiled.
    train_data : tuple
        X and y, arrays or a SciPy sparse X.
    validation_data : tuple or None
        The same for validation, evaluated in one batch.
    epochs : list of int
        The recorded epochs, see `recorded_epochs`; the last one ends the training.
    callbacks : sequence of keras.callbacks.Callback
        Called once per recorded epoch.

    Returns
    -------
    keras.callbacks.History
        Each record holds what Keras records in that epoch: training loss and metrics
        of that one update (computed before the weights change), validation after it.
    """
    import keras

    advance, measure = _compiled_steps(model)
    train_data = _as_tensors(train_data)
    validation_data = validation_data and _as_tensors(validation_data)
    history = keras.callbacks.History()
    calls = keras.callbacks.CallbackList(
        [*callbacks, history],
        model=model,
        epochs=epochs[-1] + 1,
        steps=1,
        verbose=0,
    )
    model.stop_training = False
    calls.on_train_begin()
    n_done = 0
    for epoch in epochs:
        calls.on_epoch_begin(n_done)
        calls.on_train_batch_begin(0)
        logs = advance(epoch + 1 - n_done, train_data)
        calls.on_train_batch_end(0, logs)
        if validation_data:
            results = measure(validation_data)
            logs |= {f"val_{name}": value for name, value in results.items()}
        calls.on_epoch_end(epoch, logs)
        n_done = epoch + 1
        if model.stop_training:
            break
    model.optimizer.finalize_variable_values(model.trainable_weights)
    calls.on_train_end(logs)
    return history


def fit_full_batch_by_keras(
    model, train_data, validation_data, *, epochs, callbacks=()
):
    """Train on the whole training set at once with `model.fit`; any backend.

    Parameters
    ----------
    model, train_data, validation_data, epochs, callbacks
        As for `fit_full_batch`.

    Returns
    -------
    keras.callbacks.History
        As from `fit_full_batch`.
    """
    import keras

    starts = {0, *(epoch + 1 for epoch in epochs)}

    class Records(keras.callbacks.CallbackList):
        """Passes the recorded epochs on, and no others."""

        def on_epoch_begin(self, epoch, logs=None):
            if epoch in starts:
                super().on_epoch_begin(epoch, logs)

        def on_epoch_end(self, epoch, logs=None):
            if epoch + 1 in starts:
                super().on_epoch_end(epoch, logs)

    X, y = train_data
    history = keras.callbacks.History()
    model.fit(
        X,
        y,
        batch_size=len(y),
        epochs=epochs[-1] + 1,
        shuffle=False,
        validation_data=validation_data,
        validation_batch_size=validation_data and len(validation_data[1]),
        validation_freq=sorted(starts),  # counted from 1
        callbacks=[Records([*callbacks, history])],
        verbose=0,
    )
    return history


def _compiled_steps(model):
    """Compile the two things to do: many updates, and one evaluation."""
    import tensorflow as tf

    def compiled(step):
        # Compiled like Keras's own steps, so that the numbers are the same.
        return tf.function(step, jit_compile=model.jit_compile, autograph=False)

    update, evaluate = compiled(model.train_step), compiled(model.test_step)

    @tf.function(autograph=False)
    def run_updates(n_updates, data):
        def body(k):
            update(data)
            return k + 1

        tf.while_loop(lambda k: k < n_updates - 1, body, [0])
        # The record is of the last update alone, not a mean over all of them.
        model.reset_metrics()
        return update(data)

    def advance(n_updates, data):
        # A tensor: each new Python number would be compiled anew.
        return _as_floats(run_updates(tf.constant(n_updates), data))

    def measure(data):
        model.reset_metrics()
        return _as_floats(evaluate(data))

    return advance, measure


def _as_floats(results):
    return {name: float(value) for name, value in results.items()}


def _as_tensors(data):
    """Turn X and y into tensors, floats as Keras's default type."""
    return tuple(_sparse(a) if hasattr(a, "tocoo") else _dense(a) for a in data)


def _dense(array):
    import keras
    import tensorflow as tf

    if np.issubdtype(array.dtype, np.floating):
        array = array.astype(keras.config.floatx())
    return tf.constant(array)


def _sparse(matrix):
    import keras
    import tensorflow as tf

    matrix = matrix.tocoo()
    positions = np.column_stack([matrix.row, matrix.col]).astype(np.int64)
    values = matrix.data.astype(keras.config.floatx())
    return tf.sparse.reorder(tf.SparseTensor(positions, values, matrix.shape))
