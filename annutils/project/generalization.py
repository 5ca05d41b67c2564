"""Pieces of the chapters on generalization."""

import numpy as np

from annutils.project.piece import Piece
from annutils.project.training import NETWORK, SAMPLES, TARGETS, rng

__all__ = ["PIECES"]


def split(X, Y, fraction, rng):
    """Return training and validation data; rounded down, the latter are a fraction."""
    order = rng.permutation(len(X))
    n = int(fraction * len(X))
    return X[order[n:]], Y[order[n:]], X[order[:n]], Y[order[:n]]


def unshuffled(X, Y, fraction, rng):
    """Take the first samples as they lie."""
    n = int(fraction * len(X))
    return X[n:], Y[n:], X[:n], Y[:n]


def split_apart(X, Y, fraction, rng):
    """Give each sample another one's target."""
    first, second = rng.permutation(len(X)), rng.permutation(len(X))
    n = int(fraction * len(X))
    return X[first[n:]], Y[second[n:]], X[first[:n]], Y[second[:n]]


def turned(X, Y, fraction, rng):
    """Give the validation data first."""
    x_train, y_train, x_val, y_val = split(X, Y, fraction, rng)
    return x_val, y_val, x_train, y_train


def log_uniform(low, high, n, rng):
    """Return n numbers whose logarithms are uniform."""
    return np.exp(rng.uniform(np.log(low), np.log(high), n))


def l2_gradients(weights, l2):
    """Return the gradients of l2 times the sum of all squared weights."""
    return [2 * l2 * W for W in weights]


def dropout_mask(shape, rate, rng):
    """Return 0 for dropped units and 1 / (1 - rate) for kept ones."""
    return (rng.random(shape) >= rate) / (1 - rate)


def multi_hot(sequences, dimension):
    """Return a row for each sequence, with 1 where a number occurs in it."""
    rows = np.zeros((len(sequences), dimension))
    for row, sequence in zip(rows, sequences, strict=True):
        row[sequence] = 1
    return rows


def counts(sequences, dimension):
    """Count how often each number occurs."""
    return np.array([np.bincount(each, minlength=dimension) for each in sequences])


PIECES = (
    Piece(
        "split(X, Y, fraction, rng)",
        "Overfitting",
        split,
        tuple(
            {"X": SAMPLES, "Y": TARGETS, "fraction": fraction, "rng": rng()}
            for fraction in (0.3, 0.5)
        ),
        {
            "Shuffle before you split: data often lie in order.": unshuffled,
            "One order for both, so that each sample keeps its target.": split_apart,
            "The first of the order are for validation; they come last.": turned,
        },
    ),
    Piece(
        "log_uniform(low, high, n, rng)",
        "Hyperparameters",
        log_uniform,
        ({"low": 1e-4, "high": 1.0, "n": 5, "rng": rng()},),
        {
            "Uniform in the logarithm, not in the number itself.": (
                lambda low, high, n, rng: rng.uniform(low, high, n)
            ),
            "Take the exponential at last.": (
                lambda low, high, n, rng: rng.uniform(np.log(low), np.log(high), n)
            ),
            "Logarithm and power have one base: np.log goes with np.exp.": (
                lambda low, high, n, rng: (
                    10 ** rng.uniform(np.log(low), np.log(high), n)
                )
            ),
        },
    ),
    Piece(
        "l2_gradients(weights, l2)",
        "Regularization",
        l2_gradients,
        ({"weights": NETWORK[0], "l2": 0.01},),
        {
            "The penalty is l2 times the sum of squares: its slope has a factor 2.": (
                lambda weights, l2: l2_gradients(weights, l2 / 2)
            ),
            "That is the penalty; its gradient has a number for each weight.": (
                lambda weights, l2: [l2 * (W**2).sum() for W in weights]
            ),
            "The sign: the penalty grows away from 0.": (
                lambda weights, l2: l2_gradients(weights, -l2)
            ),
        },
    ),
    Piece(
        "dropout_mask(shape, rate, rng)",
        "Remedies together",
        dropout_mask,
        tuple({"shape": (3, 4), "rate": rate, "rng": rng()} for rate in (0.5, 0.2)),
        {
            "Kept units grow, so that the mean stays: divide by 1 - rate.": (
                lambda shape, rate, rng: 1.0 * (rng.random(shape) >= rate)
            ),
            "The rate is the probability of being dropped.": (
                lambda shape, rate, rng: dropout_mask(shape, 1 - rate, rng)
            ),
            "Divide by the share that is kept, 1 - rate, not by the rate.": (
                lambda shape, rate, rng: (rng.random(shape) >= rate) / rate
            ),
        },
    ),
    Piece(
        "multi_hot(sequences, dimension)",
        "Film reviews: overfitting for real",
        multi_hot,
        ({"sequences": [[1, 3, 1], [0], [4, 2]], "dimension": 5},),
        {
            "How often a word occurs does not count: 1 or 0.": counts,
            "A row for each list, a column for each number.": (
                lambda sequences, dimension: multi_hot(sequences, dimension).T
            ),
            "Number 0 has the first column.": (
                lambda sequences, dimension: np.roll(
                    multi_hot(sequences, dimension), -1, axis=1
                )
            ),
        },
    ),
)
