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

    A rule of your own is a dataclass that derives from this one and has an
    ``update(theta, gradient)``.

    Attributes
    ----------
    learning_rate : float
        Step size eta, 0 or more; may be changed between updates.
    """

    learning_rate: float

    def __post_init__(self):
        self.iterations = 0
        self._state = None
        for name, value in self.settings.items():
            if name == "nesterov":
                checked_flag(name, value)
                continue
            top = 1 if name in ("momentum", "rho", "beta_1", "beta_2") else math.inf
            checked_nonnegative(name, value, below=top)

    @property
    def settings(self):
        """The arguments that make an equal optimizer, as a dict."""
        fields = dataclasses.fields(self)
        return {field.name: getattr(self, field.name) for field in fields}

    def update(self, theta, gradient):
        """Change ``theta`` in place by one step.

        Parameters
        ----------
        theta, gradient : float arrays of the same shape
            Parameters and dL/dtheta at these parameters.

        Raises
        ------
        ValueError
            If the shapes differ from each other or from those of earlier updates.
        TypeError
            If ``theta`` is not an array of floats.
        """
        raise NotImplementedError

    def _begin(self, theta, gradient, n_slots):
        """Count the update and return the state: arrays like theta, zeros at first."""
        if self._state is None:
            if not isinstance(theta, np.ndarray) or theta.dtype.kind != "f":
                raise TypeError(f"Expected theta as array of floats, got {theta!r}.")
            self._state = [np.zeros_like(theta) for _ in range(n_slots)]
            self._shape = theta.shape
        if not self._shape == np.shape(theta) == np.shape(gradient):
            raise ValueError(
                f"Expected theta and gradient of shape {self._shape}, "
                f"got {np.shape(theta)} and {np.shape(gradient)}."
            )
        self.iterations += 1
        return self._state


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

    def update(self, theta, gradient):
        """Change ``theta`` in place; see :meth:`Optimizer.update`."""
        (v,) = self._begin(theta, gradient, 1)
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

    def update(self, theta, gradient):
        """Change ``theta`` in place; see :meth:`Optimizer.update`."""
        # in memory of its own: a tenth of the time of training goes into this rule
        v, step, root = self._begin(theta, gradient, 3)
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

    def update(self, theta, gradient):
        """Change ``theta`` in place; see :meth:`Optimizer.update`."""
        m, v = self._begin(theta, gradient, 2)
        t = self.iterations
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

    def update(self, theta, gradient):
        """Change ``theta`` in place; see :meth:`Optimizer.update`."""
        decay = (self.learning_rate * self.weight_decay) * theta
        super().update(theta, gradient)
        theta -= decay


OPTIMIZERS = {
    optimizer.__name__.lower(): optimizer for optimizer in (SGD, RMSprop, Adam, AdamW)
}
"""Every optimizer class by its name in lower case."""
