"""What Python computes for the figures: the oracle of their JavaScript.

    python tests/js/vectors.py

writes ``vectors.json`` anew; a test compares the committed file with what is computed.
Networks are TensorFlow's; all else is written out here in NumPy, once more.
"""

import json
from itertools import pairwise
from pathlib import Path

import numpy as np

FILE = Path(__file__).with_name("vectors.json")
NETWORKS = [
    ([2, 3, 1], "tanh", "binary_crossentropy"),
    ([2, 8, 8, 1], "tanh", "binary_crossentropy"),
    ([7, 4, 2, 1], "relu", "binary_crossentropy"),
    ([2, 5, 1], "sigmoid", "binary_crossentropy"),
    ([3, 6, 5, 4, 1], "leaky_relu", "mean_squared_error"),
    ([4, 7, 3], "tanh", "categorical_crossentropy"),
    ([2, 2, 2], "linear", "mean_squared_error"),
]


def vectors():
    """Return all records, by what they are for."""
    return {
        "networks": [network(seed, *each) for seed, each in enumerate(NETWORKS)],
        "random": [numbers(seed) for seed in (0, 7)],
        "data": {name: data(name, 14, 0.2, 3) for name in SHAPES},
        "training": [training(settings) for settings in TRAININGS],
        "targets": {name: [f(x) for x in PLACES] for name, f in TARGETS.items()},
        "surfaces": {name: surface(*each) for name, each in SURFACES.items()},
        "walks": {name: walk(name) for name in UPDATES},
        "digits": digits(),
        "perceptron": {name: perceptron(points) for name, points in PRESETS.items()},
    }


def network(seed, sizes, activation, loss):
    """Compute one record in float64; parameters are W, b of each layer in turn."""
    import tensorflow as tf

    rng = np.random.default_rng(seed)
    m = 5
    shapes = [s for p, n in pairwise(sizes) for s in ((p, n), (n,))]
    theta = [tf.Variable(rng.normal(size=shape)) for shape in shapes]
    X = rng.normal(size=(m, sizes[0]))
    Y = targets(rng, m, sizes[-1], loss)
    with tf.GradientTape() as tape:
        a = tf.constant(X)
        for layer, (W, b) in enumerate(zip(theta[::2], theta[1::2], strict=True)):
            z = a @ W + b
            a = activate(tf, activation, z) if layer < len(sizes) - 2 else z
        value = tf.reduce_mean(losses(tf)[loss](Y, z))
    gradient = tape.gradient(value, theta)
    arrays = {"theta": theta, "X": [X], "Y": [Y], "logits": [z], "gradient": gradient}
    flat = {
        name: np.concatenate([np.ravel(part) for part in parts]).tolist()
        for name, parts in arrays.items()
    }
    names = {"sizes": sizes, "activation": activation, "loss": loss, "m": m}
    return names | flat | {"value": float(value)}


def targets(rng, m, n, loss):
    """Draw targets: labels for the cross-entropies, numbers for the squared error."""
    if loss == "mean_squared_error":
        return rng.normal(size=(m, n))
    return rng.integers(0, 2 if n == 1 else n, size=m)


def activate(tf, name, z):
    """Apply TensorFlow's activation of that name."""
    if name == "leaky_relu":
        return tf.maximum(z, 0.2 * z)  # tf.nn rounds the slope to float32
    return z if name == "linear" else getattr(tf.nn, name)(z)


def losses(tf):
    """Return TensorFlow's loss functions, from logits."""
    return {
        "mean_squared_error": tf.math.squared_difference,
        "binary_crossentropy": lambda Y, z: tf.nn.sigmoid_cross_entropy_with_logits(
            labels=tf.constant(Y.reshape(-1, 1), z.dtype), logits=z
        ),
        "categorical_crossentropy": lambda Y, z: (
            tf.nn.sparse_softmax_cross_entropy_with_logits(labels=Y, logits=z)
        ),
    }


class Random:
    """A Weyl sequence, scrambled as MurmurHash3 ends; normal numbers come in pairs."""

    WEYL = 0x9E3779B9

    def __init__(self, seed):
        self.state = (seed + 1) * self.WEYL % 2**32
        self.waiting = []

    def uniform(self):
        """Return a number in [0, 1)."""
        self.state = (self.state + self.WEYL) % 2**32
        z = self.state
        z = (z ^ z >> 16) * 0x85EBCA6B % 2**32
        z = (z ^ z >> 13) * 0xC2B2AE35 % 2**32
        return (z ^ z >> 16) / 2**32

    def normal(self):
        """Return a normal number (Box and Muller 1958)."""
        if not self.waiting:
            radius = np.sqrt(-2 * np.log(1 - self.uniform()))
            angle = 2 * np.pi * self.uniform()
            self.waiting = [float(radius * f(angle)) for f in (np.sin, np.cos)]
        return self.waiting.pop()

    def shuffle(self, values):
        """Return the values in another order (Fisher and Yates)."""
        values = list(values)
        for i in range(len(values) - 1, 0, -1):
            j = int(self.uniform() * (i + 1))
            values[i], values[j] = values[j], values[i]
        return values


