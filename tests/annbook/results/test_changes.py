"""Reviewers learn which pages changed, and which results moved beyond tolerance."""

import nbformat
import pytest
from annbook.__main__ import main
from annbook.results import changes

PAGE = "<nav>{menu}</nav><article><p>{text}</p></article><footer>{menu}</footer>"


def build(folder, *, menu="", text="same", output="loss 0.500"):
    """Write a build of one page and one chapter's results; return its folder."""
    page = folder / "site" / "book" / "one.html"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE.format(menu=menu, text=text))
    cell = nbformat.v4.new_code_cell(
        "1", outputs=[nbformat.v4.new_output("stream", text=output)]
    )
    notebook = nbformat.v4.new_notebook(cells=[cell])
    (folder / "results").mkdir()
    nbformat.write(notebook, folder / "results" / "one.ipynb")
    return folder


def test_a_menu_is_no_change_of_a_page(tmp_path):
    old, new = build(tmp_path / "old"), build(tmp_path / "new", menu="another")
    assert changes.changed_pages(old / "site", new / "site") == []


@pytest.mark.parametrize("text", ["other", "same <img src='another.png'>"])
def test_another_text_or_picture_is(tmp_path, text):
    old, new = build(tmp_path / "old"), build(tmp_path / "new", text=text)
    assert changes.changed_pages(old / "site", new / "site") == ["book/one.html"]


def test_a_new_page_is_listed(tmp_path):
    new = build(tmp_path / "new") / "site"
    assert changes.changed_pages(tmp_path, new) == ["book/one.html"]


@pytest.mark.parametrize(
    ("output", "verdict"), [("loss 0.501", ""), ("loss 0.700", "**beyond tolerance**")]
)
def test_the_report_says_what_is_beyond_tolerance(tmp_path, capsys, output, verdict):
    old, new = build(tmp_path / "old"), build(tmp_path / "new", output=output)
    assert main(["changes", str(old), str(new)]) == 0
    line = next(li for li in capsys.readouterr().out.split("\n") if "`one`" in li)
    assert line.split(" | ")[-1].removesuffix(" |").strip() == verdict


def test_where_nothing_changed_the_report_says_so(tmp_path, capsys):
    old, new = build(tmp_path / "old"), build(tmp_path / "new")
    assert main(["changes", str(old), str(new)]) == 0
    said = "### Changed pages\n\nNone.\n\n### Changed results\n\nNone.\n"
    assert capsys.readouterr().out == said


def test_the_results_of_a_chapter_that_is_gone_are_listed(tmp_path):
    old = build(tmp_path / "old") / "results"
    (tmp_path / "new").mkdir()
    (distance,) = changes.changed_results(old, tmp_path / "new").values()
    assert distance.beyond
