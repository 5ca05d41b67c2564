"""Training is solid, validation dashed, epochs count from 1."""

from types import SimpleNamespace

import numpy as np
import pytest

from annutils import plot

HISTORY = {"loss": [3.0, 2.0, 1.0], "val_loss": [3.0, 2.5, 2.6], "accuracy": [0, 1, 1]}


def test_training_is_solid_and_validation_dashed_in_one_color():
    training, validation = plot.learning_curves(HISTORY).lines
    assert (training.get_linestyle(), validation.get_linestyle()) == ("-", "--")
    assert training.get_color() == validation.get_color()
    np.testing.assert_array_equal(training.get_ydata(), HISTORY["loss"])
    np.testing.assert_array_equal(validation.get_ydata(), HISTORY["val_loss"])


def test_without_validation_there_is_one_curve():
    ax = plot.learning_curves(HISTORY, "accuracy")
    assert len(ax.lines) == 1
    assert ax.get_ylabel() == "Accuracy"


def test_a_history_of_keras_brings_its_own_epochs():
    history = SimpleNamespace(history=HISTORY, epoch=[0, 49, 99])
    (training, _) = plot.learning_curves(history).lines
    np.testing.assert_array_equal(training.get_xdata(), [1, 50, 100])


def test_a_missing_metric_is_answered_with_those_there_are():
    with pytest.raises(ValueError, match=r"\['accuracy', 'loss', 'val_loss'\].*'auc'"):
        plot.learning_curves(HISTORY, "auc")
