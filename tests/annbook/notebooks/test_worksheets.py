"""A class gets the exercises; who teaches it, the key."""

from functools import partial
from pathlib import Path

import nbformat
import pytest
from annbook.__main__ import main
from annbook.chapters import Chapter, all_chapters
from annbook.notebooks import worksheets
from nbformat.v4 import (
    new_code_cell,
    new_markdown_cell,
    new_notebook,
    new_output,
)

PAGE = """<html data-theme="dark"><head><script>1</script></head><body><nav>menu</nav>
<article><h1>Descent</h1><section id="text"><h2>Text</h2><p>Long.</p></section>
<section id="exercises"><h2>Exercises<a class="headerlink">#</a></h2>
<div class="exercise"><p>How far?</p><button>Copy</button></div>
<details class="solution dropdown"><summary>Solution</summary>So far.</details>
<p class="stuck">I got stuck here</p></section></article></body></html>"""

SHOWN = new_output("stream", text="a result of the chapter")


@pytest.fixture
def site(tmp_path):
    """Return a built site with one chapter."""
    cells = [
        new_markdown_cell("# Descent\n\nIn this chapter", id="text-1"),
        new_code_cell("%pip install", id="install"),
        new_code_cell("rate = 0.1", id="code-1", execution_count=1, outputs=[SHOWN]),
        new_markdown_cell("## Text\n\nLong.", id="text-2"),
        new_markdown_cell("## Exercises\n\n> **Exercise 1**", id="text-3"),
        new_markdown_cell("<details>\n<summary><b>Solution</b>", id="text-4"),
        new_code_cell("# @title Solution: code\nprint(rate)", id="code-2"),
        new_markdown_cell("> **Exercise 2**", id="text-5"),
        new_markdown_cell("## Further reading", id="text-6"),
    ]
    for name, text in {
        "notebooks/part/descent.ipynb": nbformat.writes(new_notebook(cells=cells)),
        "book/part/descent.html": PAGE,
    }.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True)
        path.write_text(text)
    return tmp_path / "site"


@pytest.fixture
def made(site, tmp_path):
    """Return the four files by their names."""
    chapter = Chapter("part/descent", tmp_path)
    paths = worksheets.write(chapter, site, tmp_path / "sheets")
    assert all(path.parent == tmp_path / "sheets" / "part" for path in paths)
    return {path.name: path.read_text("utf-8") for path in paths}


def sources(text):
    return [cell.source for cell in nbformat.reads(text, as_version=4).cells]


def test_the_notebook_has_the_chapters_code_then_exercises_and_room_for_answers(made):
    title, first, *rest = sources(made["descent.ipynb"])
    assert title == "# Descent"
    assert "Run this first" in first
    exercises = ["## Exercises\n\n> **Exercise 1**", "", "> **Exercise 2**", ""]
    assert rest == ["%pip install", "rate = 0.1", *exercises]
    cells = nbformat.reads(made["descent.ipynb"], as_version=4).cells
    assert [cell.id for cell in cells[1:]] == [
        *("first", "install", "code-1", "text-3", "answer-1", "text-5", "answer-4"),
    ]
    install, code = cells[2:4]
    assert install.metadata == {}
    assert code.metadata == {"cellView": "form", "jupyter": {"source_hidden": True}}
    assert code.execution_count is None
    assert code.outputs == []


def test_the_key_has_the_solutions(made):
    assert sources(made["descent-key.ipynb"])[4:] == [
        "## Exercises\n\n> **Exercise 1**",
        "<details>\n<summary><b>Solution</b>",
        "# @title Solution: code\nprint(rate)",
        "> **Exercise 2**",
    ]


def test_pages_hold_the_exercises_alone(made, site):
    sheet, key = made["descent.html"], made["descent-key.html"]
    for page in (sheet, key):
        assert "How far?" in page
        for other in ("menu", "Long.", "stuck", "headerlink", "<script", "Copy"):
            assert other not in page
        assert f'<base href="{(site / "book" / "part").as_uri()}/"' in page
        assert 'data-theme="light"' in page
        assert '<body><article class="bd-article"><h1>Descent</h1><section' in page
    assert "So far." not in sheet
    assert '<details class="solution dropdown" open="">' in key


def test_what_cannot_be_made_is_said(site, tmp_path, capsys):
    with pytest.raises(ValueError, match="part/other is not built: run make book"):
        worksheets.write(Chapter("part/other", tmp_path), site, tmp_path)
    (site / "notebooks" / "part" / "other.ipynb").write_text("{}")
    with pytest.raises(ValueError, match="part/other is not built: run make book"):
        worksheets.write(Chapter("part/other", tmp_path), site, tmp_path)
    with pytest.raises(ValueError, match="part/descent has no exercises"):
        worksheets.exercises([new_markdown_cell("# Descent")], "part/descent")
    assert main(["worksheet", "nowhere"]) == 1
    assert "no chapter 'nowhere'" in capsys.readouterr().err


def test_exercises_may_be_the_last_section():
    cells = [
        new_markdown_cell(text) for text in ("## A", "## B", "<details>\n<summary>")
    ]
    assert worksheets.exercises(cells, "part/descent") == (1, 3)


def test_a_chapter_of_this_book_has_one(tmp_path, monkeypatch, capsys):
    chapter = next(one for one in all_chapters() if "{solution-start}" in one.text)
    monkeypatch.setattr(worksheets, "write", partial(worksheets.write, folder=tmp_path))
    assert main(["worksheet", chapter.name]) == 0
    paths = [Path(line) for line in capsys.readouterr().out.splitlines()]
    asked = chapter.text.count("{exercise}")
    sheet, page, key, _ = (path.read_text("utf-8") for path in paths)
    assert sources(sheet).count("") == asked
    assert "Solution to" not in sheet + page
    assert key.count("<summary><b>Solution to") >= asked
