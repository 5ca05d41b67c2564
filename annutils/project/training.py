"""Pieces of the chapters on training and practice: from the step to the digits."""

from itertools import pairwise

import numpy as np

from annutils.activations import relu, softmax
from annutils.project.fundamentals import forward
from annutils.project.piece import Piece

__all__ = ["PIECES"]


def descend(gradient, theta, learning_rate, steps):
    """Return the parameters after some steps against the gradient."""
    for _ in range(steps):
        theta = theta - learning_rate * gradient(theta)
    return theta


def bowl_gradient(theta):
    """Return the gradient of theta_1^2 + 2 theta_2^2."""
    return np.array([2.0, 4.0]) * theta


def with_one_gradient(gradient, theta, learning_rate, steps):
    """Ask for the gradient once."""
    return theta - steps * learning_rate * gradient(theta)


def momentum_step(theta, v, g, learning_rate, momentum):
    """Return parameters and velocity after one step, as Keras's SGD takes it."""
    v = momentum * v - learning_rate * g
    return theta + v, v


def with_old_velocity(theta, v, g, learning_rate, momentum):
    """Move before the velocity is new."""
    return theta + v, momentum_step(theta, v, g, learning_rate, momentum)[1]


def batches(X, Y, batch_size, rng):
    """Return pairs of batches that hold each sample once, in random order."""
    order = rng.permutation(len(X))
    starts = range(0, len(X), batch_size)
    chosen = [order[start : start + batch_size] for start in starts]
    return [(X[rows], Y[rows]) for rows in chosen]


def shuffled_apart(X, Y, batch_size, rng):
    """Give each sample another one's target."""
    x = [pair[0] for pair in batches(X, Y, batch_size, rng)]
    return list(
        zip(x, [pair[1] for pair in batches(X, Y, batch_size, rng)], strict=True)
    )


def whole_only(X, Y, batch_size, rng):
    """Leave out the last samples where they fill no batch."""
    return [
        pair for pair in batches(X, Y, batch_size, rng) if len(pair[0]) == batch_size
    ]


def in_order(X, Y, batch_size, rng):
    """Take the samples as they lie."""
    starts = range(0, len(X), batch_size)
    return [(X[i : i + batch_size], Y[i : i + batch_size]) for i in starts]


def numeric_gradient(f, theta, h):
    """Return the central differences of f, one parameter after the other."""
    return np.array(
        [(f(theta + e) - f(theta - e)) / (2 * h) for e in h * np.eye(len(theta))]
    )


def one_sided(f, theta, h):
    """Nudge to one side only."""
    return np.array([(f(theta + e) - f(theta)) / h for e in h * np.eye(len(theta))])


def cubes(theta):
    """Return the sum of the third powers."""
    return float((theta**3).sum())


def backward(A, weights, Y):
    """Return the gradients of weights and biases: ReLU, softmax, cross-entropy."""
    return gradients(A, weights, (A[-1] - Y) / len(Y), lambda a: a > 0)


def gradients(A, weights, delta, slope):
    """Carry the output's error back through the layers."""
    dW, db = [], []
    for layer in reversed(range(len(weights))):
        dW.insert(0, A[layer].T @ delta)
        db.insert(0, delta.sum(axis=0))
        if layer > 0:
            delta = (delta @ weights[layer].T) * slope(A[layer])
    return dW, db


def summed(A, weights, Y):
    """Forget the factor 1/m of the mean."""
    return gradients(A, weights, A[-1] - Y, lambda a: a > 0)


def without_slope(A, weights, Y):
    """Forget the slope of ReLU."""
    return gradients(A, weights, (A[-1] - Y) / len(Y), np.ones_like)


def uphill(A, weights, Y):
    """Turn the output's error around."""
    return gradients(A, weights, (Y - A[-1]) / len(Y), lambda a: a > 0)


def initialize(sizes, rng):
    """Return He's weights, layer by layer, and biases of zero."""
    pairs = pairwise(sizes)
    weights = [rng.normal(0, np.sqrt(2 / n), (n, n_out)) for n, n_out in pairs]
    return weights, [np.zeros(n) for n in sizes[1:]]


