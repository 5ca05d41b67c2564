import numpy as np
import pytest
from matplotlib import pyplot as plt

from annutils import plot

X, y = np.array([[0.0, 0.0], [1.0, 1.0]]), np.array([0, 1])
DRAWINGS = {
    "planar_data": lambda ax: plot.planar_data(X, y, ax),
    "decision_boundary": lambda ax: plot.decision_boundary(
        lambda X: X[:, 0] > 0.5, X, y, ax
    ),
    "learning_curves": lambda ax: plot.learning_curves({"loss": [2, 1]}, ax=ax),
    "images": lambda ax: plot.images(np.eye(4), y.repeat(2), ax=ax),
    "confusion_matrix": lambda ax: plot.confusion_matrix(y, y, ax),
    "weights": lambda ax: plot.weights(np.eye(4), (2, 2), ax),
    "network": lambda ax: plot.network([2, 1], ax=ax),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_function_draws_into_the_axes_given_and_returns_them(name):
    _, (left, right) = plt.subplots(1, 2)
    assert DRAWINGS[name](left) is left
    assert left.has_data() or left.collections
    assert not right.has_data()


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_function_draws_into_the_current_axes_by_default(name):
    _, (_, right) = plt.subplots(1, 2)
    assert DRAWINGS[name](None) is right


def test_every_function_is_drawn_here():
    functions = {name for name in plot.__all__ if callable(getattr(plot, name))}
    assert functions - {"DIVERGING"} == set(DRAWINGS)
