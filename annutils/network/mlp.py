"""The multilayer perceptron in NumPy, trained by backpropagation.

>>> from annutils.data import make_moons
>>> X, y = make_moons(200, seed=0)
>>> network = MultilayerPerceptron([2, 16, 1], loss="binary_crossentropy")
>>> history = network.fit(X, y, epochs=100)
>>> labels = network.predict(X)

`fit` runs epochs of batches; for each batch, the passes give the gradient and the
optimizer changes the parameters.
"""

import copy
import math
import operator

import numpy as np

from annutils.calls import call_text
from annutils.checks import (
    checked_choice,
    checked_count,
    checked_numbers,
    checked_pair,
    checked_seed,
)
from annutils.losses import LOSSES, loss_of_output
from annutils.network import keras, saving
from annutils.network.parameters import ParameterVector
from annutils.network.passes import backward_pass, dropout_mask, forward_pass
from annutils.network.training import EarlyStopping, batches
from annutils.network.validation import (
    checked_activations,
    checked_layer_sizes,
    checked_rate,
    checked_samples,
    checked_targets,
    checked_trace,
    new_optimizer,
    new_weights,
)
from annutils.optimizers import OPTIMIZERS
from annutils.regularizers import add_penalty_gradient, weight_penalty

__all__ = ["MultilayerPerceptron"]


