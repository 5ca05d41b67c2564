"""Checks of what a neuron is given."""

import numpy as np


def as_samples(X, n_features=None):
    """Return X as a finite float64 matrix with samples, or raise ValueError."""
    X = np.asarray(X, dtype=np.float64)
    if X.ndim != 2 or X.size == 0 or n_features not in (None, X.shape[1]):
        wanted = "n_features" if n_features is None else n_features
        raise ValueError(f"Expected X (n_samples, {wanted}), got shape {X.shape}.")
    if not np.isfinite(X).all():
        raise ValueError("Expected finite numbers in X, got NaN or infinity.")
    return X


def as_labels(y, n_samples):
    """Return y as a vector of 0 and 1, or raise ValueError."""
    y = np.asarray(y)
    if y.shape != (n_samples,):
        raise ValueError(f"Expected y of shape ({n_samples},), got {y.shape}.")
    others = [label for label in y.tolist() if label not in (0, 1)]
    if others:
        raise ValueError(f"Expected labels 0 and 1, got {others[0]!r}.")
    return y.astype(np.int64)


def check_positive(name, number):
    """Raise ValueError unless a parameter is a positive, finite number."""
    if not 0 < number < np.inf:
        raise ValueError(f"Expected {name} > 0, got {number}.")
