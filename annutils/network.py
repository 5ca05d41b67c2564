"""The multilayer perceptron in NumPy, trained by backpropagation.

>>> from annutils.data import make_moons
>>> X, y = make_moons(200, seed=0)
>>> network = MultilayerPerceptron([2, 16, 1], loss="binary_crossentropy")
>>> history = network.fit(X, y, epochs=100)
>>> labels = network.predict(X)

The passes are in `annutils.passes`, the loop in `annutils.fitting`.
"""

import numpy as np

from annutils import network_files, network_keras
from annutils import network_settings as settings
from annutils.checks import checked_count, checked_pair, checked_seed
from annutils.fitting import measure, train
from annutils.network_inputs import checked_samples, checked_targets
from annutils.parameters import ParameterVector
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
    theta : ParameterVector
        All of them as one vector, ``theta.vector`` of shape (n_parameters,).
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
        self.loss = settings.checked_loss(loss)
        self.layer_sizes = settings.checked_layer_sizes(layer_sizes, self.loss)
        n_hidden = len(self.layer_sizes) - 2
        self.activations = settings.checked_activations(activation, n_hidden, self.loss)
        self.optimizer = settings.new_optimizer(optimizer)
        self.l1 = settings.checked_rate("l1", l1, n_hidden)
        self.l2 = settings.checked_rate("l2", l2, n_hidden)
        self.dropout = settings.checked_rate("dropout", dropout, n_hidden, below=1)
        self.seed = checked_seed(seed)
        streams = np.random.SeedSequence(self.seed).spawn(3)
        rngs = [np.random.default_rng(stream) for stream in streams]
        weight_rng, self.order_rng, self.dropout_rng = rngs
        self.theta = ParameterVector(self.layer_sizes, settings.checked_dtype(dtype))
        for W in self.weights:
            W[...] = settings.new_weights(initializer, W.shape, weight_rng)

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
        """
        y = self._checked_targets(y, len(trace.Z[-1]))
        delta = self.loss.gradient(y, trace.Z[-1], trace.A[-1])  # (m, n_L)
        gradient = backward_pass(self.theta, self.activations, trace, delta)
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
        return train(
            self,
            data,
            validation_data,
            epochs=checked_count("epochs", epochs),
            batch_size=checked_count("batch_size", batch_size),
            patience=settings.checked_patience(early_stopping, validation_data),
        )

    def evaluate(self, X, y):
        """Return loss, penalties included, and for labels the accuracy, as a dict."""
        X, y = self._checked(X, y)
        return measure(self, y, self.forward(X).Z[-1])

    def predict_proba(self, X):
        """Return the output of the network for all samples.

        Parameters
        ----------
        X : array or scipy.sparse matrix of shape (m, n_0)

        Returns
        -------
        array of shape (m, n_L), of the network's dtype
            Probabilities of the classes (softmax) or of class 1 (sigmoid, n_L = 1);
            the predicted values for the squared error.
        """
        return self.forward(X).A[-1]

    def predict(self, X):
        """Return labels, int64 (m,), or values (m, n_L); X as for `predict_proba`."""
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
        return network_keras.to_keras(self)

    @classmethod
    def from_keras(cls, model, **training):
        """Take over a Keras model; see `annutils.network_keras.from_keras`."""
        return network_keras.from_keras(cls, model, **training)

    def _checked(self, X, y):
        X = self._checked_samples(X)
        return X, self._checked_targets(y, X.shape[0])

    def _checked_samples(self, X):
        return checked_samples(X, self.layer_sizes[0], self.theta.vector.dtype)

    def _checked_targets(self, y, n_samples):
        dtype = self.theta.vector.dtype
        return checked_targets(y, n_samples, self.layer_sizes[-1], self.loss, dtype)
