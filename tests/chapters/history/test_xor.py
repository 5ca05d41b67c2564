"""The equations of the chapter ``history/xor``, each against an oracle.

The docstring of a test names the equations that it computes, by their labels.
"""

import re

import numpy as np
import pytest
from annbook.chapters import ROOT, find
from scipy.optimize import linprog

from annutils.neurons import FormalNeuron
from chapters.claims import code_of, run_for


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


def test_no_weighted_sum_of_words_hears_not():
    """Of the exercise on reviews, against a linear program."""
    # good, bad, not, and the bias: "good", "bad", "not good", "not bad"
    table = np.array([[1, 0, 0, 1], [0, 1, 0, 1], [1, 0, 1, 1], [0, 1, 1, 1]])
    signs, at_most = np.array([-1, 1, 1, -1]), np.array([0, -1, -1, 0])
    A = signs[:, None] * table
    assert linprog(np.zeros(4), A, at_most, bounds=(None, None)).status == 2
    assert linprog(np.zeros(4), A[:3], at_most[:3], bounds=(None, None)).status == 0


def test_each_year_of_the_timeline_is_that_of_a_source_named_in_the_text(name):
    events = run_for(code_of(name), "events = [")["events"]
    text = find(name).source.read_text(encoding="utf-8")
    named = re.search(r"Sources of the dates: \{cite:t\}`([^`]+)`", text)[1]
    sources = (ROOT / "book" / "references.bib").read_text(encoding="utf-8")
    entries = dict(re.findall(r"^@\w+\{([^,]+),(.*?)^\}", sources, re.M | re.S))
    years = {
        int(re.search(r"year = \{(\d{4})\}", entries[key])[1])
        for key in named.split(",")
    }
    assert {year for year, _ in events} == years
    assert events == sorted(events, key=lambda event: event[0])
