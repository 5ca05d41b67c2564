"""Checks of what a Keras model is trained with: model, samples, callbacks.

What its targets may be is for `annutils.experiments.targets` to say.
"""

import numpy as np

from annutils.checks import checked_numbers
from annutils.experiments.targets import checked_targets, fits, in_words, one_shape

__all__ = [
    "checked_callbacks",
    "checked_model",
    "checked_model_samples",
    "checked_training_data",
    "refuse_others",
]

_IN_PIECES = "element_spec", "__next__", "num_batches", "batch_sampler"
_CURES = {
    "class_weight": "call model.fit, which takes it",
    "sample_weight": "call model.fit, which takes it",
    "validation_split": "split X and y and pass validation_data=(X_val, y_val)",
    "verbose": "it never prints; what fit returns holds all records",
    "shuffle": "mini-batches are shuffled, a full batch is not",
}


def refuse_others(function, given):
    """Refuse arguments of `model.fit` that `annutils.experiments.train` does not take.

    Parameters
    ----------
    function : str
        Who does not take them.
    given : dict
        Arguments by name.

    Raises
    ------
    TypeError
        If there is one; the message says what helps.
    """
    for name in given:
        cure = _CURES.get(name, "arguments of Keras's own are for model.fit")
        raise TypeError(f"{function} takes no {name}: {cure}.")


def checked_callbacks(callbacks):
    """Return callbacks as a list.

    Parameters
    ----------
    callbacks : keras.callbacks.Callback, list or tuple of them, or None

    Returns
    -------
    list of keras.callbacks.Callback

    Raises
    ------
    TypeError
        If one is no callback.
    """
    import keras

    if callbacks is None:
        return []
    several = isinstance(callbacks, list | tuple)
    callbacks = [*callbacks] if several else [callbacks]
    for callback in callbacks:
        if not isinstance(callback, keras.callbacks.Callback):
            raise TypeError(
                "Expected callbacks to be a keras.callbacks.Callback or a list of "
                f"them, got {callback!r}."
            )
    return callbacks


def checked_model(model):
    """Return a model of Keras.

    Parameters
    ----------
    model : keras.Model

    Returns
    -------
    keras.Model

    Raises
    ------
    TypeError
        If it is something else.
    """
    if not hasattr(model, "compiled"):
        raise TypeError(f"Expected a keras.Model, got {model!r}.")
    return model


def checked_model_samples(model, X):
    """Return samples that a model takes.

    Parameters
    ----------
    model : keras.Model
        With one input.
    X : array or SciPy sparse matrix of shape (n_samples, ...)
        Finite numbers.

    Returns
    -------
    ndarray or SciPy sparse matrix in CSR form

    Raises
    ------
    TypeError
        If they are no numbers, or a data set that is read piece by piece.
    ValueError
        If the shape is not that of the model's input, or a number is NaN or infinite,
        also if it only is in float32.
    """
    if any(hasattr(X, name) for name in _IN_PIECES):
        raise TypeError(
            f"Expected X and y as arrays, got a {type(X).__name__}: data that come in "
            "pieces are for Keras's own model.fit, model.evaluate and model.predict."
        )
    X = X.tocsr() if hasattr(X, "tocsr") else checked_numbers("X", X)
    _check_size("X", X.data if hasattr(X, "tocsr") else X)
    if X.ndim < 2:
        raise ValueError(f"Expected X of shape (n_samples, ...), got {X.shape}.")
    wanted = getattr(model, "input_shape", None)  # unknown before the first call
    if wanted is not None and not fits(X.shape, one_shape("input", wanted)):
        raise ValueError(f"Expected X of shape {in_words(wanted)}, got {X.shape}.")
    return X


def checked_training_data(model, X, y):
    """Return samples and targets that a Keras model can be trained on.

    Parameters
    ----------
    model : keras.Model
        Compiled, with one input and one output.
    X : array or SciPy sparse matrix of shape (n_samples, ...)
        Finite numbers, one sample or more.
    y : array of shape (n_samples, ...)
        Finite numbers of the shape of the model's output, in the range of its loss.
        For "sparse_categorical_crossentropy", and where it suits a loss of your own:
        one whole number for each sample, from 0 to the number of output units less 1.

    Returns
    -------
    X : ndarray or SciPy sparse matrix in CSR form
    y : ndarray
        As they are; for a loss of your own, values have the shape of the output.

    Raises
    ------
    TypeError
        If the data are not numbers, or the model is not one of Keras.
    ValueError
        If they are empty, differ in length or hold NaN or infinity; if the targets do
        not suit loss and output; if the model is not compiled, has no loss, or several
        inputs or outputs.
    """
    if not checked_model(model).compiled:
        raise ValueError("The model is not compiled: call model.compile(...) first.")
    X, y = checked_model_samples(model, X), checked_numbers("y", y)
    _check_size("y", y)
    if y.ndim < 1 or X.shape[0] != y.shape[0] or not len(y):
        raise ValueError(
            "Expected X (n_samples, ...) and y (n_samples, ...) with one sample or "
            f"more, got shapes {X.shape} and {y.shape}."
        )
    return X, checked_targets(model, X, y)


def _check_size(name, values):
    """Refuse numbers that are infinite in float32, in which Keras computes."""
    checked_numbers(name, values, np.float32 if values.dtype == np.float64 else None)
