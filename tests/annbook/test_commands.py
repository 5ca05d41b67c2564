"""The commands say what they did, and fail with one line that helps."""

import errno
import os
import signal
from functools import partial
from pathlib import Path

import pytest
from annbook import __main__
from annbook.__main__ import main
from annbook.chapters import find
from annbook.notebooks import lite
from annbook.results import committed, execution
from annbook.results.failures import ExecutionError
from annbook.stopping import StoppedError


@pytest.fixture
def chapters(small_book, monkeypatch):
    """Return the two chapters of the book that the commands are about."""
    (small_book.root / "_toc.yml").write_text(
        "format: jb-book\nroot: book/one\nchapters:\n- file: book/practice/two\n"
    )
    (small_book.root / "book" / "practice").mkdir()
    chapters = [small_book.chapter(name, "1") for name in ("one", "practice/two")]
    monkeypatch.setattr(__main__, "all_chapters", lambda: chapters)
    known = partial(find, root=small_book.root)
    monkeypatch.setattr(__main__, "find", known)
    return chapters


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("practice/tow", "near is practice/two"),
        ("two", "near is practice/two"),
        ("book/one.md", "near is one"),
        ("zebra", "there are one, practice/two"),
    ],
)
def test_an_unknown_chapter_is_answered_with_the_nearest(chapters, capsys, name, hint):
    assert main(["execute", "--chapter", name]) == 1
    assert capsys.readouterr().err == f"no chapter {name!r}; {hint}\n"


def test_a_damaged_result_is_stale_and_a_run_mends_it(chapters, capsys):
    assert main(["execute"]) == 0
    first, second = chapters
    damaged = "<<<<<<< HEAD\n" + first.executed.read_text()
    first.executed.write_text(damaged)
    kept = second.executed.stat().st_mtime_ns
    capsys.readouterr()
    assert main(["stale"]) == 1
    assert capsys.readouterr().out == "one\n"
    assert main(["execute"]) == 0
    assert not committed.is_stale(first)
    assert second.executed.stat().st_mtime_ns == kept


@pytest.fixture
def runs(chapters, monkeypatch):
    """Let chapters be run by a list of what is asked for; the first one changes."""
    asked = []

    def execute(chapters, jobs, report, scheduler):
        asked.append(([chapter.name for chapter in chapters], jobs, scheduler))
        return chapters[:1]

    monkeypatch.setattr(execution, "execute", execute)
    return asked


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        ([], (["practice/two"], None, None)),
        (["--force", "--jobs", "3"], (["one", "practice/two"], 3, None)),
        (
            ["--chapter", "one", "--scheduler", "tcp://host:1"],
            (["one"], None, "tcp://host:1"),
        ),
    ],
)
def test_stale_chapters_run_or_all_or_the_one_named(
    runs, monkeypatch, capsys, options, asked
):
    monkeypatch.setattr(committed, "is_stale", lambda chapter: chapter.name != "one")
    assert main(["execute", *options]) == 0
    assert runs == [asked]
    changed = Path("book", "_executed", f"{asked[0][0]}.ipynb")
    assert capsys.readouterr().out == f"new results: {changed}\n"


def test_where_all_is_fresh_nothing_runs(runs, monkeypatch, capsys):
    monkeypatch.setattr(committed, "is_stale", lambda chapter: False)
    assert main(["execute"]) == main(["stale"]) == 0
    assert capsys.readouterr().out == "every chapter's results are fresh\n" * 2
    assert runs == []


FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "here")


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (ExecutionError("It failed.", "at length"), 1, "It failed.\n"),
        (committed.ResultError("It is damaged."), 1, "It is damaged.\n"),
        (FULL, 1, f"here: {FULL.strerror}; make room there.\n"),
        (StoppedError(signal.SIGTERM), 128 + signal.SIGTERM, ""),
    ],
)
def test_what_ends_a_command_is_told_in_a_line(
    chapters, monkeypatch, capsys, error, status, said
):
    def fail(chapter):
        raise error

    monkeypatch.setattr(committed, "is_stale", fail)
    assert main(["stale"]) == status
    assert capsys.readouterr() == ("", said)


def test_an_error_of_its_own_is_no_refusal(chapters, monkeypatch):
    def fail(chapter):
        raise FileNotFoundError(errno.ENOENT, "no such file")

    monkeypatch.setattr(committed, "is_stale", fail)
    with pytest.raises(FileNotFoundError):
        main(["stale"])


def test_without_pyodide_the_book_does_without_it(monkeypatch, capsys, tmp_path):
    asked = []

    def bring(near):
        asked.append(near)
        raise OSError("npm: offline")

    monkeypatch.setattr(lite, "bring", bring)
    assert main(["lite", "--near", str(tmp_path)]) == 0
    assert asked == [tmp_path]
    said = "No chapter will run in the browser: npm: offline\n"
    assert capsys.readouterr().out == said


def test_help_lists_the_commands(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "execute" in capsys.readouterr().out


def test_each_command_and_each_of_its_options_says_what_it_is_for():
    parser = __main__._parser()
    (commands,) = (one for one in parser._actions if one.choices)
    said = {one.dest: one.help for one in commands._choices_actions}
    assert said.keys() == commands.choices.keys()
    for name, command in commands.choices.items():
        assert said[name]
        assert all(option.help for option in command._actions), name
