"""A build runs nothing: it shows the committed results and names what is stale."""

import re
import shutil

import pytest
from annbook.paths import ROOT
from whole_book import WholeBook

MARK = "import pathlib; pathlib.Path({!r}).touch()"
GLUED = "from annutils.glue import glue\nglue('n', 3)"
FIGURE = """\
```{code-cell} python
---
mystnb:
  figure: {name: fig-new, caption: A new one}
---
1 / 0
```

It is seen in {numref}`fig-new`."""


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """Return a book with results, built once."""
    book = WholeBook(tmp_path_factory.mktemp("executed"))
    shutil.copy(ROOT / "annutils" / "glue.py", book.root / "annutils")
    book.chapter("one", GLUED)
    add(book, "There are {glue:text}`n` of them.")
    status, output = book.execute()
    assert status == 0, output
    status, output = book.build()
    assert status == 0, output
    assert "stale results" not in output
    return book


@pytest.fixture
def book(executed, tmp_path):
    """Return a copy of the book, to edit."""
    return executed.copy(tmp_path)


def add(book, text, name="one"):
    """Add text to a chapter."""
    with (book.root / "book" / f"{name}.md").open("a") as file:
        file.write(f"\n{text}\n")


def page(book, name="one"):
    """Return the words of a page of the site."""
    html = (book.root / "_build" / "html" / "book" / f"{name}.html").read_text()
    return " ".join(re.sub("<[^>]+>", "", html).split())


def test_a_stale_chapter_is_named_once_and_keeps_its_results(book, tmp_path):
    ran = tmp_path / "ran"
    text = "There are {glue:text}`n` of them, and {glue:text}`more:.1f` of those."
    book.chapter("one", f"{GLUED}\n{MARK.format(str(ran))}", kernel="no-such-kernel")
    add(book, text)
    add(book, FIGURE)
    before = book.executed().read_bytes()
    status, output = book.build()
    assert status == 0, output
    assert output.count("stale results: one (make execute)\n") == 1
    assert "not yet computed of those" in page(book)
    assert "There are 3 of them" in page(book)
    assert not ran.exists()
    assert book.executed().read_bytes() == before


def test_an_edit_of_the_package_ends_with_the_same_site(book, executed):
    with (book.root / "annutils" / "glue.py").open("a") as file:
        file.write("\n\nassert False, 'no data on this machine'\n")
    status, output = book.build()
    assert status == 0, output
    assert "stale results: one (make execute)" in output
    assert book.site() == executed.site()


def test_a_cell_that_is_only_written_otherwise_shows_its_outputs_and_is_fresh(book):
    path = book.root / "book" / "one.md"
    path.write_text(path.read_text().replace("'n', 3)", "'n', 3)  # a comment"))
    status, output = book.build()
    assert status == 0, output
    assert "stale results" not in output
    assert "a comment" in page(book)
    assert "There are 3 of them" in page(book)


def test_a_chapter_without_results_is_one_error_and_the_rest_is_built(book):
    book.executed().unlink()
    shutil.rmtree(book.root / "_build")
    status, output = book.build()
    assert status == 1
    errors = [line for line in output.splitlines() if "make execute CHAPTER" in line]
    assert len(errors) == 1
    assert "one has no results: make execute CHAPTER=one" in errors[0]
    assert "WARNING" not in output
    assert "Chapter two" in page(book, "two")
    status, output = book.build()
    assert status == 1
    assert "one has no results: make execute CHAPTER=one" in output


def test_a_value_that_a_fresh_chapter_does_not_record_is_an_error(book):
    add(book, "And {glue:text}`other`.")
    status, output = book.build()
    assert status == 1
    assert "'other'" in output


def test_a_chapter_may_not_ask_for_a_kernel_itself(book, tmp_path):
    ran = tmp_path / "ran"
    book.chapter("one", MARK.format(str(ran)))
    path = book.root / "book" / "one.md"
    path.write_text(
        path.read_text().replace(
            "kernelspec:", "mystnb:\n  execution_mode: force\nkernelspec:", 1
        )
    )
    status, output = book.build()
    assert status == 0, output
    assert not ran.exists()


def test_new_results_reach_the_page(book):
    book.chapter("one", "print(6 * 7)")
    assert book.execute()[0] == 0
    status, output = book.build()
    assert status == 0, output
    assert "stale results" not in output
    assert "42" in page(book)
