"""make book builds what changed, and nothing when nothing did."""

import errno
import gc
import re
import sys
from pathlib import Path

import pytest
from annbook import book as command
from annbook.site import up_to_date
from whole_book import WholeBook

LIGHT = """
import sys
from annbook.book import book
assert book() == 0
assert {"sphinx", "docutils", "nbformat"}.isdisjoint(sys.modules)
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """Return a book that was built once, with what that printed."""
    book = WholeBook(tmp_path_factory.mktemp("whole"))
    status, book.log = book.make()
    assert status == 0, book.log
    return book


def test_the_log_says_which_pages_are_made_and_little_else(book):
    lines = book.log.splitlines()
    assert lines[-1] == f"The site: {up_to_date.SITE / 'index.html'}"
    for line in ("reading book/one", "writing book/two"):
        assert line in lines
    assert "ParserConfig" not in book.log
    assert len(lines) < 15


def test_a_page_with_code_has_buttons_that_open_it_elsewhere(book):
    page = book.site()[Path("book", "two.html")].decode()
    links = re.findall(r'href="https://(colab|mybinder)\.[^"]*?/([^/"]*)"', page)
    assert [place for place, _ in links] == ["colab", "mybinder"]
    assert links[0][1] == "two.ipynb"


@pytest.mark.parametrize(
    ("end", "status", "told"),
    [
        (KeyboardInterrupt(), 130, "Stopped; the next build goes on from here\n"),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            1,
            f"{up_to_date.SITE.parent}: No space left on device; make room there.\n",
        ),
    ],
)
def test_what_ends_a_build_is_told_on_standard_error(
    monkeypatch, capsys, end, status, told
):
    def book():
        raise end

    monkeypatch.setattr(command, "book", book)
    monkeypatch.setattr(command, "heed_signals", lambda: None)
    monkeypatch.setattr(gc, "disable", lambda: None)
    assert command.main() == status
    assert capsys.readouterr() == ("", told)


def test_an_error_of_its_own_is_no_refusal(monkeypatch):
    def book():
        raise ZeroDivisionError

    monkeypatch.setattr(command, "book", book)
    monkeypatch.setattr(command, "heed_signals", lambda: None)
    monkeypatch.setattr(gc, "disable", lambda: None)
    with pytest.raises(ZeroDivisionError):
        command.main()


@pytest.mark.parametrize(
    ("stale", "told"), [([], ""), (["a"], "stale results: a (make execute)\n")]
)
def test_a_site_up_to_date_names_what_is_stale(monkeypatch, capsys, stale, told):
    monkeypatch.setattr(up_to_date, "is_fresh", lambda root, now: True)
    monkeypatch.setattr(up_to_date, "stale", lambda root: stale)
    assert command.book() == 0
    said = f"The site is up to date: {command.PAGE}\n{told}"
    assert capsys.readouterr().out == said


def test_without_a_change_it_says_so_and_does_not_even_import_sphinx(book):
    status, output = book.run(sys.executable, "-P", "-c", LIGHT)
    assert status == 0, output
    assert output == f"The site is up to date: {up_to_date.SITE / 'index.html'}\n"


def test_jupyter_book_itself_finds_nothing_to_do_after_it(book):
    before = book.site()
    status, output = book.build()
    assert status == 0, output
    assert "reading" not in output
    assert "writing" not in output
    assert book.site() == before


def test_an_edit_writes_its_page_and_its_reversal_restores_every_byte(book):
    before, text = book.site(), (book.root / "book" / "two.md").read_text()
    (book.root / "book" / "two.md").write_text(f"{text}\nAn edited word.\n")
    status, output = book.make()
    assert status == 0, output
    assert "reading book/two" in output
    assert "reading book/one" not in output
    assert b"An edited word." in book.site()[Path("book", "two.html")]
    (book.root / "book" / "two.md").write_text(text)
    assert book.make()[0] == 0
    after = book.site()
    assert [name for name in after if after[name] != before.get(name)] == []
    assert after.keys() == before.keys()


def test_a_site_with_a_warning_is_not_taken_for_finished(book):
    text = (book.root / "book" / "two.md").read_text()
    (book.root / "book" / "two.md").write_text(f"{text}\n[nowhere](#nowhere)\n")
    for _ in range(2):
        status, output = book.make()
        assert status == 1
        assert output.count("'nowhere'") == 1
    (book.root / "book" / "two.md").write_text(text)
    assert book.make()[0] == 0
