"""Recorded values arrive in the text as they were meant."""

import sys

import numpy as np
import pytest
from myst_nb.core.variables import format_plain_text
from myst_nb.ext.glue import extract_glue_data_cell
from nbformat.v4 import new_code_cell, new_output

from annutils.glue import glue


@pytest.fixture
def recorded(monkeypatch):
    """Read back what MyST-NB finds in the outputs of a cell that called glue."""
    outputs = []

    def display(data, *, metadata, raw):
        assert raw
        outputs.append(new_output("display_data", data=data, metadata=metadata))

    monkeypatch.setattr("IPython.display.display", display)
    return lambda: extract_glue_data_cell(new_code_cell(outputs=outputs))


@pytest.mark.parametrize(
    ("value", "spec", "shown"),
    [
        ("0.920", "s", "0.920"),
        ("0.920", ".1f", "0.9"),
        ("1,234", "s", "1,234"),
        ("0.912 ± 0.003", "s", "0.912 ± 0.003"),
        ('it\'s "so"', "s", 'it\'s "so"'),
        (11935, "s", "11935"),
        (11935, ",d", "11,935"),
        (0.94190, ".3f", "0.942"),
        (np.float64(0.9419), "s", "0.9419"),
        (np.float32(0.1), "s", "0.1"),
        (np.int64(7), "s", "7"),
    ],
)
def test_the_text_shows_the_value(recorded, value, spec, shown):
    glue("a-name_1", value)
    [(name, output)] = recorded()
    assert name == "a-name_1"
    assert format_plain_text(output["data"]["text/plain"], spec) == shown


def test_the_cell_itself_shows_nothing(recorded):
    glue("accuracy", 0.5)
    [(_, output)] = recorded()
    assert output["metadata"]["scrapbook"]["mime_prefix"] != ""


@pytest.mark.parametrize("name", ["", "two words", "a:b", "é", 3, None])
def test_a_name_that_the_role_cannot_hold_is_refused(recorded, name):
    with pytest.raises(ValueError, match="Expected a name"):
        glue(name, 1)
    assert recorded() == []


@pytest.mark.parametrize("value", [None, True, [0.5], np.zeros(1), 1j])
def test_what_is_neither_text_nor_number_is_refused(recorded, value):
    with pytest.raises(TypeError, match="Expected a string or a number for 'x'"):
        glue("x", value)
    assert recorded() == []


@pytest.mark.parametrize("value", [np.nan, float("inf"), "", " "])
def test_values_that_say_nothing_are_refused(recorded, value):
    with pytest.raises(ValueError, match="for 'x', got"):
        glue("x", value)
    assert recorded() == []


def test_without_ipython_it_says_what_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "IPython.display", None)
    with pytest.raises(ModuleNotFoundError, match="needs IPython"):
        glue("x", 1)
