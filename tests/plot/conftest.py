"""Small models and data to draw."""

import numpy as np
import pytest
from matplotlib import pyplot as plt


@pytest.fixture(autouse=True)
def _book_style():
    """Draw as the chapters do, and leave the settings as they were."""
    with plt.style.context("annutils.book"):
        yield


@pytest.fixture
def points():
    """Return six points and their labels, of three classes."""
    X = np.array([[0, 0], [1, 0], [0, 1], [1, 1], [2, 0], [2, 1.0]])
    return X, np.array([0, 1, 2, 0, 1, 2])
