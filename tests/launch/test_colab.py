"""The published notebooks run from top to bottom with what Colab brings."""

import zipfile
from pathlib import Path

import nbformat
import pytest
from annbook.chapters import ROOT, all_chapters
from annbook.notebooks.published import install_cell
from environments import Environment, tracked

pytestmark = pytest.mark.launch
NOTEBOOKS = ROOT / "_build" / "html" / "notebooks"
PACKAGE = ("annutils", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def colab(tmp_path_factory):
    """Make an environment with Colab's libraries, at Colab's versions."""
    environment = Environment(tmp_path_factory.mktemp("colab"))
    environment.install("--requirement", Path(__file__).with_name("colab.txt"))
    return environment


@pytest.fixture(scope="module")
def brought(colab):
    """Return what is installed before any notebook has run."""
    return set(colab.versions())


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """Return the sources of the checkout in a zip file like GitHub's."""
    path = tmp_path_factory.mktemp("archive") / "book.zip"
    with zipfile.ZipFile(path, "w") as file:
        for name in tracked(*PACKAGE):
            file.write(ROOT / name, f"book/{name}")
    return path


@pytest.mark.parametrize("name", [chapter.name for chapter in all_chapters()])
def test_a_notebook_runs_from_top_to_bottom(name, colab, brought, archive, tmp_path):
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    install = install_cell(notebook)
    address = next(
        word for word in install.source.split() if word.startswith("https://")
    )
    install.source = install.source.replace(address, str(archive))
    nbformat.write(notebook, tmp_path / "chapter.ipynb")
    colab.run("jupyter", "execute", "--timeout=600", "chapter.ipynb", folder=tmp_path)
    assert brought <= set(colab.versions()), "the first cell replaced a library"
