"""What pages give to the search: sentences that a reader reads, and numbers."""

import json
import re
from pathlib import Path

import pytest
from annbook.site import search
from annbook.site.search import formulas
from annbook.site.search.documents import sentences
from whole_book import TOC, WholeBook

PAGE = """\
# Chapter two

Time: 30 minutes. Prerequisites: nothing.

It has *one* term: $\\sigma(z)$. See Smith et al. 2017, e.g. Figure 2.

```python
silent = 1
```

## A head

**Run in.** The {term}`Slope` is **steep**. A formula

$$\\hat{y} = \\mathbf{w} \\cdot \\mathbf{x}$$ (eq-one)

| Symbol | Meaning | Shape |
|---|---|---|
| $\\eta$ | a rate | number |
| $\\lambda$ | a small one | |

```{figure} slope.svg
:name: fig-slope
It is *steep*.
```

```{glossary}
Slope
    The derivative.
```

```{exercise} How steep?
:label: ex-one
Find it out.
```

Known since {cite}`one,two,many,office`.

```{bibliography}
```
"""
REFERENCE = """\
# Reference

```{py:module} annutils.slopes
```
```{py:function} slope(z)
Of any function.
```
"""

PLAN = """\
---
search: contents
---

# Plan

## Chapter two

Ninety minutes.
"""
SOURCES = """\
@article{one, author = {De Mori, Renato}, title = {Alone}, journal = {J}, year = 1990}
@article{two, author = {Ba, Jimmy and Cho, Kyung}, title = {Both}, journal = {J},
  year = 1991, doi = {10.1000/182}}
@article{many, author = {Ba, J. and Cho, K. and Dai, L.}, title = {All}, journal = {J},
  year = 1992}
@misc{office, author = {{Bureau of {Weights}}}, title = {Rules}, year = 1993,
  url = {https://example.org/rules}}
"""
SLOPE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
WORDS = """\
synonyms:
- [slope, gradient]
elsewhere:
  book/two.md#a-head: [zebra]
  book/gone.md#a-zoo: [lion]
"""


@pytest.mark.parametrize(
    ("latex", "line"),
    [
        (r"\hat{y}", "ŷ"),
        (r"\sigma(z) = 1 / (1 + e^{-z})", "σ(z) = 1/(1 + e⁻ᶻ)"),
        (r"\frac{\partial \mathcal{L}}{\partial W_{jk}}", "∂L/∂Wⱼₖ"),
        (r"\mathbf{W}^{[l]}_j", "Wⱼ^[l]"),
        (r"\sqrt{\sum_j x_j^2}", "√(∑ⱼ xⱼ²)"),
        (r"-\log p", "−log p"),
        (r"f'(x)", "f′(x)"),
        (r"x_{a+1}^{2y}", "xₐ₊₁²ʸ"),
        (r"x^{a+L}", "x^(a+L)"),
        (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "(1 2; 3 4)"),
        (r"\underbrace{a + b}_{\text{sum}}", "a + b"),
        (r"\nosuch", ""),
    ],
)
def test_a_formula_becomes_a_line_of_text(latex, line):
    assert formulas.text(latex) == line


def test_sentences_end_where_they_end():
    text = "By F. Smith et al. [2017], e.g. Adam. It is 0.5. Why? See “A.” Now."
    assert sentences(text) == [
        "By F. Smith et al. [2017], e.g. Adam.",
        "It is 0.5.",
        "Why?",
        "See “A.”",
        "Now.",
    ]


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """Return a book of four pages, built once."""
    book = WholeBook(tmp_path_factory.mktemp("book"))
    (book.root / "book" / "two.md").write_text(PAGE)
    (book.root / "book" / "reference.md").write_text(REFERENCE)
    (book.root / "book" / "plan.md").write_text(PLAN)
    (book.root / "book" / "references.bib").write_text(SOURCES)
    (book.root / "book" / "search.yml").write_text(WORDS)
    (book.root / "book" / "slope.svg").write_text(SLOPE)
    numbered = TOC.replace("caption: All", "caption: All\n    numbered: 2")
    contents = f"{numbered}      - file: book/reference\n      - file: book/plan\n"
    (book.root / "_toc.yml").write_text(contents)
    status, output = book.build()
    assert status == 0, output
    return book


