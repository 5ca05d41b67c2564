"""Chapters run through real kernels; a failure names its cell and harms nothing."""

import socket
from contextlib import contextmanager, suppress
from multiprocessing import Pipe
from types import SimpleNamespace

import pytest
from annbook.results import committed, execution, failures, processes
from jupyter_cache.cache.db import NbCacheRecord
from jupyter_client.provisioning.local_provisioner import LocalPortCache
from small_book import SmallBook

RECORD = {"code": "a", "dependencies": "b", "versions": {}, "device": "CPU"}


def run(*chapters):
    lines = []
    changed = execution.execute(list(chapters), jobs=2, report=lines.append)
    return changed, lines


# One runs, the others fail, each in its way.
CHAPTERS = {
    "divides": ["x = 20", "print(x / 0)"],
    "misspells": ["x = 20", "print((x)"],
    "logs": ["import sys", "print('W', file=sys.stderr)"],
    "fine": ["x = 20; open('made.txt', 'w').close()", "print(x + 1)"],
}


class Outcome:
    """What came of a run of the chapters, of a kernel's end and of no notebook."""

    def __init__(self, root):
        self.book, self.ran, self.told = SmallBook(root), root / "ran.txt", {}
        ends = [f"import os; open({str(self.ran)!r}, 'a').write('once')"]
        ends.append("os.write(2, b'Bye'); os._exit(1)")
        self.chapters = {
            name: self.book.chapter(name, *cells)
            for name, cells in (CHAPTERS | {"ends": ends, "text": []}).items()
        }
        self.chapters["text"].source.write_text("---\nkernelspec: [\n---\n")
        self.before = self.chapters["divides"].executed
        self.before.parent.mkdir()
        self.before.write_text("as before")
        tell = execution._failure
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(execution, "_failure", lambda failed: tell(self.keep(failed)))
            with pytest.raises(execution.ExecutionError) as failure:
                run(*self.chapters.values())
        self.message = str(failure.value)

    def keep(self, failed):
        """Keep what is told of each chapter; return it all as it came."""
        self.told = {chapter.name: str(error) for chapter, error in failed.items()}
        return failed


@pytest.fixture(scope="module")
def outcome(tmp_path_factory):
    return Outcome(tmp_path_factory.mktemp("outcome"))


def test_a_chapter_runs_in_a_folder_of_its_own_and_becomes_fresh(outcome):
    fine = outcome.chapters["fine"]
    notebook = committed.read(fine)
    assert notebook.cells[1].outputs[0].text == "21\n"
    assert notebook.metadata.book.device == "CPU"
    assert not committed.is_stale(fine)
    assert not (outcome.book.root / "book" / "made.txt").exists()


@pytest.mark.parametrize(("jobs", "most"), [(1, 1), (2, 2), (9, 5)])
def test_no_more_chapters_run_at_a_time_than_asked_for(monkeypatch, jobs, most):
    running, seen, ended = set(), [], []

    def start(folder, work, *arguments):
        assert arguments[0] == folder == "here"
        running.add(arguments[1])
        seen.append(len(running))
        here, there = Pipe()
        there.close()  # at its end there is something to read
        return arguments[1], here

    monkeypatch.setattr(execution.processes, "start", start)
    monkeypatch.setattr(execution.processes, "outcome", lambda name, pipe: name * 2)
    monkeypatch.setattr(execution.processes, "end", ended.extend)
    with execution._processes("here", jobs) as (run, at_a_time):
        outcomes = {}
        for name, outcome in run("abcde"):
            outcomes[name] = outcome()
            running.remove(name)
    assert at_a_time == jobs
    assert max(seen) == most
    assert outcomes == {name: name * 2 for name in "abcde"}
    assert ended == []


@pytest.mark.parametrize("sent", [("said", None), (None, KeyError("lost"))])
def test_what_a_process_says_is_taken_and_its_end_awaited(sent):
    here, there = Pipe()
    there.send(sent)
    ended = []
    process = SimpleNamespace(join=lambda: ended.append(True))
    with suppress(KeyError):
        assert processes.outcome(process, here) == "said"
    assert ended == [True]


