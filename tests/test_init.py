"""The package is light, and its docstring is the table of its contents."""

import importlib.util
import re
import subprocess
import sys

import pytest

import annutils

HEAVY = {"tensorflow", "keras", "matplotlib", "numpy", "scipy", "IPython"}


def test_importing_the_package_loads_no_library():
    code = "import sys, annutils; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert HEAVY.isdisjoint(loaded.stdout.split())


@pytest.mark.parametrize("name", re.findall(r"`(annutils\.\w+)`", annutils.__doc__))
def test_every_module_in_the_table_of_contents_exists(name):
    assert importlib.util.find_spec(name)
