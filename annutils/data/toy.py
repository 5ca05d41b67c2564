"""Small two-dimensional classification sets.

Each is float64 points ``X`` of shape (n_samples, 2) with int64 labels ``y`` of shape
(n_samples,), 0 to n_classes - 1. The classes have the same number of samples (the first
ones one more, if need be), in an order that the seed shuffles. ``noise`` is the
standard deviation of normal noise on both coordinates; one seed draws the same noise at
any scale of it.
"""

import math

import numpy as np

from annutils.checks import checked_count, checked_nonnegative, checked_seed


def make_moons(n_samples=200, *, noise=0.1, seed=0):
    """Return two interleaved half circles of radius 1 (the arcs of scikit-learn's).

    Parameters
    ----------
    n_samples : int, at least 2
    noise : float, at least 0
    seed : int, from 0 to 2**32 - 1

    Returns
    -------
    X : float64 array (n_samples, 2)
    y : int64 array (n_samples,)
        0 for the upper arc, centered on (0, 0); 1 for the lower one, on (1, 0.5).

    Raises
    ------
    TypeError, ValueError
        If an argument has another type or lies outside its range.
    """
    upper, lower = (np.linspace(0, np.pi, n) for n in _class_sizes(n_samples, 2))
    arcs = [_polar(1, upper), [1, 0.5] - _polar(1, lower)]
    return _noisy(arcs, noise, seed)


def make_circles(n_samples=200, *, noise=0.1, factor=0.5, seed=0):
    """Return two circles around the origin, one inside the other.

    Parameters
    ----------
    n_samples : int, at least 2
    noise : float, at least 0
    factor : float, at least 0 and below 1
        Radius of the inner circle; the outer one has radius 1.
    seed : int, from 0 to 2**32 - 1

    Returns
    -------
    X : float64 array (n_samples, 2)
    y : int64 array (n_samples,)
        0 on the outer circle, 1 on the inner one.

    Raises
    ------
    TypeError, ValueError
        If an argument has another type or lies outside its range.
    """
    checked_nonnegative("factor", factor, below=1)
    outer, inner = (
        np.linspace(0, 2 * np.pi, n, endpoint=False) for n in _class_sizes(n_samples, 2)
    )
    return _noisy([_polar(1, outer), _polar(factor, inner)], noise, seed)


def make_blobs(n_samples=200, *, n_classes=2, spread=1.0, seed=0):
    """Return one round normal cloud per class; neighboring centers stand 6 apart.

    The centers form a regular polygon around the origin, the first on the diagonal.

    Parameters
    ----------
    n_samples : int, at least n_classes
    n_classes : int, at least 2
    spread : float, at least 0
        Standard deviation of each cloud.
    seed : int, from 0 to 2**32 - 1

    Returns
    -------
    X : float64 array (n_samples, 2)
    y : int64 array (n_samples,)

    Raises
    ------
    TypeError, ValueError
        If an argument has another type or lies outside its range.
    """
    sizes = _class_sizes(n_samples, n_classes)
    angles = np.pi / 4 + 2 * np.pi * np.arange(n_classes) / n_classes
    centers = _polar(3 / math.sin(math.pi / n_classes), angles)
    clouds = [np.tile(center, (n, 1)) for center, n in zip(centers, sizes, strict=True)]
    return _noisy(clouds, spread, seed, "spread")


def make_spiral(n_samples=200, *, n_classes=2, noise=0.1, turns=1.0, seed=0):
    """Return one spiral arm per class, from radius 0.2 to radius 2.

    Parameters
    ----------
    n_samples : int, at least n_classes
    n_classes : int, at least 2
    noise : float, at least 0
    turns : float, at least 0
        How often an arm goes around the origin (from radius 0, where it would begin).
    seed : int, from 0 to 2**32 - 1

    Returns
    -------
    X : float64 array (n_samples, 2)
    y : int64 array (n_samples,)

    Raises
    ------
    TypeError, ValueError
        If an argument has another type or lies outside its range.
    """
    checked_nonnegative("turns", turns)
    arms = []
    for label, n in enumerate(_class_sizes(n_samples, n_classes)):
        way = np.linspace(0.1, 1, n)
        arms.append(_polar(2 * way, 2 * np.pi * (turns * way + label / n_classes)))
    return _noisy(arms, noise, seed)


def make_xor(n_samples=200, *, noise=0.1, seed=0):
    """Return clouds around the corners of the unit square, labeled x_1 XOR x_2.

    Without noise, four samples are the truth table.

    Parameters
    ----------
    n_samples : int, at least 4
    noise : float, at least 0
    seed : int, from 0 to 2**32 - 1

    Returns
    -------
    X : float64 array (n_samples, 2)
    y : int64 array (n_samples,)
        0 around (0, 0) and (1, 1); 1 around (0, 1) and (1, 0).

    Raises
    ------
    TypeError, ValueError
        If an argument has another type or lies outside its range.
    """
    equal, different = _class_sizes(n_samples, 2, least=4)
    corners = [
        np.resize([[0.0, 0.0], [1.0, 1.0]], (equal, 2)),
        np.resize([[0.0, 1.0], [1.0, 0.0]], (different, 2)),
    ]
    return _noisy(corners, noise, seed)


def _polar(radius, angle):
    """Return the points (n, 2) with these polar coordinates."""
    return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])


def _class_sizes(n_samples, n_classes, least=0):
    """Share the samples among the classes; the first ones get what is left over."""
    n_samples = checked_count("n_samples", n_samples)
    n_classes = checked_count("n_classes", n_classes)
    if n_classes < 2:
        raise ValueError(f"Expected n_classes of 2 or more, got {n_classes}.")
    least = max(least, n_classes)
    if n_samples < least:
        raise ValueError(f"Expected n_samples of {least} or more, got {n_samples}.")
    share, rest = divmod(n_samples, n_classes)
    return [share + (label < rest) for label in range(n_classes)]


def _noisy(classes, noise, seed, name="noise"):
    """Join the points of all classes, add noise to them and shuffle."""
    checked_nonnegative(name, noise)
    rng = np.random.default_rng(checked_seed(seed))
    X = np.concatenate(classes)
    y = np.repeat(np.arange(len(classes)), [len(points) for points in classes])
    X += noise * rng.standard_normal(X.shape)
    order = rng.permutation(len(X))
    return X[order], y[order]
