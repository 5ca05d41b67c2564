"""Search engines and shared links find what a page is about, and where it is."""

import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from annbook.site.not_found import rooted
from annbook.site.sharing import (
    LONGEST,
    book_data,
    description,
    shortened,
    tags,
    write_home,
)
from docutils.core import publish_doctree

BOOK = SimpleNamespace(
    html_title="Nets & co",
    html_baseurl="https://a.org/nets/",
    author="A. Teacher",
    language="en",
)
META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)" />')

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


def test_a_shared_link_shows_title_words_address_and_picture():
    head = tags(BOOK, "Slopes", 'Of "hills".', "https://a.org/nets/s.html", "s.png")
    words = "Of &quot;hills&quot;."
    assert META.findall(head) == [
        ("description", words),
        ("og:type", "website"),
        ("og:site_name", "Nets &amp; co"),
        ("og:title", "Slopes"),
        ("og:description", words),
        ("og:url", "https://a.org/nets/s.html"),
        ("og:image", "https://a.org/nets/s.png"),
    ]


def test_what_a_page_lacks_is_left_out():
    said = dict(META.findall(tags(BOOK, "Slopes", "", "", "s.png")))
    assert said.keys() == {"og:type", "og:site_name", "og:title", "og:image"}


def test_search_engines_read_whose_book_it_is_and_no_tag_in_it():
    script = book_data(BOOK, "Of <hills>.", "https://a.org/nets/s.html")
    data = re.fullmatch(r'<script type="application/ld\+json">(.+)</script>\n', script)
    assert "<" not in data[1]
    said = json.loads(data[1])
    assert said["author"] == {"@type": "Organization", "name": "A. Teacher"}
    assert said["description"] == "Of <hills>."
    assert (said["inLanguage"], said["isAccessibleForFree"]) == ("en", True)


def test_the_address_of_the_site_leads_to_its_first_page(undisturbed):
    site = undisturbed.site()
    home = site[Path("index.html")].decode()
    (address,) = re.findall('rel="canonical" href="([^"]+)"', home)
    assert address.endswith("/book/one.html")
    assert '<meta http-equiv="refresh" content="0; url=book/one.html" />' in home
    assert dict(META.findall(home))["og:url"] == address
    top = address.removesuffix("/book/one.html")
    listed = re.findall("<loc>(.+)</loc>", site[Path("sitemap.xml")].decode())
    assert listed == [f"{top}/book/{name}.html" for name in ("one", "two")]
    robots = site[Path("robots.txt")].decode().splitlines()
    assert robots == ["User-agent: *", "Allow: /", f"Sitemap: {top}/sitemap.xml"]


def test_a_first_page_at_the_address_of_the_site_stays(tmp_path):
    (tmp_path / "index.html").write_text("first")
    app = SimpleNamespace(
        config=SimpleNamespace(root_doc="index"),
        builder=SimpleNamespace(format="html"),
        outdir=tmp_path,
    )
    write_home(app, None)
    assert (tmp_path / "index.html").read_text() == "first"


def test_the_first_page_alone_says_that_it_is_a_book(undisturbed):
    site = undisturbed.site()
    one, two = (site[Path("book", f"{name}.html")].decode() for name in ("one", "two"))
    assert one.count('"@type": "Book"') == 1
    assert '"@type": "Book"' not in two
    for name, page in (("one", one), ("two", two)):
        said = dict(META.findall(page))
        assert said["og:title"] == f"Chapter {name}"
        assert said["og:url"].endswith(f"/book/{name}.html")
        assert said["og:image"].endswith("/_static/screenshot.png")


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
