"""The numbers that a chapter recorded for its text, from its committed results."""

from annbook.chapters import find
from annbook.results import committed

KIND = "application/papermill.record/text/plain"


def recorded(chapter):
    """Return the values by name, as text."""
    values = {}
    for cell in committed.read(find(chapter)).cells:
        for output in cell.outputs:
            if KIND in output.get("data", {}):
                key = output.metadata.scrapbook.name
                values[key] = output.data[KIND].strip("'")
    return values


def printed(chapter):
    """Return the chapter's text and outputs."""
    page = find(chapter)
    return page.source.read_text(encoding="utf-8") + str(committed.read(page).cells)


def n_parameters(keras, layer_sizes):
    """Return how many parameters Keras counts in a dense network."""
    stack = [keras.layers.Dense(n) for n in layer_sizes[1:]]
    return keras.Sequential([keras.Input((layer_sizes[0],)), *stack]).count_params()
