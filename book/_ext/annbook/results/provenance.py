"""What a chapter runs on: device and versions, recorded beside its results."""

import importlib.metadata
import platform
import shutil
import subprocess
import sys
from contextlib import suppress

from annbook.results.dependencies import dependencies


def provenance(chapter, notebook):
    """Return the device that a chapter runs on and the versions it runs with."""
    _, libraries = dependencies(chapter, notebook)
    versions = {"python": platform.python_version()}
    for library in sorted(libraries):
        # The standard library's modules are no distributions.
        with suppress(importlib.metadata.PackageNotFoundError):
            versions[library] = importlib.metadata.version(library)
    gpu = _gpu() if "tensorflow" in versions else ""
    return {"device": gpu or "CPU", "versions": versions}


def _gpu():
    """Return the name of the GPU that TensorFlow sees, or an empty string."""
    if not shutil.which("nvidia-smi"):
        return ""
    code = "import tensorflow as tf; print(len(tf.config.list_physical_devices('GPU')))"
    seen = _output([sys.executable, "-c", code])
    query = ["nvidia-smi", "--query-gpu=name", "--format=csv,noheader"]
    return _output(query).splitlines()[0] if seen not in ("", "0") else ""


def _output(command):
    """Return what a command prints, stripped; empty when it fails."""
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()  # noqa: S603
