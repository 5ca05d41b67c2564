"""The NumPy network beside scikit-learn, Keras and the limit of its matrix products.

Run by ``make bench``; needs the MNIST and IMDB files. Ours, scikit-learn's and the
bare products have one thread, as when chapters are executed; Keras has all cores.
"""

import os

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

import subprocess
import sys
import time
import warnings

import numpy as np

from annutils import data
from annutils.experiments import train
from annutils.network import MultilayerPerceptron
from annutils.optimizers import SGD

train.silence_tensorflow()

from sklearn.exceptions import ConvergenceWarning  # noqa: E402, after TensorFlow was told
from sklearn.neural_network import MLPClassifier  # noqa: E402

ROW = "{:52} {:>9} {:>9} {:>9}"


def seconds(work, repeats=1):
    """Return the shortest of the times that the work takes."""
    times = []
    for _ in range(repeats):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def show(name, measured, limit=None, unit=" s"):
    """Print one row: a time, or a ratio with its target."""
    target = "" if limit is None else f"{limit:g}{unit}"
    verdict = "" if limit is None else "ok" if measured <= limit else "missed"
    print(ROW.format(name, f"{measured:.2f}{unit}", target, verdict))


def products(X, n_hidden, batch_size=128):
    """Multiply the matrices of one epoch, and do nothing else."""
    W, V = np.ones((784, n_hidden), "f4"), np.ones((n_hidden, 10), "f4")
    A, D = np.ones((batch_size, n_hidden), "f4"), np.ones((batch_size, 10), "f4")
    for start in range(0, len(X) - batch_size + 1, batch_size):
        batch = X[start : start + batch_size]
        _ = batch @ W, A @ V, A.T @ D, np.dot(D, V.T), batch.T @ A


def keras_twin(network):
    """Return an equal Keras model with Keras's own optimizer."""
    model = network.to_keras()
    loss = network.loss.name.replace("categorical", "sparse_categorical")
    model.compile(optimizer="rmsprop", loss=loss, metrics=["accuracy"])
    return model


def mnist(n_hidden, to_sklearn, to_keras, to_products=None):
    """Print the seconds of an epoch and their ratios to the others'."""
    (X, y), _ = data.load_mnist()
    X = X.reshape(-1, 784).astype("float32") / 255
    ours = MultilayerPerceptron([784, n_hidden, 10])
    theirs = MLPClassifier(n_hidden, batch_size=128, max_iter=3, early_stopping=False)
    twin = keras_twin(ours)
    twin.fit(X[:128], y[:128], batch_size=128, verbose=0)  # compile

    alone = seconds(lambda: products(X, n_hidden), 3)
    epoch = seconds(lambda: ours.fit(X, y, epochs=3, batch_size=128), 3) / 3
    sklearn = seconds(lambda: theirs.fit(X, y), 1) / 3
    default = seconds(lambda: twin.fit(X, y, batch_size=128, verbose=0), 1)
    name = f"MNIST 784-{n_hidden}-10"
    show(f"{name}, an epoch", epoch)
    show("  of scikit-learn's MLPClassifier", epoch / sklearn, to_sklearn, "x")
    show("  of Keras's fit", epoch / default, to_keras, "x")
    show("  of the matrix products alone (the limit)", epoch / alone, to_products, "x")


def bare_moons(X, y, n_updates):
    """Make the updates without loss, accuracy, checks or choice: NumPy's limit."""
    W, V = np.ones((2, 50), "f4"), np.ones((50, 1), "f4")
    b, c = np.zeros(50, "f4"), np.zeros(1, "f4")
    for _ in range(n_updates):
        A = np.tanh(X @ W + b)
        delta = (1 / (1 + np.exp(-(A @ V + c))) - y) / len(X)
        back = np.dot(delta, V.T) * (1 - A * A)
        V -= A.T @ delta
        c -= delta.sum(axis=0)
        W -= X.T @ back
        b -= back.sum(axis=0)


def moons():
    """Print the seconds of 5,000 updates on all samples."""
    X, y = data.make_moons(200, noise=0.4, seed=0)
    network = MultilayerPerceptron(
        [2, 50, 1], activation="tanh", loss="binary_crossentropy", optimizer=SGD(1.0)
    )
    ours = seconds(lambda: network.fit(X, y, epochs=5000, batch_size=200), 3)
    X, y = X.astype("f4"), y.astype("f4")[:, np.newaxis]
    bare = seconds(lambda: bare_moons(X, y, 5000), 3)
    show("Moons 2-50-1, 5,000 full-batch updates", ours, 0.3)
    show("  the same in bare NumPy (the limit)", bare)


def imdb():
    """Print seconds and the difference to Keras in validation accuracy."""
    (reviews, y), _ = data.load_imdb(num_words=10_000)
    X = data.multi_hot(reviews, 10_000)
    held_out = X[:10_000], y[:10_000]
    settings = {"epochs": 20, "batch_size": 512, "validation_data": held_out}
    ours = MultilayerPerceptron([10_000, 16, 16, 1], loss="binary_crossentropy")
    twin = keras_twin(ours)
    started = time.perf_counter()
    history = ours.fit(X[10_000:], y[10_000:], **settings)
    measured = time.perf_counter() - started
    theirs = train.fit(twin, X[10_000:], y[10_000:], **settings).history
    gap = abs(history["val_accuracy"][-1] - theirs["val_accuracy"][-1])
    show("IMDB 10000-16-16-1, sparse, 20 epochs", measured, 6)
    show("  validation accuracy, points from Keras's", 100 * gap, 0.5, "")


def import_time():
    """Print how much longer Python runs when it imports the package."""
    command = [sys.executable, "-c"]

    def run(code):
        return lambda: subprocess.run([*command, code], check=True)  # noqa: S603

    needed = seconds(run("import annutils"), 5) - seconds(run("pass"), 5)
    show("import annutils", needed, 0.3)


def main():
    """Print the table."""
    warnings.simplefilter("ignore", ConvergenceWarning)  # three epochs are the task
    print(ROW.format("the NumPy network", "measured", "at most", ""))
    mnist(15, to_sklearn=0.65, to_keras=0.15)
    mnist(128, to_sklearn=0.7, to_keras=0.3, to_products=1.5)
    moons()
    imdb()
    import_time()


if __name__ == "__main__":
    main()
