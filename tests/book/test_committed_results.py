"""The committed results are those of the committed code, and nothing else."""

import re

from annbook.chapters import ROOT, all_chapters
from annbook.results import committed
from annbook.results.dependencies import dependencies

EXECUTED = ROOT / "book" / "_executed"
NOISE = re.compile(
    r"Traceback|\bWarning\b|WARNING|/step\b|<Figure|<Axes|<matplotlib"
    r"|oneDNN|cuda_|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"
)


def texts(notebook):
    """Yield the readable texts of a notebook's outputs, pictures apart."""
    for cell in notebook.cells:
        for output in cell.outputs:
            yield output.get("text", "")
            for kind, value in output.get("data", {}).items():
                if kind.startswith("text/"):
                    yield value


def test_results_are_fresh(chapter):
    assert not committed.is_stale(chapter), (
        f"run: make execute CHAPTER={chapter.name}, and commit the results"
    )


def test_results_are_valid_notebooks_without_noise(chapter):
    for text in texts(committed.read(chapter)):
        assert not NOISE.search(text), text


def test_what_a_cell_prints_stands_together(chapter):
    for cell in committed.read(chapter).cells:
        streams = [out for out in cell.outputs if out.output_type == "stream"]
        assert len(streams) <= 1, f"print first, then glue: {cell.source[:200]}"


def test_results_would_be_kept_as_they_are(chapter):
    notebook = committed.read(chapter)
    again = committed.from_run(notebook, notebook.metadata.book)
    assert [cell.outputs for cell in again.cells] == [
        cell.outputs for cell in notebook.cells
    ]


def test_every_chapter_has_results():
    """Those of a chapter that is gone may stay: it may come back."""
    known = {chapter.executed for chapter in all_chapters()}
    assert known <= set(EXECUTED.rglob("*.ipynb"))


def test_results_take_at_most_14_megabytes():
    size = sum(path.stat().st_size for path in EXECUTED.rglob("*.ipynb"))
    assert size <= 14e6


def test_versions_are_recorded(chapter):
    imported = dependencies(chapter)[1] & {"numpy", "matplotlib"}
    assert imported <= committed.read(chapter).metadata.book.versions.keys()
