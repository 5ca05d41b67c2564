"""MNIST: images of handwritten digits."""

import io

import numpy as np

from annutils.data import fetch

__all__ = ["load_mnist"]


def load_mnist():
    """Return MNIST: images of handwritten digits.

    LeCun, Bottou, Bengio and Haffner, Gradient-based learning applied to document
    recognition, Proc. IEEE 86(11), 1998. License: CC BY-SA 3.0.

    Returns
    -------
    (X_train, y_train), (X_test, y_test) : uint8 arrays
        X : (60000, 28, 28) and (10000, 28, 28), from 0 (paper) to 255 (ink);
        y : (60000,) and (10000,), the digits 0 to 9.

    Raises
    ------
    ValueError, FileNotFoundError, ConnectionError, OSError
        As `annutils.data.fetch.read`.
    """
    with np.load(io.BytesIO(fetch.read("mnist.npz"))) as archive:
        train = archive["x_train"], archive["y_train"]
        test = archive["x_test"], archive["y_test"]
    return train, test
