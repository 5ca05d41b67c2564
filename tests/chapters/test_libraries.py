"""What chapters can do without: TensorFlow, and more than a browser."""

import pytest
from annbook import lite
from annbook.chapters import all_chapters
from annbook.fingerprint import dependencies

IN_THE_BROWSER = {
    "index",
    "history/neurons",
    "history/perceptron",
    "history/xor",
    "fundamentals/anatomy",
    "fundamentals/classifiers",
    "fundamentals/approximation",
    "training/initialization",
    "practice/playground",
}
WITHOUT_TENSORFLOW = IN_THE_BROWSER | {
    "fundamentals/activations",
    "training/vectorization",
}
WITH_DATA_FILES = {"practice/mnist", "generalization/imdb"}


def those(names):
    """Run a test for the chapters of these names that the book has."""
    found = [chapter for chapter in all_chapters() if chapter.name in names]
    return pytest.mark.parametrize("chapter", found, ids=[one.name for one in found])


@those(WITHOUT_TENSORFLOW)
def test_a_chapter_needs_no_tensorflow(chapter):
    assert not {"keras", "tensorflow"} & dependencies(chapter)[1]


@those(IN_THE_BROWSER)
def test_a_chapter_runs_in_the_browser(chapter):
    assert lite.fits(chapter)


@those(WITH_DATA_FILES | WITHOUT_TENSORFLOW - IN_THE_BROWSER)
def test_a_chapter_with_data_files_or_a_clock_does_not(chapter):
    assert not lite.fits(chapter)
