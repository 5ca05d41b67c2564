"""What TensorFlow computes for random networks: the oracle of the JavaScript engine.

    python tests/js/vectors.py

writes ``vectors.json`` anew; a test compares the committed file with TensorFlow.
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
    """Return one record for each network: parameters, data, logits, loss, gradient."""
    return [record(seed, *network) for seed, network in enumerate(NETWORKS)]


def record(seed, sizes, activation, loss):
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


if __name__ == "__main__":
    FILE.write_text(json.dumps(vectors()) + "\n", encoding="utf-8")
