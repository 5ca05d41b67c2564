"""A skeleton builds and passes its tests as it is; a bad name writes nothing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from annbook import new
from annbook.paths import ROOT
from whole_book import WholeBook

RUFF = str(Path(sys.executable).parent / "ruff")
TOC = """\
format: jb-book
root: book/index
parts:
  - caption: One
    chapters:
      - file: book/one/first
        title: First
      - file: book/one/second # of two
        sections:
          - file: book/one/third
  - caption: Two
    chapters:
      - file: book/two/only
"""


@pytest.fixture
def repository(tmp_path):
    """Return a folder with the files that a new chapter and a new figure touch."""
    widgets = tmp_path / "annutils" / "widgets"
    shutil.copytree(ROOT / "annutils" / "widgets", widgets)
    (tmp_path / "_toc.yml").write_text(TOC)
    (tmp_path / "book" / "one").mkdir(parents=True)
    (tmp_path / "book" / "one" / "first.md").write_text("# First\n")
    return tmp_path


def contents(root):
    """Return all files below a folder."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_a_new_chapter_runs_builds_and_passes_its_tests(tmp_path):
    book = WholeBook(tmp_path)
    shutil.copytree(ROOT / "annutils", tmp_path / "annutils", dirs_exist_ok=True)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)  # with the settings of ruff
    with (tmp_path / "_toc.yml").open("a") as toc:
        toc.write("      - file: book/part/new_idea\n")  # begins a part
    new.write(new.chapter("part/new_idea", tmp_path))
    tested = [sys.executable, "-m", "pytest", "-q", "tests/chapters/part"]
    for run in (
        book.execute,
        book.make,
        lambda: book.run(*tested),
        lambda: book.run(RUFF, "check", "tests"),
    ):
        status, output = run()
        assert status == 0, output
    page = (tmp_path / "_build/html/book/part/new_idea.html").read_text("utf-8")
    assert "<h1>New idea" in page
    assert "keleton" not in page


def test_a_chapter_comes_last_in_its_part(repository):
    files = new.chapter("one/new_idea", repository)
    line, before = "      - file: book/one/new_idea\n", "  - caption: Two\n"
    assert files[repository / "_toc.yml"] == TOC.replace(before, line + before)
    text = files[repository / "book" / "one" / "new_idea.md"]
    assert "# New idea\n" in text
    assert ":label: ex-new-idea" in text


def test_a_table_of_contents_may_end_without_a_line_break():
    assert (
        new.listed("- file: book/a/b", "a/c") == "- file: book/a/b\n- file: book/a/c\n"
    )


def test_a_new_figure_is_registered_and_has_all_that_a_figure_has(tmp_path):
    for folder in ("annutils", "tests/js"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)  # with the settings of ruff
    new.write(new.figure("convolution", tmp_path))
    shown = """
from annutils import widgets
assert widgets.__all__ == ["Figure", *sorted(widgets.__all__[1:])]
output = widgets.convolution(slope=-2)._repr_html_()
assert output.startswith('<ann-convolution class="interactive" slope="-2">')
assert 'define("ann-convolution", ConvolutionFigure)' in output
"""
    (tmp_path / "shown.py").write_text(shown)  # beside the package, which it imports
    tested = ["node", "--test", "tests/js/figures/convolution.test.mjs"]
    for command in ([sys.executable, "shown.py"], [RUFF, "check", "annutils"], tested):
        if command[0] == "node" and not shutil.which("node"):
            pytest.skip("needs Node; on Debian: apt-get install nodejs")
        done = subprocess.run(  # noqa: S603
            command, cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Convolution", "NAME of 2 to 20 small letters, .* got 'Convolution'"),
        ("two_words", "got 'two_words'"),
        ("", "got ''"),
        ("lambda", "no word of Python's own, got 'lambda'"),
        ("neuron", "annutils/widgets/_neuron.py is there already"),
        ("settings", "annutils/widgets/_settings.py is there already"),
        ("bundle", "annutils/widgets/bundle.py is there already"),
        ("js", "annutils/widgets/js is there already"),
    ],
)
def test_a_name_that_no_figure_can_have_is_refused(repository, name, message):
    with pytest.raises(ValueError, match=message):
        new.figure(name, repository)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("first", "NAME=part/name of small letters and underscores, .* got 'first'"),
        ("", "got ''"),
        ("one/First", "got 'one/First'"),
        ("../etc/passwd", "got '../etc/passwd'"),
        ("one/first.md", "got 'one/first.md'"),
        ("on/first", r"a part of the book \(one, two\), got 'on'. To begin it, list"),
        ("one/first", "book/one/first.md is there already: choose another name"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused(repository, name, message):
    before = contents(repository)
    with pytest.raises(ValueError, match=message):
        new.chapter(name, repository)
    assert contents(repository) == before


def test_the_command_says_what_is_wrong(capsys):
    assert new.main(["chapter", "nonsense"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_the_command_says_what_it_wrote(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(new, "ROOT", tmp_path)
    monkeypatch.setattr(new, "figure", lambda name: {tmp_path / "a" / name: "text"})
    assert new.main(["figure", "b"]) == 0
    assert (tmp_path / "a" / "b").read_text() == "text"
    assert capsys.readouterr().out == f"wrote {Path('a', 'b')}\n"


def test_what_cannot_be_written_whole_is_taken_back(repository):
    before = contents(repository)
    files = new.chapter("one/new_idea", repository)
    blocked = repository / "book" / "one" / "first.md" / "below_a_file.md"
    with pytest.raises(OSError, match=r"first\.md"):
        new.write(files | {blocked: ""})
    assert contents(repository) == before
