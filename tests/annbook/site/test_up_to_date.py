"""A site is up to date while its sources and its pages are as a build left them."""

import os

import pytest
from annbook.site import up_to_date

FILES = [
    *("_config.yml", "_toc.yml", "pyproject.toml", "requirements.txt"),
    *("book/one.md", "annutils/a.py", "_build/html/a.html"),
    *("_build/lite/pyodide/a.js", "_build/lite/tools/bin/jupyter"),
]


@pytest.fixture
def sources(tmp_path):
    """Return the folder of a book that counts as built."""
    (tmp_path / "book" / "_ext").mkdir(parents=True)
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    up_to_date.write(tmp_path, up_to_date.sources(tmp_path))
    return tmp_path


def test_what_is_as_it_was_is_fresh(sources):
    (sources / "book" / "_ext" / "__pycache__").mkdir()
    (sources / "book" / "_ext" / "__pycache__" / "a.pyc").touch()
    (sources / "README.md").write_text("not on any page")
    assert up_to_date.is_fresh(sources, up_to_date.sources(sources))


@pytest.mark.parametrize("name", FILES)
def test_an_edit_a_removal_and_a_new_file_beside_it_count(sources, name):
    path = sources / name
    path.write_text("edited")
    assert not up_to_date.is_fresh(sources, up_to_date.sources(sources))
    up_to_date.write(sources, up_to_date.sources(sources))
    path.unlink()
    assert not up_to_date.is_fresh(sources, up_to_date.sources(sources))


def test_a_new_file_counts(sources):
    (sources / "book" / "two.md").touch()
    assert not up_to_date.is_fresh(sources, up_to_date.sources(sources))


def test_an_edit_within_the_same_moment_that_changes_the_size_counts(sources):
    path = sources / "book" / "one.md"
    time = path.stat().st_mtime_ns
    path.write_text("longer than before")
    os.utime(path, ns=(time, time))
    assert not up_to_date.is_fresh(sources, up_to_date.sources(sources))


@pytest.mark.parametrize(
    "name",
    ["GITHUB_REPOSITORY", "GITHUB_SERVER_URL", "GITHUB_SHA", "SOURCE_DATE_EPOCH"],
)
def test_what_ci_sets_counts(sources, name, monkeypatch):
    monkeypatch.setenv(name, "another")
    assert not up_to_date.is_fresh(sources, up_to_date.sources(sources))


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_a_damaged_stamp_is_none(sources, text):
    (sources / up_to_date.STAMP).write_text(text)
    assert not up_to_date.is_fresh(sources, up_to_date.sources(sources))


def test_of_many_stale_chapters_a_few_are_named():
    line = up_to_date.named(["a", "b", "c", "d", "e"])
    assert line == "stale results: a, b, c and 2 more (make execute)"


def test_the_stale_chapters_are_those_of_the_last_build(sources):
    assert up_to_date.stale(sources) == []
    (sources / up_to_date.STALE).write_text('{"a": ["x", true], "b": ["y", false]}')
    assert up_to_date.stale(sources) == ["a"]
