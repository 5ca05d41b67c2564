"""How loss and accuracy change while a network learns."""

import numpy as np
from matplotlib import pyplot as plt
from matplotlib.ticker import MaxNLocator


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
        If it is no history.
    ValueError
        If the history has no such metric (the message lists those it has), or not one
        value for each epoch.
    """
    records = getattr(history, "history", history)
    if not isinstance(records, dict):
        raise TypeError(f"Expected a Keras History or a dict, got {history!r}.")
    if not len(records.get(metric, ())):
        raise ValueError(
            f"Expected one of {sorted(records)} as metric, got {metric!r}."
        )
    # Keras counts epochs from 0, readers from 1.
    epochs = np.array(getattr(history, "epoch", range(len(records[metric])))) + 1
    ax = ax or plt.gca()
    marker = "o" if len(epochs) == 1 else None  # one point makes no line
    (line,) = ax.plot(
        epochs, _values(records, metric, epochs), marker=marker, label="training"
    )
    if f"val_{metric}" in records:
        validation = _values(records, f"val_{metric}", epochs)
        style = {"linestyle": "--", "color": line.get_color(), "marker": marker}
        ax.plot(epochs, validation, **style, label="validation")
        ax.legend()
    ax.set(xlabel="Epoch", ylabel=metric.replace("_", " ").capitalize())
    ax.xaxis.set_major_locator(
        MaxNLocator("auto", steps=[1, 2, 5, 10], integer=True, min_n_ticks=1)
    )
    return ax


def _values(records, name, epochs):
    """Return the values of a metric, one for each epoch."""
    if len(records[name]) != len(epochs):
        raise ValueError(
            f"Expected {len(epochs)} values of {name!r}, one for each epoch, "
            f"got {len(records[name])}."
        )
    return records[name]
