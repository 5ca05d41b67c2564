"""Search engines and shared links find what a page is about, and where it is."""

import pytest
from annbook.site.not_found import rooted
from annbook.site.sharing import LONGEST, description, shortened
from docutils.core import publish_doctree

TEXT = """
Title
=====

.. note:: not this

The first
paragraph, in *words*.

The second.
"""


def test_a_page_is_described_by_its_first_paragraph():
    doctree = publish_doctree(TEXT, settings_overrides={"doctitle_xform": False})
    assert description(doctree) == "The first paragraph, in words."


def test_a_page_without_text_has_no_description():
    assert description(None) == ""


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Short.", "Short."),
        (f"{'a' * 80}. {'b' * 200}.", "a."),
        ("word " * 60, "word …"),
    ],
)
def test_a_long_description_ends_with_a_sentence_or_a_word(text, end):
    short = shortened(text)
    assert short.endswith(end)
    assert len(short) <= LONGEST + 2


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ('<a href="book/a.html">', '<a href="/owner/book/a.html">'),
        ('<script src="_static/a.js">', '<script src="/owner/_static/a.js">'),
        ('<html data-content_root="./">', '<html data-content_root="/owner/">'),
        ('<a href="#top">', '<a href="#top">'),
        ('<a href="https://a.org/b">', '<a href="https://a.org/b">'),
    ],
)
def test_the_page_for_a_missing_one_links_from_any_folder(link, found):
    assert rooted(link, "https://a.github.io/owner/") == found
