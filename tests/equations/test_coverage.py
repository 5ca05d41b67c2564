"""Every labeled equation of the chapters that hold mathematics has a test here."""

import re
from pathlib import Path

import pytest
from annbook.chapters import ROOT

HERE = Path(__file__).parent
PARTS = "history", "fundamentals", "training"
LABEL = re.compile(r"^\$\$ ?\((eq-[a-z-]+)\)$", flags=re.M)
NAMED = re.compile(r"\beq-[a-z]+(?:-[a-z]+)+\b")


def labels(part):
    """Return the labels of the displayed equations in one part of the book."""
    texts = [path.read_text("utf-8") for path in (ROOT / "book" / part).glob("*.md")]
    return [label for text in texts for label in LABEL.findall(text)]


def named_in_tests():
    """Return the labels that the tests in this folder name."""
    texts = [path.read_text("utf-8") for path in HERE.glob("test_*.py")]
    return {label for text in texts for label in NAMED.findall(text)}


@pytest.mark.parametrize("part", PARTS)
def test_every_labeled_equation_has_a_test(part):
    found = labels(part)
    assert found
    assert not set(found) - named_in_tests()


def test_the_tests_name_no_equation_that_is_not_printed():
    parts = [path.name for path in (ROOT / "book").iterdir() if path.is_dir()]
    printed = {label for part in parts for label in labels(part)}
    assert not named_in_tests() - printed


def test_no_label_is_given_twice():
    found = [label for part in PARTS for label in labels(part)]
    assert len(found) == len(set(found))


@pytest.mark.parametrize("part", PARTS)
def test_every_displayed_equation_has_a_label(part):
    for path in (ROOT / "book" / part).glob("*.md"):
        fences = re.findall(r"^\$\$.*$", path.read_text("utf-8"), flags=re.M)
        bare = [fence for fence in fences[1::2] if not LABEL.fullmatch(fence)]
        assert not bare, f"{path.stem}: {len(bare)} equations without a label"
