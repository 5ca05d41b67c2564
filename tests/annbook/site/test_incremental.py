"""Whichever pages a build reads and writes, the site is that of a clean build."""

import re
from pathlib import Path

import pytest
from annbook.results.failures import plain
from whole_book import TOC, WholeBook

INDEX = Path("_static", "search", "documents.js")
INDEXED = """
```{index} neuron, neuron; formal
```

## A section on learning

{term}`Slope`
"""
TERMS = """\
# Terms

```{glossary}
Slope
    The {index}`derivative`.
```
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """Return a book, with entries for the index on two pages, built once.

    A test that edits it takes that back: in a copy, Sphinx reads all pages again.
    """
    book = WholeBook(tmp_path_factory.mktemp("book"))
    (book.root / "_toc.yml").write_text(f"{TOC}      - file: book/terms\n")
    (book.root / "book" / "terms.md").write_text(TERMS)
    with (book.root / "book" / "one.md").open("a") as page:
        page.write(INDEXED)
    status, output = book.build()
    assert status == 0, output
    return book


@pytest.fixture(scope="module")
def site(book):
    """Return the site of the clean build."""
    return book.site()


def edit(book, old, new):
    """Replace a word of the first chapter."""
    page = book.root / "book" / "one.md"
    text = page.read_text()
    assert old in text
    page.write_text(text.replace(old, new))


def pages_read(output):
    """Return the pages that a build says that it has read."""
    return re.findall(r"^reading (\S+)$", plain(output), re.MULTILINE)


def test_edits_taken_back_give_the_same_bytes(book, site):
    edits = [("learning", "unlearning"), ("neuron; formal", "neuron; spiking")]
    for change in edits, [(new, old) for old, new in edits]:
        for old, new in change:
            edit(book, old, new)
        status, output = book.build()
        assert status == 0, output
    assert book.site() == site


def test_a_page_added_and_taken_away_leaves_nothing_in_the_index(book, site):
    toc = book.root / "_toc.yml"
    text = toc.read_text()
    toc.write_text(f"{text}      - file: book/new\n")
    page = book.root / "book" / "new.md"
    page.write_text("# A zebra\n\n{index}`stripes`\n")
    assert book.build()[0] == 0
    assert b"zebra" in book.site()[INDEX]
    toc.write_text(text)
    page.unlink()
    assert book.build()[0] == 0
    assert book.site()[INDEX] == site[INDEX]


def test_a_warning_is_given_until_its_cause_is_gone(book, site):
    edit(book, "{term}`Slope`", "{term}`Slope` {term}`Zebra` $\\nosuch$")
    for _ in range(2):
        status, output = book.build()
        assert status == 1
        assert output.count("term not in glossary: 'Zebra'") == 1, output
        assert output.count(r"WARNING: formula '\\nosuch': ") == 1
        assert pages_read(output) == ["book/one"]
    edit(book, " {term}`Zebra` $\\nosuch$", "")
    status, output = book.build()
    assert status == 0, output
    assert book.site() == site


def test_after_a_failure_pages_are_written_again_and_none_is_read(book, site):
    edit(book, "learning", "unlearning")
    # such a list is none of the things that a chapter's notebook may hold
    broken = "\n\n```{hlist}\n- A cell.\n- A pulse.\n```\n"
    edit(book, "{term}`Slope`", "{term}`Slope`" + broken)
    assert book.build()[0] != 0
    edit(book, broken, "")
    edit(book, "unlearning", "learning")
    status, output = book.build()
    assert status == 0, output
    assert pages_read(output) == ["book/one"]
    assert book.site() == site


def test_what_a_page_shows_of_another_one_follows_it(book, site):
    shown = Path("_static", "previews", "book", "one.js")
    assert b"derivative." in site[shown]
    terms = book.root / "book" / "terms.md"
    terms.write_text(TERMS.replace("derivative", "gradient"))
    status, output = book.build()
    assert status == 0, output
    assert pages_read(output) == ["book/terms"]
    assert b"gradient." in book.site()[shown]
    terms.write_text(TERMS)
    assert book.build()[0] == 0
    assert book.site() == site


def test_the_picture_on_a_card_follows_its_chapter(book):
    """As a clean build has it: named, changed, and no longer named."""
    root, chapter = (book.root / "book" / f"{name}.md" for name in ("one", "two"))
    card, before = root.read_text(), chapter.read_text()
    square = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{0}"/>'
    drawing = book.root / "book" / "square.svg"
    drawing.write_text(square.format(9))
    figure = "\n```{{figure}} {0}.svg\n:name: fig-{0}\nA square.\n```\n"
    text = chapter.read_text() + figure.format("square")
    shared = Path("_static", "shared", "book", "two.png")
    root.write_text(f"{card}\n1. [Two](two.md)\n")
    chapter.write_text(text)
    assert book.build()[0] == 0
    plainly = book.site()
    assert shared not in plainly
    chapter.write_text(text.replace("\n---\n", "\npicture: fig-square\n---\n", 1))
    status, output = book.build()
    assert status == 0, output
    pictured = book.site()
    assert pictured[shared]
    assert b'class="picture' in pictured[Path("book", "one.html")]
    # A figure that is new on the page can be the picture at once, and be referred to.
    other = book.root / "book" / "other.svg"
    other.write_text(square.format(8))
    root.write_text(f"{card}\n1. [Two](two.md)\n\n{{numref}}`fig-other`\n")
    chapter.write_text(
        text.replace("\n---\n", "\npicture: fig-other\n---\n", 1)
        + figure.format("other")
    )
    status, output = book.build()
    assert status == 0, output
    assert book.site()[shared] != pictured[shared]
    assert b"_images/other.svg" in book.site()[Path("book", "one.html")]
    root.write_text(f"{card}\n1. [Two](two.md)\n")
    chapter.write_text(text)
    assert book.build()[0] == 0
    assert book.site() == plainly
    root.write_text(card)
    chapter.write_text(before)
    drawing.unlink()
    other.unlink()
    assert book.build()[0] == 0
