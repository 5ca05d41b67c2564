"""Checks of arguments: each returns the value in one form, or says what is wrong.

What only networks, Keras models, neurons or figures ask for stands with these.
"""

import contextlib
import math
import operator
from collections.abc import Iterator, Mapping, Sequence, Set, ValuesView
from numbers import Real

import numpy as np

__all__ = [
    "checked_array",
    "checked_between",
    "checked_choice",
    "checked_count",
    "checked_flag",
    "checked_function",
    "checked_integer",
    "checked_labels",
    "checked_nonnegative",
    "checked_numbers",
    "checked_pair",
    "checked_real",
    "checked_seed",
    "checked_sequence",
    "label_hint",
]


def checked_integer(name, value):
    """Return an integer as int.

    Parameters
    ----------
    name : str
        What the value is, for the message.
    value : int
        Any; NumPy's integers are welcome, True and False are none.

    Returns
    -------
    int

    Raises
    ------
    TypeError
        If it is something else.
    """
    if not isinstance(value, bool):
        with contextlib.suppress(TypeError):
            return operator.index(value)
    raise TypeError(f"Expected an integer {name}, got {value!r}.")


def checked_count(name, value):
    """Return a number of things as int.

    Parameters
    ----------
    name : str
        What the value is, for the message.
    value : int
        1 or more.

    Returns
    -------
    int

    Raises
    ------
    TypeError
        If it is no integer.
    ValueError
        If it is below 1.
    """
    count = checked_integer(name, value)
    if count < 1:
        raise ValueError(f"Expected {name} of 1 or more, got {count}.")
    return count


def checked_seed(seed):
    """Return a seed as int.

    Parameters
    ----------
    seed : int
        0 <= seed < 2**32, the range that every random generator of the book takes.

    Returns
    -------
    int

    Raises
    ------
    TypeError
        If it is no integer.
    ValueError
        If it is out of range.
    """
    seed = checked_integer("seed", seed)
    if not 0 <= seed < 2**32:
        raise ValueError(f"Expected a seed from 0 to 2**32 - 1, got {seed}.")
    return seed


def checked_real(name, value):
    """Return a real number, NaN and infinity included, as it is.

    Parameters
    ----------
    name : str
        What it is, for the message.
    value : float

    Returns
    -------
    float

    Raises
    ------
    TypeError
        If it is something else, such as True.
    """
    if isinstance(value, bool) or not isinstance(value, Real):
        raise TypeError(f"Expected a number as {name}, got {value!r}.")
    return value


def checked_nonnegative(name, value, *, below=math.inf):
    """Return a finite number in [0, below), as it is.

    Parameters
    ----------
    name : str
        What the value is, for the message.
    value, below : float

    Returns
    -------
    float

    Raises
    ------
    TypeError
        If it is no real number.
    ValueError
        If it is outside, or NaN.
    """
    if not 0 <= checked_real(name, value) < below:  # NaN fails both comparisons
        raise ValueError(f"Expected {name} in [0, {below}), got {value}.")
    return value


def checked_function(name, value):
    """Return what can be called.

    Parameters
    ----------
    name : str
        What it is, for the message.
    value : callable

    Returns
    -------
    callable

    Raises
    ------
    TypeError
        If it cannot be called.
    """
    if not callable(value):
        raise TypeError(f"Expected {name} to be a function, got {value!r}.")
    return value


def checked_flag(name, value):
    """Return True or False as bool.

    Parameters
    ----------
    name : str
        What the value is, for the message.
    value : bool

    Returns
    -------
    bool

    Raises
    ------
    TypeError
        If it is something else.
    """
    if not isinstance(value, bool | np.bool_):
        raise TypeError(f"Expected {name} to be True or False, got {value!r}.")
    return bool(value)


def checked_between(name, value, low, high):
    """Return a number in [low, high], as it is.

    Parameters
    ----------
    name : str
        What the value is, for the message.
    value, low, high : float

    Returns
    -------
    float

    Raises
    ------
    TypeError
        If it is no real number.
    ValueError
        If it is outside, or NaN.
    """
    if not low <= checked_real(name, value) <= high:
        raise ValueError(f"Expected {name} from {low} to {high}, got {value}.")
    return value


def checked_choice(name, value, choices):
    """Return what a choice stands for.

    Parameters
    ----------
    name : str
        What is chosen, for the message.
    value : str
        A key of the choices.
    choices : dict

    Returns
    -------
    object
        The value of that key.

    Raises
    ------
    ValueError
        If there is no such choice; the message lists them.
    """
    if not isinstance(value, str) or value not in choices:
        raise ValueError(
            f"Expected {name} to be one of {list(choices)}, got {value!r}."
        )
    return choices[value]


def checked_array(name, values):
    """Return values as an array, unless the array would not hold what they say.

    Parameters
    ----------
    name : str
        What they are, for the message.
    values : array
        Of any shape; lists, data frames and tensors of Keras's backends are converted.

    Returns
    -------
    array

    Raises
    ------
    TypeError
        If it is a masked array, whose mask NumPy would drop; a set, a dict or an
        iterator, which have no order or no length; or a sparse matrix.
    ValueError
        If rows differ in length.
    """
    if type(values) is np.ndarray:
        return values
    wanted = f"Expected {name} as an array,"
    if _is_masked(values):
        raise TypeError(
            f"{wanted} got a masked one: leave out what is masked, or fill it in "
            f"({name}.filled(...))."
        )
    if isinstance(values, Set | Mapping | ValuesView | Iterator):
        raise TypeError(f"{wanted} got a {type(values).__name__}: pass a list.")
    if hasattr(values, "tocsr"):
        raise TypeError(f"{wanted} got a sparse matrix: pass {name}.toarray().")
    try:
        return np.asarray(values)
    except ValueError as error:  # rows of several lengths
        raise ValueError(f"{wanted} got {type(values).__name__}: {error}") from error


