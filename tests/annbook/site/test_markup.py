"""Where elements end."""

import pytest
from annbook.site.markup import end, linked


@pytest.mark.parametrize(
    "element",
    [
        "<p>a</p>",
        "<div><div>a</div> <div></div></div>",
        "<p><pre>a</pre></p>",  # no other element that begins with the same letters
        '<img alt="a" />',
        "<dd>\n<dl><dd>a</dd></dl></dd>",
    ],
)
def test_an_element_ends_where_its_own_tag_does(element):
    assert end(f"<i>{element}</div></p>", 3) == 3 + len(element)


@pytest.mark.parametrize("page", ["text", "<p>open", "<p><p>one</p>"])
def test_what_is_no_element_or_has_no_end_is_an_error(page):
    with pytest.raises(ValueError, match="Expected"):
        end(page, 0)


@pytest.mark.parametrize(
    ("page", "address", "found"),
    [
        ("book/index", "history/xor.html", "book/history/xor"),
        ("book/history/xor", "../index.html#start", "book/index"),
        ("book/glossary", "#term-bias", "book/glossary"),
        ("index", "book/before.html", "book/before"),
        ("book/index", "https://example.org/a.html", None),
    ],
)
def test_a_link_names_its_page(page, address, found):
    assert linked(page, address) == found
