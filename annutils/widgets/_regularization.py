"""The figure of regularization: runs computed once, to look at with sliders."""

import json

from annutils.checks import checked_labels, checked_numbers, checked_sequence
from annutils.network.compact import packed
from annutils.widgets._figure import Figure
from annutils.widgets._regularization_runs import SETTINGS

__all__ = ["regularization"]

ALT = (
    "Points of two overlapping classes, and the regions that a network of 50 hidden "
    "units assigns to them under the strongest regularization."
)


def regularization(runs, X, y):
    """Show boundary, weights and errors of networks, which follow four sliders.

    Parameters
    ----------
    runs : list of dict
        What `regularization_runs` returns.
    X : array of shape (n_samples, 2)
        The training data of the first seed.
    y : array of shape (n_samples,)
        Their classes, 0 or 1.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If the runs are no list of dict, or X or y no numbers.
    ValueError
        If there is no run, or one lacks something; or X or y is of another shape.
    """
    runs = [_checked_run(run) for run in checked_sequence("runs", runs)]
    X = checked_numbers("X", X)
    if X.ndim != 2 or X.shape[1] != 2 or not runs:
        raise ValueError(
            f"Expected one run or more and X of shape (n_samples, 2), got {len(runs)} "
            f"runs and {X.shape}."
        )
    y = checked_labels(y, len(X), 2)
    points = [
        [round(float(u), 3), round(float(v), 3), int(k)]
        for (u, v), k in zip(X, y, strict=True)
    ]
    records = [run | {"network": packed(run["network"].theta.vector)} for run in runs]
    text = json.dumps({"points": points, "runs": records}, separators=(",", ":"))

    def draw(ax):
        from annutils import plot

        plot.decision_boundary(runs[-1]["network"].predict_proba, X, y, ax)

    return Figure("ann-regularization", {}, draw, ALT, carried=text)


def _checked_run(run):
    """Return a run that `regularization_runs` may have made."""
    if not isinstance(run, dict):
        raise TypeError(f"Expected each run to be a dict, got {run!r}.")
    if missing := {*SETTINGS, "train", "test", "network"} - set(run):
        raise ValueError(f"Expected each run to have {sorted(missing)}, too.")
    return run
