"""Training Keras models: quiet, seeded, fast, and repeated over seeds.

`fit`, `predict` and `evaluate` do what the model's own methods do, faster for the small
networks of the book, where most of the time goes into returning to Python after each
update. They work with every backend of Keras; the speed-up needs TensorFlow.
"""

import contextlib
import math

import numpy as np

from annutils.checks import checked_count, checked_function, checked_pair
from annutils.experiments.backend import set_seed, silence_tensorflow
from annutils.experiments.full_batch import (
    fit_full_batch,
    fit_full_batch_by_keras,
    recorded_epochs,
)
from annutils.experiments.samples import (
    checked_callbacks,
    checked_model,
    checked_model_samples,
    checked_training_data,
    refuse_others,
)
from annutils.experiments.seeds import Spread, over_seeds
from annutils.experiments.targets import one_shape

__all__ = [
    "Spread",
    "evaluate",
    "fit",
    "predict",
    "repeat",
    "set_seed",
    "silence_tensorflow",
]

_MAX_RECORDS = 100
_MAX_BLOCK = 2**22  # float32 numbers, 16 MB


def fit(
    model,
    X,
    y=None,
    *,
    epochs,
    batch_size=32,
    validation_data=None,
    callbacks=None,
    record_every=None,
    **others,
):
    """Train a compiled model with the same updates as `model.fit`, but faster.

    Mini-batches: `model.fit` with a whole epoch per call of TensorFlow. As there, the
    samples are shuffled; once a seed is set, Keras on TensorFlow repeats one order in
    all epochs. A full batch (`batch_size` at least the number of samples): the updates
    of `model.fit(..., shuffle=False)`, with a record of some of the epochs.

    Parameters
    ----------
    model : keras.Model
        Compiled, with one input and one output; trained in place.
    X : array or SciPy sparse matrix of shape (n_samples, ...)
        Finite samples. A sparse matrix is made dense batch by batch (on JAX, which
        would compile anew for each batch, as a whole), or stays sparse for a model with
        ``keras.Input(..., sparse=True)`` on TensorFlow.
    y : array of shape (n_samples,) or (n_samples, n_outputs)
        Targets, as the model's loss expects them: labels 0 and 1, or probabilities,
        for "binary_crossentropy"; labels from 0 for "sparse_categorical_crossentropy",
        rows of probabilities for "categorical_crossentropy"; numbers for the others.
        It cannot be left out: data sets that hold both X and y are for `model.fit`.
    epochs, batch_size : int
        1 or more.
    validation_data : tuple of X and y, optional
        Evaluated after each recorded epoch, never trained on.
    callbacks : keras.callbacks.Callback or list of them, optional
        Called at each recorded epoch; their batch methods once per call of TensorFlow.
    record_every : int, optional
        Full batch only: epochs from one record to the next; first and last are
        recorded, too. By default 1 with callbacks, else for some 100 records.
    **others
        None. What else `model.fit` takes (``class_weight``, ``validation_split``, ...)
        is refused by name.

    Returns
    -------
    keras.callbacks.History
        As from `model.fit`; `epoch` holds the recorded epochs, counted from 0.

    Raises
    ------
    TypeError
        If a count is no integer, data are no numbers, validation data no pair,
        callbacks none, or there is an argument of another name.
    ValueError
        If the data are empty, differ in length or hold NaN or infinity; if the shape
        of X is not that of the model's input, or targets do not suit its loss and its
        output; if a count is below 1; or if the model is not compiled.
    """
    refuse_others("train.fit", others)
    callbacks = checked_callbacks(callbacks)
    X, y = checked_training_data(model, X, y)
    X = _of_one_shape(X)
    if validation_data is not None:
        pair = checked_pair("validation_data", validation_data)
        X_val, y_val = checked_training_data(model, *pair)
        validation_data = _of_one_shape(X_val), y_val
    epochs = checked_count("epochs", epochs)
    n_batches = math.ceil(len(y) / checked_count("batch_size", batch_size))
    if n_batches > 1 and record_every is not None:
        raise ValueError("record_every is for a full batch; mini-batches record all.")
    if n_batches == 1:
        if record_every is None:
            record_every = 1 if callbacks else math.ceil(epochs / _MAX_RECORDS)
        in_graph = _runs_in_graph(model)
        return (fit_full_batch if in_graph else fit_full_batch_by_keras)(
            model,
            (X, y),
            validation_data,
            epochs=recorded_epochs(epochs, checked_count("record_every", record_every)),
            callbacks=callbacks,
        )
    with _steps_per_execution(model, n_batches):
        return model.fit(
            X,
            y,
            batch_size=batch_size,
            epochs=epochs,
            validation_data=validation_data,
            callbacks=callbacks,
            verbose=0,
        )