def checked_numbers(name, values, dtype=None):
    """Return finite numbers as an array.

    Parameters
    ----------
    name : str
        What they are, for the message.
    values : array
        Of any shape, as for `checked_array`.
    dtype : numpy dtype, optional
        Of the result, by default that of the values. Without change, no copy is made.

    Returns
    -------
    array

    Raises
    ------
    TypeError
        If they are no real numbers, or no array.
    ValueError
        If one is NaN or infinite, also if it only is in the dtype.
    """
    array = checked_array(name, values)
    if array.dtype.kind not in "biuf":
        got = f"values of {array.dtype}" if array.ndim else f"{values!r}"
        raise TypeError(f"Expected numbers in {name}, got {got}.")
    with np.errstate(over="ignore"):
        values = np.asarray(array, dtype)
    # minimum and maximum see NaN and infinity without a temporary array
    if values.size and not np.isfinite([values.min(), values.max()]).all():
        raise ValueError(f"Expected finite numbers in {name}, got NaN or infinity.")
    return values


def checked_labels(y, n_samples, n_classes, *, name="y"):
    """Return class labels as integers.

    Parameters
    ----------
    y : array of shape (n_samples,)
        Whole numbers from 0 to n_classes - 1, of any type; one or more.
    n_samples : int or None
        How many there must be; None: any number.
    n_classes : int
    name : str
        What they are, for the message.

    Returns
    -------
    array of int64, shape (n_samples,)

    Raises
    ------
    TypeError
        If they are no numbers.
    ValueError
        If the shape is another, or a label is out of range or no whole number; the
        message says how to turn one-hot rows, or labels -1 and 1, into such labels.
    """
    y = checked_numbers(name, y)
    what = name if name == "labels" else f"{name} to be labels"
    if y.ndim != 1 or not y.size or n_samples not in (None, y.size):
        wanted = "n_samples" if n_samples is None else n_samples
        raise ValueError(
            f"Expected {what} of shape ({wanted},), got {y.shape}."
            f"{label_hint(name, y, n_classes)}"
        )
    if not 0 <= y.min() <= y.max() < n_classes or (y % 1).any():
        raise ValueError(
            f"Expected {what} from 0 to {n_classes - 1}, whole numbers, "
            f"got values from {y.min()} to {y.max()}.{label_hint(name, y, n_classes)}"
        )
    return y.astype(np.int64)


def label_hint(name, y, n_classes):
    """Return what most likely makes labels 0, ..., n_classes - 1 of these, or nothing.

    Parameters
    ----------
    name : str
        What they are, for the message.
    y : array of finite numbers
        Any shape.
    n_classes : int

    Returns
    -------
    str
        A sentence with a blank before it, or "".
    """
    if not y.size:
        return f" {name} is empty."
    is_table = y.ndim == 2 and y.shape[1] > 1
    if is_table and np.isin(y, (0, 1)).all() and (y.sum(axis=1) == 1).all():
        return f" These look one-hot: try {name}.argmax(axis=1)."
    if y.ndim > 1 and y.size == max(y.shape):
        return f" Try {name}.ravel()."
    if np.isin(y, (-1, 1)).all():
        return f" Map -1 and 1 to 0 and 1: ({name} + 1) // 2."
    if y.min() == 1 and y.max() == n_classes and not (y % 1).any():
        return f" The first class is 0: {name} - 1."
    return ""


def checked_pair(name, pair):
    """Return samples and targets that are given together.

    Parameters
    ----------
    name : str
        What they are, for the message.
    pair : tuple or list of two
        X and y, which are not looked at.

    Returns
    -------
    X, y

    Raises
    ------
    TypeError
        If it is no tuple or list.
    ValueError
        If it holds another number of things.
    """
    wanted = f"Expected {name} to be a pair of X and y, got"
    if not isinstance(pair, tuple | list):
        raise TypeError(f"{wanted} a {type(pair).__name__}.")
    if len(pair) != 2:
        raise ValueError(f"{wanted} {len(pair)} things.")
    return pair


def checked_sequence(name, values, length=None):
    """Return things in an order as a list.

    Parameters
    ----------
    name : str
        What they are, for the message.
    values : list, tuple, range or array
        Of anything.
    length : int, optional
        How many there must be.

    Returns
    -------
    list

    Raises
    ------
    TypeError
        If they have no order or no length, as a set or a generator; or if it is a
        string.
    ValueError
        If there is another number of them.
    """
    is_array = isinstance(values, np.ndarray) and values.ndim > 0
    if not (is_array or isinstance(values, Sequence)) or isinstance(
        values, str | bytes
    ):
        raise TypeError(f"Expected {name} to be a list or tuple, got {values!r}.")
    if length not in (None, len(values)):
        raise ValueError(f"Expected {length} {name}, got {len(values)}.")
    return list(values)


def _is_masked(values):
    parts = values if isinstance(values, list | tuple) else [values]
    return any(isinstance(part, np.ma.MaskedArray) for part in parts)
