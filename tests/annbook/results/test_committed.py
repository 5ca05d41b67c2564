"""Committed results change when results change, and hold nothing of the run."""

import json

import nbformat
import pytest
from annbook.chapters import Chapter
from annbook.results import committed
from annbook.results.fingerprint import fingerprint
from nbformat.v4 import new_code_cell, new_notebook, new_output

RECORD = {"code": "a", "dependencies": "b", "seconds": 1.0, "device": "CPU"}


def notebook(*outputs, source="1 + 1"):
    cell = new_code_cell(source, outputs=list(outputs), execution_count=7)
    kernel = {"name": "python3", "display_name": "Python 3"}
    return new_notebook(cells=[cell], metadata={"kernelspec": kernel})


def printed(text, name="stdout"):
    return new_output("stream", name=name, text=text)


def shown(kind, value):
    return new_output("display_data", {kind: value})


def kept(*outputs, **record):
    return committed.from_run(notebook(*outputs), RECORD | record)


def test_results_are_written_and_read_back(small_book):
    chapter = small_book.chapter("part", "1 + 1")
    assert committed.write(chapter, kept(printed("2\n")))[0]
    assert committed.read(chapter).cells[0].outputs[0].text == "2\n"


def test_the_same_results_leave_the_file_as_it_is(small_book):
    chapter = small_book.chapter("part", "1 + 1")
    committed.write(chapter, kept(printed("2\n")))
    before = chapter.executed.stat().st_mtime_ns, chapter.executed.read_bytes()
    again = kept(printed("2\n"), seconds=9, device="H200")
    assert committed.write(chapter, again) == (False, "same results")
    assert before == (
        chapter.executed.stat().st_mtime_ns,
        chapter.executed.read_bytes(),
    )


@pytest.mark.parametrize(
    "other", [kept(printed("3\n")), kept(printed("2\n"), dependencies="c")]
)
def test_other_results_or_dependencies_replace_it(small_book, other):
    chapter = small_book.chapter("part", "1 + 1")
    committed.write(chapter, kept(printed("2\n")))
    assert committed.write(chapter, other)[0]


def test_a_write_that_fails_leaves_no_trace(small_book, monkeypatch):
    chapter = small_book.chapter("part", "1 + 1")
    committed.write(chapter, kept(printed("2\n")))
    before = chapter.executed.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(committed.ResultError, match="No space"):
        committed.write(chapter, kept(printed("3\n")))
    assert list(chapter.executed.parent.iterdir()) == [chapter.executed]
    assert chapter.executed.read_bytes() == before


def test_a_run_leaves_no_ids_times_or_counts():
    run = notebook(printed("2\n"))
    run.cells[0].metadata["execution"] = {"iopub.status.busy": "2026-01-01"}
    cell = committed.from_run(run, RECORD).cells[0]
    assert cell.execution_count == 1
    assert "id" not in cell
    assert cell.metadata == {}


@pytest.mark.parametrize(
    ("output", "complaint"),
    [
        (printed("W0000 a log line", name="stderr"), "writes to stderr"),
        (printed("saved in /home/me/model.keras"), "/home/me/model.keras"),
        (printed("<object at 0x7f3a5c0d2e10>"), "0x7f3a5c0d2e10"),
        (shown("text/html", "<p>/home/me/a</p>"), "/home/me/a"),
        (shown("text/plain", "<Model at 0x7f3a5c0d2e10>"), "0x7f3a5c0d2e10"),
        (shown("image/svg+xml", "<svg><!-- /root/a --></svg>"), "/root/a"),
    ],
)
def test_what_differs_from_run_to_run_is_refused(output, complaint):
    with pytest.raises(committed.ResultError, match=complaint):
        kept(output)


def test_a_picture_in_base64_may_hold_any_letters():
    picture = shown("image/png", "ab /root/a ")
    assert kept(picture).cells[0].outputs == [picture]


def test_a_cell_that_puts_out_megabytes_is_named():
    complaint = r"cell 1 puts out 3 MB, and at most 2 MB can be committed"
    with pytest.raises(committed.ResultError, match=complaint):
        kept(printed("0123456789\n" * 270_000))


def test_prints_are_one_output_however_they_arrived():
    apart = kept(printed("1\n"), printed("2\n")).cells[0].outputs
    together = kept(printed("1\n2\n")).cells[0].outputs
    assert apart == together


def test_a_picture_needs_no_words_beside_it():
    data = {
        "image/svg+xml": "<svg/>",
        "text/plain": "<Figure size 480x320 with 1 Axes>",
    }
    assert kept(new_output("display_data", data)).cells[0].outputs[0].data == {
        "image/svg+xml": "<svg/>"
    }