def unscaled(sizes, rng):
    """Draw with a standard deviation of 1."""
    pairs = pairwise(sizes)
    weights = [rng.normal(0, 1, pair) for pair in pairs]
    return weights, [np.zeros(n) for n in sizes[1:]]


def by_variance(sizes, rng):
    """Take the variance for the standard deviation."""
    pairs = pairwise(sizes)
    weights = [rng.normal(0, 2 / n, (n, n_out)) for n, n_out in pairs]
    return weights, [np.zeros(n) for n in sizes[1:]]


def by_outputs(sizes, rng):
    """Take the number of a layer's own units for that of its inputs."""
    pairs = pairwise(sizes)
    weights = [rng.normal(0, np.sqrt(2 / n_out), (n, n_out)) for n, n_out in pairs]
    return weights, [np.zeros(n) for n in sizes[1:]]


def train(X, Y, sizes, epochs, batch_size, learning_rate, momentum, rng):
    """Return the trained weights and biases."""
    weights, biases = initialize(sizes, rng)
    theta = [*weights, *biases]
    v = [np.zeros_like(each) for each in theta]
    g = [relu] * (len(sizes) - 2) + [softmax]
    for _ in range(epochs):
        for X_batch, Y_batch in batches(X, Y, batch_size, rng):
            weights, biases = theta[: len(g)], theta[len(g) :]
            A = forward(X_batch, weights, biases, g)
            dW, db = backward(A, weights, Y_batch)
            for i, each in enumerate([*dW, *db]):
                theta[i], v[i] = momentum_step(
                    theta[i], v[i], each, learning_rate, momentum
                )
    return theta[: len(g)], theta[len(g) :]


def without_memory(X, Y, sizes, epochs, batch_size, learning_rate, momentum, rng):
    """Begin each step at rest."""
    return train(X, Y, sizes, epochs, batch_size, learning_rate, 0.0, rng)


def one_epoch(X, Y, sizes, epochs, batch_size, learning_rate, momentum, rng):
    """Stop after the first epoch."""
    return train(X, Y, sizes, 1, batch_size, learning_rate, momentum, rng)


def upward(X, Y, sizes, epochs, batch_size, learning_rate, momentum, rng):
    """Go up instead of down."""
    return train(X, Y, sizes, epochs, batch_size, -learning_rate, momentum, rng)


def predict(X, weights, biases):
    """Return the most probable class of each sample."""
    return outputs(X, weights, biases).argmax(axis=1)


def outputs(X, weights, biases):
    """Return the probabilities of each sample."""
    g = [relu] * (len(weights) - 1) + [softmax]
    return forward(X, weights, biases, g)[-1]


def rng():
    """Return a generator; each call of a case gets a copy of its own."""
    return np.random.default_rng(3)


SAMPLES = np.arange(14.0).reshape(7, 2) / 10
TARGETS = np.eye(3)[[0, 1, 2, 0, 1, 2, 0]]
NETWORK = initialize((2, 4, 3), np.random.default_rng(7))
DEEP = initialize((2, 4, 5, 3), np.random.default_rng(8))


def passed(weights, biases):
    """Return the case of `backward` that a forward pass makes."""
    g = [relu] * (len(weights) - 1) + [softmax]
    A = forward(SAMPLES - 0.5, weights, biases, g)
    return {"A": A, "weights": weights, "Y": TARGETS}


