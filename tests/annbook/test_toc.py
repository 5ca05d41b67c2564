"""The chapters of a book, in the order of its table of contents."""

import pytest
from annbook.chapters import all_chapters

FORMS = {
    "parts, sections and links": """format: jb-book
root: book/index
parts:
  - caption: First
    chapters:
      - file: book/a
        sections:
          - file: book/b
          - url: https://example.org
      - file: book/c
""",
    "an article": """format: jb-article
root: book/index
sections:
  - file: book/a
    sections:
      - file: book/b
  - file: book/c
""",
}


@pytest.mark.parametrize("text", ["root: [", "format: jb-book\nchapters: []\n"])
def test_a_table_of_contents_that_cannot_be_read_is_named(small_book, text):
    (small_book.root / "_toc.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"^_toc\.yml: "):
        all_chapters(small_book.root)


@pytest.mark.parametrize("form", FORMS)
def test_chapters_are_found_in_any_form_of_the_table_of_contents(small_book, form):
    for name in ("c", "b", "a", "index"):
        small_book.chapter(name, "1")
    (small_book.root / "_toc.yml").write_text(FORMS[form], encoding="utf-8")
    found = [chapter.name for chapter in all_chapters(small_book.root)]
    assert found == ["index", "a", "b", "c"]
