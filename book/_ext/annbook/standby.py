"""A process that has imported all that a build takes, and waits for the word to build.

A preview keeps one: importing is a good part of the time that a small edit takes. It
builds once; where the word does not come because the preview ended, it ends, too.
"""

import sys
from contextlib import suppress
from importlib import import_module

import annbook
from annbook import book
from annbook.paths import ROOT

# What Sphinx imports for a book, beside the extensions that the configuration names.
LATE = (
    *("jupyter_book.sphinx", "myst_nb.sphinx_ext"),
    *("sphinx.builders.html", "sphinx_book_theme", "alabaster"),
    *("sphinx_design.extension", "sphinx_external_toc.api"),
    *(f"sphinxcontrib.{name}help" for name in ("apple", "dev", "html", "qt")),
    *("sphinxcontrib.serializinghtml", "sphinx_jupyterbook_latex.events"),
)


def main():
    """Import, wait for a line, build; return the exit status."""
    with suppress(Exception):  # the build will say what is wrong, in its words
        warm()
    return book.main() if sys.stdin.readline() else 0


def warm():
    """Import what the next build takes."""
    for name in modules():
        import_module(name)
    annbook.parts()


def modules():
    """Return the names of the modules that Sphinx imports for the book."""
    from jupyter_book.config import get_final_config

    settings, _ = get_final_config(
        user_yaml=ROOT / "_config.yml",
        cli_config={"latex_individualpages": False},  # without it, it fails
        sourcedir=ROOT,
    )
    return (*LATE, *settings["extensions"])


if __name__ == "__main__":
    sys.exit(main())
