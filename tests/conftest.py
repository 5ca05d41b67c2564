"""Shared fixtures: every test starts from a clean drawing board."""

import os

# One thread for sums, as when chapters are executed; set before NumPy is imported.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import generated_files
import matplotlib
import pytest

from annutils import fetch

matplotlib.use("Agg")


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
