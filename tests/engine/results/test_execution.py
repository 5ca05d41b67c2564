"""Chapters run through real kernels; a failure names its cell and harms nothing."""

import socket

import pytest
from annbook.results import committed, execution
from jupyter_cache.cache.db import NbCacheRecord
from jupyter_client.provisioning.local_provisioner import LocalPortCache


def run(*chapters):
    lines = []
    changed = execution.execute(list(chapters), jobs=2, report=lines.append)
    return changed, lines


@pytest.fixture
def executed(small_book):
    """Return a chapter that has run once."""
    chapter = small_book.chapter("one", "x = 20", "print(x + 1)")
    run(chapter)
    return chapter


def test_a_chapter_runs_and_becomes_fresh(executed):
    notebook = committed.read(executed)
    assert notebook.cells[1].outputs[0].text == "21\n"
    assert notebook.metadata.book.device == "CPU"
    assert not committed.is_stale(executed)


def test_a_second_run_leaves_the_results_untouched(executed):
    before = executed.executed.stat().st_mtime_ns
    changed, lines = run(executed)
    assert changed == []
    assert "same results" in lines[-1]
    assert executed.executed.stat().st_mtime_ns == before


def test_a_text_edited_once_it_was_read_leaves_the_results_stale(small_book, tmp_path):
    chapter = small_book.chapter("one", "print(1)")

    def edited_meanwhile(*_):
        small_book.chapter("one", "print(2)")
        return {}

    execution.run_chapter(tmp_path / "run", chapter, ask=edited_meanwhile)
    assert committed.is_stale(chapter)


def test_a_failing_cell_is_reported_and_the_other_chapter_kept(small_book, executed):
    before = executed.executed.read_bytes()
    broken = small_book.chapter("one", "x = 20", "print(x / 0)")
    other = small_book.chapter("two", "print('fine')")
    with pytest.raises(execution.ExecutionError) as failure:
        run(broken, other)
    log = small_book.root / "_build" / "execution.log"
    assert str(failure.value).splitlines() == [
        "one: cell 2 of 2 fails:",
        "",
        "    print(x / 0)",
        "",
        "  Cell In[2], line 1",
        "ZeroDivisionError: division by zero",
        "",
        f"All that was said: {log}",
    ]
    assert "----> 1 print(x / 0)" in log.read_text()
    assert broken.executed.read_bytes() == before
    assert committed.read(other).cells[0].outputs[0].text == "fine\n"


def test_of_many_failures_the_first_two_are_shown_and_all_are_named(small_book):
    names = "one", "two", "three", "four"
    chapters = [small_book.chapter(name, "1 / 0") for name in names]
    with pytest.raises(execution.ExecutionError) as failure:
        run(*chapters)
    message = str(failure.value)
    assert message.count("cell 1 of 1 fails: ZeroDivisionError: division by zero") == 2
    assert message.count("    1 / 0") == 2
    assert all(f"{name}: cell 1 of 1 fails" in message for name in names)


def test_a_text_that_is_no_notebook_fails_alone(small_book):
    broken = small_book.chapter("one", "print(1)")
    broken.source.write_text("---\nkernelspec: [\n---\n")
    other = small_book.chapter("two", "print('fine')")
    with pytest.raises(execution.ExecutionError, match=r"^one: ") as failure:
        run(broken, other)
    assert "Traceback" not in str(failure.value)
    assert committed.read(other).cells[0].outputs[0].text == "fine\n"


def test_code_that_is_no_python_fails_in_its_cell_and_the_other_chapter_runs(
    small_book,
):
    broken = small_book.chapter("one", "x = 20", "print((x)")
    other = small_book.chapter("two", "print('fine')")
    with pytest.raises(execution.ExecutionError, match="SyntaxError") as failure:
        run(broken, other)
    assert "print((x)" in str(failure.value)
    assert committed.read(other).cells[0].outputs[0].text == "fine\n"


def test_a_chapter_that_logs_is_refused(small_book):
    chapter = small_book.chapter("one", "import sys", "print('W', file=sys.stderr)")
    with pytest.raises(execution.ExecutionError, match="cell 2 writes to stderr"):
        run(chapter)
    assert not chapter.executed.exists()


def test_a_chapter_runs_in_a_folder_of_its_own(small_book):
    chapter = small_book.chapter("one", "open('made.txt', 'w').close()")
    run(chapter)
    assert not (small_book.root / "book" / "made.txt").exists()


def test_jupyter_cache_finds_no_other_chapter_to_drop(
    small_book, tmp_path, monkeypatch
):
    found = []

    def records_to_delete(_, database):
        found.append(len(NbCacheRecord.records_all(database)))
        return []

    monkeypatch.setattr(NbCacheRecord, "records_to_delete", records_to_delete)
    for name in "one", "two":
        chapter = small_book.chapter(name, "print(1)", f"name = {name!r}")
        execution.run_chapter(tmp_path / "run", chapter)
    assert found == [1, 1]


@pytest.fixture
def taken():
    """Return a port that another program has."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_kernel_that_lost_a_port_to_another_program_starts_with_others(
    small_book, tmp_path, monkeypatch, taken
):
    find, lost = LocalPortCache.find_available_port, iter([taken])
    monkeypatch.setattr(
        LocalPortCache, "find_available_port", lambda *at: next(lost, 0) or find(*at)
    )
    chapter = small_book.chapter("one", "print(1)")
    execution.run_chapter(tmp_path / "run", chapter)
    assert next(lost, 0) == 0
    assert committed.read(chapter).cells[0].outputs[0].text == "1\n"


def test_a_kernel_that_never_starts_is_reported(
    small_book, tmp_path, monkeypatch, taken
):
    monkeypatch.setattr(LocalPortCache, "find_available_port", lambda *_: taken)
    chapter = small_book.chapter("one", "print(1)")
    with pytest.raises(execution.ExecutionError, match="Kernel died before replying"):
        execution.run_chapter(tmp_path / "run", chapter)
    assert not chapter.executed.exists()


def test_a_kernel_that_a_cell_ends_is_reported_with_its_last_words(
    small_book, tmp_path
):
    ran = tmp_path / "ran.txt"
    mark = f"import os; open({str(ran)!r}, 'a').write('once')"
    chapter = small_book.chapter("one", mark, "os.write(2, b'Bye'); os._exit(1)")
    with pytest.raises(execution.ExecutionError, match="Kernel died") as failure:
        run(chapter)
    assert "Bye" in str(failure.value)
    assert ran.read_text() == "once"
