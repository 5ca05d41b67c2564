"""Pieces of the chapters on history: single units, and two layers of them."""

import numpy as np

from annutils.project.piece import Piece

__all__ = ["PIECES"]


def fires(x, w, threshold):
    """Return 1 where the weighted sum reaches the threshold, else 0."""
    return int(w @ x >= threshold)


def update(w, b, x, y, learning_rate):
    """Return weights and bias after the perceptron has seen a sample."""
    change = learning_rate * (y - int(w @ x + b >= 0))
    return w + change * x, b + change


def always(w, b, x, y, learning_rate):
    """Learn from right answers, too."""
    sign = learning_rate * (2 * y - 1)
    return w + sign * x, b + sign


def backward_update(w, b, x, y, learning_rate):
    """Go away from what is right."""
    change = learning_rate * (int(w @ x + b >= 0) - y)
    return w + change * x, b + change


def stiff(w, b, x, y, learning_rate):
    """Leave the bias."""
    return update(w, b, x, y, learning_rate)[0], b


CORNERS = ([0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0])

PIECES = (
    Piece(
        "fires(x, w, threshold)",
        "Neurons",
        fires,
        (
            {"x": np.array([1.0, 0.0]), "w": np.array([1.0, 1.0]), "threshold": 2.0},
            {"x": np.array([1.0, 1.0]), "w": np.array([1.0, 1.0]), "threshold": 2.0},
            {"x": np.array([1.0, 1.0]), "w": np.array([1.0, -2.0]), "threshold": 1.0},
            {"x": np.array([1.0, 1.0]), "w": np.array([3.0, -1.0]), "threshold": 2.0},
        ),
        {
            "At the threshold itself the neuron fires, too.": lambda x, w, threshold: (
                int(w @ x > threshold)
            ),
            "Each input counts as often as its weight says.": lambda x, w, threshold: (
                int(x.sum() >= threshold)
            ),
            "The neuron answers 1 or 0: compare the sum with the threshold.": (
                lambda x, w, threshold: w @ x
            ),
        },
    ),
    Piece(
        "update(w, b, x, y, learning_rate)",
        "The perceptron",
        update,
        tuple(
            {
                "w": np.array(w),
                "b": b,
                "x": np.array([2.0, -1.0]),
                "y": y,
                "learning_rate": eta,
            }
            for w, b, y, eta in (
                ([1.0, 0.0], 0.0, 0, 1.0),  # answers 1: wrong
                ([-1.0, 0.0], 0.0, 1, 0.5),  # answers 0: wrong
                ([1.0, 0.0], 0.0, 1, 1.0),  # right: nothing changes
                ([0.0, 0.0], 0.0, 0, 1.0),  # a sum of 0 is answered by 1
            )
        ),
        {
            "The sign: a wrong 0 must bring w closer to x.": backward_update,
            "The bias learns, too, as if its input were 1.": stiff,
            "A right answer changes nothing.": always,
        },
    ),
    Piece(
        "xor(x)",
        "XOR and the multilayer perceptron",
        lambda x: int(x[0] != x[1]),
        tuple({"x": np.array(corner)} for corner in CORNERS),
        {
            "That is OR: both inputs together must give 0.": lambda x: int(max(x)),
            "That is AND.": lambda x: int(min(x)),
            "That is NOT XOR: turn the last unit around.": lambda x: int(x[0] == x[1]),
        },
    ),
)
