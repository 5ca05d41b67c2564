"""Builds in processes that have imported Sphinx already: most of a build's time.

A server imports the libraries once; each build is a fork of it. annbook is imported
by the build itself, from the book's own folder. Forks share the seed of Python's
hashes: where two sites are compared byte for byte, the other is of a fresh process.
"""

import os
import runpy
import sys
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from tempfile import NamedTemporaryFile

LONGEST = 600  # seconds
# What annbook imports, beside what Sphinx does.
OURS = "fontTools.subset", "matplotlib.colors", "PIL.PngImagePlugin", "resvg_py"


@cache
def forks():
    """Return the server's context; its libraries are those of the book's own build."""
    from annbook import standby  # not in a fork, which imports this file, too

    context = get_context("forkserver")
    libraries = [name for name in standby.modules() if name != "annbook"]
    context.set_forkserver_preload([*libraries, *OURS])
    return context


def run(root, program, *arguments):
    """Run a Python program in a book's folder; return its exit status and output.

    Parameters
    ----------
    root : Path
        The book's.
    program : str
        The path of a script, or the name of a module.
    *arguments : str
    """
    environment = os.environ | {"COLUMNS": "500"}
    with NamedTemporaryFile() as log:
        process = forks().Process(
            target=_run, args=(root, environment, log.name, program, arguments)
        )
        process.start()
        process.join(LONGEST)
        assert process.exitcode is not None, "the program did not end"
        return process.exitcode, log.read().decode()


def _run(root, environment, log, program, arguments):
    """Do so, in the fork."""
    os.chdir(root)
    os.environ.clear()
    os.environ.update(environment)
    with open(log, "wb") as file:
        for stream in (sys.stdout, sys.stderr):
            os.dup2(file.fileno(), stream.fileno())
    sys.path.insert(0, str(root / "book" / "_ext"))
    sys.argv = [program, *arguments]
    if Path(program).exists():
        runpy.run_path(program, run_name="__main__")
    else:
        runpy.run_module(program, run_name="__main__")
