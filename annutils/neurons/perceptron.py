"""The perceptron.

Sources: F. Rosenblatt, "The perceptron: a probabilistic model for information storage
and organization in the brain", Psychological Review 65 (1958), 386-408; A. B. J.
Novikoff, "On convergence proofs on perceptrons", Symposium on the Mathematical Theory
of Automata, 1962, 615-622; Y. Freund and R. E. Schapire, "Large margin classification
using the perceptron algorithm", Machine Learning 37 (1999), 277-296.
"""

import sys

import numpy as np

from annutils.checks import (
    checked_count,
    checked_flag,
    checked_labels,
    checked_seed,
)
from annutils.neurons._estimator import Estimator
from annutils.neurons._validation import check_positive, checked_samples


class Perceptron(Estimator):
    """Rosenblatt's perceptron (1958): a threshold unit that learns from its mistakes.

    It answers 1 if w.x + b >= 0, else 0: a formal neuron with threshold -b. For each
    sample that it gets wrong, w <- w + eta (y - y') x and b <- b + eta (y - y'); it
    starts from zero. If some (w*, b*) of length 1 separates the classes with margin
    gamma, and all (x, 1) have length at most R, it makes at most (R / gamma)^2 mistakes
    (Novikoff, 1962), whatever the order of samples.

    It is a classifier for scikit-learn, too: for `Pipeline`, `cross_val_score`,
    `GridSearchCV` and `DecisionBoundaryDisplay`, with labels 0 and 1.

    Parameters
    ----------
    learning_rate : float, default 1.0
        eta, positive. It scales weights and bias and changes no answer.
    epochs : int, default 100
        Most passes over the samples; an epoch without mistake is the last.
    shuffle : bool, default False
        Whether each epoch takes the samples in a new random order.
    average : bool, default False
        Whether `weights_` and `bias_` are the means over all samples presented, of what
        they were after each: the averaged perceptron of Freund and Schapire (1999),
        which is steadier when classes overlap.
    seed : int, default 0
        Of the shuffling.

    Attributes
    ----------
    weights_ : ndarray of float64, shape (n_features,)
        w, learned.
    bias_ : float
        b, learned.
    classes_ : ndarray of int64, shape (2,)
        The labels, 0 and 1.
    n_features_in_ : int
        Number of inputs.
    mistakes_ : ndarray of int64, shape (n_epochs,)
        The number of mistakes in each epoch.
    n_mistakes_ : int
        Their sum, which is also the number of updates, n_updates.
    weights_history_ : ndarray of float64, shape (n_updates + 1, n_features + 1)
        Weights and, last, bias: at first and after each update, never averaged.
    """

    def __init__(
        self, learning_rate=1.0, epochs=100, shuffle=False, average=False, seed=0
    ):
        self.learning_rate = learning_rate
        self.epochs = epochs
        self.shuffle = shuffle
        self.average = average
        self.seed = seed

    def fit(self, X, y):
        """Learn from labeled samples.

        Parameters
        ----------
        X : array-like of shape (n_samples, n_features)
            Inputs.
        y : array-like of shape (n_samples,)
            Labels, each 0 or 1.

        Returns
        -------
        Perceptron
            The perceptron itself.

        Raises
        ------
        ValueError
            If X or y has another shape, is empty, or holds another number; if a
            parameter is out of range.
        TypeError
            If X or y holds no numbers, or a parameter is of another type.
        OverflowError
            If an update could leave the range of floating-point numbers.
        """
        X = checked_samples(X)
        y = checked_labels(y, len(X), n_classes=2)
        check_positive("learning_rate", self.learning_rate)
        epochs = checked_count("epochs", self.epochs)
        shuffle = checked_flag("shuffle", self.shuffle)
        average = checked_flag("average", self.average)
        _check_range(self.learning_rate, X)
        rng = np.random.default_rng(checked_seed(self.seed))
        inputs = np.column_stack([X, np.ones(len(X))])  # the bias weighs a constant 1
        w = np.zeros(inputs.shape[1])
        history, presented, mistakes = [w], [0], []
        for _ in range(epochs):
            order = rng.permutation(len(X)) if shuffle else range(len(X))
            mistakes.append(0)
            for i in order:
                error = y[i] - int(inputs[i] @ w >= 0)  # -1, 0 or 1
                if error:
                    w = w + self.learning_rate * error * inputs[i]
                    history.append(w)
                    presented.append(0)
                    mistakes[-1] += 1
                presented[-1] += 1
            if mistakes[-1] == 0:
                break
        self.weights_history_ = np.array(history)
        self.mistakes_ = np.array(mistakes)
        self.n_mistakes_ = sum(mistakes)
        if average:
            w = np.average(history, axis=0, weights=presented)
        self.weights_, self.bias_ = w[:-1], float(w[-1])
        self.classes_, self.n_features_in_ = np.arange(2), X.shape[1]
        return self

    def decision_function(self, X):
        """Return w.x + b for each sample, positive on the side of class 1.

        Parameters
        ----------
        X : array-like of shape (n_samples, n_features)
            Inputs.

        Returns
        -------
        ndarray of float64, shape (n_samples,)
            Divided by the length of w, the signed distances from the boundary.

        Raises
        ------
        ValueError
            If X has another shape or holds NaN or an infinite number, or before `fit`.
        TypeError
            If X holds no numbers.
        """
        if not hasattr(self, "weights_"):
            raise ValueError("This Perceptron has not learned yet: call fit(X, y).")
        return checked_samples(X, self.weights_.size) @ self.weights_ + self.bias_

    def predict(self, X):
        """Return the class of each sample.

        Parameters
        ----------
        X : array-like of shape (n_samples, n_features)
            Inputs.

        Returns
        -------
        ndarray of int64, shape (n_samples,)
            1 where `decision_function` is at least 0, else 0.

        Raises
        ------
        ValueError, TypeError
            As `decision_function`.
        """
        return (self.decision_function(X) >= 0).astype(np.int64)

    def score(self, X, y):
        """Return the accuracy, the share of samples that get their label.

        Parameters
        ----------
        X : array-like of shape (n_samples, n_features)
            Inputs.
        y : array-like of shape (n_samples,)
            Labels, each 0 or 1.

        Returns
        -------
        float
            In [0, 1].

        Raises
        ------
        ValueError, TypeError
            As `fit`, or before it.
        """
        answers = self.predict(X)
        return float(np.mean(answers == checked_labels(y, len(answers), n_classes=2)))

    def __sklearn_tags__(self):
        # asked for by scikit-learn alone, which is loaded then: no need to import it
        utils = sys.modules["sklearn.utils"]
        return utils.Tags(
            estimator_type="classifier",
            target_tags=utils.TargetTags(required=True),
            classifier_tags=utils.ClassifierTags(multi_class=False),
        )


def _check_range(learning_rate, X):
    """Refuse samples for which w.x would overflow after a few updates."""
    with np.errstate(over="ignore"):
        largest = learning_rate * (X**2).sum()
    if not np.isfinite(largest):
        raise OverflowError(
            "Expected samples with a finite sum of squares, got numbers up to "
            f"{np.abs(X).max():g}: scale X."
        )
