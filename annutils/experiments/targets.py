"""Checks of the targets of a Keras model: its loss says what they are.

Keras computes with targets of almost any shape and value. Some give nonsense in
silence: labels -1 and 1 a cross-entropy below zero, targets (n, 2) against outputs
(n, 1) whatever broadcasting makes of them. So the loss is looked up, however it is
spelled, and the shape is compared with that of the output.
"""

import functools
import math

import numpy as np

from annutils.checks import label_hint

__all__ = ["checked_targets", "fits", "in_words", "one_shape"]

# What targets of Keras's losses lie between, where not any number will do.
_RANGES = {
    "binary_crossentropy": (0, 1),
    "binary_focal_crossentropy": (0, 1),
    "categorical_crossentropy": (0, 1),
    "categorical_focal_crossentropy": (0, 1),
    "categorical_generalized_cross_entropy": (0, 1),
    "categorical_hinge": (0, 1),
    "dice": (0, 1),
    "hinge": (-1, 1),
    "kl_divergence": (0, 1),
    "mean_squared_logarithmic_error": (0, math.inf),
    "poisson": (0, math.inf),
    "squared_hinge": (-1, 1),
    "tversky": (0, 1),
}
_ROWS_SUM_TO_1 = {
    "categorical_crossentropy",
    "categorical_focal_crossentropy",
    "kl_divergence",
}
_LABELS = "sparse_categorical_crossentropy"
_OF_OTHER_SHAPES = {"circle", "ctc"}


def checked_targets(model, X, y):
    """Return targets that suit the loss and the output of a model.

    Parameters
    ----------
    model : keras.Model
        Compiled, with one output.
    X : ndarray or SciPy sparse matrix in CSR form
        Samples that the model takes.
    y : array of shape (n_samples, ...)
        Finite numbers.

    Returns
    -------
    ndarray
        As they are; for a loss of your own, values have the shape of the output.

    Raises
    ------
    ValueError
        If the shape or a value does not suit; the message says what would help. Or if
        the model has no loss, or several losses or outputs.
    """
    name = _name_of(model.loss)
    if name in _OF_OTHER_SHAPES:
        return y
    shape = _output_shape(model, X)
    if name in {_LABELS, *_ROWS_SUM_TO_1} and shape[-1] == 1:
        raise ValueError(
            f"Expected two output units or more for {name}, got 1: for two classes and "
            "one unit use binary_crossentropy."
        )
    of_labels = (*shape[:-1], 1)
    is_own = not name and shape[-1] > 1
    if name == _LABELS or (is_own and fits(y.shape, of_labels) and _are_whole(y)):
        return _checked_classes(y, of_labels, shape[-1], _ignored(model.loss))
    return _checked_values(model, y, shape, name)


def _checked_classes(y, shape, n_classes, ignored):
    """Return one class for each sample; refuse others."""
    if not fits(y.shape, shape):
        raise ValueError(
            f"Expected labels of shape {in_words(shape[:-1])} for {_LABELS}, "
            f"got {y.shape}.{label_hint('y', y, n_classes)}"
        )
    classes = y[y != ignored]
    low, high = classes.min(initial=0), classes.max(initial=0)
    if low < 0 or high >= n_classes or not _are_whole(classes):
        raise ValueError(
            f"Expected labels from 0 to {n_classes - 1} for {n_classes} output units, "
            f"whole numbers, got values from {y.min()} to {y.max()}."
            f"{label_hint('y', y, n_classes)}"
        )
    return y


def _are_whole(numbers):
    return not (numbers % 1).any()


