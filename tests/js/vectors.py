"""What Python computes for the figures: the oracle of their JavaScript.

    python tests/js/vectors.py

writes ``vectors.json`` anew; a test compares the committed file with what is computed.
Networks are TensorFlow's; optimizers, passes, penalties and the perceptron are those
of ``annutils``. What only figures have is written out once more: random numbers, data
drawn from them, curves and surfaces.
"""

import json
from functools import partial
from itertools import pairwise, product
from pathlib import Path

import numpy as np
from scipy import stats
from scipy.optimize import linprog, lsq_linear
from scipy.special import expit
from scipy.stats import norm

from annutils.activations import ACTIVATIONS
from annutils.data import make_moons
from annutils.losses import LOSSES
from annutils.network import MultilayerPerceptron
from annutils.network.parameters import ParameterVector
from annutils.network.passes import backward_pass, forward_pass
from annutils.neurons import HebbianUnit, Perceptron
from annutils.optimizers import SGD, Adam, RMSprop
from annutils.regularizers import add_penalty_gradient, weight_penalty
from annutils.widgets._bag import bag
from annutils.widgets._chain import CURVES, through
from annutils.widgets._digits import evidence
from annutils.widgets._signal import on_average

FILE = Path(__file__).with_name("vectors.json")
NETWORKS = [
    ([2, 3, 1], "tanh", "binary_crossentropy"),
    ([2, 8, 8, 1], "tanh", "binary_crossentropy"),
    ([7, 4, 2, 1], "relu", "binary_crossentropy"),
    ([2, 5, 1], "sigmoid", "binary_crossentropy"),
    ([3, 6, 5, 4, 1], "leaky_relu", "mean_squared_error"),
    ([4, 7, 3], "tanh", "mean_squared_error"),
    ([2, 2, 2], "linear", "mean_squared_error"),
]
# Shapes of predictions and targets, and their values.
COMPARED = [
    (predictions, targets, *values)
    for predictions in ([4], [4, 1])
    for targets in ([4], [4, 1])
    for values in (([0, 1, 1, 0], [0, 1, 1, 0]), ([1, 1, 0, 0], [0, 0, 0, 1]))
]
# Start, rate and curvature: below 1/L, at it, between, at 2/L, beyond it.
STEPS = [(-2, 0.2, 2), (-1.4, 1, 1), (-2.2, 0.4, 4), (-2, 1.25, 1.6), (-2, 1.1, 2)]

FREE = (None, None)  # a linear program's numbers of either sign


def vectors():
    """Return all records, by what they are for."""
    return {
        "networks": [network(seed, *each) for seed, each in enumerate(NETWORKS)],
        "chain": [chain(curve, x) for curve in CURVES for x in (-3.7, -0.5, 0, 0.9, 4)],
        "signal": [signal(*each) for each in SIGNALS],
        "random": [numbers(seed) for seed in (0, 7)],
        "data": {name: data(name, 14, 0.2, 3) for name in SHAPES},
        "training": [training(settings) for settings in TRAININGS],
        "targets": {name: [f(x) for x in PLACES] for name, f in TARGETS.items()},
        "surfaces": {name: surface(*each) for name, each in SURFACES.items()},
        "walks": {
            "plain": walk(SGD(0.02)),
            "momentum": walk(SGD(0.02, momentum=0.8)),
            "rmsprop": walk(RMSprop(0.02)),
            "adam": walk(Adam(0.02)),
        },
        "roots": [root(*each) for each in product((0.05, 0.25), BETAS, (1, 4, 10))],
        "steps": [steps(*each) for each in STEPS],
        "folds": [fold(seed) for seed in range(12)],
        "parted": [parted(seed) for seed in range(24)],
        "broadcasting": [compared(*each) for each in COMPARED],
        "gradient": [weight_gradient(seed) for seed in range(3)],
        "perceptron": {name: perceptron(name) for name in SHAPES},
        "truth": truth(),
        "evidence": [reasons(seed) for seed in (0, 1)],
        "bag": [heard(seed) for seed in (0, 1)],
        "hebb": [taught(*each) for each in ((0, 30, 0.02), (1, -117, 0.05))],
        "posterior": [shared(*each) for each in BELLS],
        "softmax": [pulled(seed, target) for seed in (0, 1) for target in range(3)],
        "pairing": [paired(*each) for each in ((0, 12, 0.9), (1, 5, 0.9), (2, 12, 0))],
        "trials": tried(0),
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
    """Draw targets: labels for the cross-entropy, numbers for the squared error."""
    if loss == "mean_squared_error":
        return rng.normal(size=(m, n))
    return rng.integers(0, 2, size=m)


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
    }