class MultilayerPerceptron:
    """A stack of dense layers with a loss and an optimizer.

    The loss decides the output layer: softmax for "categorical_crossentropy",
    sigmoid of one unit for "binary_crossentropy", the identity for
    "mean_squared_error". Labels are integers for both cross-entropies, never one-hot:
    what is called "categorical_crossentropy" here is "sparse_categorical_crossentropy"
    in Keras.

    `predict` and `predict_proba` return the shapes of scikit-learn; else the customs
    are those of Keras (`layer_sizes` come first, `fit` takes the epochs and returns a
    history), so that scikit-learn's `clone` or `GridSearchCV` do not apply.

    A copy (`copy.copy`, `copy.deepcopy`, pickle, `save` and `load`) shares no memory
    with the original and learns as the original does, to the last bit.

    Parameters
    ----------
    layer_sizes : sequence of int
        n_0 inputs, hidden units, n_L outputs: at least two numbers.
    activation : str or list of str
        A name in `annutils.activations.ACTIVATIONS`, one for all hidden layers or one
        for each.
    loss : str
        A name in `annutils.losses.LOSSES`.
    optimizer : str or Optimizer
        A name in `annutils.optimizers.OPTIMIZERS`, with its defaults, or an instance,
        whose settings are copied.
    initializer : str or callable
        A name in `annutils.initializers.INITIALIZERS` or a function of
        (n_in, n_out, rng) that returns the weights. Biases start at zero.
    l1, l2 : float
        Penalties l1 sum|w| + l2 sum w^2 over the weights of all hidden layers (not
        biases, not the output layer), added to the mean loss: Keras's
        ``kernel_regularizer`` on these layers.
    dropout : float
        Share of each hidden layer's units that is dropped while training, in [0, 1).
    seed : int
        Initial weights, order of samples and dropout come from three streams of this
        seed: changing one setting leaves the other draws as they were.
    dtype : str
        "float32", or "float64" to compare gradients with finite differences.

    Attributes
    ----------
    weights, biases : tuple of L arrays
        W^[l] (n_{l-1}, n_l) and b^[l] (n_l,), starting with l = 1. They can be changed
        in place: ``network.weights[0][...] = W``.
    theta : ParameterVector
        All of them as one vector, ``theta.vector`` of shape (n_parameters,).
    optimizer : Optimizer
        Keeps its state between calls of `fit`.
    loss : Loss
    activations : list of L Activation
        The output layer's last.

    Raises
    ------
    TypeError, ValueError
        If a setting is of wrong type, unknown or out of range, or the last layer size
        does not suit the loss.
    """

    def __init__(
        self,
        layer_sizes,
        *,
        activation="relu",
        loss="categorical_crossentropy",
        optimizer="rmsprop",
        initializer="glorot_uniform",
        l1=0.0,
        l2=0.0,
        dropout=0.0,
        seed=0,
        dtype="float32",
    ):
        self.loss = checked_choice("loss", loss, LOSSES)
        self.layer_sizes = checked_layer_sizes(layer_sizes, self.loss)
        n_hidden = len(self.layer_sizes) - 2
        self.activations = checked_activations(activation, n_hidden, self.loss)
        self.optimizer = new_optimizer(optimizer)
        self.l1 = checked_rate("l1", l1, n_hidden)
        self.l2 = checked_rate("l2", l2, n_hidden)
        self.dropout = checked_rate("dropout", dropout, n_hidden, below=1)
        self.seed = checked_seed(seed)
        streams = np.random.SeedSequence(self.seed).spawn(3)
        rngs = [np.random.default_rng(stream) for stream in streams]
        weight_rng, self.order_rng, self.dropout_rng = rngs
        dtype = checked_choice("dtype", dtype, {"float32": "f4", "float64": "f8"})
        self.theta = ParameterVector(self.layer_sizes, dtype)
        for W in self.weights:
            W[...] = new_weights(initializer, W.shape, weight_rng)
        # a function of one's own may not survive pickling, and is done with
        self.initializer = getattr(initializer, "__name__", str(initializer))

    def _settings(self):
        """Return the arguments that make an equal network."""
        return {
            "layer_sizes": list(self.layer_sizes),
            "activation": [g.name for g in self.activations[:-1]],
            "loss": self.loss.name,
            "optimizer": self.optimizer,
            "initializer": self.initializer,
            "l1": self.l1,
            "l2": self.l2,
            "dropout": self.dropout,
            "seed": self.seed,
            "dtype": self.theta.vector.dtype.name,
        }

    def __repr__(self):
        settings = self._settings()
        hidden = settings["activation"] or ["relu"]
        if len({*hidden}) == 1:
            settings["activation"] = hidden[0]
        name = self.optimizer.name
        is_plain = name in OPTIMIZERS and self.optimizer == OPTIMIZERS[name]()
        settings["optimizer"] = name if is_plain else self.optimizer
        return call_text(type(self), settings)

    def __copy__(self):
        return copy.deepcopy(self)

    @property
    def weights(self):
        """W^[l], l = 1 .. L, as views of `theta`."""
        return self.theta.weights

    @property
    def biases(self):
        """b^[l], l = 1 .. L, as views of `theta`."""
        return self.theta.biases

    @property
    def n_parameters(self):
        """Number of weights and biases together."""
        return self.theta.vector.size

    def forward(self, X):
        """Run the forward pass, without dropout.

        Parameters
        ----------
        X : array or scipy.sparse matrix of shape (m, n_0)

        Returns
        -------
        Trace
            Named tuple ``(Z, A, masks)`` of lists that count layers as the book does:
            ``Z[l]`` and ``A[l]`` have shape (m, n_l), ``A[0]`` is X.

        Raises
        ------
        TypeError
            If X holds no numbers.
        ValueError
            If X has another shape, is empty, or holds NaN or infinity.
        """
        return forward_pass(self.theta, self.activations, self._checked_samples(X))

    def backward(self, y, trace):
        """Run the backward pass.

        Parameters
        ----------
        y : array of shape (m,), or (m, n_L) for values
        trace : Trace
            Of `forward`, with the parameters as they are now.

        Returns
        -------
        ParameterVector
            The gradient of the loss of `evaluate`, penalties included:
            ``.weights[l - 1]`` is dL/dW^[l], ``.biases[l - 1]`` is dL/db^[l].

        Raises
        ------
        TypeError
            If y holds no numbers, or ``trace`` is no Trace.
        ValueError
            If y has another shape, a label is out of range, or the trace is that of a
            network of other sizes.
        """
        trace = checked_trace(trace, self.layer_sizes)
        y = self._checked_targets(y, len(trace.Z[-1]))
        return self._gradient(y, trace)

    def _gradient(self, y, trace, out=None):
        """Return dL/dtheta for arrays that are checked; penalties spare the output."""
        delta = self.loss.derivative(y, trace.Z[-1], trace.A[-1])  # (m, n_L)
        gradient = backward_pass(self.theta, self.activations, trace, delta, out)
        add_penalty_gradient(gradient.weights[:-1], self.weights[:-1], self.l1, self.l2)
        return gradient

    def fit(
        self, X, y, *, epochs, batch_size=32, validation_data=None, early_stopping=None
    ):
        """Train by mini-batches, shuffled in each epoch; a second call goes on.

        Parameters
        ----------
        X : array or scipy.sparse matrix of shape (m, n_0)
            Finite numbers, best of about unit size.
        y : array of shape (m,), or (m, n_L) for values
            Labels are 0 .. n_L - 1, or 0 and 1 for a binary loss.
        epochs : int
            1 or more.
        batch_size : int
            At least m: each epoch is one update with all samples.
        validation_data : tuple (X, y), optional
        early_stopping : int, optional
            Patience: stop after so many epochs without a lower validation loss. In
            the end, the parameters of the epoch with the lowest one are put back.

        Returns
        -------
        dict of str to list of float
            "loss" and, for labels, "accuracy", as Keras records them: means over
            the epoch while the parameters change, with dropout; with validation data
            "val_loss" and "val_accuracy" after it. Losses contain the penalties.

        Raises
        ------
        TypeError, ValueError
            If data or settings are of wrong type, shape, range or size.
        FloatingPointError
            If the loss becomes infinite or NaN.
        """
        data = self._checked(X, y)
        if validation_data is not None:
            pair = checked_pair("validation_data", validation_data)
            validation_data = self._checked(*pair)
        epochs = checked_count("epochs", epochs)
        batch_size = checked_count("batch_size", batch_size)
        stopping = None
        if early_stopping is not None:
            if validation_data is None:
                raise ValueError(
                    "Early stopping watches val_loss: pass validation_data, too."
                )
            patience = checked_count("early_stopping (patience)", early_stopping)
            stopping = EarlyStopping(patience)
        history, gradient = {}, self.theta.like()
        # overflow on the way to divergence is reported as an error of its own
        with np.errstate(over="ignore", invalid="ignore"):
            for _ in range(epochs):
                results = self._run_epoch(*data, batch_size, gradient)
                if validation_data is not None:
                    results |= self._validate(*validation_data)
                for name, value in results.items():
                    history.setdefault(name, []).append(value)
                if stopping and stopping.update(results["val_loss"], self.theta):
                    break
            if stopping:
                stopping.restore(self.theta)
            # the last update is followed by no loss that would show it
            self._refuse_divergence(float(self.theta.vector.sum()))
        return history

    def _run_epoch(self, X, y, batch_size, gradient):
        """Train for one pass over the data; return the means over its samples.

        Loss and accuracy are those of each batch before its update, with dropout: what
        Keras records while it trains. ``gradient`` is memory to work in.
        """
        totals = {}
        for X_batch, y_batch in batches(X, y, batch_size, self.order_rng):
            m = len(y_batch)
            masks = self._dropout_masks(m)
            trace = forward_pass(self.theta, self.activations, X_batch, masks)
            results = self._measure(y_batch, trace.Z[-1])
            self._refuse_divergence(results["loss"])
            self._gradient(y_batch, trace, out=gradient)
            self.optimizer.update(self.theta.vector, gradient.vector)
            for name, value in results.items():
                totals[name] = totals.get(name, 0.0) + m * value
        return {name: total / len(y) for name, total in totals.items()}

    def _dropout_masks(self, m):
        """Draw the dropout factors of a batch, for the hidden layers only."""
        if self.dropout == 0:
            return None
        dtype, rng = self.theta.vector.dtype, self.dropout_rng
        shapes = [(m, n) for n in self.layer_sizes[1:-1]]
        masks = [dropout_mask(shape, self.dropout, rng, dtype) for shape in shapes]
        return [None, *masks, None]

    def _validate(self, X, y):
        z = forward_pass(self.theta, self.activations, X).Z[-1]
        results = self._measure(y, z)
        self._refuse_divergence(results["loss"])
        return {f"val_{name}": value for name, value in results.items()}

    def _measure(self, y, z):
        """Return the loss with its penalties, and the accuracy where y are labels."""
        results = {}
        if self.loss.decide:
            n_correct = int(np.count_nonzero(self.loss.decide(z) == y))
            results["accuracy"] = n_correct / len(y)
        penalty = weight_penalty(self.weights[:-1], self.l1, self.l2)
        results["loss"] = float(self.loss.mean(y, z)) + penalty
        return results

    def _refuse_divergence(self, number):
        """Raise unless the loss, or the sum of all parameters, is a number."""
        if not math.isfinite(number):
            n_updates, rate = self.optimizer.iterations, self.optimizer.learning_rate
            raise FloatingPointError(
                f"Training diverged: {number} after {n_updates} updates. Make a new "
                f"network with a smaller learning rate (it was {rate}), and scale the "
                "inputs to about -1 .. 1."
            )

    def evaluate(self, X, y):
        """Measure the network, without dropout.

        Parameters
        ----------
        X, y : arrays
            As for `fit`.

        Returns
        -------
        dict of str to float
            "loss", penalties included, and for labels "accuracy".

        Raises
        ------
        TypeError, ValueError
            If data are of wrong type, shape or range.
        """
        X, y = self._checked(X, y)
        return self._measure(y, forward_pass(self.theta, self.activations, X).Z[-1])

    def predict_proba(self, X):
        """Return the probabilities of the classes, as scikit-learn's classifiers do.

        The output itself, (m, 1) for a binary loss, is ``forward(X).A[-1]``.

        Parameters
        ----------
        X : array or scipy.sparse matrix of shape (m, n_0)

        Returns
        -------
        array of shape (m, n_classes), of the network's dtype
            Each row sums to 1; column k is class k. With "binary_crossentropy" there
            are two columns: ``[:, 1]`` is the output.

        Raises
        ------
        TypeError
            If X holds no numbers, or the network predicts values.
        ValueError
            If X has another shape, is empty, or holds NaN or infinity.
        """
        if not self.loss.decide:
            raise TypeError(
                f"With {self.loss.name} there are no probabilities: call predict(X)."
            )
        a = self.forward(X).A[-1]
        return a if a.shape[1] > 1 else np.hstack([1 - a, a])

    def predict(self, X):
        """Return the predicted labels or values, in the shape of y.

        Parameters
        ----------
        X : array or scipy.sparse matrix of shape (m, n_0)

        Returns
        -------
        array
            Labels, int64 of shape (m,); or values of the network's dtype, (m, n_L),
            and (m,) where n_L = 1.

        Raises
        ------
        TypeError
            If X holds no numbers.
        ValueError
            If X has another shape, is empty, or holds NaN or infinity.
        """
        z = self.forward(X).Z[-1]
        if self.loss.decide:
            return self.loss.decide(z)
        return z if z.shape[1] > 1 else z[:, 0]

    def save(self, path):
        """Write all that the network has learned, and what learning on depends on.

        Parameters
        ----------
        path : str or path
            Written as it is named; ".npz" is usual. A file there is replaced, whole or
            not at all.

        Raises
        ------
        ValueError
            If the optimizer is not one of `annutils.optimizers.OPTIMIZERS`, or a
            parameter is NaN or infinite, as after training that diverged.
        OSError
            If the file cannot be written.
        """
        checked_numbers("the parameters", self.theta.vector)
        rule = self.optimizer.name
        checked_choice("optimizer of a network to save", rule, OPTIMIZERS)
        settings = self._settings()
        settings["optimizer"] = {"name": rule, **self.optimizer.settings}
        settings["progress"] = {
            "iterations": self.optimizer.iterations,
            "order": self.order_rng.bit_generator.state,
            "dropout": self.dropout_rng.bit_generator.state,
        }
        arrays = {"theta": self.theta.vector, "state": np.array(self.optimizer.state)}
        saving.write(path, settings, arrays)

    @classmethod
    def load(cls, path):
        """Read what `save` wrote; no code in the file is run.

        Parameters
        ----------
        path : str or path

        Returns
        -------
        MultilayerPerceptron
            Predicts and learns as the saved one, bit by bit.

        Raises
        ------
        FileNotFoundError
            If there is no such file.
        ValueError
            If it is not a file of `save`, or damaged.
        """
        with saving.opened(path) as (settings, arrays):
            rule, progress = settings.pop("optimizer"), settings.pop("progress")
            optimizer = checked_choice("optimizer", rule.pop("name"), OPTIMIZERS)
            name = settings.pop("initializer")
            network = cls(**settings, optimizer=optimizer(**rule), initializer="zeros")
            network.initializer = name
            network.theta.vector = checked_numbers("theta", arrays["theta"])
            network.optimizer.iterations = operator.index(progress["iterations"])
            network.optimizer.state = list(arrays["state"])
            network.order_rng.bit_generator.state = progress["order"]
            network.dropout_rng.bit_generator.state = progress["dropout"]
        return network

    def to_keras(self):
        """Return an equal Keras model, with copies of the parameters.

        Layers, penalties, dropout, loss, metrics and the optimizer's settings are those
        of the network; the state of its optimizer is not taken along. The model's
        ``predict`` returns ``forward(X).A[-1]``: (m, 1) for one output unit.

        Returns
        -------
        keras.Sequential
            Compiled.

        Raises
        ------
        ValueError
            If the optimizer is not one of `annutils.optimizers.OPTIMIZERS`.
        """
        return keras.to_keras(self)

    @classmethod
    def from_keras(cls, model):
        """Return a network with the layers and parameters of a Keras model, to predict.

        Parameters
        ----------
        model : keras.Sequential
            Built; of Input, Flatten (before the first dense layer: pass flat samples to
            the network), Dense and Dropout layers. The last activation decides the
            loss.

        Returns
        -------
        MultilayerPerceptron

        Raises
        ------
        ValueError
            If the model has another form, layer or activation.
        """
        return cls.from_layers(keras.dense_layers(model))

    @classmethod
    def from_layers(cls, layers):
        """Return a network with the parameters of layers.

        Parameters
        ----------
        layers : list of (str, array, array)
            Activation, weights (n_in, n_out) and biases (n_out,) of each. The last
            activation decides the loss.

        Returns
        -------
        MultilayerPerceptron
            Of the weights' dtype.

        Raises
        ------
        ValueError
            If an activation is unknown, or the shapes do not fit.
        """
        *hidden, output = [activation for activation, _, _ in layers]
        weights, biases = [W for _, W, _ in layers], [b for _, _, b in layers]
        network = cls(
            [len(weights[0]), *map(len, biases)],
            activation=hidden,
            loss=loss_of_output(output).name,
            initializer="zeros",
            dtype=weights[0].dtype.name,
        )
        for theirs, ours in ((weights, network.weights), (biases, network.biases)):
            for values, view in zip(theirs, ours, strict=True):
                view[...] = values
        return network

    def _checked(self, X, y):
        X = self._checked_samples(X)
        return X, self._checked_targets(y, X.shape[0])

    def _checked_samples(self, X):
        return checked_samples(X, self.layer_sizes[0], self.theta.vector.dtype)

    def _checked_targets(self, y, n_samples):
        dtype = self.theta.vector.dtype
        return checked_targets(y, n_samples, self.layer_sizes[-1], self.loss, dtype)