def predict(model, X):
    """Compute the model's outputs for all samples at once.

    Parameters
    ----------
    model : keras.Model
        With one output.
    X : array or SciPy sparse matrix of shape (n_samples, ...)
        Finite numbers. An array goes through in one batch, a sparse matrix in dense
        blocks of 16 MB.

    Returns
    -------
    ndarray of shape (n_samples, n_outputs), float32
        Probabilities, where the last layer is a sigmoid or softmax.

    Raises
    ------
    TypeError
        If X holds no numbers, or the model is not one of Keras.
    ValueError
        If X has another shape than the model's input, or holds NaN or infinity; or if
        the model has several outputs.
    """
    import keras

    X = checked_model_samples(checked_model(model), X)
    if (shape := getattr(model, "output_shape", None)) is not None:
        one_shape("output", shape)
    blocks = _dense_blocks(X) if hasattr(X, "tocsr") else [X]
    outputs = [keras.ops.convert_to_numpy(model(b, training=False)) for b in blocks]
    return np.concatenate(outputs)


def evaluate(model, X, y):
    """Compute loss and metrics of a compiled model.

    Parameters
    ----------
    model : keras.Model
        Compiled.
    X, y : arrays
        Samples and targets as in `fit`; an array is evaluated in one batch.

    Returns
    -------
    dict of str to float
        The loss (regularization included) and each metric by its name.

    Raises
    ------
    TypeError, ValueError
        For bad data or a model that is not compiled, as in `fit`.
    """
    X, y = checked_training_data(model, X, y)
    X = _of_one_shape(X)
    batch_size = _rows_in_block(X) if hasattr(X, "tocsr") else len(y)
    return model.evaluate(X, y, batch_size=batch_size, return_dict=True, verbose=0)


def repeat(train_once, seeds):
    """Run a Keras experiment once per seed and collect its results.

    Before each run Keras forgets its earlier models, so that memory does not grow, and
    `set_seed` is called with the seed of the run.

    Parameters
    ----------
    train_once : callable
        ``train_once(seed)`` builds, trains and judges a model; it returns a dictionary
        from names to finite numbers, the same names for every seed.
    seeds : iterable of int
        Two or more different seeds.

    Returns
    -------
    dict of str to Spread
        The names of `train_once`, in its order.

    Raises
    ------
    TypeError, ValueError
        As `annutils.experiments.over_seeds`.
    """
    checked_function("train_once", train_once)

    def seeded(seed):
        import keras

        keras.utils.clear_session()
        set_seed(seed)
        return train_once(seed)

    return over_seeds(seeded, seeds)


def _runs_in_graph(model):
    """Tell whether many steps can run in one call of the backend."""
    import keras

    return keras.config.backend() == "tensorflow" and not model.run_eagerly


def _of_one_shape(X):
    """Make a sparse matrix dense on JAX, which compiles for each number of entries."""
    import keras

    of_jax = hasattr(X, "tocsr") and keras.config.backend() == "jax"
    return X.toarray() if of_jax else X


@contextlib.contextmanager
def _steps_per_execution(model, n_steps):
    """Let the model run so many steps per call, where possible, for a while."""
    if not _runs_in_graph(model):
        yield
        return
    usual = model.steps_per_execution
    try:
        _set_steps_per_execution(model, n_steps)
        yield
    finally:
        _set_steps_per_execution(model, usual)


def _set_steps_per_execution(model, n_steps):
    model.steps_per_execution = n_steps
    # The compiled loops keep the number of steps that they were made for.
    model.train_function = model.test_function = None


def _rows_in_block(X):
    return max(1, _MAX_BLOCK // X.shape[1])


def _dense_blocks(X):
    """Yield the rows of a sparse matrix in dense blocks."""
    n_rows = _rows_in_block(X)
    for start in range(0, max(1, X.shape[0]), n_rows):  # no rows: one empty block
        yield X[start : start + n_rows].toarray()
