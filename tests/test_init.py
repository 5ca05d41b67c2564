"""The package is light, and its docstring is the table of its contents."""

import doctest
import importlib
import importlib.metadata
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import annutils

PACKAGE = Path(annutils.__file__).parent
HEAVY = {"tensorflow", "keras", "matplotlib", "numpy", "scipy", "IPython"}


def loaded_by(code):
    """Return the modules that a Python has loaded after this code."""
    code += "; import sys; print(*sys.modules)"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("name", ["annutils", "annutils.widgets"])
def test_importing_the_package_loads_no_library(name):
    assert HEAVY.isdisjoint(loaded_by(f"import {name}"))


@pytest.mark.parametrize(
    "code",
    [
        "from annutils import MultilayerPerceptron as found",
        "import annutils; found = annutils.plot.images",
        "import annutils; found = annutils.__version__; found.split('.')[1]",
        "import annutils; found = {'plot', '__version__'} < set(dir(annutils))",
        "from annutils.widgets import perceptron as found",
        "from annutils import widgets; found = {'descent'} < set(dir(widgets))",
    ],
)
def test_what_is_asked_for_is_imported_then(code):
    subprocess.run(  # noqa: S603
        [sys.executable, "-c", f"{code}; assert found"], check=True
    )


def test_the_version_is_that_of_the_installed_package():
    assert annutils.__version__ == importlib.metadata.version("annutils")


def test_what_the_package_does_not_have_is_no_attribute():
    assert not hasattr(annutils, "Multilayer")
    with pytest.raises(ImportError, match="cannot import name 'nets'"):
        from annutils import nets  # noqa: F401
    with pytest.raises(AttributeError, match=r"'annutils\.widgets' has no .* 'percep'"):
        annutils.widgets.percep  # noqa: B018


def test_a_figure_is_imported_without_the_others():
    loaded = loaded_by("from annutils import widgets; widgets.descent()")
    assert "annutils.widgets._descent" in loaded
    assert "annutils.widgets._neuron" not in loaded


ABSENT = """
import importlib.abc, pkgutil, sys

class Absent(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name in {"fcntl", "grp", "posix_ipc", "pty", "pwd", "resource", "termios"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

import annutils, matplotlib.pyplot  # this knows Windows
for name in ("fcntl", "grp", "pwd", "resource", "termios"):
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Absent())
for module in pkgutil.walk_packages(annutils.__path__, "annutils."):
    __import__(module.name)
"""


def test_every_module_imports_without_what_only_unix_has():
    subprocess.run([sys.executable, "-c", ABSENT], check=True)  # noqa: S603


def modules_in(text):
    return set(re.findall(r"annutils\.(\w+)", text))


def test_the_docstring_lists_every_module():
    modules = {module.name for module in pkgutil.iter_modules(annutils.__path__)}
    assert modules_in(annutils.__doc__) == modules


def test_the_reference_describes_every_module_for_chapters():
    reference = Path(__file__).parents[1] / "book" / "api.md"
    public, _, _ = annutils.__doc__.partition("Behind these")
    described = re.findall("automodule:: .*", reference.read_text(encoding="utf-8"))
    assert modules_in(" ".join(described)) == modules_in(public)


@pytest.mark.parametrize(
    "path",
    [path for path in PACKAGE.rglob("*.py") if ">>>" in path.read_text("utf-8")],
    ids=lambda path: path.stem,
)
def test_the_examples_in_docstrings_hold(path):
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    results = doctest.testmod(importlib.import_module(".".join(parts)))
    assert results.attempted > 0
    assert results.failed == 0
