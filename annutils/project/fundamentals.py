"""Pieces of the chapters on fundamentals: layers, activations, outputs, bumps."""

import numpy as np

from annutils import activations
from annutils.project.piece import Piece

__all__ = ["PIECES"]


def forward(X, weights, biases, activations):
    """Return the activations of all layers, X first."""
    A = [X]
    for W, b, g in zip(weights, biases, activations, strict=True):
        A.append(g(A[-1] @ W + b))
    return A


def without_bias(X, weights, biases, activations):
    """Forget the biases."""
    return forward(X, weights, [0 * b for b in biases], activations)


def without_activations(X, weights, biases, activations):
    """Pass the sums on as they are."""
    return forward(X, weights, biases, [np.array] * len(weights))


def last_only(X, weights, biases, activations):
    """Return the output instead of all layers."""
    return forward(X, weights, biases, activations)[-1]


def halved(Z):
    """Stand in for an activation: half of each number."""
    return Z / 2


LAYERS = {
    "X": np.array([[1.0, -1.0], [0.0, 2.0], [3.0, 1.0]]),
    "weights": [np.array([[1.0, 0.0, -1.0], [2.0, 1.0, 0.5]]), np.eye(3)[:, :1]],
    "biases": [np.array([0.5, -1.0, 0.0]), np.array([0.25])],
}


def bump(x, left, right, height):
    """Return height where left <= x < right, else 0: one step up, one down."""
    return height * ((x >= left).astype(float) - (x >= right))


NUMBERS = np.array([[-2.0, -0.5, 0.0], [0.5, 1.0, 3.0]])
SCORES = np.array([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0]])
LARGE = np.array([[1000.0, 0.0], [-1000.0, -1001.0]])


def softmax_of_columns(Z):
    """Share among samples instead of among classes."""
    return activations.softmax(Z.T).T


def softmax_of_all(Z):
    """Share among all numbers of the batch."""
    return activations.softmax(Z.reshape(1, -1)).reshape(Z.shape)


def unshifted(Z):
    """Overflow."""
    return np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)


def cross_entropy(P, Y):
    """Return the mean of -log of the probability that each sample's class was given."""
    return -np.log((Y * P).sum(axis=1)).mean()


def nothing_times_infinity(P, Y):
    """Take the logarithm of each class, of those without a probability, too."""
    return -(Y * np.log(P)).sum(axis=1).mean()


SHARES = np.array([[0.7, 0.2, 0.1], [0.1, 0.3, 0.6]])
CLASSES = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
# Where a class is given the probability 0, its logarithm is infinite.
SURE = {"P": np.array([[1.0, 0.0], [0.25, 0.75]]), "Y": np.eye(2)}

PIECES = (
    Piece(
        "forward(X, weights, biases, activations)",
        "Anatomy of a network",
        forward,
        (
            LAYERS | {"activations": [np.abs, halved]},
            {key: value[:1] for key, value in LAYERS.items()}
            | {"activations": [np.abs]},
        ),
        {
            "Each layer adds its biases.": without_bias,
            "Return the list of all layers, X first: training needs them.": last_only,
            "Each layer applies its function to the sums.": without_activations,
        },
    ),
    Piece(
        "relu(Z)",
        "Activation functions",
        activations.relu,
        ({"Z": NUMBERS}, {"Z": np.array([-1.0, 2.0])}),
        {
            "Negative numbers become 0, they do not change their sign.": np.abs,
            "The larger of the two: negative numbers go, positive ones stay.": (
                lambda Z: np.minimum(Z, 0)
            ),
            "That is its slope; a positive number stays as it is.": (
                lambda Z: (Z > 0).astype(float)
            ),
        },
    ),
    Piece(
        "relu_slope(Z)",
        "Activation functions",
        lambda Z: (Z > 0).astype(float),
        ({"Z": NUMBERS}, {"Z": np.array([-1.0, 2.0])}),
        {
            "At 0 itself the book takes the slope 0.": lambda Z: (Z >= 0).astype(float),
            "That is ReLU itself; its slope is 0 or 1.": activations.relu,
            "Below 0 ReLU is flat: its slope there is 0.": np.sign,
        },
    ),
    Piece(
        "softmax(Z)",
        "Classifiers of one layer",
        activations.softmax,
        ({"Z": SCORES}, {"Z": SCORES[:1]}, {"Z": LARGE}),
        {
            "Each row shares 1 among its classes: the sum runs along axis 1.": (
                softmax_of_columns
            ),
            "Each row for itself: sum along axis 1, with keepdims.": softmax_of_all,
            "Subtract each row's largest number first: exp(1000) is infinite.": (
                unshifted
            ),
        },
    ),
    Piece(
        "cross_entropy(P, Y)",
        "Classifiers of one layer",
        cross_entropy,
        ({"P": SHARES, "Y": CLASSES}, {"P": SHARES[:1], "Y": CLASSES[:1]}, SURE),
        {
            # First, since the others are nan for that case, too.
            "Add up Y * P first, then take its logarithm: 0 times log 0 is nan.": (
                nothing_times_infinity
            ),
            "The mean over the samples, not the sum.": lambda P, Y: (
                -(Y * np.log(P)).sum()
            ),
            "The mean over the samples, not over all numbers.": lambda P, Y: (
                -(Y * np.log(P)).mean()
            ),
            "The sign: a logarithm of a probability is negative, a loss is not.": (
                lambda P, Y: -cross_entropy(P, Y)
            ),
        },
    ),
    Piece(
        "bump(x, left, right, height)",
        "Universal approximation",
        bump,
        tuple(
            {"x": np.array([0.0, 1.0, 1.5, 2.0, 3.0]), "left": 1.0, "right": right}
            | {"height": height}
            for right, height in ((2.0, 1.0), (3.0, -0.5))
        ),
        {
            "The second step takes away what the first one added.": (
                lambda x, left, right, height: height * (x >= left)
            ),
            "Both steps are as high as the bump.": (
                lambda x, left, right, height: bump(x, left, right, 1.0)
            ),
            "At right itself the bump is over: left <= x < right.": (
                lambda x, left, right, height: height * ((left <= x) & (x <= right))
            ),
        },
    ),
)
