"""Rows are true labels, columns predicted ones."""

import numpy as np
import pytest
from sklearn.metrics import confusion_matrix

from annutils import plot
from annutils.plot.confusion import count_pairs


def test_counts_are_those_of_scikit_learn():
    rng = np.random.default_rng(0)
    y_true, y_pred = rng.integers(0, 4, (2, 200))
    np.testing.assert_array_equal(
        count_pairs(y_true, y_pred), confusion_matrix(y_true, y_pred)
    )


def test_each_count_stands_in_its_cell():
    ax = plot.confusion_matrix([0, 0, 1], [0, 1, 1])
    found = {tuple(text.get_position()): text.get_text() for text in ax.texts}
    assert found == {(0, 0): "1", (1, 0): "1", (0, 1): "0", (1, 1): "1"}


def test_shades_are_shares_of_the_true_class():
    shares = plot.confusion_matrix([0, 0, 1], [0, 1, 1]).images[0].get_array()
    np.testing.assert_allclose(shares, [[0.5, 0.5], [0, 1]])


def test_classes_can_have_names():
    ax = plot.confusion_matrix([0, 1], [0, 1], class_names=["no", "yes"])
    assert [label.get_text() for label in ax.get_xticklabels()] == ["no", "yes"]


def test_too_few_names_are_refused():
    with pytest.raises(ValueError, match="2 class names, got 1"):
        plot.confusion_matrix([0, 1], [0, 1], class_names=["no"])


def test_predictions_must_be_one_a_sample():
    with pytest.raises(ValueError, match=r"\(2,\), one a sample, got \(3,\)"):
        plot.confusion_matrix([0, 1], [0, 1, 1])
