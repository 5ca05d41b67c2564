"""The notation says what every symbol in the chapters means."""

import re

from annbook.chapters import ROOT

from chapters.ours import each, ours
from chapters.symbols import letters, symbols

NOTATION = (ROOT / "book" / "notation.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\$.+?) \|", NOTATION, re.MULTILINE)
ROWED = set().union(*(symbols(row) for row in ROWS))
# An element has the letter of its vector or matrix, not bold.
KNOWN = ROWED | {symbol.partition(":")[2] for symbol in ROWED}
INDICES = set("ijklmn")  # the rules at the head of the page say what they count


@each("chapter", ours())
def test_every_symbol_is_explained(chapter):
    assert symbols(chapter.text) - KNOWN - INDICES == set()


def test_a_symbol_in_two_rows_is_said_to_be_another_elsewhere():
    rows = {}
    for row in re.findall(r"^\| \$.+", NOTATION, re.MULTILINE):
        for symbol in re.findall(r"\$[^$]+\$", row.split(" | ")[0]):
            rows.setdefault(symbol, []).append(row)
    for symbol, found in rows.items():
        _, *others = found
        assert all(
            re.search(r"\*[A-Z]|in an exercise|in the same chapter", row)
            for row in others
        ), symbol


def test_symbols_are_told_apart():
    assert letters(r"\mathbf{x}_i^{(k)} + \eta\,\hat{y}") == {"mathbf:x", "eta", "y"}
    assert letters(r"\boldsymbol\theta \cdot \mathcal{L}") == {
        "boldsymbol:theta",
        "mathcal:L",
    }
    assert letters(r"\operatorname{relu}(w_{jk} x)") == {"w", "x"}
