"""What the page that the book grew from printed is matched or beaten, on the real data.

The numbers are read from the committed results, where a chapter recorded them for its
text; that these results are those of the code is for ``test_results.py`` to say.
"""

import pytest
from annbook import results
from annbook.chapters import Chapter

KIND = "application/papermill.record/text/plain"


def recorded(name):
    """Return the values that a chapter recorded for its text, by name."""
    values = {}
    for cell in results.read(Chapter(name)).cells:
        for output in cell.outputs:
            if KIND in output.get("data", {}):
                key = output.metadata.scrapbook.name
                values[key] = output.data[KIND].strip("'")
    return values


@pytest.mark.parametrize(
    ("name", "key", "least"),
    [
        ("practice/mnist", "test-accuracy", 0.937),  # it printed 0.92060
        ("generalization/imdb", "imdb-first-test", 0.855),  # it printed 0.85048
        ("generalization/imdb", "imdb-tuned-test", 0.870),  # it printed 0.87024
    ],
)
def test_mean_test_accuracy_over_seeds_is_reached(name, key, least):
    assert float(recorded(name)[key]) >= least


@pytest.mark.parametrize(
    ("layer_sizes", "parameters"),
    [
        ([784, 15, 10], 11_775 + 160),
        ([10_000, 16, 16, 1], 160_016 + 272 + 17),
        ([10_000, 8, 8, 1], 80_008 + 72 + 9),
    ],
)
def test_networks_have_as_many_parameters(layer_sizes, parameters):
    keras = pytest.importorskip("keras")
    stack = [keras.layers.Dense(n) for n in layer_sizes[1:]]
    model = keras.Sequential([keras.Input((layer_sizes[0],)), *stack])
    assert model.count_params() == parameters


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("practice/mnist", ["11,935"]),
        ("generalization/imdb", ["160,305", "80,089"]),
    ],
)
def test_the_counts_stand_on_the_page(name, counts):
    text = Chapter(name).source.read_text(encoding="utf-8")
    outputs = str(results.read(Chapter(name)).cells)
    assert all(count in text + outputs for count in counts)