class Random:
    """A Weyl sequence, scrambled as MurmurHash3 ends; normal numbers come in pairs."""

    WEYL = 0x9E3779B9

    def __init__(self, seed):
        self.state = seed
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


def truth():
    """Return the probability of class 1 at some places of noisy moons."""
    arcs, arc_of = make_moons(400, noise=0)
    places = np.array([[0.5, 0.25], [1.8, -0.8], [-0.6, 1.1], [0.2, -0.1], [2.9, 2.3]])
    square = ((places[:, None] - arcs) ** 2).sum(axis=2)
    density = np.exp(-square / (2 * 0.4**2))
    of_1 = density[:, arc_of == 1].sum(axis=1)
    # The error of the true boundary is a mean over all places.
    x, y = np.meshgrid(np.arange(-3, 4, 0.02), np.arange(-2.5, 3, 0.02))
    both = [
        sum(
            np.exp(-((x - u) ** 2 + (y - v) ** 2) / (2 * 0.4**2))
            for u, v in arcs[arc_of == k]
        )
        for k in (0, 1)
    ]
    return {
        "least": float(np.minimum(*both).sum() / np.sum(both)),
        "places": places.ravel().tolist(),
        "noise": 0.4,
        "probability": (of_1 / density.sum(axis=1)).tolist(),
    }


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


