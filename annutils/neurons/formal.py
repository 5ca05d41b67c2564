"""The formal neuron.

Source: W. S. McCulloch and W. Pitts, "A logical calculus of the ideas immanent in
nervous activity", Bulletin of Mathematical Biophysics 5 (1943), 115-133.
"""

import numpy as np

from annutils.checks import checked_numbers
from annutils.neurons._validation import checked_finite, checked_samples


class FormalNeuron:
    """Threshold unit on binary inputs: it fires if w.x reaches the threshold.

    McCulloch and Pitts (1943). In their paper excitatory inputs count one each, and a
    single active inhibitory input silences the unit; here it has a negative weight,
    which does the same when it is large enough.

    Parameters
    ----------
    weights : array-like of shape (n_features,)
        One number for each input, negative for an inhibitory one.
    threshold : float
        The least sum at which the unit fires.

    Raises
    ------
    ValueError
        If weights is not a non-empty vector, or a number is NaN or infinite.
    TypeError
        If an argument holds no numbers.

    Examples
    --------
    >>> FormalNeuron([1, 1], threshold=2).predict([[0, 0], [0, 1], [1, 0], [1, 1]])
    array([0, 0, 0, 1])
    """

    def __init__(self, weights, threshold):
        self.weights = checked_numbers("weights", weights, np.float64).copy()
        self.threshold = checked_finite("threshold", threshold)
        if self.weights.ndim != 1 or self.weights.size == 0:
            raise ValueError(
                f"Expected weights of shape (n_features,), got {self.weights.shape}."
            )

    def __repr__(self):
        return f"FormalNeuron({self.weights.tolist()}, threshold={self.threshold})"

    def predict(self, X):
        """Return the output of the unit for each sample.

        Parameters
        ----------
        X : array-like of shape (n_samples, n_features)
            Inputs, each 0 or 1.

        Returns
        -------
        ndarray of int64, shape (n_samples,)
            1 where the unit fires, else 0.

        Raises
        ------
        ValueError
            If X has another shape or another number than 0 and 1.
        TypeError
            If X holds no numbers.
        """
        X = checked_samples(X, self.weights.size)
        others = X[(X != 0) & (X != 1)]
        if others.size:
            raise ValueError(f"Expected inputs 0 or 1, got {others[0]:g}.")
        return (X @ self.weights >= self.threshold).astype(np.int64)
