import numpy as np
import pytest
from matplotlib import pyplot as plt
from matplotlib.colors import to_rgb
from sklearn import metrics

from annutils import plot
from annutils.plot._confusion_matrix import count_pairs


@pytest.fixture
def labels():
    rng = np.random.default_rng(0)
    return rng.integers(0, 10, (2, 500))


def test_the_counts_are_those_of_scikit_learn(labels):
    counts = count_pairs(*labels)
    np.testing.assert_array_equal(counts, metrics.confusion_matrix(*labels))


def test_shades_are_shares_of_the_true_class(labels):
    right, wrong = plot.confusion_matrix(*labels).images
    shares = metrics.confusion_matrix(*labels, normalize="true")
    beside = ~np.eye(10, dtype=bool)
    np.testing.assert_allclose(right.get_array().compressed(), shares.diagonal())
    np.testing.assert_allclose(wrong.get_array().compressed(), shares[beside])
    assert right.get_clim() == (0, 1)
    assert wrong.get_clim() == (0, shares[beside].max())


def test_each_cell_holds_its_count(labels):
    counts = metrics.confusion_matrix(*labels)
    texts = plot.confusion_matrix(*labels).texts
    assert {t.get_position(): t.get_text() for t in texts} == {
        (j, i): str(counts[i, j]) for i, j in np.ndindex(10, 10)
    }


def test_rows_are_true_and_columns_predicted():
    ax = plot.confusion_matrix([0, 0, 1], [1, 1, 1])
    assert (ax.get_ylabel(), ax.get_xlabel()) == ("True label", "Predicted label")
    assert ax.images[1].get_array()[0, 1] == 1


def test_a_class_that_never_occurs_is_an_empty_row():
    right, wrong = plot.confusion_matrix([0, 2], [0, 1]).images
    np.testing.assert_array_equal(right.get_array().diagonal(), [1, 0, 0])
    np.testing.assert_array_equal(wrong.get_array()[1].compressed(), [0, 0])


def test_without_a_mistake_all_beside_the_diagonal_is_white():
    _, wrong = plot.confusion_matrix([0, 1], [0, 1]).images
    np.testing.assert_array_equal(wrong.to_rgba(wrong.get_array())[0, 1], 1)


def test_zeros_are_paler_than_counts():
    texts = plot.confusion_matrix([0, 1], [0, 0]).texts
    assert [text.get_color() for text in texts] == ["black", "0.46", "black", "0.46"]


def test_counts_stand_in_the_middle_of_cells_without_a_frame(labels):
    ax = plot.confusion_matrix(*labels)
    places = {(text.get_ha(), text.get_va()) for text in ax.texts}
    assert places == {("center", "center")}
    assert not any(spine.get_visible() for spine in ax.spines.values())
    assert list(ax.get_xticks()) == list(ax.get_yticks()) == list(range(10))
    assert {tick.tick1line.get_markersize() for tick in ax.xaxis.get_major_ticks()} == {
        0
    }
    for image, color in zip(ax.images, (plot.BLUE, plot.ORANGE), strict=True):
        none, whole = (np.array(image.cmap(share)[:3]) for share in (0.0, 1.0))
        np.testing.assert_array_equal(none, 1)
        np.testing.assert_allclose(whole, (1 + np.array(to_rgb(color))) / 2)


def test_a_hundred_classes_have_a_matrix():
    assert len(count_pairs([99], [0])) == 100


def test_counts_of_ten_classes_are_legible(labels):
    _, ax = plt.subplots(figsize=(5, 5))
    texts = plot.confusion_matrix(*np.tile(labels, 100), ax).texts
    assert all(9 <= text.get_size() <= 12.5 for text in texts)


@pytest.mark.parametrize(
    ("y_true", "y_pred", "message"),
    [
        ([], [], r"labels of shape \(n_samples,\), got \(0,\)"),
        ([0, 1], [0], r"labels of shape \(2,\), got \(1,\)"),
        ([0, 1], [[0], [1]], r"got \(2, 1\)"),
        ([0, -1], [0, 1], "got values from -1 to 0"),
        ([0, 1.5], [0, 1], "whole numbers"),
        ([0, np.nan], [0, 1], "finite numbers in y"),
        ([0, 100], [0, 1], "from 0 to 99"),
    ],
)
def test_bad_labels_are_refused(y_true, y_pred, message):
    with pytest.raises(ValueError, match=message):
        plot.confusion_matrix(y_true, y_pred)
