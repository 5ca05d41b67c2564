"""The commands say what they did, and fail with one line that helps."""

from functools import partial

import pytest
from annbook import __main__
from annbook.__main__ import main
from annbook.chapters import find
from annbook.results import committed


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


def test_help_lists_the_commands(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "execute" in capsys.readouterr().out
