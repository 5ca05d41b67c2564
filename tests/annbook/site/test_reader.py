"""A page folds together what its chapter keeps in cells of their own."""

import pytest
from annbook.site.reader import folded_together
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

SHOWN = [new_output("stream", text="1\n")]
FOLD, CHECK, PLAIN = ["hide-input"], ["hide-input", "check"], []


def cell(source, tags, outputs=()):
    return new_code_cell(source, metadata={"tags": tags}, outputs=list(outputs))


def test_a_fold_that_shows_nothing_joins_the_next_one():
    cells = [cell("a", FOLD), cell("b", FOLD), cell("c", FOLD, SHOWN), cell("d", FOLD)]
    joined, last = folded_together(cells)
    assert joined.source == "a\n\nb\n\nc"
    assert joined.outputs == SHOWN
    assert last.source == "d"


def test_checks_side_by_side_are_one_and_keep_what_they_recorded():
    cells = [cell("a", [*CHECK, "times"], SHOWN), cell("b", CHECK, SHOWN)]
    joined, last = folded_together([*cells, cell("c", FOLD)])
    assert {*CHECK, "times"} == {*joined.metadata.tags}
    assert joined.source == "a\n\nb"
    assert joined.outputs == SHOWN * 2
    assert last.source == "c"


@pytest.mark.parametrize(
    "cells",
    [
        [cell("a", FOLD, SHOWN), cell("b", FOLD)],
        [cell("a", PLAIN), cell("b", FOLD)],
        [cell("a", FOLD), cell("b", PLAIN)],
        [cell("a", FOLD), cell("b", CHECK)],
        [cell("a", CHECK), cell("b", FOLD)],
        [cell("a", FOLD), new_markdown_cell("Text."), cell("b", FOLD)],
    ],
    ids=["shows", "in sight", "next in sight", "next checks", "checks", "text between"],
)
def test_what_shows_checks_or_is_in_sight_stays_apart(cells):
    assert [one.source for one in folded_together(cells)] == [c.source for c in cells]