def numbers(seed):
    """Return what a generator gives."""
    random = Random(seed)
    return {
        "seed": seed,
        "uniform": [random.uniform() for _ in range(5)],
        "normal": [random.normal() for _ in range(5)],
        "shuffled": random.shuffle(range(9)),
    }


def circle(radius, turns):
    """Return a place on a circle."""
    return [radius * np.cos(2 * np.pi * turns), radius * np.sin(2 * np.pi * turns)]


def cloud(sign, random):
    """Return a place in one of two clouds."""
    return [1.3 * sign + 0.55 * random.normal() for _ in range(2)]


def moon(k, t):
    """Return a place on one of two crescents, of which the second is upside down."""
    x, y = circle(1.5, t / 2)
    return [0.75 - x, 0.4 - y] if k else [x - 0.75, y - 0.4]


SHAPES = {
    "blobs": lambda k, t, random: cloud(1 - 2 * k, random),
    "circles": lambda k, t, _: circle(2 - k, t),
    "xor": lambda k, t, _: [1.3 if t < 0.5 else -1.3, 1.3 if (t < 0.5) != k else -1.3],
    "spiral": lambda k, t, _: circle(0.24 + 2.16 * t, 0.1 + 0.9 * t + k / 2),
    "moons": lambda k, t, _: moon(k, t),
}


def data(name, m, noise, seed):
    """Return points [x1, x2, label], classes in turn, with noise, shuffled."""
    random = Random(seed)
    labels = [i % 2 for i in range(m)]
    places = [SHAPES[name](k, (i - k) / (m - 1), random) for i, k in enumerate(labels)]
    scale = noise * (3 if name == "xor" else 1)
    noisy = [[float(value + scale * random.normal()) for value in p] for p in places]
    return random.shuffle([[*p, k] for p, k in zip(noisy, labels, strict=True)])


class Rule:
    """An update rule, in the words of its paper."""

    def __init__(self, learning_rate, momentum=0.9):
        self.learning_rate, self.momentum, self.t = learning_rate, momentum, 0
        self.m = self.v = 0

    def plain(self, g):
        """Return the step of gradient descent."""
        return -self.learning_rate * g

    def with_momentum(self, g):
        """Return the step that keeps a part of the one before."""
        self.m = self.momentum * self.m - self.learning_rate * g
        return self.m

    def rmsprop(self, g):
        """Return the step divided by the root of the running mean square."""
        self.v = 0.9 * self.v + 0.1 * g**2
        return -self.learning_rate * g / np.sqrt(self.v + 1e-7)

    def adam(self, g):
        """Return Adam's step, its epsilon beside the uncorrected root as in Keras."""
        self.t += 1
        self.m = 0.9 * self.m + 0.1 * g
        self.v = 0.999 * self.v + 0.001 * g**2
        alpha = self.learning_rate * np.sqrt(1 - 0.999**self.t) / (1 - 0.9**self.t)
        return -alpha * self.m / (np.sqrt(self.v) + 1e-7)


UPDATES = {
    "plain": Rule.plain,
    "momentum": Rule.with_momentum,
    "rmsprop": Rule.rmsprop,
    "adam": Rule.adam,
}

# Batches do not divide the 20 points; every optimizer, both penalties, dropout.
COMMON = {"layers": [3], "activation": "tanh", "batchSize": 6, "seed": 4}
TRAININGS = [
    COMMON | {"optimizer": "momentum", "learningRate": 0.1, "l1": 0.01, "l2": 0.02},
    COMMON | {"optimizer": "adam", "learningRate": 0.05, "dropout": 0.3},
    COMMON | {"optimizer": "rmsprop", "learningRate": 0.02, "layers": [4, 3]},
    COMMON | {"optimizer": "sgd", "learningRate": 0.3, "batchSize": 100},
]


