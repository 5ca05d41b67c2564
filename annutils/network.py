"""The multilayer perceptron in NumPy, trained by backpropagation.

>>> from annutils.data import make_moons
>>> X, y = make_moons(200, seed=0)
>>> network = MultilayerPerceptron([2, 16, 1], loss="binary_crossentropy")
>>> history = network.fit(X, y, epochs=100)
>>> labels = network.predict(X)

The passes are in `annutils.passes`, the loop in `annutils.fitting`.
"""

import numpy as np

from annutils import network_files
from annutils.activations import ACTIVATIONS
from annutils.checks import checked_count, checked_seed
from annutils.fitting import measure, run_epoch
from annutils.losses import LOSSES
from annutils.network_inputs import checked_labels, checked_samples, checked_values
from annutils.network_settings import (
    checked_activations,
    checked_dtype,
    checked_initializer,
    checked_layer_sizes,
    checked_rate,
    checked_stopping,
    copied_optimizer,
)
from annutils.parameters import Parameters
from annutils.passes import backward_pass, forward_pass
from annutils.penalties import add_penalty_gradient

__all__ = ["MultilayerPerceptron"]


class MultilayerPerceptron:
    """A stack of dense layers with a loss and an optimizer.

    The loss decides the output layer: softmax for "categorical_crossentropy",
    sigmoid of one unit for "binary_crossentropy", the identity for
    "mean_squared_error".

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
    optimizer : Optimizer
        Keeps its state between calls of `fit`.
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
        self.layer_sizes = checked_layer_sizes(layer_sizes, loss)
        self.loss = LOSSES[loss]
        self.activations = checked_activations(activation, len(layer_sizes) - 2)
        self.activations.append(ACTIVATIONS[self.loss.output])
        self.optimizer = copied_optimizer(optimizer)
        self.l1 = checked_rate("l1", l1, self.layer_sizes)
        self.l2 = checked_rate("l2", l2, self.layer_sizes)
        self.dropout = checked_rate("dropout", dropout, self.layer_sizes, below=1)
        self.seed = checked_seed(seed)
        streams = np.random.SeedSequence(self.seed).spawn(3)
        weight_rng, self.order_rng, self.dropout_rng = map(
            np.random.default_rng, streams
        )
        self.theta = Parameters(self.layer_sizes, checked_dtype(dtype))
        draw = checked_initializer(initializer)
        for W in self.weights:
            W[...] = draw(*W.shape, weight_rng)

    @property
    def weights(self):
        """The weight matrices, views of `theta`."""
        return self.theta.weights

    @property
    def biases(self):
        """The biases, views of `theta`."""
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
            ``Z[l]`` and ``A[l]`` have shape (m, n_l), ``A[0]`` is X, ``A[-1]`` the
            output.
        """
        return forward_pass(self.theta, self.activations, self._checked_samples(X))

    def backward(self, y, trace):
        """Run the backward pass.

        Parameters
        ----------
        y : array of shape (m,), or (m, n_L) for values
        trace : Trace
            What `forward` returned, with the parameters as they are now.

        Returns
        -------
        Parameters
            The gradient of the loss of `evaluate`, penalties included:
            ``.weights[l - 1]`` is dL/dW^[l], ``.biases[l - 1]`` is dL/db^[l].
        """
        y = self._checked_targets(y, len(trace.Z[-1]))
        delta = self.loss.gradient(y, trace.Z[-1], trace.A[-1])  # (m, n_L)
        gradient = backward_pass(self.theta, self.activations, trace, delta)
        add_penalty_gradient(
            gradient.weights[:-1], self.weights[:-1], self.l1, self.l2
        )
        return gradient

    def fit(
        self,
        X,
        y,
        *,
        epochs,
        batch_size=32,
        validation_data=None,
        early_stopping=None,
    ):
        """Train by mini-batches, shuffled in each epoch; a second call goes on.

        Parameters
        ----------
        X : array or scipy.sparse matrix of shape (m, n_0)
            Finite numbers, best of about unit size.
        y : array of shape (m,)
            Labels 0 .. n_L - 1 (0 and 1 for a binary loss); values (m, n_L) for the
            squared error.
        epochs : int
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
            the epoch while the parameters change, with dropout. With validation
            data also "val_loss" and "val_accuracy", at the end of each epoch. Both
            losses contain the penalties.

        Raises
        ------
        ValueError
            If data or settings are of wrong shape, range or size.
        FloatingPointError
            If the loss becomes infinite or NaN.
        """
        X, y = self._checked(X, y)
        epochs = checked_count("epochs", epochs)
        batch_size = checked_count("batch_size", batch_size)
        if validation_data is not None:
            validation_data = self._checked(*validation_data)
        stopping = checked_stopping(early_stopping, validation_data)
        history, gradient = {}, self.theta.like()
        # overflow on the way to divergence is reported by run_epoch, as an error
        with np.errstate(over="ignore", invalid="ignore"):
            for _ in range(epochs):
                results = run_epoch(self, X, y, batch_size, gradient)
                if validation_data is not None:
                    validation = self._evaluate(*validation_data)
                    results |= {f"val_{name}": v for name, v in validation.items()}
                for name, value in results.items():
                    history.setdefault(name, []).append(value)
                if stopping and stopping.update(results["val_loss"], self.theta):
                    break
        if stopping:
            stopping.restore(self.theta)
        return history

    def evaluate(self, X, y):
        """Return loss, penalties included, and accuracy (for labels), as a dict."""
        return self._evaluate(*self._checked(X, y))

    def predict_proba(self, X):
        """Return the output of the network for all samples.

        Parameters
        ----------
        X : array or scipy.sparse matrix of shape (m, n_0)

        Returns
        -------
        array of shape (m, n_L)
            Probabilities of the classes (softmax) or of class 1 (sigmoid, n_L = 1);
            the predicted values for the squared error.
        """
        return self.forward(X).A[-1]

    def predict(self, X):
        """Return labels, int64 of shape (m,), or values (m, n_L)."""
        z = self.forward(X).Z[-1]
        return self.loss.decide(z) if self.loss.decide else z

    def save(self, path):
        """Write settings and parameters; see `annutils.network_files.save`."""
        network_files.save(self, path)

    @classmethod
    def load(cls, path):
        """Read what `save` wrote; see `annutils.network_files.load`."""
        return network_files.load(cls, path)

    def to_keras(self):
        """Return an equal Keras model; see `annutils.network_keras.to_keras`."""
        from annutils.network_keras import to_keras

        return to_keras(self)

    @classmethod
    def from_keras(cls, model, **settings):
        """Take over a Keras model; see `annutils.network_keras.from_keras`."""
        from annutils.network_keras import from_keras

        return from_keras(cls, model, **settings)

    def _evaluate(self, X, y):
        z = forward_pass(self.theta, self.activations, X).Z[-1]  # (m, n_L)
        return measure(self, y, z)

    def _checked(self, X, y):
        X = self._checked_samples(X)
        return X, self._checked_targets(y, X.shape[0])

    def _checked_samples(self, X):
        return checked_samples(X, self.layer_sizes[0], self.theta.vector.dtype)

    def _checked_targets(self, y, n_samples):
        n_outputs, dtype = self.layer_sizes[-1], self.theta.vector.dtype
        if self.loss.decide is None:
            return checked_values(y, n_samples, n_outputs, dtype)
        return checked_labels(y, n_samples, max(n_outputs, 2))
