"""A published notebook says in plain Markdown what the page says."""

from html import escape
from types import SimpleNamespace

import nbformat
import pytest
from annbook.notebooks import published
from annbook.notebooks.markdown import Markdown
from annbook.results.cells import code_cells
from docutils import nodes
from markdown_it import MarkdownIt
from sphinx import addnodes
from whole_book import WholeBook

CHAPTER = r"""---
file_format: mystnb
kernelspec:
  name: python3
  display_name: Python 3
---

(chapter-rich)=
# A rich chapter

:::{admonition} In this chapter
:class: aims
You will *read* a_b_c, 2 * 3 at $5.
:::

```{math}
:label: eq-line
z = w x + b
```

Equation {eq}`eq-line` and {numref}`fig-line`, in [two](two.md); `a | b`.[^note]

[^note]: A remark at the foot.

```{code-cell} python
---
tags: [hide-output]
mystnb:
  figure:
    name: fig-line
    caption: A *line* of $|x|$.
---
from IPython.display import SVG
SVG("<svg xmlns='http://www.w3.org/2000/svg'/>")
```

| $\|x\|$ | `a` |
| --- | --- |
| 1 | 2 |

```{table} Two *steps*
:name: tab-steps
| a | b |
| --- | --- |
| 3 | |
```

```{tip}
Take it slowly.
```

1. First.
2. Second:

   - inner.

> Quoted.

```{glossary}
weight
  A number that is learned.
```

```{code-cell} python
:tags: [remove-cell]
hidden = 1
```

```{exercise}
:label: ex-one
Double it.

:::{check}
def double(x):
    ...

double(3) == 6

def double(x):
    "That is the square."
    return x**2
:::
```

````{solution-start} ex-one
:class: dropdown
````

Add it to itself.

```{code-cell} python
print(hidden + hidden)
```

So it is 2.

````{solution-end}
````
"""

EQUATION = r"""
```{math}
:label: eq-next
a = \max(0, z)
```

After {eq}`eq-line` comes {eq}`eq-next`.
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """Build a book in another's name, whose first chapter uses every construct."""
    book = WholeBook(tmp_path_factory.mktemp("book"))
    (book.root / "book" / "one.md").write_text(CHAPTER)
    with (book.root / "book" / "two.md").open("a") as second:
        second.write(EQUATION)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GITHUB_REPOSITORY", "somebody/their-book")
        patch.setenv("GITHUB_SHA", "0123abc")
        book.execute()
        status, output = book.build()
        assert status == 0, output
        yield book


@pytest.fixture(scope="module")
def notebook(book):
    """Return the published notebook of the first chapter."""
    path = book.root / "_build" / "html" / "notebooks" / "one.ipynb"
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)  # cells with ids
    return notebook