def training(settings, steps=11):
    """Return the parameters of a network after some updates, and its loss."""
    points = np.array(data("circles", 20, 0.1, 1))
    X, y = points[:, :2], points[:, 2:]
    random = Random(settings["seed"])
    sizes = [2, *settings["layers"], 1]
    weights = []
    for p, n in pairwise(sizes):
        limit = np.sqrt(6 / (p + n))
        uniform = [limit * (2 * random.uniform() - 1) for _ in range(p * n)]
        weights.append([np.reshape(uniform, (p, n)), np.zeros(n)])
    random = Random(settings["seed"] + 1000003)
    rule = UPDATES[settings["optimizer"].replace("sgd", "plain")]
    rules = [[Rule(settings["learningRate"]) for _ in "Wb"] for _ in weights]
    batches, order = [], list(range(20))
    size = min(settings["batchSize"], 20)
    for _ in range(steps):
        if not batches:
            order = random.shuffle(order) if size < 20 else order
            batches = [order[i : i + size] for i in range(0, 20, size)]
        rows = batches.pop(0)
        masks = dropped(settings, size, sizes, random)
        gradients = descent(weights, X[rows], y[rows], masks, settings)
        for layer, each, pair in zip(weights, rules, gradients, strict=True):
            for k in range(2):
                layer[k] = layer[k] + rule(each[k], pair[k])
    z = passed(weights, X, [1] * len(weights))[-1]
    loss = np.mean(np.logaddexp(0, z) - y * z) + penalty(weights, settings)
    theta = np.concatenate([np.ravel(part) for layer in weights for part in layer])
    right = np.mean((z > 0) == y)
    results = {"loss": float(loss), "accuracy": float(right), "theta": theta.tolist()}
    return {"settings": settings, "points": points.tolist(), "steps": steps} | results


def dropped(settings, size, sizes, random):
    """Draw the factors of inverted dropout, one array for each layer of weights."""
    rate = settings.get("dropout", 0)
    masks = [1] * (len(sizes) - 1)
    if rate:
        for layer, n in enumerate(sizes[1:-1]):
            kept = [random.uniform() >= rate for _ in range(size * n)]
            masks[layer] = np.reshape(kept, (size, n)) / (1 - rate)
    return masks


def passed(weights, X, masks):
    """Return the inputs, the activations of each layer, and the logits."""
    outputs = [X]
    for layer, (W, b) in enumerate(weights):
        z = outputs[-1] @ W + b
        last = layer == len(weights) - 1
        outputs.append(z if last else np.tanh(z) * masks[layer])
    return outputs


def descent(weights, X, y, masks, settings):
    """Return the gradients of W and b in each layer."""
    masks = [mask if np.isscalar(mask) else mask[: len(X)] for mask in masks]
    outputs = passed(weights, X, masks)
    delta = (1 / (1 + np.exp(-outputs[-1])) - y) / len(X)
    gradients = []
    for layer in reversed(range(len(weights))):
        W, _ = weights[layer]
        dW = outputs[layer].T @ delta
        if layer < len(weights) - 1:
            dW = dW + settings.get("l1", 0) * np.sign(W) + 2 * settings.get("l2", 0) * W
        gradients.insert(0, [dW, delta.sum(axis=0)])
        if layer:
            before, b = weights[layer - 1]
            a = np.tanh(outputs[layer - 1] @ before + b)
            delta = delta @ W.T * (1 - a**2) * masks[layer - 1]
    return gradients


def penalty(weights, settings):
    """Return the price of the hidden layers' weights."""
    l1, l2 = settings.get("l1", 0), settings.get("l2", 0)
    return sum(np.sum(l1 * np.abs(W) + l2 * W**2) for W, _ in weights[:-1])


PLACES = [0, 0.1, 0.349, 0.35, 0.5, 0.8, 1]
TARGETS = {
    "wave": lambda x: float(np.sin(3 * np.pi * x**2)),
    "hill": lambda x: float(1.6 * np.exp(-30 * (x - 0.45) ** 2) - 0.8),
    "roof": lambda x: 0.9 - 3.4 * abs(x - 0.5),
    "jump": lambda x: -0.6 if x < 0.35 else 0.7 - 0.8 * (x - 0.35),
}