PIECES = (
    Piece(
        "descend(gradient, theta, learning_rate, steps)",
        "Gradient descent",
        descend,
        tuple(
            {
                "gradient": bowl_gradient,
                "theta": np.array([1.0, -2.0]),
                "learning_rate": eta,
                "steps": steps,
            }
            for eta, steps in ((0.1, 1), (0.1, 5), (0.3, 2))
        ),
        {
            "Against the gradient: it points uphill.": (
                lambda gradient, theta, learning_rate, steps: descend(
                    gradient, theta, -learning_rate, steps
                )
            ),
            "Ask for the gradient anew at each step.": with_one_gradient,
            "Take as many steps as are asked for.": (
                lambda gradient, theta, learning_rate, steps: descend(
                    gradient, theta, learning_rate, 1
                )
            ),
        },
    ),
    Piece(
        "momentum_step(theta, v, g, learning_rate, momentum)",
        "Optimizers",
        momentum_step,
        tuple(
            {
                "theta": np.array([1.0, -2.0]),
                "v": np.array(v),
                "g": np.array([0.5, 1.0]),
                "learning_rate": 0.1,
                "momentum": 0.9,
            }
            for v in ([0.0, 0.0], [0.2, -0.4])
        ),
        {
            "First the new velocity, then the step with it.": with_old_velocity,
            "Against the gradient: the velocity loses learning_rate * g.": (
                lambda theta, v, g, learning_rate, momentum: momentum_step(
                    theta, v, -g, learning_rate, momentum
                )
            ),
            "Part of the old velocity stays: momentum * v.": (
                lambda theta, v, g, learning_rate, momentum: momentum_step(
                    theta, v, g, learning_rate, 0.0
                )
            ),
        },
    ),
    Piece(
        "batches(X, Y, batch_size, rng)",
        "Vectorization",
        batches,
        (
            {"X": SAMPLES, "Y": TARGETS, "batch_size": 7, "rng": rng()},
            {"X": SAMPLES, "Y": TARGETS, "batch_size": 3, "rng": rng()},
        ),
        {
            "One order for both: draw rng.permutation once.": shuffled_apart,
            "The last batch may be smaller, and must not be lost.": whole_only,
            "The samples come in the order of rng.permutation.": in_order,
        },
    ),
    Piece(
        "numeric_gradient(f, theta, h)",
        "Computational graphs",
        numeric_gradient,
        tuple(
            {"f": cubes, "theta": np.array(theta), "h": h}
            for theta, h in (([1.0, -2.0], 1e-5), ([0.5, 1.0, 2.0], 0.1))
        ),
        {
            "Nudge up and down, and divide by 2h.": one_sided,
            "The two points are 2h apart.": (
                lambda f, theta, h: 2 * numeric_gradient(f, theta, h)
            ),
            "Nudge one parameter at a time.": (
                lambda f, theta, h: (f(theta + h) - f(theta - h)) / (2 * h)
            ),
        },
    ),
    Piece(
        "backward(A, weights, Y)",
        "Backpropagation",
        backward,
        (passed(*NETWORK), passed(*DEEP)),
        {
            "The loss is a mean: its gradient holds a factor 1/m.": summed,
            "On the way back, each hidden layer multiplies by ReLU's slope.": (
                without_slope
            ),
            "The error of the output is prediction minus target.": uphill,
        },
    ),
    Piece(
        "initialize(sizes, rng)",
        "Initialization",
        initialize,
        (
            {"sizes": (4, 3), "rng": rng()},
            {"sizes": (4, 8, 3), "rng": rng()},
        ),
        {
            "The standard deviation of He's rule is the root of 2 / n_in.": unscaled,
            "2 / n_in is the variance; normal() asks for its root.": by_variance,
            "n_in counts the units that a layer hears, not its own.": by_outputs,
        },
    ),
    Piece(
        "train(X, Y, sizes, epochs, batch_size, learning_rate, momentum, rng)",
        "Your own network",
        train,
        (
            {
                "X": SAMPLES,
                "Y": TARGETS,
                "sizes": (2, 4, 3),
                "epochs": 2,
                "batch_size": 3,
                "learning_rate": 0.1,
                "momentum": 0.9,
                "rng": rng(),
            },
        ),
        {
            "Each parameter keeps its velocity from step to step.": without_memory,
            "Go through the data once for each epoch.": one_epoch,
            "Against the gradient: the loss rises.": upward,
        },
    ),
    Piece(
        "predict(X, weights, biases)",
        "Your own network",
        predict,
        ({"X": SAMPLES, "weights": NETWORK[0], "biases": NETWORK[1]},),
        {
            "The class, not its probability: argmax along axis 1.": (
                lambda X, weights, biases: outputs(X, weights, biases)
            ),
            "A class for each sample, which is a row: argmax along axis 1.": (
                lambda X, weights, biases: outputs(X, weights, biases).argmax(axis=0)
            ),
            "max says how probable the class is, argmax which it is.": (
                lambda X, weights, biases: outputs(X, weights, biases).max(axis=1)
            ),
        },
    ),
)
