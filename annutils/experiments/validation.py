"""Checks of what a Keras model is trained with: model, samples, targets, callbacks.

Keras computes with targets of almost any shape and value. Some give nonsense in
silence: labels -1 and 1 a cross-entropy below zero, targets (n, 2) against outputs
(n, 1) whatever broadcasting makes of them.
"""

import numpy as np

from annutils.checks import checked_numbers, label_hint

__all__ = [
    "checked_callbacks",
    "checked_model",
    "checked_samples",
    "checked_training_data",
    "one_shape",
]

_LABELS = "sparse_categorical_crossentropy"
_PROBABILITIES = {"binary_crossentropy", "categorical_crossentropy"}


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


def checked_samples(model, X):
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
        If they are no numbers.
    ValueError
        If the shape is not that of the model's input, or a number is NaN or infinite,
        also if it only is in float32.
    """
    X = X.tocsr() if hasattr(X, "tocsr") else checked_numbers("X", X)
    _check_size("X", X.data if hasattr(X, "tocsr") else X)
    if X.ndim < 2:
        raise ValueError(f"Expected X of shape (n_samples, ...), got {X.shape}.")
    wanted = getattr(model, "input_shape", None)  # unknown before the first call
    if wanted is not None and not _fits(X.shape, one_shape("input", wanted)):
        raise ValueError(f"Expected X of shape {_in_words(wanted)}, got {X.shape}.")
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
    X, y = checked_samples(model, X), checked_numbers("y", y)
    _check_size("y", y)
    if y.ndim < 1 or X.shape[0] != y.shape[0] or not len(y):
        raise ValueError(
            "Expected X (n_samples, ...) and y (n_samples, ...) with one sample or "
            f"more, got shapes {X.shape} and {y.shape}."
        )
    return X, _checked_targets(model, X, y)


def _check_size(name, values):
    """Refuse numbers that are infinite in float32, in which Keras computes."""
    checked_numbers(name, values, np.float32 if values.dtype == np.float64 else None)


def _checked_targets(model, X, y):
    """Return targets in a form that suits the loss and the output, or refuse them."""
    name, shape = _name_of(model.loss), _output_shape(model, X)
    if name in (_LABELS, "categorical_crossentropy") and shape[-1] == 1:
        raise ValueError(
            f"Expected two output units or more for {name}, got 1: for two classes and "
            "one unit use binary_crossentropy."
        )
    if name == _LABELS:
        return _checked_classes(y, shape)
    may_be_labels = shape[-1] > 1 and _fits(y.shape, shape[:-1]) and _are_whole(y)
    if not name and may_be_labels:  # of a loss of one's own
        return y
    if not _fits(y.shape, shape):
        hint = label_hint("y", y, max(shape[-1], 2))
        if shape[-1] > 1 and y.size == len(y):
            hint = (
                f" Class labels are for {_LABELS}; or make rows of them: "
                f"keras.utils.to_categorical(y, {shape[-1]})."
            )
        raise ValueError(
            f"Expected y of shape {_in_words(shape)} for {name or 'a loss of your own'}"
            f", got {y.shape}.{hint}"
        )
    if name in _PROBABILITIES and not 0 <= y.min() <= y.max() <= 1:
        raise ValueError(
            f"Expected targets from 0 to 1 for {name}, got values from {y.min()} to "
            f"{y.max()}.{label_hint('y', y, 2)}"
        )
    # Keras's losses look at shapes; others broadcast (n,) and (n, 1) to (n, n).
    return y if name else y.reshape(*y.shape[: len(shape) - 1], -1)


def _checked_classes(y, shape):
    """Return one class for each sample; refuse others."""
    n_classes = shape[-1]
    if not _fits(y.shape, (*shape[:-1], 1)):
        raise ValueError(
            f"Expected labels of shape {_in_words(shape[:-1])} for {_LABELS}, "
            f"got {y.shape}.{label_hint('y', y, n_classes)}"
        )
    if y.min() < 0 or y.max() >= n_classes or not _are_whole(y):
        raise ValueError(
            f"Expected labels from 0 to {n_classes - 1} for {n_classes} output units, "
            f"whole numbers, got values from {y.min()} to {y.max()}."
            f"{label_hint('y', y, n_classes)}"
        )
    return y


def _are_whole(numbers):
    return not (numbers % 1).any()


def _name_of(loss):
    """Return Keras's name of a loss, "" for one of your own."""
    import keras

    if loss is None:
        raise ValueError("The model has no loss: call model.compile(..., loss=...).")
    if isinstance(loss, dict | list | tuple):  # for each output
        return ""
    loss = keras.losses.get(loss)
    function = getattr(loss, "fn", loss)
    name = getattr(function, "__name__", "")
    return name if function is getattr(keras.losses, name, None) else ""


def _output_shape(model, X):
    """Return the shape of the model's one output, None for the number of samples."""
    shape = getattr(model, "output_shape", None)
    if shape is None:  # known after the first call only
        sample = X[:1].toarray() if hasattr(X, "tocsr") else X[:1]
        shape = getattr(model(sample, training=False), "shape", ())
        shape = shape and (None, *shape[1:])
    return one_shape("output", shape)


def one_shape(name, shape):
    """Return the shape of a model's one input or output.

    Parameters
    ----------
    name : str
        "input" or "output".
    shape : tuple, or a list, dict or tuple of tuples
        As Keras gives it.

    Returns
    -------
    tuple

    Raises
    ------
    ValueError
        If there are several.
    """
    if not isinstance(shape, tuple) or not shape or isinstance(shape[0], tuple):
        raise ValueError(
            f"Expected a model with one {name}: others are for Keras's own methods."
        )
    return shape


def _fits(shape, wanted):
    """Tell whether a shape is the wanted one, but for a 1 at its end.

    None stands for any number, and so does the first, that of samples.
    """
    alike = [wanted, (*wanted, 1)] + [wanted[:-1]] * (wanted[-1] == 1)
    return any(
        len(shape) == len(each)
        and all(w in (None, n) for n, w in zip(shape[1:], each[1:], strict=True))
        for each in alike
    )


def _in_words(shape):
    """Return a shape as text, ``n_samples`` for its first number."""
    return str(("n_samples", *shape[1:])).replace("'", "")
