"""How loss and accuracy change while a network learns."""

import numpy as np
from matplotlib.ticker import MaxNLocator

from annutils.checks import checked_array
from annutils.plot._axes import checked_axes


def learning_curves(history, metric="loss", ax=None):
    """Draw a metric over the epochs: training solid, validation dashed.

    Parameters
    ----------
    history : keras.callbacks.History or dict
        What `fit` returned: lists by name, such as "loss" and "val_loss".
    metric : str
        The name of the curve; the one called ``val_`` and this name is drawn with it.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes by default.

    Returns
    -------
    matplotlib.axes.Axes
        With one line or two, over the epochs counted from 1. A metric that became NaN
        leaves a gap.

    Raises
    ------
    TypeError
        If it is no history, its values are no numbers, or `ax` is something else.
    ValueError
        If the history has no such metric (the message lists those it has), or not one
        value for each epoch.
    """
    records = getattr(history, "history", history)
    if not isinstance(records, dict):
        raise TypeError(f"Expected a Keras History or a dict, got {history!r}.")
    known = isinstance(metric, str) and metric in records
    training = _values(records, metric) if known else ()
    if not len(training):
        empty = " without values" if known else ""
        raise ValueError(
            f"Expected one of {sorted(map(str, records))} as metric, got "
            f"{metric!r}{empty}."
        )
    # Keras counts epochs from 0, readers from 1.
    epochs = np.array(getattr(history, "epoch", range(len(training)))) + 1
    validation = None
    if f"val_{metric}" in records:
        validation = _values(records, f"val_{metric}")
        _check_number(validation, epochs, f"val_{metric}")
    _check_number(training, epochs, metric)
    ax = checked_axes(ax)
    marker = "o" if len(epochs) == 1 else None  # one point makes no line
    (line,) = ax.plot(epochs, training, marker=marker, label="training")
    if validation is not None:
        style = {"linestyle": "--", "color": line.get_color(), "marker": marker}
        ax.plot(epochs, validation, **style, label="validation")
        ax.legend()
    ax.set(xlabel="Epoch", ylabel=metric.replace("_", " ").capitalize())
    ax.xaxis.set_major_locator(
        MaxNLocator("auto", steps=[1, 2, 5, 10], integer=True, min_n_ticks=1)
    )
    return ax


def _values(records, name):
    """Return the values of a metric, which may have become NaN."""
    values = checked_array(f"the values of {name!r}", records[name])
    if values.ndim != 1 or values.dtype.kind not in "biuf":
        raise TypeError(f"Expected a list of numbers as {name!r}, got {values!r}.")
    return values


def _check_number(values, epochs, name):
    if len(values) != len(epochs):
        raise ValueError(
            f"Expected {len(epochs)} values of {name!r}, one for each epoch, "
            f"got {len(values)}."
        )
