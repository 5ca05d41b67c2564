"""Results record the device and the versions that they were computed with."""

import platform
import sys
from importlib.metadata import version

import pytest
from annbook.results import provenance


def recorded(chapter):
    return provenance.provenance(chapter, chapter.notebook())


@pytest.fixture
def machine(monkeypatch):
    """Return a function that sets what TensorFlow sees and nvidia-smi prints."""

    def is_set(n_seen, names="NVIDIA H200\nNVIDIA H200"):
        monkeypatch.setattr(provenance.shutil, "which", lambda name: f"/bin/{name}")
        monkeypatch.setattr(
            provenance,
            "_output",
            lambda command: names if command[0] == "nvidia-smi" else n_seen,
        )

    return is_set


def test_the_libraries_that_a_chapter_imports_are_recorded(small_book):
    chapter = small_book.chapter("one", "import math, numpy as np, sklearn")
    libraries = {name: version(name) for name in ("numpy", "scikit-learn")}
    expected = {"python": platform.python_version(), **libraries}
    assert recorded(chapter) == {"device": "CPU", "versions": expected}


@pytest.mark.parametrize(
    ("n_seen", "device"), [("2", "NVIDIA H200"), ("0", "CPU"), ("", "CPU")]
)
def test_the_device_is_a_gpu_that_tensorflow_sees(small_book, machine, n_seen, device):
    machine(n_seen)
    assert recorded(small_book.chapter("one", "import keras"))["device"] == device


def test_a_chapter_without_tensorflow_runs_on_the_cpu(small_book, machine):
    machine("2")
    assert recorded(small_book.chapter("one", "import numpy"))["device"] == "CPU"


def test_a_command_answers_with_text():
    assert provenance._output([sys.executable, "-c", "print(2)"]) == "2"


def test_a_machine_without_driver_has_no_gpu(small_book, machine, monkeypatch):
    machine("2")
    monkeypatch.setattr(provenance.shutil, "which", lambda name: None)
    assert recorded(small_book.chapter("one", "import keras"))["device"] == "CPU"
