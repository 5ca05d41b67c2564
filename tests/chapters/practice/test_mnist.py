"""What the page that the book grew from printed of MNIST is matched or beaten.

That the committed results are those of the code is for ``test_committed_results.py``
to say.
"""

from chapters.numbers import n_parameters, printed, recorded


def percent(name, what):
    """Return a recorded share in percent."""
    return float(recorded(name)[what].removesuffix("%"))


def test_mean_test_accuracy_over_seeds_is_reached(name):
    assert percent(name, "test-accuracy") >= 93.7  # it printed 0.92060


def test_the_network_has_as_many_parameters_as_the_page_says(name, keras):
    assert n_parameters(keras, [784, 15, 10]) == 11_775 + 160
    assert "11,935" in printed(name)


def test_the_nearest_neighbor_stands_between_the_small_network_and_the_wide(name):
    small, copied, wide = (
        percent(name, of) for of in ("test-accuracy", "test-neighbor", "test-wide")
    )
    assert small < copied < wide
    # 96.91% for one neighbor by Euclidean distance, as scikit-learn's classifier has
    assert copied == 96.91
