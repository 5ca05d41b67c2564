"""What the page that the book grew from printed of MNIST is matched or beaten.

That the committed results are those of the code is for ``test_committed_results.py``
to say.
"""

from chapters.numbers import n_parameters, printed, recorded


def test_mean_test_accuracy_over_seeds_is_reached(name):
    assert float(recorded(name)["test-accuracy"]) >= 0.937  # it printed 0.92060


def test_the_network_has_as_many_parameters_as_the_page_says(name, keras):
    assert n_parameters(keras, [784, 15, 10]) == 11_775 + 160
    assert "11,935" in printed(name)
