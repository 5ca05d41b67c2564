"""Words that set a figure are links on the site, and plain elsewhere."""

import re

import pytest
from annbook.notebooks.markdown import Markdown
from annbook.site.plays import play
from docutils import nodes
from whole_book import WholeBook

FIGURE = """

```{figure} picture.svg
:name: fig-play
A figure.
```

"""


@pytest.fixture
def book(tmp_path):
    """Return a book with a figure on its first page, and what adds a sentence there."""
    book = WholeBook(tmp_path)
    path = tmp_path / "book" / "one.md"
    (path.parent / "picture.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8"
    )

    def build(sentence):
        path.write_text(path.read_text() + FIGURE + sentence + "\n", encoding="utf-8")
        return book.build()

    build.page = tmp_path / "_build" / "html" / "book" / "one.html"
    return build


def test_words_that_set_a_figure_are_a_link_to_its_address(book):
    status, output = book("Show {play}`XOR <fig-play:data=xor&rate=2>` there.")
    assert status == 0, output
    link = re.search(r"<a ([^>]*)>XOR</a> there", book.page.read_text("utf-8"))[1]
    assert 'href="#fig-play:data=xor&amp;rate=2"' in link
    assert 'class="play"' in link


@pytest.mark.parametrize(
    ("sentence", "complaint"),
    [
        ("{play}`XOR <fig-other:data=xor>`", "no figure 'fig-other' on this page"),
        ("{play}`fig-play`", r"expected \{play\}`words <label:setting=value>`, got"),
    ],
)
def test_a_link_that_sets_nothing_fails_the_build(book, sentence, complaint):
    status, output = book(sentence)
    assert status != 0
    assert re.search(rf"one\.md:\d+: WARNING: {complaint}", output), output


def test_a_notebook_has_the_words_alone():
    words = play("", "XOR", address="fig-play:data=xor")
    paragraph = nodes.paragraph("", "Show ", words, nodes.Text("."))
    assert Markdown("https://book.example/").block(paragraph) == "Show XOR."
