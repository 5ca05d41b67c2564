"""The package is light, and its docstring is the table of its contents."""

import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import annutils

HEAVY = {"tensorflow", "keras", "matplotlib", "numpy", "scipy", "IPython"}


def test_importing_the_package_loads_no_library():
    code = "import sys, annutils; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert HEAVY.isdisjoint(loaded.stdout.split())


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
