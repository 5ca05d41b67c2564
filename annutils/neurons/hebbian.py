"""Learning without a teacher.

Sources: D. O. Hebb, *The Organization of Behavior*, Wiley, 1949, chapter 4; E. Oja, "A
simplified neuron model as a principal component analyzer", Journal of Mathematical
Biology 15 (1982), 267-273.
"""

import numpy as np

from annutils.checks import checked_seed
from annutils.neurons._estimator import Estimator
from annutils.neurons._validation import check_positive, checked_samples


class HebbianUnit(Estimator):
    """Linear unit, y = w.x, that learns without a teacher.

    Hebb (1949): an input that is active together with the unit is strengthened,
    w <- w + eta y x. The length of w never falls, and it grows without bound.
    Oja (1982): w <- w + eta y (x - y w). The additional term keeps the length near 1,
    and for a small eta the weights tend to the eigenvector of the greatest eigenvalue
    of E[x x^T]: for centered data, the first principal component.

    Parameters
    ----------
    learning_rate : float, default 0.01
        eta, positive.
    rule : {"hebb", "oja"}, default "hebb"
        How to learn.
    seed : int, default 0
        Of the first weights, a random direction of length 1.

    Attributes
    ----------
    weights_ : ndarray of float64, shape (n_features,)
        The weights after the last sample.
    history_ : ndarray of float64, shape (n_samples + 1, n_features)
        The weights at first and after each sample.
    n_features_in_ : int
        Number of inputs.
    """

    def __init__(self, learning_rate=0.01, rule="hebb", seed=0):
        self.learning_rate = learning_rate
        self.rule = rule
        self.seed = seed

    def fit(self, X, y=None):
        """Learn from each sample once, in the order given.

        Parameters
        ----------
        X : array-like of shape (n_samples, n_features)
            Inputs; for principal components, centered on 0.
        y : object, optional
            Not used: there is no teacher.

        Returns
        -------
        HebbianUnit
            The unit itself.

        Raises
        ------
        ValueError
            If X has another shape, is empty, or holds NaN or an infinite number; if a
            parameter is out of range.
        TypeError
            If X holds no numbers, or a parameter is of another type.
        OverflowError
            If the weights leave the range of floating-point numbers.
        """
        X = checked_samples(X)
        if self.rule not in ("hebb", "oja"):
            raise ValueError(f'Expected rule "hebb" or "oja", got {self.rule!r}.')
        check_positive("learning_rate", self.learning_rate)
        w = np.random.default_rng(checked_seed(self.seed)).normal(size=X.shape[1])
        w /= np.linalg.norm(w)
        history = [w]
        with np.errstate(over="ignore", invalid="ignore"):
            for x in X:
                y = w @ x
                pull = x - y * w if self.rule == "oja" else x
                w = w + self.learning_rate * y * pull
                history.append(w)
        self.history_ = np.array(history)
        self.weights_, self.n_features_in_ = w, X.shape[1]
        lost = ~np.isfinite(self.history_).all(axis=1)
        if lost.any():
            raise OverflowError(
                f"After {lost.argmax()} samples the weights are too large for floating-"
                f"point numbers: lower learning_rate, now {self.learning_rate}."
            )
        return self
