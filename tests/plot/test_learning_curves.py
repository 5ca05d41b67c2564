from types import SimpleNamespace

import numpy as np
import pytest

from annutils import plot

RECORDS = {"loss": [3, 2, 1.0], "val_loss": [4, 3, 3.0], "accuracy": [0.5, 0.6, 0.7]}


def test_training_is_solid_and_validation_dashed_in_one_color():
    training, validation = plot.learning_curves(RECORDS).lines
    assert (training.get_linestyle(), validation.get_linestyle()) == ("-", "--")
    assert training.get_color() == validation.get_color() == plot.BLUE


def test_the_lines_hold_the_history_over_epochs_from_one():
    training, validation = plot.learning_curves(RECORDS).lines
    np.testing.assert_array_equal(training.get_xydata(), [[1, 3], [2, 2], [3, 1]])
    np.testing.assert_array_equal(validation.get_ydata(), RECORDS["val_loss"])


def test_a_keras_history_brings_its_epochs():
    history = SimpleNamespace(history=RECORDS, epoch=[0, 49, 99])
    training, _ = plot.learning_curves(history).lines
    np.testing.assert_array_equal(training.get_xdata(), [1, 50, 100])


def test_a_legend_tells_the_two_curves_apart():
    texts = plot.learning_curves(RECORDS).get_legend().get_texts()
    assert [text.get_text() for text in texts] == ["training", "validation"]


def test_one_curve_needs_no_legend():
    ax = plot.learning_curves(RECORDS, "accuracy")
    assert len(ax.lines) == 1
    assert ax.get_legend() is None


@pytest.mark.parametrize(
    ("metric", "label"),
    [("loss", "Loss"), ("mean_squared_error", "Mean squared error")],
)
def test_axes_are_labeled_with_epoch_and_metric(metric, label):
    ax = plot.learning_curves({metric: [1, 2]}, metric)
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("Epoch", label)


@pytest.mark.parametrize("n_epochs", [1, 2, 3, 20, 5000])
def test_ticks_are_whole_epochs(n_epochs):
    ax = plot.learning_curves({"loss": np.ones(n_epochs)})
    ticks = ax.get_xticks()
    np.testing.assert_array_equal(ticks, np.round(ticks))


@pytest.mark.parametrize("n_epochs", [5, 10, 30, 80, 150, 5000])
def test_ticks_go_by_ones_twos_or_fives_of_a_power_of_ten(n_epochs):
    ax = plot.learning_curves({"loss": np.ones(n_epochs)})
    (step,) = set(np.diff(ax.get_xticks()))
    assert f"{step:.0e}"[0] in "125"


def test_a_single_epoch_is_a_visible_point():
    (line,) = plot.learning_curves({"loss": [1.0]}).lines
    assert line.get_marker() == "o"


def test_a_loss_that_became_nan_leaves_a_gap():
    (line,) = plot.learning_curves({"loss": [1.0, np.nan]}).lines
    assert np.isnan(line.get_ydata()[1])


@pytest.mark.parametrize("history", [RECORDS, SimpleNamespace(history=RECORDS)])
def test_an_absent_metric_is_refused_with_those_present(history):
    message = r"one of \['accuracy', 'loss', 'val_loss'\] as metric, got 'auc'"
    with pytest.raises(ValueError, match=message):
        plot.learning_curves(history, "auc")


@pytest.mark.parametrize(
    ("records", "message"),
    [
        ({}, r"one of \[\]"),
        ({"loss": []}, "got 'loss'"),
        ({"loss": [1, 2], "val_loss": [1]}, "2 values of 'val_loss', .* got 1"),
    ],
)
def test_incomplete_histories_are_refused(records, message):
    with pytest.raises(ValueError, match=message):
        plot.learning_curves(records)


@pytest.mark.parametrize("history", [None, [0.5, 0.4], SimpleNamespace(history=None)])
def test_what_is_no_history_is_refused(history):
    with pytest.raises(TypeError, match="Expected a Keras History or a dict"):
        plot.learning_curves(history)