@pytest.fixture(scope="module")
def text(notebook):
    """Return all Markdown of the notebook."""
    cells = (cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return "\n\n".join(cells)


def test_the_title_comes_first_and_then_what_installs_the_package(notebook):
    assert notebook.cells[0].source.startswith("# A rich chapter")
    assert notebook.cells[1].id == "install"
    lines = [line for line in notebook.cells[1].source.split("\n") if line[0] != "#"]
    archive = "https://github.com/somebody/their-book/archive/0123abc.zip"
    assert lines == [f"%pip install --quiet --no-deps {archive}"]


@pytest.mark.parametrize(
    "expected",
    [
        "# A rich chapter",
        "> **In this chapter**\n>\n> You will *read* a\\_b\\_c, 2 \\* 3 at \\$5.",
        "$$\nz = w x + b\n\\tag{1}\n$$",
        "[(1)](https://somebody.github.io/their-book/book/one.html#equation-eq-line)",
        "[Figure 1](https://somebody.github.io/their-book/book/one.html#fig-line)",
        "[two](https://somebody.github.io/their-book/book/two.html)",
        "`a | b`.<sup>1</sup>",
        "<sup>1</sup> A remark at the foot.",
        "**Figure 1.** A *line* of $|x|$.",
        "| $\\vert x\\vert$ | `a` |\n| --- | --- |\n| 1 | 2 |",
        "**Table 1.** Two *steps*\n\n| a | b |\n| --- | --- |\n| 3 |  |",
        "> **Tip**\n>\n> Take it slowly.",
        "1. First.\n\n2. Second:\n\n   - inner.",
        "> Quoted.",
        "**weight**\n\nA number that is learned.",
        "> **Exercise 1**\n>\n> Double it.",
        "to Exercise 1</b></summary>\n\nAdd it to itself.\n\n</details>",
        "<summary><b>Solution to Exercise 1, continued</b></summary>\n\nSo it is 2.",
    ],
)
def test_a_construct_becomes_plain_markdown(text, expected):
    assert expected in text


def test_equations_have_the_numbers_that_the_text_and_the_site_give_them(book):
    html = book.root / "_build" / "html"
    notebook = nbformat.read(html / "notebooks" / "two.ipynb", as_version=4)
    text = notebook.cells[-1].source
    assert "\\tag{2}" in text
    assert "After [(1)](" in text
    assert "comes [(2)](" in text
    assert '<span class="eqno">(2)' in (html / "book" / "two.html").read_text()


def test_every_cell_of_the_chapter_is_there_with_its_output(notebook):
    code = code_cells(notebook)
    ids = ["install", "code-1", "check-1", "code-2", "code-3"]
    assert [cell.id for cell in code] == ids
    assert code[3].source == "hidden = 1"
    assert code[4].outputs[0].text == "2\n"


def test_what_an_exercise_asks_for_is_tried_by_a_line(notebook, capsys):
    cell = next(cell for cell in notebook.cells if cell.id == "check-1")
    assert cell.source.startswith("# @title Check: double\n")
    assert cell.metadata.jupyter.source_hidden
    for own in ({}, {"double": lambda x: x * x}, {"double": lambda x: 2 * x}):
        exec(cell.source, own)  # noqa: S102
    missing, wrong, *_, right = capsys.readouterr().out.splitlines()
    assert missing == "✗ double: write it in a cell above, and run that first"
    assert wrong == "✗ double, case 1 of 1:"
    assert right == "✓ double: 1 case"


def test_the_code_of_a_solution_folds_away(notebook):
    cell = next(cell for cell in notebook.cells if cell.id == "code-3")
    assert cell.source.startswith("# @title Solution to Exercise 1: code\n")
    assert cell.metadata.cellView == "form"
    assert cell.metadata.jupyter.source_hidden


def test_a_result_that_the_reader_predicts_folds_away_and_its_code_does_not(notebook):
    cell = next(cell for cell in notebook.cells if cell.id == "code-1")
    assert cell.metadata.jupyter == {"outputs_hidden": True}


def test_a_second_build_writes_the_same_bytes(book):
    path = book.root / "_build" / "html" / "notebooks" / "one.ipynb"
    before = path.read_bytes()
    path.unlink()
    assert book.build()[0] == 0
    assert path.read_bytes() == before


def test_pages_are_built_anew_when_annbook_changes(book):
    buttons = book.root / "book" / "_ext" / "annbook" / "site" / "buttons.py"
    buttons.write_text(buttons.read_text().replace("Open in Colab", "Open elsewhere"))
    assert book.build()[0] == 0
    page = book.root / "_build" / "html" / "book" / "two.html"
    assert "Open elsewhere" in page.read_text()


def test_nothing_in_a_fork_points_to_the_original(book):
    old = [path for path, body in book.site().items() if b"ann-book/" in body]
    assert old == []


def test_a_forks_pages_open_the_fork(book):
    page = book.site()[next(path for path in book.site() if path.name == "one.html")]
    for start in ("colab.research.google.com/github/", "mybinder.org/v2/gh/"):
        assert f"https://{start}somebody/their-book".encode() in page
    assert b'href="../notebooks/one.ipynb"' in page


@pytest.mark.parametrize(
    "text",
    [
        "a*b*c",
        "$5 and $6",
        "[a](b)",
        "<b>",
        "`x`",
        "\\(",
        "- a",
        "1. a",
        "# a",
        "&lt; &",
    ],
)
def test_text_is_read_back_as_it_was(text):
    written = Markdown("https://a.example/").block(nodes.paragraph(text=text))
    assert MarkdownIt().render(written) == f"<p>{escape(text, quote=False)}</p>\n"


def test_what_an_item_with_a_long_number_holds_stays_in_it():
    item = nodes.list_item("", nodes.paragraph(text="a"), nodes.paragraph(text="b"))
    items = nodes.enumerated_list("", item, item.deepcopy(), start=9)
    html = MarkdownIt().render(Markdown("https://a.example/").block(items))
    assert html.count("<p>a</p>\n<p>b</p>\n</li>") == 2


@pytest.mark.parametrize(("code", "fence"), [("a = 1", "```"), ("```\na", "````")])
def test_a_fence_is_as_long_as_the_text_needs(code, fence):
    written = Markdown("https://a.example/").block(nodes.literal_block(text=code))
    assert written == f"{fence}\n{code}\n{fence}"


@pytest.mark.parametrize(
    ("error", "builder"), [(ValueError(), "html"), (None, "linkcheck")]
)
def test_only_a_site_that_was_built_gets_notebooks_of_its_commit(
    tmp_path, monkeypatch, error, builder
):
    monkeypatch.setattr(published, "install_source", lambda app: "now")
    file = tmp_path / "notebooks" / "one.ipynb"
    file.parent.mkdir()
    file.write_text("%pip install --quiet --no-deps before")
    app = SimpleNamespace(builder=SimpleNamespace(name=builder, outdir=tmp_path))
    published.install_from_this_commit(app, error)
    assert file.read_text().endswith("before")
    app.builder.name = "html"
    published.install_from_this_commit(app, None)
    assert file.read_text().endswith("now")


def test_what_has_no_markdown_is_refused():
    write = Markdown("https://a.example/")
    with pytest.raises(NotImplementedError, match="no Markdown for line_block"):
        write.block(nodes.line_block())
    with pytest.raises(NotImplementedError, match="no Markdown for problematic: <"):
        write.block(nodes.paragraph("", "", nodes.problematic()))


def test_a_note_without_a_title_is_headed_by_its_kind():
    note = nodes.note("", nodes.paragraph(text="a"), nodes.paragraph(text="b"))
    written = Markdown("https://a.example/").block(note)
    assert written == "> **Note**\n>\n> a\n>\n> b"


def test_marks_that_a_page_does_not_show_are_left_out():
    silent = nodes.target(), nodes.comment("", "a remark"), addnodes.index(entries=[])
    line = nodes.paragraph("", "", nodes.Text("a"), *silent, nodes.Text("b"))
    writer = Markdown("https://a.example/")
    assert writer.block(line) == "ab"
    assert writer.blocks([line.deepcopy(), *silent, line]) == "ab\n\nab"


def test_a_picture_that_says_nothing_stays_on_its_page():
    said = nodes.image(uri="a.svg", alt="A neuron")
    silent = nodes.image(uri="b.svg")
    write = Markdown("https://book.example/one.html")
    assert write.block(said) == "![A neuron](https://book.example/a.svg)"
    item = nodes.list_item(
        "", nodes.paragraph("", "", silent), nodes.paragraph("", "B")
    )
    assert write.block(nodes.enumerated_list("", item)) == "1. B"
