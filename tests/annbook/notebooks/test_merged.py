"""A page shows today's text with the committed outputs, also those that are stale."""

import pytest
from annbook.notebooks.merged import MISSING, merged
from annbook.results import committed
from annbook.results.cells import code_cells
from annbook.results.fingerprint import fingerprint
from nbformat.v4 import new_output


def printed(text):
    return new_output("stream", name="stdout", text=text)


def executed(chapter):
    """Give the chapter results: each cell prints its number."""
    notebook = chapter.notebook()
    notebook.metadata.setdefault("kernelspec", {})
    for number, cell in enumerate(code_cells(notebook), start=1):
        cell.outputs = [printed(f"output {number}\n")]
    record = fingerprint(chapter) | {"seconds": 1.0, "device": "CPU"}
    committed.write(chapter, committed.from_run(notebook, record))
    return chapter


def outputs(chapter):
    """Return what each cell shows to have printed."""
    return [
        "".join(output.text.removeprefix("output ").strip() for output in cell.outputs)
        for cell in code_cells(merged(chapter))
    ]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["a = 1", "b = 2", "c = 3"], ["1", "2", "3"]),
        (["a = 1  # one", "b = (2)", "c = 3"], ["1", "2", "3"]),
        ([':tags: ["hide-input"]\n\na = 1', "b = 2", "c = 3"], ["1", "2", "3"]),
        (["a = 1", "b = 20", "c = 3"], ["1", "2", "3"]),
        (["new = 0", "a = 1", "b = 2", "c = 3"], ["", "1", "2", "3"]),
        (["a = 1", "c = 3"], ["1", "3"]),
        (["a = 1", "b = 2", "c = 3", "d = 4", "e = 5"], ["1", "2", "3", "", ""]),
    ],
    ids=["same", "rewritten", "tagged", "changed", "inserted", "dropped", "appended"],
)
def test_outputs_stay_with_the_cells_that_they_belong_to(small_book, cells, expected):
    executed(small_book.chapter("one", "a = 1", "b = 2", "c = 3"))
    assert outputs(small_book.chapter("one", *cells)) == expected


def test_cells_and_text_are_those_of_today(small_book):
    chapter = executed(small_book.chapter("one", "a = 1"))
    small_book.chapter("one", ':tags: ["hide-input"]\n\na = 1  # one')
    cell = code_cells(merged(chapter))[0]
    assert (cell.source, cell.metadata.tags) == ("a = 1  # one", ["hide-input"])
    assert cell.execution_count == 1
    assert merged(chapter, "---\nfile_format: mystnb\n---\nOther").cells[0].source == (
        "Other"
    )


@pytest.mark.parametrize("damage", [None, "{"])
def test_without_results_there_are_no_outputs(small_book, damage):
    chapter = executed(small_book.chapter("one", "a = 1"))
    chapter.executed.unlink()
    if damage:
        chapter.executed.write_text(damage)
    assert outputs(chapter) == [""]


FIGURE = "---\nmystnb:\n  figure: {name: fig-x, caption: X}\n---\nb = 2"
TEXT = "There are {glue:text}`n-points:.2f` of {glue:text}`n-all`."


def recorded(notebook):
    """Return the values that the outputs hold for the text, by name."""
    return {
        output.metadata.scrapbook.name: output.data
        for cell in code_cells(notebook)
        for output in cell.outputs
        if "scrapbook" in output.get("metadata", {})
    }


def test_what_a_stale_chapter_never_computed_says_so(small_book):
    chapter = executed(small_book.chapter("one", "a = 1"))
    small_book.chapter("one", "a = 1", FIGURE)
    with chapter.source.open("a") as file:
        file.write(TEXT)
    notebook = merged(chapter)
    assert code_cells(notebook)[1].outputs[0].data == {"text/plain": MISSING}
    assert TEXT.replace(":.2f", "") == notebook.cells[-1].source
    values = recorded(notebook)
    assert values.keys() == {"n-points", "n-all"}
    assert all(MISSING in data.values() for data in values.values())


def test_a_value_that_a_stale_chapter_did_compute_keeps_its_format(small_book):
    chapter = small_book.chapter("one", "a = 1")
    notebook = chapter.notebook()
    notebook.metadata.setdefault("kernelspec", {})
    computed = {
        "scrapbook": {"name": "n-points", "mime_prefix": "application/papermill"}
    }
    value = new_output("display_data", {"text/plain": "3"}, metadata=computed)
    code_cells(notebook)[0].outputs = [value]
    record = fingerprint(chapter) | {"seconds": 1.0, "device": "CPU"}
    committed.write(chapter, committed.from_run(notebook, record))
    small_book.chapter("one", "a = 1", "b = 2")
    with chapter.source.open("a") as file:
        file.write(TEXT)
    notebook = merged(chapter)
    assert notebook.cells[-1].source == TEXT.replace("n-all:.2f", "n-all")
    values = recorded(notebook)
    assert values["n-points"] == {"text/plain": "3"}
    assert MISSING in values["n-all"].values()
    assert sum(len(cell.outputs) for cell in code_cells(notebook)) == 2


def test_in_a_fresh_chapter_nothing_is_made_up(small_book):
    chapter = small_book.chapter("one", "a = 1", FIGURE)
    with chapter.source.open("a") as file:
        file.write(TEXT)
    notebook = merged(executed(chapter))
    assert len(code_cells(notebook)[1].outputs) == 1
    assert notebook.cells[-1].source == TEXT
