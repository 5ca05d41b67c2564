"""What two units cannot do with circles, and what the tasks keep for the reader."""

import numpy as np
import pytest
from annbook.chapters import find
from annbook.results import committed

from annutils import data
from annutils.network import MultilayerPerceptron


@pytest.mark.parametrize("scale", [0.5, 2, 8, 30])
def test_two_units_get_a_twelfth_of_the_circles_wrong_whatever_their_weights(scale):
    X, y = data.make_circles(720, noise=0)
    settings = {"activation": "tanh", "loss": "binary_crossentropy"}
    network = MultilayerPerceptron([2, 2, 1], **settings)
    rng = np.random.default_rng(0)
    best = 0
    for _ in range(300):
        network.theta.vector = rng.normal(scale=scale, size=network.n_parameters)
        z = network.forward(X).Z[-1][:, 0]
        for threshold in np.quantile(z, np.linspace(0, 1, 41)):
            best = max(best, np.mean((z > threshold) == y))
    assert 0.7 < best <= 11 / 12


def test_tries_that_ask_for_a_prediction_print_no_answer(name):
    cells = committed.read(find(name)).cells
    asking = [cell for cell in cells if "write your prediction" in cell.source]
    assert len(asking) == 2
    for cell in asking:
        text = "".join(output.get("text", "") for output in cell.outputs)
        assert set(text.splitlines()) == {"write your prediction into the first line"}
