"""Optimizers: rules that turn a gradient into an update of the parameters.

``update(theta, gradient)`` changes ``theta`` in place. Formulas, order of operations
and defaults are those of the Keras 3 optimizers of the same name, elementwise, so
they act on an array of any shape: the vector of all parameters of a network, or a
point in the plane.

>>> theta = np.array([1.0, -2.0])
>>> SGD(learning_rate=0.1).update(theta, 2 * theta)
>>> theta.tolist()
[0.8, -1.6]
"""

import dataclasses
import math
from dataclasses import dataclass

import numpy as np

from annutils.checks import checked_flag, checked_nonnegative

__all__ = ["OPTIMIZERS", "SGD", "Adam", "AdamW", "Optimizer", "RMSprop"]


@dataclass
class Optimizer:
    """What all optimizers share: checked settings and a state of zeros at first.

    A copy, also one through pickle, goes on as the original does, in memory of its own.
    A rule of your own is a dataclass that derives from this one and has an
    ``update(theta, gradient)``.

    Attributes
    ----------
    learning_rate : float
        Step size eta, 0 or more; may be changed between updates.
    iterations : int
        How many updates there have been.
    n_states : int
        How many arrays the rule remembers.
    state : list of arrays
        These, each of theta's shape and dtype; empty before the first update.

    Raises
    ------
    TypeError
        If a setting is of another type.
    ValueError
        If a setting is out of range.
    """

    learning_rate: float

    n_states = 0

    def __post_init__(self):
        self.iterations, self.state, self._workspace = 0, [], []
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if field.type is bool:
                checked_flag(field.name, value)
                continue
            top = (
                1 if field.name in ("momentum", "rho", "beta_1", "beta_2") else math.inf
            )
            checked_nonnegative(field.name, value, below=top)

    @property
    def name(self):
        """The name of the class in small letters, as in `OPTIMIZERS`."""
        return type(self).__name__.lower()

    @property
    def settings(self):
        """The arguments that make an equal optimizer, as a dict."""
        fields = dataclasses.fields(self)
        return {field.name: getattr(self, field.name) for field in fields}

    def update(self, theta, gradient):
        """Change ``theta`` in place by one step; what is refused changes nothing.

        NaN and infinity are not looked for, they spread: the network's `fit` stops at
        the next loss.

        Parameters
        ----------
        theta, gradient : float arrays of one shape and one dtype
            Parameters and dL/dtheta at these parameters.

        Raises
        ------
        TypeError
            If they are no arrays of floats, or their dtype is another than that of
            each other or of earlier updates.
        ValueError
            If the shapes differ so, or ``theta`` cannot be written to.
        """
        self._check(theta, gradient)
        if not self.iterations:
            self.state = [np.zeros_like(theta) for _ in range(self.n_states)]
        self._step(theta, gradient)
        self.iterations += 1

    def _step(self, theta, gradient):
        raise NotImplementedError("A rule of your own needs update(theta, gradient).")

    def _check(self, theta, gradient):
        for name, array in (("theta", theta), ("gradient", gradient)):
            masked = isinstance(array, np.ma.MaskedArray)
            if masked or not isinstance(array, np.ndarray) or array.dtype.kind != "f":
                raise TypeError(f"Expected {name} as array of floats, got {array!r}.")
        model = self.state[0] if self.state else theta
        if not model.dtype == theta.dtype == gradient.dtype:
            raise TypeError(
                f"Expected theta and gradient of {model.dtype}, "
                f"got {theta.dtype} and {gradient.dtype}."
            )
        if not model.shape == theta.shape == gradient.shape:
            raise ValueError(
                f"Expected theta and gradient of shape {model.shape}, "
                f"got {theta.shape} and {gradient.shape}."
            )
        if not theta.flags.writeable:
            raise ValueError("Expected theta to change in place, got a read-only one.")

    def __getstate__(self):
        return vars(self) | {"_workspace": []}

    def __setstate__(self, attributes):
        vars(self).update(attributes)
        # copies: the arrays may be the original's, or lie in a file open for reading
        self.state = [np.array(array) for array in self.state]