def test_the_slowest_chapters_begin_and_the_unknown_come_before_them(
    small_book, monkeypatch
):
    order = []

    @contextmanager
    def workers(folder, jobs, scheduler):
        def run(chapters):
            order.extend(chapter.name for chapter in chapters)
            return [(chapter, lambda: (False, "", 1.0)) for chapter in chapters]

        yield run, 3

    chapters = [small_book.chapter(name, "1") for name in ("quick", "slow", "new")]
    seconds = {"quick": 1.0, "slow": 9.0}
    for chapter in chapters[:2]:
        cells, record = chapter.notebook(), {"seconds": seconds[chapter.name]}
        monkeypatch.setattr(execution, "_workers", workers)
        committed.write(chapter, committed.from_run(cells, RECORD | record))
    lines = []
    assert execution.execute(chapters, report=lines.append) == []
    assert order == ["new", "slow", "quick"]
    assert lines[0] == "executing 3 chapters, 3 at a time"
    assert lines[1:] == [f"[{k}/3] {name}: 1.0 s, " for k, name in enumerate(order, 1)]


def test_a_second_run_leaves_the_results_untouched(outcome):
    fine = outcome.chapters["fine"]
    before = fine.executed.stat().st_mtime_ns
    changed, lines = run(fine)
    assert changed == []
    assert "same results" in lines[-1]
    assert fine.executed.stat().st_mtime_ns == before


def test_a_text_edited_once_it_was_read_leaves_the_results_stale(small_book, tmp_path):
    chapter = small_book.chapter("one", "print(1)")

    def edited_meanwhile(*_):
        small_book.chapter("one", "print(2)")
        return {}

    execution.run_chapter(tmp_path / "run", chapter, ask=edited_meanwhile)
    assert committed.is_stale(chapter)


def test_a_failing_cell_is_reported_and_the_results_before_it_are_kept(outcome):
    assert outcome.told["divides"].splitlines() == [
        "cell 2 of 2 fails:",
        "",
        "    print(x / 0)",
        "",
        "  Cell In[2], line 1",
        "ZeroDivisionError: division by zero",
    ]
    log = outcome.book.root / "_build" / "execution.log"
    assert "----> 1 print(x / 0)" in log.read_text()
    assert outcome.message.endswith(f"\n\nAll that was said: {log}")
    assert outcome.before.read_text() == "as before"


def test_the_log_is_of_the_last_run(outcome):
    log = outcome.book.root / "_build" / "execution.log"
    before = log.read_text()
    with pytest.raises(execution.ExecutionError, match="All that was said: "):
        run(outcome.chapters["text"])
    assert log.read_text().startswith("text: ")
    log.write_text(before)


def test_of_many_failures_the_first_two_are_shown_and_all_are_named(outcome):
    told = [f"{name}: {text}" for name, text in outcome.told.items()]
    shown, others = told[: execution.SHOWN], told[execution.SHOWN :]
    lines = "\n".join(map(failures.in_a_line, others))
    assert outcome.message.startswith("\n\n".join([*shown, lines]))
    assert len(others) == 3


def test_a_text_that_is_no_notebook_is_named_without_a_traceback(outcome):
    assert outcome.told["text"].startswith("MystMetadataParsingError: ")
    assert "Traceback" not in outcome.message
    log = (outcome.book.root / "_build" / "execution.log").read_text()
    assert "text: Traceback" in log


def test_code_that_is_no_python_fails_in_its_cell(outcome):
    assert "SyntaxError" in outcome.told["misspells"]
    assert "print((x)" in outcome.told["misspells"]


def test_a_chapter_that_logs_is_refused(outcome):
    assert "cell 2 writes to stderr" in outcome.told["logs"]
    assert not outcome.chapters["logs"].executed.exists()


def test_a_kernel_that_a_cell_ends_is_reported_with_its_last_words(outcome):
    assert "Kernel died" in outcome.told["ends"]
    assert "Bye" in outcome.told["ends"]
    assert outcome.ran.read_text() == "once"


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
    monkeypatch.setattr("annbook.results.run.STARTS", 1)
    chapter = small_book.chapter("one", "print(1)")
    with pytest.raises(execution.ExecutionError, match="Kernel died before replying"):
        execution.run_chapter(tmp_path / "run", chapter)
    assert not chapter.executed.exists()
