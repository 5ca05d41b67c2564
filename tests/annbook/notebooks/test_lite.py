"""Chapters run in the browser where they can, and only there is a button."""

from types import SimpleNamespace

import nbformat
import pytest
from annbook.notebooks import lite
from annbook.site import buttons


@pytest.mark.parametrize(
    ("code", "fits"),
    [
        ("import math\nimport numpy as np", True),
        ("from IPython.display import HTML", True),
        ("from sklearn.linear_model import LogisticRegression", True),
        ("import pandas as pd\nimport seaborn as sns", True),
        ("import keras", False),
        ("def late():\n    import tensorflow", False),
        ("import optuna", False),
        ("from annutils import search", False),
        ("from annutils import train", True),
        ("(images, labels), _ = data.load_mnist()", False),
        ("data.load_imdb(num_words=10)", False),
        ("from time import perf_counter", False),
        ("from annutils import clock", True),
    ],
)
def test_a_chapter_fits_when_its_libraries_are_there_and_it_reads_no_data(
    small_book, code, fits
):
    small_book.package("search", "import optuna")
    small_book.package("clock", "import time")
    small_book.package("train", "def fit():\n    import keras")
    assert lite.fits(small_book.chapter("one", code)) is fits


def test_libraries_that_a_function_imports_late_are_installed(small_book):
    small_book.package("plot", "from matplotlib import pyplot")
    small_book.package("stats", "def late():\n    from scipy import special")
    chapter = small_book.chapter("one", "import numpy", "from annutils import plot")
    assert lite.libraries(chapter) == ["matplotlib"]
    chapter = small_book.chapter("two", "from annutils import stats")
    assert lite.libraries(chapter) == ["scipy"]
    assert lite.libraries(chapter, at_once=True) == []


CODE = {
    "part/sums": ["from annutils import plot", "print('two', 1 + 1)"],
    "part/digits": ["from annutils import data", "data.load_mnist()"],
}
TOC = """\
format: jb-book
root: book/part/sums
chapters:
  - file: book/part/digits
"""


@pytest.fixture
def two_chapters(small_book, monkeypatch):
    """Put a book in the place of this one: one chapter fits, the other reads data."""
    small_book.package("plot", "from matplotlib import pyplot\nimport scipy")
    small_book.package("data", "")
    for name, cells in CODE.items():
        small_book.chapter(name, *cells)
    (small_book.root / "_toc.yml").write_text(TOC)
    (small_book.root / "pyproject.toml").touch()
    for module in (lite, buttons):
        monkeypatch.setattr(module, "ROOT", small_book.root)


class Page:
    """What Sphinx hands over when it writes a page."""

    def __init__(self, *, offered):
        options = {"repository_url": "https://a.example/b/c"}
        config = SimpleNamespace(
            language="en",
            annbook_lite=offered,
            html_theme_options=options | {"repository_branch": "main"},
        )
        metadata = dict.fromkeys(("book/part/sums", "book/part/digits"), KERNEL)
        self.app = SimpleNamespace(
            config=config, env=SimpleNamespace(metadata=metadata)
        )

    def buttons(self, name):
        """Return the entries of the rocket's menu, by their text."""
        context = {"header_buttons": [], "pathto": lambda path, _: f"../../{path}"}
        buttons.add_launch_buttons(self.app, f"book/{name}", None, context, None)
        return {each["text"]: each for each in context["header_buttons"][0]["buttons"]}


KERNEL = {"kernelspec": {}}
HERE = "../../lite/lab/index.html?path=part/sums.ipynb"


@pytest.mark.usefixtures("two_chapters")
def test_a_chapter_that_fits_has_a_button():
    found = Page(offered=True).buttons("part/sums")
    assert list(found) == ["Browser", "Colab", "Binder"]
    assert found["Browser"]["url"] == HERE


@pytest.mark.usefixtures("two_chapters")
def test_a_chapter_that_does_not_fit_has_none():
    assert list(Page(offered=True).buttons("part/digits")) == ["Colab", "Binder"]