@dataclass
class SGD(Optimizer):
    """Gradient descent, with momentum if asked for.

    v <- momentum v - learning_rate g;  theta <- theta + v (Polyak 1964), or with
    ``nesterov`` theta <- theta + momentum v - learning_rate g, in the form of
    Sutskever et al. (2013).

    Attributes
    ----------
    learning_rate : float
    momentum : float
        In [0, 1).
    nesterov : bool
    """

    learning_rate: float = 0.01
    momentum: float = 0.0
    nesterov: bool = False

    n_states = 1

    def _step(self, theta, gradient):
        (v,) = self.state
        step = self.learning_rate * gradient
        if self.momentum == 0:
            theta -= step
            return
        v *= self.momentum
        v -= step
        theta += self.momentum * v - step if self.nesterov else v


@dataclass
class RMSprop(Optimizer):
    """Gradient descent with each step divided by a running size of the gradient.

    v <- rho v + (1 - rho) g^2;  theta <- theta - learning_rate g / sqrt(v + epsilon)
    (Hinton 2012, lecture 6e of "Neural networks for machine learning"). Note epsilon
    inside the root, as in Keras.

    Attributes
    ----------
    learning_rate : float
    rho : float
        In [0, 1).
    epsilon : float
    """

    learning_rate: float = 0.001
    rho: float = 0.9
    epsilon: float = 1e-7

    n_states = 1

    def _step(self, theta, gradient):
        (v,) = self.state
        # in memory of its own: a tenth of the time of training goes into this rule
        if not self._workspace:
            self._workspace = [np.empty_like(theta), np.empty_like(theta)]
        step, root = self._workspace
        np.multiply(1 - self.rho, np.square(gradient, out=step), out=step)
        v *= self.rho
        v += step
        np.sqrt(np.add(v, self.epsilon, out=root), out=root)
        np.multiply(self.learning_rate, gradient, out=step)
        step /= root
        theta -= step


@dataclass
class Adam(Optimizer):
    """Momentum and RMSprop together, corrected for their start at zero.

    m <- m + (1 - beta_1) (g - m);  v <- v + (1 - beta_2) (g^2 - v);
    theta <- theta - alpha_t m / (sqrt(v) + epsilon), with
    alpha_t = learning_rate sqrt(1 - beta_2^t) / (1 - beta_1^t)
    (Kingma and Ba 2015, section 2: the efficient form that Keras has, whose epsilon
    is the paper's epsilon-hat).

    Attributes
    ----------
    learning_rate : float
    beta_1, beta_2 : float
        In [0, 1).
    epsilon : float
    """

    learning_rate: float = 0.001
    beta_1: float = 0.9
    beta_2: float = 0.999
    epsilon: float = 1e-7

    n_states = 2

    def _step(self, theta, gradient):
        m, v = self.state
        t = self.iterations + 1
        alpha = self.learning_rate * math.sqrt(1 - self.beta_2**t)
        alpha /= 1 - self.beta_1**t
        m += (1 - self.beta_1) * (gradient - m)
        v += (1 - self.beta_2) * (gradient**2 - v)
        theta -= alpha * m / (np.sqrt(v) + self.epsilon)


@dataclass
class AdamW(Adam):
    """Adam after a decay of the parameters that does not pass through the gradient.

    theta <- theta - learning_rate weight_decay theta, and the update of Adam
    (Loshchilov and Hutter 2019, algorithm 2). All parameters decay, biases too, as
    in Keras unless told otherwise.

    Attributes
    ----------
    learning_rate, beta_1, beta_2, epsilon : float
        As in :class:`Adam`.
    weight_decay : float
    """

    weight_decay: float = 0.004

    def _step(self, theta, gradient):
        decay = (self.learning_rate * self.weight_decay) * theta
        super()._step(theta, gradient)
        theta -= decay


OPTIMIZERS = {
    optimizer.__name__.lower(): optimizer for optimizer in (SGD, RMSprop, Adam, AdamW)
}
"""Every optimizer class by its name in lower case."""
