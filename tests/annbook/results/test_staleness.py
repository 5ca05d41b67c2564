"""Chapters are asked whether they are stale where what decides it has moved."""

import pytest
from annbook.results import committed, staleness


@pytest.fixture
def book(small_book, monkeypatch):
    """Return a book of two chapters, the question that notes who was asked, and both.

    Chapter "a" is stale.
    """
    asked = []

    def is_stale(chapter):
        asked.append(chapter.name)
        return chapter.name == "a"

    monkeypatch.setattr(committed, "is_stale", is_stale)
    chapters = [small_book.chapter(name, "1 + 1") for name in "ab"]
    memory = small_book.root / "_build" / "stale.json"

    def ask():
        asked.clear()
        found = staleness.stale(chapters, small_book.root, memory)
        assert [chapter.name for chapter in found] == ["a"]
        return asked.copy()

    assert ask() == ["a", "b"]
    small_book.ask, small_book.memory, small_book.chapters = ask, memory, chapters
    return small_book


def test_nobody_is_asked_twice(book):
    assert book.ask() == []


def test_after_an_edit_its_chapter_is_asked(book):
    book.chapter("b", "2 + 2")
    assert book.ask() == ["b"]
    assert book.ask() == []


def test_after_a_run_its_chapter_is_asked(book):
    executed = book.chapters[1].executed
    executed.parent.mkdir(parents=True, exist_ok=True)
    executed.write_text("results")
    assert book.ask() == ["b"]


def test_what_any_chapter_may_depend_on_concerns_all(book):
    book.package("more", "x = 1")
    assert book.ask() == ["a", "b"]
    book.lock("numpy==3")
    assert book.ask() == ["a", "b"]


def test_other_code_of_the_engine_may_judge_otherwise(book, monkeypatch, tmp_path):
    monkeypatch.setattr(staleness, "CODE", tmp_path / "book")
    assert book.ask() == ["a", "b"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"a": 1}', '{"a": ["x"]}'])
def test_a_damaged_memory_is_none(book, text):
    book.memory.write_text(text)
    assert book.ask() == ["a", "b"]
    assert book.ask() == []