# The function, what of the plane is shown, and where walks begin.
SURFACES = {
    "bowl": (lambda u, v: (u**2 + 10 * v**2) / 2, [-9, 4, -4, 4], [-8, 1.5]),
    "valley": (
        lambda u, v: (1 - u) ** 2 + 10 * (v - u**2) ** 2,
        [-2, 2, -1, 3],
        [-1.5, 2.5],
    ),
    "saddle": (
        lambda u, v: (u**2 - 1) ** 2 / 4 + v**2 / 2,
        [-2, 2, -2, 2],
        [0.01, 1.8],
    ),
    "hollow": (
        lambda u, v: u**4 / 2 - u**2 + 0.3 * u + v**2 / 2 + 0.81051246,
        [-2, 2, -2, 2],
        [1.7, 1.2],
    ),
    "plateau": (
        lambda u, v: 1 - float(np.exp(-(u**2 + v**2) / 2)),
        [-4, 4, -4, 4],
        [-2.8, 1.4],
    ),
}


def surface(value, shown, start):
    """Return a surface's values at some places."""
    values = [value(u, v) for u, v in ((0, 0), (1, 0.5), (-1.2, 2), tuple(start))]
    return {"values": values, "shown": shown, "start": start}


def walk(name, steps=6):
    """Return the places of a walk down the bowl."""
    theta = np.array([-8, 1.5])
    rule, path = Rule(0.02, momentum=0.8), [theta.tolist()]
    for _ in range(steps):
        theta = theta + UPDATES[name](rule, theta * [1, 10])
        path.append(theta.tolist())
    return path


def arc(center, radii, start, end):
    """Return 19 places on an ellipse; angles in degrees, clockwise from the right."""
    angles = np.radians(np.linspace(start, end, 19))
    circle = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return (np.array(center) + radii * circle).tolist()


def digits():
    """Return the strokes of the ten digits."""
    return [
        [arc([0.5, 0.5], [0.2, 0.32], -90, 270)],
        [[[0.42, 0.26], [0.54, 0.18], [0.5, 0.82]]],
        [[*arc([0.5, 0.34], [0.18, 0.16], -170, 40), [0.3, 0.8], [0.72, 0.8]]],
        [
            arc([0.48, 0.34], [0.18, 0.16], -150, 90)
            + arc([0.48, 0.66], [0.2, 0.16], -90, 150)
        ],
        [[[0.36, 0.2], [0.3, 0.52], [0.7, 0.52]], [[0.66, 0.2], [0.62, 0.84]]],
        [
            [
                [0.7, 0.2],
                [0.38, 0.2],
                [0.36, 0.46],
                *arc([0.48, 0.62], [0.2, 0.18], -110, 150),
            ]
        ],
        [[[0.6, 0.16], [0.4, 0.42], *arc([0.5, 0.66], [0.17, 0.16], -180, 180)]],
        [[[0.3, 0.22], [0.7, 0.22], [0.46, 0.84]]],
        [
            arc([0.5, 0.34], [0.15, 0.15], 90, 450),
            arc([0.5, 0.66], [0.18, 0.17], -90, 270),
        ],
        [[*arc([0.5, 0.36], [0.17, 0.17], 0, 360), [0.66, 0.5], [0.6, 0.84]]],
    ]


PRESETS = {
    "separable": [
        *([0.8, 1.4, 1], [-1.2, 0.6, 0], [1.5, 0.3, 1], [-0.6, -0.9, 0]),
        *([0.2, 0.7, 1], [-1.5, -0.7, 0], [1.3, -0.6, 1], [0.3, -1.5, 0]),
    ],
    "narrow": [
        *([-1.4, -0.4, 1], [-1.2, -0.9, 0], [-0.3, 0.5, 1], [-0.1, 0.1, 0]),
        *([0.6, 1.1, 1], [0.8, 0.7, 0], [1.4, 1.8, 1], [1.5, 1.2, 0]),
    ],
    "and": [[-1, -1, 0], [-1, 1, 0], [1, -1, 0], [1, 1, 1]],
    "xor": [[-1, -1, 0], [-1, 1, 1], [1, -1, 1], [1, 1, 0]],
}


def perceptron(points):
    """Return what the rule comes to: no mistake, or parameters that come back."""
    theta, updates, seen = np.zeros(3), 0, [(0, 0, 0)]
    while True:
        wrong = 0
        for x1, x2, label in points:
            x = np.array([x1, x2, 1])
            error = label - (np.round(theta @ x, 9) >= 0)
            theta = np.round(theta + error * x, 9)
            wrong += abs(error)
        updates += int(wrong)
        state = tuple(theta)
        cycle = len(seen) - seen.index(state) if wrong and state in seen else 0
        seen.append(state)
        if cycle or not wrong:
            result = {"theta": theta.tolist(), "updates": updates, "cycle": cycle}
            return result | {"points": points, "epochs": len(seen) - 1}


if __name__ == "__main__":
    FILE.write_text(json.dumps(vectors()) + "\n", encoding="utf-8")
