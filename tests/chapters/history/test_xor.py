"""The equations of the chapter ``history/xor``, each against an oracle.

The docstring of a test names the equations that it computes, by their labels.
"""

import numpy as np
import pytest
from scipy.optimize import linprog

from annutils.neurons import FormalNeuron


def solve_inequalities(rows):
    """Ask a linear program for (w_1, w_2, b) that satisfies these rows of XOR."""
    table = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]])
    signs = np.array([1, -1, -1, 1])  # < 0, >= 0, >= 0, < 0
    at_most = np.array([-1, 0, 0, -1])  # "< 0" as "<= -1": solutions can be scaled
    A, b = (signs[:, None] * table)[rows], at_most[rows]
    return linprog(np.zeros(3), A, b, bounds=(None, None))


def test_no_weights_satisfy_the_four_inequalities_of_xor():
    """eq-xor-inequalities, against a linear program."""
    assert solve_inequalities([0, 1, 2, 3]).status == 2  # infeasible


@pytest.mark.parametrize("left_out", range(4))
def test_any_three_of_the_inequalities_can_be_satisfied(left_out):
    """eq-xor-inequalities, against a linear program and the formal neuron."""
    rows = [row for row in range(4) if row != left_out]
    w_1, w_2, b = solve_inequalities(rows).x
    X, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
    labels = FormalNeuron([w_1, w_2], -b - 1e-9).predict(X)
    assert (labels == y)[rows].all()
    assert labels[left_out] != y[left_out]
