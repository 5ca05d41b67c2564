"""The notebooks for Colab: complete, valid, and free of what Colab cannot read."""

import re

import nbformat
import pytest
from annbook.chapters import ROOT, all_chapters
from annbook.results import committed
from annbook.results.cells import code_cells
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

SITE = ROOT / "_build" / "html"
MYST = {"myst_role", "myst_target", "colon_fence", "substitution_inline", "amsmath"}
CHAPTERS = pytest.mark.parametrize("chapter", all_chapters(), ids=lambda c: c.name)


@pytest.fixture
def notebook(site, chapter):
    """Return the published notebook of a chapter."""
    return nbformat.read(SITE / "notebooks" / f"{chapter.name}.ipynb", as_version=4)


def tokens(notebook):
    """Yield the tokens that a MyST parser finds in the notebook's text."""
    extensions = {"colon_fence", "dollarmath", "substitution"}
    parser = create_md_parser(
        MdParserConfig(enable_extensions=extensions), RendererHTML
    )
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for token in parser.parse(cell.source):
                yield from (token, *(token.children or ()))


@CHAPTERS
def test_a_notebook_is_valid(notebook):
    nbformat.validate(notebook)
    ids = [cell.id for cell in notebook.cells]
    assert len(ids) == len(set(ids))


@CHAPTERS
def test_no_directive_or_role_is_left(notebook):
    found = [
        token.content
        for token in tokens(notebook)
        if token.type in MYST or (token.type == "fence" and token.info.startswith("{"))
    ]
    assert found == []


@CHAPTERS
def test_every_link_is_a_full_address(notebook):
    links = [token.attrs["href"] for token in tokens(notebook) if "href" in token.attrs]
    assert all(re.match("https?://", link) for link in links), links


@CHAPTERS
def test_code_and_results_are_those_committed(chapter, notebook):
    cells = [cell for cell in code_cells(notebook) if cell.id.startswith("code-")]
    originals = committed.read(chapter).cells
    assert len(cells) == len(originals)
    for cell, original in zip(cells, originals, strict=True):
        assert cell.source.endswith(original.source)
        assert all(output in original.outputs for output in cell.outputs)


@CHAPTERS
def test_every_figure_has_its_caption(chapter, notebook):
    named = re.findall(r"^ +caption:", chapter.source.read_text(), flags=re.M)
    text = "\n".join(cell.source for cell in notebook.cells)
    assert len(re.findall(r"^\*\*Figure [\d.]+\.\*\* ", text, flags=re.M)) == len(named)


@CHAPTERS
def test_every_formula_is_there(chapter, notebook):
    written = [t.content for t in tokens(notebook) if t.type == "math_block"]
    page = (SITE / "book" / f"{chapter.name}.html").read_text()
    assert len(written) == page.count('class="formula"')
