"""Every labeled equation of a chapter is computed in the chapter's own tests."""

import re

import pytest
from annbook.chapters import ROOT

from chapters.ours import ours

TESTS = ROOT / "tests" / "chapters"
LABEL = re.compile(r"^\$\$ ?\((eq-[a-z-]+)\)$", flags=re.M)
NAMED = re.compile(r"\beq-[a-z]+(?:-[a-z]+)+\b")


def labels(chapter):
    """Return the labels of the displayed equations of a chapter."""
    return LABEL.findall(chapter.source.read_text(encoding="utf-8"))


def own_tests(chapter):
    """Return the path of a chapter's own tests."""
    part, _, name = chapter.name.rpartition("/")
    return TESTS / part / f"test_{name}.py"


def named_in_tests(chapter):
    """Return the labels that the tests of a chapter name."""
    path = own_tests(chapter)
    return set(NAMED.findall(path.read_text("utf-8") if path.exists() else ""))


def test_every_labeled_equation_has_a_test(chapter):
    printed, named = set(labels(chapter)), named_in_tests(chapter)
    if printed and not named:
        where = own_tests(chapter).relative_to(ROOT)
        pytest.skip(
            f"no equation is tested; a test in {where} that names one runs this"
        )
    assert not printed - named


def test_the_tests_name_no_equation_that_is_not_printed(chapter):
    assert not named_in_tests(chapter) - set(labels(chapter))


def test_no_label_is_given_twice():
    found = [label for chapter in ours() for label in labels(chapter)]
    assert len(found) == len(set(found))


def test_every_displayed_equation_has_a_label(chapter):
    text = chapter.source.read_text(encoding="utf-8")
    fences = re.findall(r"^\$\$.*$", text, flags=re.M)
    bare = [fence for fence in fences[1::2] if not LABEL.fullmatch(fence)]
    assert not bare, f"{len(bare)} equations without a label"