def _checked_values(model, y, shape, name):
    """Return targets that are values of the outputs; refuse others."""
    loss = name or "a loss of your own"
    if not fits(y.shape, shape):
        raise ValueError(
            f"Expected y of shape {in_words(shape)} for {loss}, got {y.shape}."
            f"{_shape_hint(y, shape, name)}"
        )
    low, high, why = *_RANGES.get(name, (-math.inf, math.inf)), loss
    if name not in _RANGES and (squashed := _squashing(model)):
        low, high, why = 0, 1, f"outputs of a {squashed}"
    if not low <= y.min() <= y.max() <= high:
        raise ValueError(
            f"Expected targets from {low} to {high} for {why}, got values from "
            f"{y.min()} to {y.max()}.{label_hint('y', y, 2)}"
        )
    if name in _ROWS_SUM_TO_1 and np.abs(y.sum(axis=-1) - 1).max() > 1e-3:
        raise ValueError(
            f"Expected rows of y that sum to 1 for {name}, got sums from "
            f"{y.sum(axis=-1).min():g} to {y.sum(axis=-1).max():g}: where several "
            "classes may hold at once, use sigmoid and binary_crossentropy."
        )
    if not name and y.ndim != len(shape):
        # Keras's losses look at shapes; others broadcast (n,) and (n, 1) to (n, n).
        return y.reshape(*y.shape[: len(shape) - 1], -1)
    return y


def _shape_hint(y, shape, name):
    """Return what most likely helps, or nothing."""
    if shape[-1] > 1 and y.size == len(y):
        return (
            " Class labels are for sparse_categorical_crossentropy; or make rows of "
            f"them: keras.utils.to_categorical(y, {shape[-1]})."
        )
    if not name:
        return " Targets of another shape are for Keras's own model.fit."
    return label_hint("y", y, max(shape[-1], 2))


def _squashing(model):
    """Return the last activation's name if it has outputs from 0 to 1."""
    if not hasattr(model, "output_shape"):  # of a class of one's own: who knows
        return ""
    name = getattr(getattr(model.layers[-1], "activation", None), "__name__", "")
    return name if name in ("sigmoid", "softmax") else ""


def _name_of(loss):
    """Return Keras's name of a loss, "" for one of your own.

    It may be given by that name, an alias, a function, a partial one, a bound method,
    a class, an object or its subclass, or as the only entry of a list or a dictionary.
    """
    import keras

    if loss is None:
        raise ValueError("The model has no loss: call model.compile(..., loss=...).")
    if isinstance(loss, str | type):
        return _name_of(loss() if isinstance(loss, type) else keras.losses.get(loss))
    inner = _inside(loss)
    if inner is not loss:
        return _name_of(inner)
    name = getattr(loss, "__name__", "")
    return name if loss is getattr(keras.losses, name, None) else ""


def _inside(loss):
    """Return what a loss is wrapped in, taken off once."""
    if isinstance(loss, dict | list | tuple):
        losses = [*loss.values()] if isinstance(loss, dict) else loss
        if len(losses) != 1:
            raise ValueError(
                f"Expected one loss, got {len(losses)}: several are for Keras's own "
                "model.fit."
            )
        return losses[0]
    if isinstance(loss, functools.partial):
        return loss.func
    return getattr(loss, "fn", getattr(loss, "__self__", loss))


def _ignored(loss):
    """Return the label that a loss object was told to ignore, or None."""
    while (inner := _inside(loss)) is not loss and not hasattr(loss, "ignore_class"):
        loss = inner
    return getattr(loss, "ignore_class", None)


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


def fits(shape, wanted):
    """Tell whether a shape is the wanted one, but for a 1 at its end.

    Parameters
    ----------
    shape : tuple of int
    wanted : tuple of int or None
        None stands for any number, and so does the first, that of samples.

    Returns
    -------
    bool
    """
    alike = [wanted, (*wanted, 1)] + [wanted[:-1]] * (wanted[-1] == 1)
    return any(
        len(shape) == len(each)
        and all(w in (None, n) for n, w in zip(shape[1:], each[1:], strict=True))
        for each in alike
    )


def in_words(shape):
    """Return a shape as text, ``n_samples`` for its first number.

    Parameters
    ----------
    shape : tuple of int or None

    Returns
    -------
    str
    """
    return str(("n_samples", *shape[1:])).replace("'", "")
