"""What others hold on to does not change under their hands."""

import dataclasses

import pytest
from annbook.chapters import Chapter
from annbook.notebooks.addresses import Addresses
from annbook.results.tolerance import Distance

from annutils.activations import Activation
from annutils.autodiff.drawing import Graph
from annutils.autodiff.layout import Layout
from annutils.data.fetch import Dataset
from annutils.experiments.seeds import Spread
from annutils.losses import Loss
from annutils.network.compact import CompactNetwork
from annutils.project.check import Finding, Report
from annutils.project.piece import Piece

RECORDS = [
    *(Activation, Loss, Graph, Layout, Dataset, Spread, CompactNetwork),
    *(Finding, Report, Piece, Chapter, Addresses, Distance),
]


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_refuses_another_value(record):
    made = object.__new__(record)
    for field in dataclasses.fields(record):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(made, field.name, 0)
