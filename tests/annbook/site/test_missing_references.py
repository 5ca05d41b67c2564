"""References into chapters that a book left out are told and printed as text."""

import re

import pytest
from annbook.site.missing_references import is_misprint
from whole_book import WholeBook

REFERENCES = """
See [the left-out page](gone/page.md), [its second part](gone/page.md#second),
{ref}`its exercise <ex-gone>`, {numref}`fig-gone-play`, {eq}`eq-gone-rule`
and {doc}`its neighbor <gone/other>`.
"""


@pytest.fixture
def book(tmp_path):
    """Return a book whose first page refers to what is not there."""
    book = WholeBook(tmp_path)
    path = tmp_path / "book" / "one.md"
    path.write_text(path.read_text() + REFERENCES)
    return book


def test_a_reference_to_an_absent_chapter_is_told_and_printed_as_text(book):
    status, output = book.build()
    assert status == 0, output
    told = set(re.findall(r"^  book/one\.md:\d+: (.*)", output, flags=re.M))
    labels = {"ex-gone", "fig-gone-play", "eq-gone-rule"}
    assert told == {"book/gone/page", "gone/other"} | labels
    html = (book.root / "_build" / "html" / "book" / "one.html").read_text()
    article = html[html.index("<article") : html.index("</article>")]
    assert "the left-out page" in article
    assert "gone/" not in article


def test_a_misprint_fails_and_is_named(book):
    path = book.root / "book" / "one.md"
    path.write_text(path.read_text() + "\n[The second](tow.md), too.\n")
    status, output = book.build()
    assert status != 0
    assert re.search(r"one\.md:\d+: WARNING: .*tow\.md", output), output


@pytest.mark.parametrize(
    ("name", "right", "misprint"),
    [
        ("history/xro", "history/xor", True),
        ("history/neuron", "history/neurons", True),
        ("eq-descent-rulle", "eq-descent-rule", True),
        ("practice/mmist", "practice/mnist", True),
        ("history/xor", "history/neurons", False),
        ("training/vectorization", "training/initialization", False),
        ("week/lesson-03", "week/lesson-02", False),
        ("week2/lesson", "week1/lesson", False),
        ("chapter-xor", "chapter-xor-again", False),
    ],
)
def test_a_misprint_is_one_letter_off(name, right, misprint):
    assert is_misprint(name, right) is misprint


def test_a_chapter_that_goes_leaves_no_link_behind(tmp_path):
    book = WholeBook(tmp_path)
    one, two = (tmp_path / "book" / f"{name}.md" for name in ("one", "two"))
    one.write_text(one.read_text() + "\n[The second](two.md) comes next.\n")
    assert book.build()[0] == 0
    two.unlink()
    book.executed("two").unlink()
    (tmp_path / "_toc.yml").write_text("format: jb-book\nroot: book/one\n")
    status, output = book.build()
    assert status == 0, output
    assert "one.md:" in output
    html = (tmp_path / "_build" / "html" / "book" / "one.html").read_text()
    assert "The second comes next." in html
    assert "two.html" not in html
