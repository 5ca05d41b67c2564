"""The experiments of the page that the book grew from, at the book's speed.

The same networks, data, updates and hyperparameters: MNIST for 10 epochs, the moons at
five widths, with L1 and with dropout for 5,000 updates each, four networks on IMDB for
20 epochs, and all their figures. That page's own code, with today's versions, took
1,931 s on two cores: 1,784 s for the moons, 127 s for IMDB, 20 s for MNIST.

Run by ``make bench``; needs the MNIST and IMDB files.
"""

import time

import matplotlib

from annutils import data, plot
from annutils.experiments import train

matplotlib.use("Agg")
train.silence_tensorflow()

import keras  # noqa: E402, after TensorFlow was told to be quiet
from keras import layers, regularizers  # noqa: E402
from matplotlib import pyplot as plt  # noqa: E402

ORIGIN = {"moons": 1784, "imdb": 127, "mnist": 20}
TARGET = 90


def compiled(stack, optimizer, loss):
    """Return a compiled model of these layers."""
    model = keras.Sequential(stack)
    model.compile(optimizer=optimizer, loss=loss, metrics=["accuracy"])
    return model


def mnist():
    """Train the network for digits, draw its curves and ten answers."""
    (x_train, y_train), (x_test, y_test) = data.load_mnist()
    x_train, x_test = x_train.astype("float32") / 255, x_test.astype("float32") / 255
    stack = [layers.Flatten(), layers.Dense(15, "relu"), layers.Dense(10, "softmax")]
    model = compiled(
        [keras.Input((28, 28)), *stack], "rmsprop", "sparse_categorical_crossentropy"
    )
    history = train.fit(model, x_train, y_train, epochs=10, batch_size=128)
    plot.learning_curves(history, "accuracy")
    answers = train.predict(model, x_test[:10]).argmax(axis=1)
    plot.images(x_test[:10], y_test[:10], answers)
    return train.evaluate(model, x_test, y_test)["accuracy"]


def moons():
    """Train seven networks on the moons, draw their boundaries; return one's time."""
    X, y = data.make_moons(200, noise=0.4, seed=0)
    hidden = [[layers.Dense(n, "tanh")] for n in (1, 3, 5, 20, 50)]
    hidden.append([layers.Dense(50, "tanh", kernel_regularizer=regularizers.l1(0.001))])
    hidden.append([layers.Dense(50, "tanh"), layers.Dropout(0.25)])
    for stack in hidden:
        model = compiled(
            [keras.Input((2,)), *stack, layers.Dense(1, "sigmoid")],
            keras.optimizers.SGD(1.0),
            "binary_crossentropy",
        )
        train.fit(model, X, y, epochs=5000, batch_size=len(X))
        started = time.perf_counter()
        plot.decision_boundary(lambda points, m=model: train.predict(m, points), X, y)
        boundary = time.perf_counter() - started
    return boundary


def imdb():
    """Train four networks on reviews and draw their curves."""
    (reviews, y), _ = data.load_imdb(num_words=10_000)
    X = data.multi_hot(reviews, 10_000)
    validation = X[:10_000], y[:10_000]
    for units, l2, dropout in ((16, 0, 0), (8, 0, 0), (8, 0.001, 0), (8, 0.001, 0.5)):
        stack = [keras.Input((10_000,))]
        for _ in range(2):
            penalty = regularizers.l2(l2) if l2 else None
            stack.append(layers.Dense(units, "relu", kernel_regularizer=penalty))
            stack += [layers.Dropout(dropout)] if dropout else []
        model = compiled(
            [*stack, layers.Dense(1, "sigmoid")], "rmsprop", "binary_crossentropy"
        )
        history = train.fit(
            model,
            X[10_000:],
            y[10_000:],
            epochs=20,
            batch_size=512,
            validation_data=validation,
        )
        plot.learning_curves(history)
        plot.learning_curves(history, "accuracy")
    plt.close("all")


def main():
    """Print the table."""
    print(f"{'experiments of the origin page':44} {'measured':>10} {'there':>8}")
    total = 0
    for experiment in (mnist, moons, imdb):
        train.set_seed(0)
        started = time.perf_counter()
        outcome = experiment()
        seconds = time.perf_counter() - started
        total += seconds
        name = experiment.__name__
        print(f"{name:44} {seconds:8.1f} s {ORIGIN[name]:6} s")
        if experiment is moons:
            print(f"{'  decision boundary (target 0.3 s)':44} {outcome:8.2f} s {8:6} s")
    print(f"{f'all (target {TARGET} s)':44} {total:8.1f} s {sum(ORIGIN.values()):6} s")


if __name__ == "__main__":
    main()
