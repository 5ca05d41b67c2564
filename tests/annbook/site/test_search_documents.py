"""What pages give to the search: sentences that a reader reads, and numbers."""

import json
import re
from pathlib import Path

import pytest
from annbook.site import search
from annbook.site.search import formulas
from annbook.site.search.documents import sentences
from whole_book import WholeBook

PAGE = """\
# Chapter one

It has *one* term: $\\sigma(z)$. See Smith et al. 2017, e.g. Figure 2.

```python
silent = 1
```

## A head

**Run in.** The formula

$$\\hat{y} = \\mathbf{w} \\cdot \\mathbf{x}$$ (eq-one)

| Symbol | Meaning | Shape |
|---|---|---|
| $\\eta$ | a rate | number |

```{glossary}
Slope
    The derivative.
```

```{exercise} How steep?
:label: ex-one
Find it out.
```

Known since {cite}`abadi2016`.

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


@pytest.mark.parametrize(
    ("latex", "line"),
    [
        (r"\hat{y}", "ŷ"),
        (r"\sigma(z) = 1 / (1 + e^{-z})", "σ(z) = 1/(1 + e⁻ᶻ)"),
        (r"\frac{\partial \mathcal{L}}{\partial W_{jk}}", "∂L/∂Wⱼₖ"),
        (r"\mathbf{W}^{[l]}_j", "Wⱼ^[l]"),
        (r"\sqrt{\sum_j x_j^2}", "√(∑ⱼ xⱼ²)"),
        (r"-\log p", "−log p"),
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
def documents(tmp_path_factory):
    """Return what a book of three pages gives to the search, by addresses and kinds."""
    book = WholeBook(tmp_path_factory.mktemp("book"))
    (book.root / "book" / "two.md").write_text(PAGE)
    (book.root / "book" / "reference.md").write_text(REFERENCE)
    with (book.root / "_toc.yml").open("a") as contents:
        contents.write("      - file: book/reference\n")
    status, output = book.build()
    assert status == 0, output
    script = book.site()[Path("_static", "search", "documents.js")].decode()
    found = json.loads(script.removeprefix("globalThis.searched = ").rstrip(";\n"))
    return {(one["kind"], one["address"]): one for one in found["documents"]}


def test_a_section_has_its_text_without_code(documents):
    whole = documents["section", "book/two.html"]
    assert whole["text"][0] == "It has one term: σ(z)."
    assert "silent" not in json.dumps(list(documents.values()))
    head = documents["section", "book/two.html#a-head"]
    assert head["section"] == "Chapter one"
    assert head["heads"] == ["Run in."]
    assert "ŷ = w ⋅ x" in head["text"]


def test_symbols_and_terms_are_found_by_themselves(documents):
    symbol = documents["symbol", "book/two.html#a-head"]
    assert symbol["title"] == "η"
    assert symbol["text"] == ["a rate", "Shape: number"]
    term = documents["term", "book/two.html#term-Slope"]
    assert term["text"] == ["The derivative."]


def test_an_equation_is_found_by_its_number(documents):
    equation = documents["equation", "book/two.html#equation-eq-one"]
    assert equation["number"].startswith("Equation (")
    assert equation["text"] == ["ŷ = w ⋅ x"]


def test_an_exercise_an_object_and_a_source_are_found_by_themselves(documents):
    exercise = documents["exercise", "book/two.html#ex-one"]
    assert exercise["title"] == exercise["number"] == "Exercise 1"
    assert exercise["text"] == ["Find it out."]
    found = documents["api", "book/reference.html#annutils.slopes.slope"]
    assert (found["title"], found["section"]) == ("slope", "annutils.slopes")
    (source,) = (one for (kind, _), one in documents.items() if kind == "source")
    assert source["title"] == "Abadi et al. 2016"


def test_the_engine_knows_the_kinds(documents):
    engine = Path(search.__file__).parent / "js" / "engine.js"
    table = re.search(r"const KINDS = .*?\}\);", engine.read_text(), re.DOTALL)[0]
    kinds = {kind for kind, _ in documents}
    assert kinds <= set(re.findall(r"(\w+): [\d.]+", table))