OPTIMIZERS = {
    "sgd": SGD,
    "momentum": partial(SGD, momentum=0.9),
    "rmsprop": RMSprop,
    "adam": Adam,
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
    X, y = points[:, :2], points[:, 2]
    sizes = [2, *settings["layers"], 1]
    theta, random = ParameterVector(sizes, np.float64), Random(settings["seed"])
    for W in theta.weights:
        limit = np.sqrt(6 / sum(W.shape))
        W.flat = [limit * (2 * random.uniform() - 1) for _ in range(W.size)]
    random = Random(settings["seed"] + 1000003)
    optimizer = OPTIMIZERS[settings["optimizer"]](settings["learningRate"])
    loss = LOSSES["binary_crossentropy"]
    activations = [ACTIVATIONS[settings["activation"]]] * len(settings["layers"])
    activations.append(ACTIVATIONS[loss.output])
    rates = settings.get("l1", 0), settings.get("l2", 0)
    batches, order = [], list(range(20))
    size = min(settings["batchSize"], 20)
    for _ in range(steps):
        if not batches:
            order = random.shuffle(order) if size < 20 else order
            batches = [order[i : i + size] for i in range(0, 20, size)]
        rows = batches.pop(0)
        masks = dropped(settings.get("dropout", 0), size, len(rows), sizes, random)
        trace = forward_pass(theta, activations, X[rows], masks)
        delta = loss.derivative(y[rows], trace.Z[-1])
        gradient = backward_pass(theta, activations, trace, delta)
        add_penalty_gradient(gradient.weights[:-1], theta.weights[:-1], *rates)
        optimizer.update(theta.vector, gradient.vector)
    z = forward_pass(theta, activations, X).Z[-1]
    results = {
        "loss": loss.value(y, z) + weight_penalty(theta.weights[:-1], *rates),
        "accuracy": float(np.mean(loss.decide(z) == y)),
        "theta": theta.vector.tolist(),
    }
    return {"settings": settings, "points": points.tolist(), "steps": steps} | results


def dropped(rate, size, m, sizes, random):
    """Draw the factors of inverted dropout for a full batch; return those of m rows."""
    masks = [None] * len(sizes)
    if rate:
        for layer, n in enumerate(sizes[1:-1], start=1):
            kept = [random.uniform() >= rate for _ in range(size * n)]
            masks[layer] = np.reshape(kept, (size, n))[:m] / (1 - rate)
    return masks


def reasons(seed, sizes=(6, 5, 4)):
    """Return what each input adds to the lead of each output over each other one."""
    rng = np.random.default_rng(seed)
    net = MultilayerPerceptron(list(sizes), seed=seed, dtype="float64")
    for b in net.biases:
        b[:] = rng.normal(size=b.shape)
    x = rng.normal(size=sizes[0])
    outputs = range(sizes[-1])
    found = [
        [evidence(net, x, k, rival).tolist() for rival in outputs] for k in outputs
    ]
    return {
        "sizes": sizes,
        "theta": net.theta.vector.tolist(),
        "x": x.tolist(),
        "evidence": found,
    }


def heard(seed):
    """Return what a neuron makes of a bag of words, and what travels of the neuron."""
    words = ["good", "not", "bad", "at", "all"]
    net = MultilayerPerceptron([5, 1], loss="binary_crossentropy", seed=seed)
    net.theta.vector = np.random.default_rng(seed).normal(size=6).round(3)
    x = np.array([[1, 0, 1, 1, 0]])
    (weights,), (bias,) = net.weights, net.biases
    return {
        "carried": json.loads(bag(words, weights[:, 0], bias.item())._carried),
        "words": ["at", "bad", "good", "bad"],
        "score": net.forward(x).Z[1].item(),
        "probability": net.predict_proba(x)[0, 1].item(),
    }


def pulled(seed, target, rate=2):
    """Return the loss of three logits, its gradient, and the loss after one step."""
    z = 2 * np.random.default_rng(seed).normal(size=3)
    loss = LOSSES["categorical_crossentropy"]
    gradient = loss.gradient([target], z[None])[0]
    losses = [loss.value([target], each[None]) for each in (z, z - rate * gradient)]
    results = {"loss": float(losses[0]), "next": float(losses[1])}
    return {"z": z.tolist(), "target": target, "gradient": gradient.tolist()} | results


def taught(seed, tilt, rate):
    """Return what both rules make of weights in a turned cloud, and its direction."""
    samples = np.random.default_rng(seed).normal(size=(40, 2)) * [1.5, 0.5] + [0.3, 0.2]
    angle = np.radians(tilt)
    axes = [[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]]
    X = samples @ np.array(axes)  # (m, 2)
    _, directions = np.linalg.eigh(np.cov(X.T))
    units = {rule: HebbianUnit(rate, rule, seed).fit(X) for rule in ("hebb", "oja")}
    return {
        "samples": samples.tolist(),
        "tilt": tilt,
        "rate": rate,
        "points": X.tolist(),
        "direction": directions[:, -1].tolist(),
        "paths": {rule: unit.history_.tolist() for rule, unit in units.items()},
    }


def paired(seed, n, luck):
    """Return the errors of two methods and what their pairs say, also with others.

    The share `luck` of the variance comes from what both runs of a seed share.
    """
    rng = np.random.default_rng(seed)
    own = rng.normal(size=(2, n)) * (1 - luck) ** 0.5
    errors = (16 - np.array([[0], [0.6]]) + luck**0.5 * rng.normal(size=n) + own).round(
        2
    )
    before, after = errors

    def mean(values):
        low, high = stats.t.interval(0.95, n - 1, values.mean(), stats.sem(values))
        return {"mean": values.mean(), "low": low, "high": high}

    def others(random):
        order = range(n)
        while any(k == partner for k, partner in enumerate(order)):
            order = random.shuffle(order)
        return order

    order = others(Random(7))
    unpaired = stats.ttest_ind(after, before, equal_var=False).confidence_interval()
    return {
        "errors": errors.tolist(),
        "t": stats.t.ppf(0.975, n - 1),
        "own": [mean(before), mean(after)],
        "change": mean(after - before),
        "unpaired": {
            "mean": after.mean() - before.mean(),
            "low": unpaired.low,
            "high": unpaired.high,
        },
        "order": order,
        "shuffled": mean(after[order] - before),
    }


PLACES = [0, 0.1, 0.381, 0.382, 0.5, 0.8, 1]
JUMP = (3 - 5**0.5) / 2
TARGETS = {
    "wave": lambda x: float(np.sin(3 * np.pi * x**2)),
    "hill": lambda x: float(1.6 * np.exp(-30 * (x - 0.45) ** 2) - 0.8),
    "roof": lambda x: 0.9 - 3.4 * abs(x - 0.5),
    "jump": lambda x: -0.6 if x < JUMP else 0.7 - 0.8 * (x - JUMP),
}

BETAS = 0, 0.3, 0.9
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


# Centers, spreads, and the share of class 1.
BELLS = [
    ((-1, 1), (2, 1), 0.5),
    ((-1, 1), (1, 1), 0.5),
    ((-1, 1), (1, 1), 0.75),
    ((2.3, -3), (0.8, 0.8), 0.1),
    ((0, 0.1), (1.3, 1.2), 0.9),
    ((-2, 1), (1, 2.5), 0.35),
    ((0, 0), (2.5, 0.8), 0.1),
]


def shared(mu, s, share):
    """Return the share of class 1 at some places by Bayes' rule, and its log odds."""
    x = np.array([-300, -6, -2.2, 0, 0.7, 3, 6, 300])  # too far for densities
    log_0, log_1 = (
        norm.logpdf(x, mu[k], s[k]) + np.log(part)
        for k, part in enumerate((1 - share, share))
    )
    near = slice(1, -1)
    parts = np.exp(log_0[near]), np.exp(log_1[near])
    posterior = expit(log_1 - log_0)
    assert np.allclose(posterior[near], parts[1] / (parts[0] + parts[1]), atol=1e-12)
    found = {
        "mu": mu,
        "s": s,
        "share": share,
        "x": x.tolist(),
        "frequencies": np.transpose(parts).tolist(),
        "logOdds": (log_1 - log_0).tolist(),
        "posterior": posterior.tolist(),
    }
    if s[0] == s[1]:  # as the chapter derives it
        w = (mu[1] - mu[0]) / s[0] ** 2
        b = (mu[0] ** 2 - mu[1] ** 2) / (2 * s[0] ** 2) + np.log(share / (1 - share))
        found["weightedSum"] = [w, b]
    return found


SIGNALS = [(0.09, 100), (0.22, 25), (0.05, 400), (0.0625, 400)]  # spread, units


def chain(curve, x):
    """Return inputs, slopes and products of slopes of ten units in a row."""
    inputs, slopes, products = through(curve, x)
    found = {"inputs": inputs, "slopes": slopes, "products": products}
    return {"curve": curve, "x": x, **found}


def signal(spread, units):
    """Return the sizes by layer of a signal."""
    sizes = on_average(spread, units).tolist()
    return {"spread": spread, "units": units, "signal": sizes}


def walk(optimizer, steps=6):
    """Return the places of a walk down the bowl."""
    theta = np.array([-8, 1.5])
    path = [theta.tolist()]
    for _ in range(steps):
        optimizer.update(theta, theta * [1, 10])
        path.append(theta.tolist())
    return path


def root(rate, beta, curvature):
    """Return by which factor a step with momentum shrinks a direction at last."""
    step = [[0, 1], [-beta, 1 + beta - rate * curvature]]  # on (before, now)
    return {
        "rate": rate,
        "beta": beta,
        "curvature": curvature,
        "size": np.abs(np.linalg.eigvals(step)).max(),
    }


def steps(start, rate, curvature, count=12):
    """Return the places of plain descent on a parabola, and the losses there."""
    theta, optimizer, places = np.array([start], float), SGD(rate), [start]
    for _ in range(count):
        optimizer.update(theta, curvature * theta)
        places.append(theta.item())
    return {
        "values": {"theta": start, "rate": rate, "curvature": curvature},
        "places": places,
        "losses": [curvature * place**2 / 2 for place in places],
    }


def fold(seed):
    """Return where two neurons move the points of XOR, and the gap between the classes.

    Whether a line separates them is asked of a linear program.
    """
    rng = np.random.default_rng(seed)
    angles = rng.uniform(-180, 180, size=2)
    if seed % 3 == 0:
        angles[1] = angles[0] - 180  # parallel lines
    offsets, sharpness = rng.uniform(-0.7, 0.7, size=2), rng.uniform(4, 40)
    X, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
    normals = np.stack([np.cos(np.radians(angles)), np.sin(np.radians(angles))])
    H = ACTIVATIONS["sigmoid"].value(sharpness * ((X - 0.5) @ normals - offsets))
    signs = np.where(y == 1, -1, 1)[:, None]
    wanted = linprog(
        np.zeros(3), signs * np.c_[H, np.ones(4)], -np.ones(4), bounds=FREE
    )
    blue, orange = H[y == 0], H[y == 1]
    directions = np.column_stack([blue[1] - blue[0], orange[0] - orange[1]])
    nearest = lsq_linear(directions, orange[0] - blue[0], (0, 1), tol=1e-14)
    return {
        "angles": angles.tolist(),
        "offsets": offsets.tolist(),
        "sharpness": sharpness,
        "places": H.tolist(),
        "separable": bool(wanted.status == 0),
        "gap": float(np.sqrt(2 * nearest.cost)),
    }


def parted(seed):
    """Return points on a coarse grid, and whether a line separates their classes."""
    rng = np.random.default_rng(seed)
    m = rng.integers(4, 9)
    X, y = rng.integers(-3, 4, size=(m, 2)) / 2, rng.integers(0, 2, size=m)
    signs = np.where(y == 1, -1, 1)[:, None]
    wanted = linprog(
        np.zeros(3), signs * np.c_[X, np.ones(m)], -np.ones(m), bounds=FREE
    )
    points = [[*place, int(label)] for place, label in zip(X.tolist(), y, strict=True)]
    return {"points": points, "separable": bool(wanted.status == 0)}


def compared(predictions, targets, p, y):
    """Return the differences that NumPy computes, and the mean of their squares."""
    differences = np.reshape(p, predictions) - np.reshape(y, targets)
    return {
        "predictions": {"values": p, "shape": predictions},
        "targets": {"values": y, "shape": targets},
        "shape": list(differences.shape),
        "differences": differences.ravel().tolist(),
        "loss": float(np.mean(differences**2)),
    }


def weight_gradient(seed):
    """Return activations and errors of a batch, and the gradient of the weights."""
    rng = np.random.default_rng(seed)
    a, delta = rng.normal(size=(4, 3)), rng.normal(size=(4, 2))
    arrays = {"a": a, "delta": delta, "dW": a.T @ delta}
    return {name: array.tolist() for name, array in arrays.items()}


def tried(seed):
    """Return scores of a map's networks on sets of images, and what the gaps hold.

    The ease of a set is the mean of all networks' gaps on it: what their mean score is
    above their mean on the other sets. The luck of choosing is the rest of the gap of
    the best so far.
    """
    rng = np.random.default_rng(seed)
    scores = rng.integers(60, 95, size=(63, 4)) + rng.integers(-5, 6, size=4)
    others = (scores.sum(axis=1, keepdims=True) - scores) / 3  # means of other sets
    gaps = scores - others
    ease = scores.mean(axis=0) - others.mean(axis=0)
    order = rng.permutation(63)[:9]
    best = np.array([order[scores[order[:k]].argmax(axis=0)] for k in range(1, 10)])
    luck = gaps[best, np.arange(4)] - ease  # of each try, by set
    found = {"scores": scores, "order": order, "ease": ease, "luck": luck.T}
    return {name: array.tolist() for name, array in found.items()}


def perceptron(name):
    """Return what the rule comes to: no mistake, or parameters that come back."""
    points = np.round(4 * np.array(data(name, 14, 0.8, 4))) / 4  # their sums are exact
    learned = Perceptron(epochs=1000).fit(points[:, :2], points[:, 2].astype(int))
    ends = np.cumsum([0, *learned.mistakes_])
    states = learned.weights_history_[ends].tolist()
    epochs = next(k for k, state in enumerate(states) if state in states[:k])
    cycle = epochs - states.index(states[epochs])
    return {
        "points": points.tolist(),
        "theta": states[epochs],
        "updates": int(ends[epochs]),
        "epochs": epochs,
        "cycle": cycle if learned.mistakes_[epochs - 1] else 0,
    }


if __name__ == "__main__":
    # A line a key: two changes of different ones go together.
    lines = ",\n".join(
        f"{json.dumps(key)}: {json.dumps(value)}" for key, value in vectors().items()
    )
    FILE.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