def test_results_of_other_code_are_stale(small_book):
    chapter = small_book.chapter("part", "1 + 1")
    assert committed.is_stale(chapter)
    committed.write(chapter, kept(printed("2\n")))
    assert committed.is_stale(chapter)


def fresh(chapter):
    results = committed.from_run(chapter.notebook(), fingerprint(chapter))
    committed.write(chapter, results)
    return chapter


@pytest.fixture
def executed(small_book):
    """Return a chapter with fresh results."""
    small_book.package("data", "x = 1")
    return fresh(small_book.chapter("part", "from annutils import data\n1 + 1"))


def test_an_edit_in_the_package_makes_results_stale(executed, small_book):
    assert not committed.is_stale(executed)
    small_book.package("data", "x = 2")
    assert committed.is_stale(executed)


@pytest.mark.parametrize(
    ("old", "new", "stale"),
    [("1 + 1", "1 + 2", True), ("# A chapter", "# A better title", False)],
)
def test_an_edit_of_the_code_makes_results_stale(executed, old, new, stale):
    executed.source.write_text(executed.source.read_text().replace(old, new))
    assert committed.is_stale(executed) == stale


def test_a_new_locked_version_makes_results_stale(small_book):
    chapter = fresh(small_book.chapter("part", "import numpy"))
    assert not committed.is_stale(chapter)
    small_book.lock("numpy==3.0.0")
    assert committed.is_stale(chapter)


def test_an_edit_in_a_module_that_another_one_imports_is_seen(small_book):
    small_book.package("inner", "x = 1")
    small_book.package("outer", "from annutils import inner")
    chapter = fresh(small_book.chapter("part", "from annutils import outer"))
    assert not committed.is_stale(chapter)
    small_book.package("inner", "x = 2")
    assert committed.is_stale(chapter)


@pytest.mark.parametrize(
    "option", [":load: code.py\n", "---\nload: code.py\n---\n"], ids=["colon", "yaml"]
)
def test_an_edit_in_code_that_a_cell_loads_is_seen(small_book, option):
    code = small_book.root / "book" / "code.py"
    code.write_text("1 + 1\n")
    chapter = fresh(small_book.chapter("part", option))
    assert not committed.is_stale(chapter)
    code.write_text("1 + 2\n")
    assert committed.is_stale(chapter)


def test_line_ends_of_another_system_leave_results_fresh(executed, small_book):
    for path in (executed.source, executed.executed, small_book.root / "annutils"):
        for file in [path] if path.is_file() else path.iterdir():
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert not committed.is_stale(executed)


def test_a_renamed_chapter_keeps_its_results_if_they_move_along(executed, small_book):
    moved = Chapter("other", small_book.root)
    executed.source.rename(moved.source)
    assert committed.is_stale(moved)
    executed.executed.rename(moved.executed)
    assert not committed.is_stale(moved)


def test_results_of_another_chapter_are_stale(executed, small_book):
    other = small_book.chapter("other", "1 + 2")
    executed.executed.rename(other.executed)
    assert committed.is_stale(other)


@pytest.mark.parametrize("cells", [None, [{"cell_type": "code"}], ["1 + 1"]])
def test_damaged_cells_are_named_and_stale(executed, cells):
    notebook = json.loads(executed.executed.read_text())
    executed.executed.write_text(json.dumps(notebook | {"cells": cells}))
    with pytest.raises(committed.ResultError, match=r"part\.ipynb.*make execute"):
        committed.read(executed)
    assert committed.is_stale(executed)


@pytest.mark.parametrize(
    "text", ["", "{", "{}", '{"cells": [], "metadata": {}}', "<<<<<<< HEAD\n{}"]
)
def test_a_damaged_file_is_named_in_one_line_with_its_remedy(small_book, text):
    chapter = small_book.chapter("part", "1 + 1")
    chapter.executed.parent.mkdir(parents=True)
    chapter.executed.write_text(text)
    with pytest.raises(
        committed.ResultError, match=r"part\.ipynb.*make execute"
    ) as error:
        committed.read(chapter)
    assert "\n" not in str(error.value)
    assert committed.problem(chapter) == str(error.value)
    assert committed.is_stale(chapter)


def test_results_that_are_not_there_are_named_with_their_remedy(executed):
    assert committed.problem(executed) == ""
    executed.executed.unlink()
    remedy = "part has no results: make execute CHAPTER=part"
    assert committed.problem(executed) == remedy


def test_the_file_is_a_valid_notebook(small_book):
    chapter = small_book.chapter("part", "1 + 1")
    committed.write(chapter, kept(printed("2\n")))
    notebook = committed.read(chapter)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 4)  # cells without ids
