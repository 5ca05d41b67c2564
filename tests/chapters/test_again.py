"""Short chapters, run again, give the results that are committed."""

import shutil

import pytest
from annbook.chapters import ROOT, Chapter
from annbook.results import committed, execution
from annbook.results.tolerance import between

from chapters.ours import each, ours

SHORT = {
    "index",
    "history/neurons",
    "history/perceptron",
    "history/xor",
    "fundamentals/anatomy",
    "training/computational_graph",
}
# Other processors and libraries draw and round as ours to four digits.
TOLERANCE = 1e-4


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """Return a folder in which the chapters have run that the book has."""
    root = tmp_path_factory.mktemp("again")
    shutil.copy(ROOT / "requirements.txt", root)
    shutil.copytree(ROOT / "annutils", root / "annutils")
    copies = [Chapter(chapter.name, root) for chapter in ours(SHORT)]
    for copy, chapter in zip(copies, ours(SHORT), strict=True):
        copy.source.parent.mkdir(parents=True, exist_ok=True)
        copy.source.write_text(chapter.text, encoding="utf-8")
    execution.execute(copies, jobs=1, report=lambda line: None)
    return root


@each("chapter", ours(SHORT))
def test_a_short_chapter_gives_its_results_again(chapter, book):
    again = committed.read(Chapter(chapter.name, book))
    moved = between(committed.read(chapter), again, TOLERANCE)
    assert not moved.beyond, moved
