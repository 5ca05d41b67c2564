"""Shared fixtures: every test starts from a clean drawing board."""

import os
import shutil
from functools import partial

# One thread for sums, as when chapters are executed; set before NumPy is imported.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from pathlib import Path

import generated_files
import matplotlib
import pytest
from annbook.chapters import all_chapters

from annutils.data import fetch

matplotlib.use("Agg")

HERE = Path(__file__).parent
# Below these folders, each test file has the path of a chapter below book/.
OF_CHAPTERS = HERE / "chapters", HERE / "site" / "played"


def without_chapter():
    """Return the test files whose chapters the book does not have."""
    known = {chapter.name for chapter in all_chapters()}
    return {
        path
        for folder in OF_CHAPTERS
        for path in sorted(folder.glob("*/test_*.py"))
        if f"{path.parent.name}/{path.stem.removeprefix('test_')}" not in known
    }


WITHOUT_CHAPTER = without_chapter()


def pytest_ignore_collect(collection_path):
    """Leave the tests of a chapter out of a book that does without the chapter."""
    return True if collection_path in WITHOUT_CHAPTER else None


def pytest_report_header():
    """Say which these are."""
    left_out = sorted(path.relative_to(HERE).as_posix() for path in WITHOUT_CHAPTER)
    return [f"no such chapter in _toc.yml, left out: {name}" for name in left_out]


@pytest.fixture(autouse=True)
def _close_figures():
    """Close the figures that a test leaves open."""
    yield
    from matplotlib import pyplot as plt

    plt.close("all")


@pytest.fixture(scope="session")
def _generated_data(tmp_path_factory):
    """Write small data files once; return their folder and their registry entries."""
    folder = tmp_path_factory.mktemp("data")
    return folder, generated_files.write(folder)


@pytest.fixture
def small_data(_generated_data, monkeypatch):
    """Put small generated files in the place of MNIST and IMDB; return their folder.

    Processes that the test starts see them, too: Python runs sitecustomize first.
    """
    folder, entries = _generated_data
    monkeypatch.setenv("ANNUTILS_DATA", str(folder))
    monkeypatch.setenv("PYTHONPATH", str(folder / "startup"), prepend=os.pathsep)
    for name, entry in entries.items():
        monkeypatch.setitem(fetch.DATASETS, name, entry)
    return folder


@pytest.fixture(scope="session")
def real_data():
    """Skip the test unless the real data files are on this machine."""
    folders = fetch.search_folders()
    for name in fetch.DATASETS:
        if not any((folder / name).is_file() for folder in folders):
            pytest.skip(f"no {name}: set ANNUTILS_DATA to the folder that holds it")


@pytest.fixture(scope="session")
def browser():
    """Start Chromium; skip where there is none."""
    # the first opens no window of its own, and so each page in half the time
    names = "chromium-headless-shell", "chromium", "google-chrome"
    program = next(filter(None, map(shutil.which, names)), None)
    if not program:
        pytest.skip("needs Chromium; on Debian: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-quic"]
        )
        # a visit is a first one, unless a test is about the second (test_offline.py)
        browser.new_context = partial(browser.new_context, service_workers="block")
        browser.new_page = partial(browser.new_page, service_workers="block")
        yield browser
        browser.close()
