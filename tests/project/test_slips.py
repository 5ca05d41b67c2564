"""Who writes a usual slip is told the words that help, however it is written."""

from itertools import pairwise

import numpy as np
import pytest

from annutils.project import check, pieces

PIECES = {piece.name: piece for piece in pieces()}


def layers(X, weights, biases, activations):
    A = [X]
    for W, b, g in zip(weights, biases, activations, strict=True):
        A.append(g(A[-1] @ W + b))
    return A


def shared(Z, **how):
    return np.exp(Z) / np.exp(Z).sum(**how)


def shifted(Z, **how):
    return shared(Z - Z.max(**how), **how)


def from_output(A, weights, error, slope):
    """Return the gradients that a backward pass from this error gives."""
    dW, db = [], []
    for before, W in zip(A[-2::-1], weights[::-1], strict=True):
        dW, db = [before.T @ error, *dW], [error.sum(axis=0), *db]
        error = error @ W.T * slope(before)
    return dW, db


def apart(X, Y, batch_size, rng):
    a, b = rng.permutation(len(X)), rng.permutation(len(Y))
    starts = range(0, len(X), batch_size)
    return [(X[a[i : i + batch_size]], Y[b[i : i + batch_size]]) for i in starts]


def full(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    rows = [
        order[i * batch_size : (i + 1) * batch_size]
        for i in range(len(X) // batch_size)
    ]
    return [(X[each], Y[each]) for each in rows]


def drawn(deviation):
    def initialize(sizes, rng):
        weights = [rng.normal(0, deviation(pair[0]), pair) for pair in pairwise(sizes)]
        return weights, [np.zeros(n) for n in sizes[1:]]

    return initialize


def at_rest(X, Y, sizes, epochs, batch_size, learning_rate, momentum, rng):
    steps = X, Y, sizes, epochs, batch_size, learning_rate, 0, rng
    return PIECES["train"].solve(*steps)


def counted(sequences, dimension):
    return [[words.count(k) for k in range(dimension)] for words in sequences]


def outputs(X, weights, biases):
    z = layers(X, weights, biases, [lambda z: z * (z > 0), np.array])[-1]
    return shifted(z, axis=1, keepdims=True)


def mixed(X, Y, n, a, b):
    return X[a][n:], Y[b][n:], X[a][:n], Y[b][:n]


def turned(X, Y, n, order):
    return X[order][:n], Y[order][:n], X[order][n:], Y[order][n:]


def positive(a):
    return a > 0


SLIPS = {
    "At the threshold itself": lambda x, w, threshold: int(sum(w * x) > threshold),
    "Each input counts as often": lambda x, w, threshold: int(sum(x) >= threshold),
    "The neuron answers 1 or 0": lambda x, w, threshold: sum(w * x),
    "The sign: a wrong 0 must": lambda w, b, x, y, eta: (
        w - eta * (y - (w @ x + b >= 0)) * x,
        b - eta * (y - (w @ x + b >= 0)),
    ),
    "The bias learns, too": lambda w, b, x, y, eta: (
        w + eta * (y - (w @ x + b >= 0)) * x,
        b,
    ),
    "A right answer changes nothing": lambda w, b, x, y, eta: (
        (w + eta * x, b + eta) if y else (w - eta * x, b - eta)
    ),
    "That is OR": lambda x: x[0] + x[1] > 0,
    "That is AND": lambda x: x[0] * x[1],
    "That is NOT XOR": lambda x: 1 - abs(x[0] - x[1]),
    "Each layer adds its biases": lambda X, weights, biases, g: layers(
        X, weights, [0] * len(weights), g
    ),
    "Return the list of all layers": lambda *case: layers(*case)[-1],
    "Each layer applies its function": lambda X, weights, biases, g: layers(
        X, weights, biases, [np.array] * len(g)
    ),
    "The larger of the two": lambda Z: np.where(Z < 0, Z, 0),
    "That is its slope": positive,
    "Below 0 ReLU is flat": lambda Z: 1 * (Z > 0) - (Z < 0),
    "Negative numbers become 0": lambda Z: np.where(Z < 0, -Z, Z),
    "At 0 itself the book takes": lambda Z: np.where(Z < 0, 0, 1),
    "That is ReLU itself": lambda Z: np.where(Z < 0, 0, Z),
    "Each row shares 1 among its": lambda Z: shifted(Z, axis=0, keepdims=True),
    "Each row for itself": shifted,
    "Subtract each row's largest": lambda Z: shared(Z, axis=1, keepdims=True),
    "The mean over the samples, not the sum": lambda P, Y: -np.log(P[Y == 1]).sum(),
    "The mean over the samples, not over all": lambda P, Y: (
        -np.log(P[Y == 1]).sum() / P.size
    ),
    "The sign: a logarithm": lambda P, Y: np.log(P[Y == 1]).mean(),
    "Add up Y * P first": lambda P, Y: np.mean(
        [-y @ np.log(p) for p, y in zip(P, Y, strict=True)]
    ),
    "The second step takes away": lambda x, left, right, height: np.where(
        x < left, 0, height
    ),
    "Both steps are as high": lambda x, left, right, height: (x >= left) * (x < right),
    "At right itself": lambda x, left, right, height: np.where(
        (x < left) | (x > right), 0, height
    ),
    "Take as many steps": lambda gradient, theta, eta, steps: (
        theta - eta * gradient(theta)
    ),
    "Against the gradient: the velocity": lambda theta, v, g, eta, momentum: (
        theta + momentum * v + eta * g,
        momentum * v + eta * g,
    ),
    "Part of the old velocity": lambda theta, v, g, eta, momentum: (
        theta - eta * g,
        -eta * g,
    ),
    "The samples come in": lambda X, Y, batch_size, rng: [
        (X[i : i + batch_size], Y[i : i + batch_size])
        for i in range(0, len(X), batch_size)
    ],
    "Nudge one parameter": lambda f, theta, h: (f(theta + h) - f(theta - h)) / h / 2,
    "n_in counts the units": lambda sizes, rng: (
        [rng.normal(0, np.sqrt(2 / b), (a, b)) for a, b in pairwise(sizes)],
        [np.zeros(b) for b in sizes[1:]],
    ),
    "Go through the data once": lambda X, Y, sizes, epochs, *rest: PIECES[
        "train"
    ].solve(X, Y, sizes, 1, *rest),
    "Against the gradient: the loss": lambda X, Y, sizes, epochs, m, eta, *rest: PIECES[
        "train"
    ].solve(X, Y, sizes, epochs, m, -eta, *rest),
    "A class for each sample": lambda *case: outputs(*case).argmax(axis=0),
    "max says how probable": lambda *case: outputs(*case).max(axis=1),
    "One order for both, so": lambda X, Y, fraction, rng: mixed(
        X, Y, int(fraction * len(X)), rng.permutation(len(X)), rng.permutation(len(X))
    ),
    "The first of the order": lambda X, Y, fraction, rng: turned(
        X, Y, int(fraction * len(X)), rng.permutation(len(X))
    ),
    "Logarithm and power": lambda low, high, n, rng: np.power(
        10, rng.uniform(np.log(low), np.log(high), n)
    ),
    "That is the penalty": lambda weights, l2: [l2 * np.sum(W * W) for W in weights],
    "The sign: the penalty": lambda weights, l2: [-2 * l2 * W for W in weights],
    "Divide by the share": lambda shape, rate, rng: (rng.random(shape) >= rate) / rate,
    "A row for each list": lambda sequences, dimension: [
        [1 * (k in words) for words in sequences] for k in range(dimension)
    ],
    "Number 0 has the first": lambda sequences, dimension: [
        [1 * ((k + 1) % dimension in words) for k in range(dimension)]
        for words in sequences
    ],
    "Against the gradient: it": lambda gradient, theta, eta, steps: (
        theta * (1 + eta * gradient(np.ones(2))) ** steps
    ),
    "Ask for the gradient anew": lambda gradient, theta, eta, steps: (
        theta - eta * steps * gradient(theta)
    ),
    "First the new velocity": lambda theta, v, g, eta, momentum: (
        theta + v,
        momentum * v - eta * g,
    ),
    "One order for both: draw": apart,
    "The last batch may be smaller": full,
    "Nudge up and down": lambda f, theta, h: [
        (f(theta + h * e) - f(theta)) / h for e in np.eye(len(theta))
    ],
    "The two points are 2h apart": lambda f, theta, h: [
        (f(theta + h * e) - f(theta - h * e)) / h for e in np.eye(len(theta))
    ],
    "The loss is a mean": lambda A, weights, Y: from_output(
        A, weights, A[-1] - Y, positive
    ),
    "On the way back": lambda A, weights, Y: from_output(
        A, weights, (A[-1] - Y) / len(Y), np.ones_like
    ),
    "The error of the output is": lambda A, weights, Y: from_output(
        A, weights, (Y - A[-1]) / len(Y), positive
    ),
    "The standard deviation of He": drawn(lambda n: 1),
    "2 / n_in is the variance": drawn(lambda n: 2 / n),
    "Each parameter keeps its": at_rest,
    "The class, not its probability": outputs,
    "Shuffle before you split": lambda X, Y, fraction, rng: (
        *(each[int(len(X) * fraction) :] for each in (X, Y)),
        *(each[: int(len(X) * fraction)] for each in (X, Y)),
    ),
    "Uniform in the logarithm": lambda low, high, n, rng: (
        low + (high - low) * rng.random(n)
    ),
    "Take the exponential at last": lambda low, high, n, rng: (
        np.log(low) + np.log(high / low) * rng.random(n)
    ),
    "The penalty is l2 times": lambda weights, l2: [l2 * W for W in weights],
    "Kept units grow": lambda shape, rate, rng: rng.random(shape) >= rate,
    "The rate is the probability": lambda shape, rate, rng: (
        (rng.random(shape) >= 1 - rate) / rate
    ),
    "How often a word occurs": counted,
}
BY_WORDS = {words: piece for piece in PIECES.values() for words in piece.slips}


@pytest.mark.parametrize("words", BY_WORDS)
def test_a_usual_slip_is_called_by_its_name(words):
    (start,) = (start for start in SLIPS if words.startswith(start))

    def own(*arguments):
        return SLIPS[start](*arguments)

    own.__name__ = BY_WORDS[words].name
    report = check(own)
    assert not report.passed
    assert repr(report).endswith(f"\n  {words}")
