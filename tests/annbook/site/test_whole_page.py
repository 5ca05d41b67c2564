"""A chapter's page as it is built: each part of annbook does its own on it."""

import base64
import json
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from annbook.site import reading
from nbformat.v4 import new_output
from whole_book import TOC, WholeBook

CHAPTER = r"""---
file_format: mystnb
kernelspec:
  name: python3
  display_name: Python 3
misconceptions:
  - belief: Zero is a minimum.
    truth: It may be a saddle.
    met: sec-signs
---

# Slopes

A *slope* tells how steep a curve is.

(sec-signs)=
## Signs

```{math}
:label: eq-slopes-sign
\begin{aligned}
s &= 1 \\
t &= \hat{s}
\end{aligned}
```

See {eq}`eq-slopes-sign`.

```{code-cell} python
:tags: [hide-input, check]
assert True
```

```{code-cell} python
:tags: [hide-input, check]
assert 1
```

```{code-cell} python
figure
```

```{code-cell} python
drawing
```

```{exercise}
:label: ex-slopes-sign
Which sign?
```

```{solution} ex-slopes-sign
:class: dropdown
Plus.
```

## Deeper

### Cogs

They turn.
"""
TEACHING = """\
# {{ title }} for teachers

```{misconceptions} two
```

```{misconceptions} gone
```

```{results}
```

```{bibtex-entry}
```
"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="72pt" height="36pt">'
    '<path fill="#fff"/></svg>'
)
STILL = base64.b64encode(DRAWING.encode()).decode()
FIGURE = (
    '<ann-neuron class="interactive" style="color: red">'
    f'<img src="data:image/svg+xml;base64,{STILL}" alt="A neuron." />'
    '<script type="application/json">{"b": 1}</script></ann-neuron>'
)


def shown(kind, value):
    return new_output("display_data", {kind: value})


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """Return a book that was built once."""
    book = WholeBook(tmp_path_factory.mktemp("book"))
    (book.root / "CITATION.cff").write_text("title: Of another book\n")
    (book.root / "_toc.yml").write_text(f"{TOC}      - file: book/teaching\n")
    (book.root / "book" / "two.md").write_text(CHAPTER)
    (book.root / "book" / "teaching.md").write_text(TEACHING)
    book.keep(
        "two", "", "", shown("text/html", FIGURE), shown("image/svg+xml", DRAWING)
    )
    status, output = book.build()
    assert status == 0, output
    book.log = output
    return book


@pytest.fixture(scope="module")
def site(book):
    """Return the texts of the built site by their paths."""
    texts = (".html", ".css", ".js", ".svg")
    return {
        path.as_posix(): content.decode()
        for path, content in book.site().items()
        if path.suffix in texts
    }


@pytest.fixture(scope="module")
def page(site):
    return site["book/two.html"]


def scripts(page):
    """Return the addresses of the scripts that a page loads, without versions."""
    return re.findall(r'<script\b[^>]*\ssrc="([^"?]+)', page)


def test_each_section_of_a_chapter_ends_with_the_link_that_asks_for_help(site, page):
    canonical = re.search('rel="canonical" href="([^"]+)"', page)[1]
    links = re.findall('class="stuck"><a [^>]*href="([^"]+)"', page)
    asked = [parse_qs(urlsplit(unescape(link)).query)["body"][0] for link in links]
    places = [text.splitlines()[0] for text in asked]
    assert places == [f"{canonical}#{name}" for name in ("signs", "deeper")]
    assert all("/issues/new?" in link for link in links)
    assert 'class="stuck"' not in site["book/one.html"] + site["book/teaching.html"]


def test_solutions_and_what_is_deeper_are_folded_and_checks_say_so(page):
    assert re.search(r'<details class="solution[^"]*dropdown', page)
    assert re.search(r'<section id="cogs">\s*<details class="deeper">', page)
    assert page.count("✓ Checked") == 2  # of one fold, closed and open


def test_a_formula_has_number_source_and_button_and_the_page_its_script(site, page):
    (formula,) = re.findall(r'<div class="[^"]*formula.*?</button></div>', page, re.S)
    assert '<span class="eqno">(1)' in formula
    assert r"t &amp;= \hat{s}" in formula
    assert 'class="before"' in formula
    assert ">Copy TeX</button>" in formula
    assert "../_static/formulas.js" in scripts(page)
    assert "../_static/formulas.js" not in scripts(site["book/one.html"])


def test_what_a_reference_shows_is_loaded_from_a_file_of_the_page(site, page):
    address = re.search('<meta name="previews" content="([^"]+)"', page)[1]
    assert address == "../_static/previews/book/two.js"
    assert "../_static/previews.js" in scripts(page)
    text = site["_static/previews/book/two.js"]
    found = json.loads(text.removeprefix("window.previews = ").rstrip(";\n"))
    assert "eqno" in found["#equation-eq-slopes-sign"]
    assert 'name="previews"' not in site["book/one.html"]
    assert "_static/previews/book/one.js" not in site


def test_the_code_the_picture_and_the_data_of_a_figure_stand_beside_the_page(
    site, page
):
    assert "../_static/figures/book/two.js" in scripts(page)
    assert 'define("ann-neuron"' in site["_static/figures/book/two.js"]
    assert "_static/figures/book/one.js" not in site
    (figure,) = re.findall("<ann-neuron.*?</ann-neuron>", page, re.DOTALL)
    data = re.search(r'data-file="\.\./_static/(figures/\w+\.js)"', figure)[1]
    assert 'detail: {"b": 1}' in site[f"_static/{data}"]
    still = re.search(r'src="\.\./_images/(\w+\.svg)" fetchpriority="low"', figure)[1]
    assert site[f"_images/{still}"] == DRAWING
    assert "This is a picture of an interactive figure." in figure


def test_a_drawing_is_there_for_light_and_for_dark_pages(site, page):
    tags = re.findall(r'<img class="only-(\w+)"[^>]*src="\.\./([^"]+)"[^>]*>', page)
    drawn = {theme: site[name] for theme, name in tags}
    assert list(drawn) == ["light", "dark"]
    assert drawn["light"] == DRAWING
    assert "#fff" not in drawn["dark"]


def test_styles_of_results_go_into_the_one_style_sheet(site, page):
    assert not re.search(r"\sstyle=", page)
    assert "color: red" in site["_static/site.css"]
    links = re.findall(r'<link\b[^>]*rel="stylesheet"[^>]*>', page)
    assert len(links) == 1
    assert re.search(r'href="\.\./_static/site\.css\?v=[0-9a-f]{8}"', links[0])


def test_the_panel_offers_each_setting_and_a_page_has_the_words_of_its_script(page):
    words = " ".join(re.sub("<[^>]+>", " ", page).split())
    for title, choices in reading.SETTINGS.values():
        assert f"{title} {' '.join(choices.values())}" in words
    assert 'data-copy="Copy"' in page
    assert 'data-copied="Copied"' in page


def test_teachers_find_beliefs_times_versions_and_how_to_cite(site):
    page = site["book/teaching.html"]
    title = re.search('property="og:site_name" content="([^"]+)"', page)[1]
    assert f"<h1>{title} for teachers" in page
    assert "<em>Zero is a minimum.</em> It may be a saddle." in page
    assert 'href="two.html#sec-signs"' in page
    words = " ".join(re.sub("<[^>]+>", " ", page).split())
    for row in ("Chapter one CPU 1.0", "Slopes CPU 1.0", "One after the other 2.0"):
        assert row in words
    assert "python 3.11" in words
    entry = re.sub("<[^>]+>", "", page[page.index("<pre") :])
    year = re.search(r"@book\{ann(\d{4}),", entry)[1]
    assert f"title = {{{title}}},\n  year = {{{year}}}" in entry


def test_what_reference_managers_read_follows_the_configuration(book, site):
    title = re.search('og:site_name" content="([^"]+)"', site["book/two.html"])[1]
    assert (book.root / "CITATION.cff").read_text() == f"title: {title}\n"
    assert "CITATION.cff follows _config.yml again: commit it" in book.log


def test_the_page_for_a_missing_one_leads_to_the_first_and_is_in_no_index(site):
    page = site["404.html"]
    top = urlsplit(re.search('rel="canonical" href="([^"]+)"', site["index.html"])[1])
    assert f'<a href="{top.path}">' in page
    assert '<meta name="robots" content="noindex" />' in page
    assert 'rel="canonical"' not in page


def test_only_pages_with_code_open_elsewhere_and_as_a_notebook(site, page):
    assert 'href="../notebooks/two.ipynb"' in page
    assert "colab.research" in page
    other = site["book/teaching.html"]
    assert "colab.research" not in other
    assert "ipynb" not in other