def test_without_pyodide_no_chapter_has_one():
    assert list(Page(offered=False).buttons("part/sums")) == ["Colab", "Binder"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Put an empty folder in the place of what ``make lite`` brings."""
    monkeypatch.setattr(lite, "LITE", tmp_path)
    monkeypatch.setattr(lite, "RELEASE", tmp_path / "pyodide")
    monkeypatch.setattr(lite, "TOOLS", tmp_path / "tools" / "bin")
    return tmp_path


def test_a_build_without_pyodide_says_so_in_one_line(folder, monkeypatch):
    said = []
    monkeypatch.setattr(lite.logger, "info", lambda *words: said.append(words))
    lite.announce(None)
    (lite.TOOLS).mkdir(parents=True)
    (lite.TOOLS / "jupyter-lite").touch()
    lite.announce(None)
    lines = [text % tuple(values) for text, *values in said]
    end = "is not here, so no chapter runs in the browser (make lite)"
    assert lines == [f"JupyterLite {end}", f"Pyodide {end}"]


def test_its_command_has_an_environment_of_its_own(folder, monkeypatch):
    called = []
    monkeypatch.setattr(lite, "call", called.append)
    monkeypatch.setattr(lite.pyodide, "bring", lambda *to: called.append(to))
    lite.bring("near")
    brought, made, installed = called
    assert brought == (lite.RELEASE, "near")
    assert made[2] == "venv"
    assert made[-1] == lite.TOOLS.parent
    assert installed[2:6] == ["pip", "install", "--python", lite.TOOLS / "python"]
    assert installed[6:] == [*lite.REQUIREMENTS]


class Build:
    """A build of the site: one chapter that fits, one that does not."""

    def __init__(self, root, monkeypatch):
        self.html = root / "html"
        self.times = 0
        for name, cells in CODE.items():
            path = self.html / "notebooks" / f"{name}.ipynb"
            path.parent.mkdir(parents=True, exist_ok=True)
            sources = ["%pip install elsewhere", *cells]
            cells = [nbformat.v4.new_code_cell(source) for source in sources]
            cells[0].id = "install"
            nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
        monkeypatch.setattr(lite, "build", self.build)

    def build(self, contents, site):
        self.times += 1
        site.mkdir(parents=True)

    def run(self, *, offered=True):
        config = SimpleNamespace(annbook_lite=offered)
        builder = SimpleNamespace(name="html")
        app = SimpleNamespace(config=config, builder=builder, outdir=self.html)
        lite.publish(app, None)


@pytest.fixture
def site(folder, two_chapters, monkeypatch):
    return Build(folder, monkeypatch)


def test_the_notebooks_are_those_of_the_chapters_that_fit(site, folder):
    site.run()
    contents = folder / "contents"
    found = [path.relative_to(contents) for path in contents.rglob("*.ipynb")]
    assert [path.as_posix() for path in found] == ["part/sums.ipynb"]


def test_a_notebook_installs_from_the_site_and_keeps_its_other_cells(site, folder):
    site.run()
    path = folder / "contents" / "part" / "sums.ipynb"
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    first, *rest = notebook.cells
    lines = [line for line in first.source.split("\n") if line[0] != "#"]
    assert lines == [
        "%pip install --quiet annutils matplotlib scipy",
        "%matplotlib inline",
    ]
    assert notebook.metadata.kernelspec.name == "python"
    assert [cell.source for cell in rest] == CODE["part/sums"]


def test_the_folder_is_built_again_only_when_something_changed(site):
    site.run()
    site.run()
    assert site.times == 1
    path = site.html / "notebooks" / "part" / "sums.ipynb"
    path.write_text(path.read_text().replace("two", "three"))
    site.run()
    assert site.times == 2


def test_the_folder_goes_when_pyodide_is_gone(site):
    site.run(offered=False)  # and nothing goes where there is none
    site.run()
    site.run(offered=False)
    assert not (site.html / "lite").exists()
