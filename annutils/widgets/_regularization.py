"""The figure of regularization: how strong a remedy must be, and may be."""

import json

from annutils.checks import checked_labels, checked_numbers, checked_sequence
from annutils.experiments import Spread
from annutils.network.compact import packed
from annutils.widgets._figure import Figure

__all__ = ["regularization"]

ALT = (
    "Above, three boundaries of a large network among few points of two classes: with "
    "too little of a remedy it has pockets around single points, with enough it is one "
    "bent line, with too much a straight one. Below, the error on new samples against "
    "the strength: it falls into a valley and rises again."
)
REMEDIES = "l2", "dropout", "stop"


def regularization(tries, X, y, *, noise=0.35):
    """Let readers choose how strong a remedy is, before they see the error it leaves.

    Parameters
    ----------
    tries : dict of str to dict of float to list
        For each of "l2", "dropout" and "stop", its strengths, the weakest first, which
        is none; for each of these a list with one triple a training set: the network
        (a `MultilayerPerceptron` of two inputs, one hidden layer of tanh units and one
        output), and its errors on training samples and on new ones, in percent. The
        networks of the first training set are those that are shown.
    X : array of shape (n_samples, 2)
        The first training set.
    y : array of shape (n_samples,)
        Their classes, 0 or 1.
    noise : float
        Standard deviation of the noise of all sets, which are moons.

    Returns
    -------
    Figure

    Raises
    ------
    TypeError
        If `tries` is no dict of dicts, or X or y are no numbers.
    ValueError
        If another remedy is tried, or one with less than three strengths or two
        training sets; or X or y is of another shape.
    """
    records = {name: _records(results) for name, results in _checked(tries).items()}
    X = checked_numbers("X", X)
    if X.ndim != 2 or X.shape[1] != 2:
        raise ValueError(f"Expected X of shape (n_samples, 2), got {X.shape}.")
    y = checked_labels(y, len(X), 2)
    points = [
        [round(float(u), 3), round(float(v), 3), int(k)]
        for (u, v), k in zip(X, y, strict=True)
    ]
    shown = {
        name: [one | {"network": packed(one["network"].theta.vector)} for one in record]
        for name, record in records.items()
    }
    units = len(records["l2"][0]["network"].biases[0])
    carried = {"points": points, "noise": noise, "units": units, "tries": shown}
    text = json.dumps(carried, separators=(",", ":"))

    def draw(ax):
        _draw(ax, records["l2"], X, y)

    return Figure("ann-regularization", {}, draw, ALT, figsize=(5, 4.2), carried=text)


def _checked(tries):
    if not isinstance(tries, dict) or not all(
        isinstance(t, dict) for t in tries.values()
    ):
        raise TypeError(f"Expected tries to be a dict of dicts, got {tries!r}.")
    if set(tries) != set(REMEDIES):
        raise ValueError(f"Expected tries of {list(REMEDIES)}, got {list(tries)}.")
    for name, results in tries.items():
        counts = {len(checked_sequence(name, sets)) for sets in results.values()}
        if len(results) < 3 or len(counts) != 1 or min(counts) < 2:
            raise ValueError(
                f"Expected three strengths or more of {name}, each with the same two "
                f"training sets or more, got {len(results)} with {sorted(counts)}."
            )
    return tries


def _records(results):
    """Return what is carried of each strength, with the first network as it is."""
    new = {
        strength: [error for *_, error in sets] for strength, sets in results.items()
    }
    best = min(new, key=lambda strength: Spread(tuple(new[strength])).mean)
    records = []
    for strength, sets in results.items():
        networks, seen, _ = zip(*sets, strict=True)
        pairs = zip(new[strength], new[best], strict=True)
        low, _ = Spread(tuple(other - least for other, least in pairs)).interval
        spread = Spread(tuple(new[strength]))
        records.append(
            {
                "strength": strength,
                "seen": round(float(Spread(tuple(seen)).mean), 3),
                "new": [round(float(x), 3) for x in (spread.mean, *spread.interval)],
                "each": [round(float(error), 1) for error in new[strength]],
                "open": bool(low <= 0),  # whether its mean is above the lowest
                "network": networks[0],
            }
        )
    return records


def _draw(ax, records, X, y):
    """Draw what L2 does: too little, enough, too much, and the errors that say so."""
    from annutils import plot

    ax.set_axis_off()
    means = [record["new"][0] for record in records]
    best = means.index(min(means))
    chosen = {"too little": 0, "enough": best, "too much": len(records) - 1}
    for k, (name, place) in enumerate(chosen.items()):
        panel = ax.inset_axes([0.345 * k, 0.58, 0.31, 0.36])
        plot.decision_boundary(records[place]["network"].predict_proba, X, y, panel)
        panel.set(title=name, xticks=[], yticks=[], xlabel="", ylabel="")
    curve = ax.inset_axes([0.1, 0.08, 0.9, 0.36])
    places = range(len(records))
    curve.plot(places, means, "o-", color="0.1", label="new samples")
    seen = [record["seen"] for record in records]
    curve.plot(places, seen, color="0.5", label="training samples")
    curve.set_xticks(places, [f"{record['strength']:g}" for record in records])
    curve.set(xlabel=r"Rate $\lambda$ of L2", ylabel="Error, percent", ylim=(0, None))
    curve.legend()