@pytest.fixture(scope="module")
def searched(book):
    """Return all that the search of the book knows."""
    script = book.site()[Path("_static", "search", "documents.js")].decode()
    return json.loads(script.removeprefix("globalThis.searched = ").rstrip(";\n"))


@pytest.fixture(scope="module")
def documents(searched):
    """Return the documents by kinds and addresses."""
    return {(one["kind"], one["address"]): one for one in searched["documents"]}


def test_pages_come_in_the_order_of_the_book(searched):
    pages = [one["address"].partition("#")[0] for one in searched["documents"]]
    order = ["one", "two", "reference", "plan"]
    assert list(dict.fromkeys(pages)) == [f"book/{name}.html" for name in order]


def test_a_section_has_its_text_without_code(documents):
    whole = documents["section", "book/two.html"]
    assert (whole["title"], whole["number"]) == ("Chapter two", "Chapter 1")
    assert whole["text"][0] == "It has one term: σ(z)."
    assert "silent" not in json.dumps(list(documents.values()))
    head = documents["section", "book/two.html#a-head"]
    assert (head["section"], head["number"]) == ("Chapter two", "Section 1.1")
    assert head["heads"] == ["Run in."]
    assert head["terms"] == ["Run in.", "Slope", "steep"]
    assert "ŷ = w ⋅ x" in head["text"]
    assert documents["contents", "book/one.html"]["number"] == ""


def test_a_page_about_chapters_is_not_one_of_them(documents):
    plan = documents["contents", "book/plan.html#chapter-two"]
    assert plan["text"] == ["Ninety minutes."]


def test_symbols_and_terms_are_found_by_themselves(searched, documents):
    symbols = [one for one in searched["documents"] if one["kind"] == "symbol"]
    assert {one["address"] for one in symbols} == {"book/two.html#a-head"}
    assert [(one["title"], one["text"]) for one in symbols] == [
        ("η", ["a rate", "Shape: number"]),
        ("λ", ["a small one"]),
    ]
    term = documents["term", "book/two.html#term-Slope"]
    assert term["text"] == ["The derivative."]


def test_an_equation_a_figure_and_an_exercise_are_found_by_their_numbers(documents):
    equation = documents["equation", "book/two.html#equation-eq-one"]
    assert equation["title"] == equation["number"] == "Equation (1.1)"
    assert equation["text"] == ["ŷ = w ⋅ x"]
    figure = documents["figure", "book/two.html#fig-slope"]
    assert (figure["title"], figure["section"]) == ("Figure 1.1", "A head")
    assert figure["text"] == ["It is steep."]
    exercise = documents["exercise", "book/two.html#ex-one"]
    assert exercise["title"] == exercise["number"] == "Exercise 1.1"
    assert exercise["text"] == ["Find it out."]


def test_an_object_of_the_reference_is_found_in_its_module(documents):
    found = documents["api", "book/reference.html#annutils.slopes.slope"]
    assert (found["title"], found["section"]) == ("slope", "annutils.slopes")
    assert found["text"] == ["Of any function."]


def test_a_source_is_called_as_the_text_cites_it_and_says_no_address(documents):
    sources = [one for (kind, _), one in documents.items() if kind == "source"]
    assert {one["title"]: one["text"][1:] for one in sources} == {
        "De Mori 1990": ["Alone.", "J, 1990."],
        "Ba and Cho 1991": ["Both.", "J, 1991."],
        "Ba et al. 1992": ["All.", "J, 1992."],
        "Bureau of Weights 1993": ["Rules.", "1993."],
    }


def test_of_what_is_treated_elsewhere_the_pages_of_the_book_tell(searched, book):
    assert searched["synonyms"] == [["slope", "gradient"]]
    told = {"address": "book/two.html#a-head", "topics": ["zebra"]}
    assert searched["elsewhere"] == [told]
    words = book.root / "book" / "search.yml"
    words.write_text(WORDS.replace("a-head", "a-tail"))
    status, output = book.build()
    assert status == 1
    where = "Expected a section, found no book/two.html#a-tail."
    assert f"{Path('book', 'search.yml')}: {where}" in output
    words.write_text(WORDS)


def test_the_engine_knows_the_kinds(documents):
    engine = Path(search.__file__).parent / "js" / "engine.js"
    table = re.search(r"const KINDS = .*?\}\);", engine.read_text(), re.DOTALL)[0]
    kinds = {kind for kind, _ in documents}
    assert kinds <= set(re.findall(r"(\w+): [\d.]+", table))
