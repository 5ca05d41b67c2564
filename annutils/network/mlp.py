"""The multilayer perceptron in NumPy, trained by backpropagation.

>>> from annutils.data import make_moons
>>> X, y = make_moons(200, seed=0)
>>> network = MultilayerPerceptron([2, 16, 1], loss="binary_crossentropy")
>>> history = network.fit(X, y, epochs=100)
>>> labels = network.predict(X)

The passes are in `annutils.network.passes`, the loop in `annutils.network.training`.
"""

import copy

import numpy as np

from annutils.calls import call_text
from annutils.checks import checked_count, checked_pair, checked_seed
from annutils.network import keras, saving
from annutils.network import validation as settings
from annutils.network.inputs import checked_samples, checked_targets, checked_trace
from annutils.network.parameters import ParameterVector
from annutils.network.passes import backward_pass, forward_pass
from annutils.network.training import measure, train
from annutils.optimizers import OPTIMIZERS
from annutils.regularizers import add_penalty_gradient

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
        # a function of one's own may not survive pickling, and is done with
        self.initializer = getattr(initializer, "__name__", str(initializer))

    def __repr__(self):
        hidden = [g.name for g in self.activations[:-1]] or ["relu"]
        name = type(self.optimizer).__name__.lower()
        is_plain = name in OPTIMIZERS and self.optimizer == OPTIMIZERS[name]()
        arguments = {
            "layer_sizes": list(self.layer_sizes),
            "activation": hidden[0] if len({*hidden}) == 1 else hidden,
            "loss": self.loss.name,
            "optimizer": name if is_plain else self.optimizer,
            "initializer": self.initializer,
            "l1": self.l1,
            "l2": self.l2,
            "dropout": self.dropout,
            "seed": self.seed,
            "dtype": self.theta.vector.dtype.name,
        }
        return call_text(type(self), arguments)

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
        delta = self.loss.slope(y, trace.Z[-1], trace.A[-1])  # (m, n_L)
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
        return train(
            self,
            data,
            validation_data,
            epochs=checked_count("epochs", epochs),
            batch_size=checked_count("batch_size", batch_size),
            patience=settings.checked_patience(early_stopping, validation_data),
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
        return measure(self, y, self.forward(X).Z[-1])

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
        saving.save(self, path)

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
        return saving.load(cls, path)

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
    def from_keras(cls, model, **training):
        """Return a network with the layers and parameters of a Keras model.

        Parameters
        ----------
        model : keras.Sequential
            Built; of Input, Flatten (before the first dense layer: pass flat samples to
            the network), Dense and Dropout layers. The last activation decides the
            loss.
        **training
            What training needs and predictions do not: ``optimizer``, ``l1``, ``l2``,
            ``dropout``, ``seed``. They are not read from the model.

        Returns
        -------
        MultilayerPerceptron

        Raises
        ------
        ValueError
            If the model has another form, layer or activation.
        """
        return keras.from_keras(cls, model, **training)

    def _checked(self, X, y):
        X = self._checked_samples(X)
        return X, self._checked_targets(y, X.shape[0])

    def _checked_samples(self, X):
        return checked_samples(X, self.layer_sizes[0], self.theta.vector.dtype)

    def _checked_targets(self, y, n_samples):
        dtype = self.theta.vector.dtype
        return checked_targets(y, n_samples, self.layer_sizes[-1], self.loss, dtype)
