"""What a chapter imports: files of ``annutils``, directly or not, and libraries."""

import ast
import os
import re
from functools import cache
from pathlib import Path

from annbook.results.cells import source_code
from annbook.results.imports import imports
from annbook.results.syntax import parse

# Where the name to import is not the name to install, or one brings another.
DISTRIBUTIONS = {"sklearn": ("scikit-learn",), "keras": ("keras", "tensorflow")}
STYLE = "book.mplstyle"
STYLED = re.compile(r"""["']annutils\.book["']""")


def dependencies(chapter, notebook=None):
    """Return what a chapter imports: files of ``annutils``, and libraries.

    Returns
    -------
    dict
        The texts of the files by their paths.
    set of str
        The names to install.
    """
    package = chapter.root / "annutils"
    code = source_code(notebook or chapter.notebook())
    libraries = {name for name in imports(code) if not _is_ours(name)}
    names, seen = set(filter(_is_ours, imports(code))), set()
    sources = {}
    while names:
        seen.add(name := names.pop())
        for path in files(package, name) - sources.keys():
            text = sources[path] = path.read_text(encoding="utf-8")
            imported = imports(text, module(package, path))
            names |= set(filter(_is_ours, imported)) - seen
            # A function that imports a library is for chapters that import it, too.
            libraries |= {
                name for name in imports(text, late=False) if not _is_ours(name)
            }
    if any(map(STYLED.search, [code, *sources.values()])):
        sources[package / STYLE] = (package / STYLE).read_text(encoding="utf-8")
    return sources, {each for name in libraries for each in distributions(name)}


def _is_ours(name):
    """Tell whether the dotted name belongs to annutils."""
    return name.split(".")[0] == "annutils"


def files(package, name):
    """Return the files of the package that importing the dotted name runs.

    An ``__init__.py`` that defines nothing but how others are imported, such as the
    package's own, does not count where one of these is asked for. Who asks for none may
    use all.
    """
    parts = name.split(".")[1:]
    if parts in ([], ["*"]):
        return set(package.rglob("*.py"))
    found, folder = set(), str(package)  # a path of its own for each would take long
    for part, inner in zip(parts, [*parts[1:], ""], strict=True):
        folder = f"{folder}/{part}"
        if os.path.exists(file := f"{folder}.py"):
            found.add(Path(file))
            break
        if not os.path.exists(file := f"{folder}/__init__.py"):
            break
        lazy = passed_on(Path(file).read_text(encoding="utf-8"))
        if inner in lazy:
            return found | files(package, lazy[inner])
        if not lazy or not os.path.exists(f"{folder}/{inner}.py"):
            found.add(Path(file))
    return found or {package / "__init__.py"}


@cache
def passed_on(code):
    """Return the names that a package imports when they are asked for, and from where.

    Its ``__init__.py`` has a ``__getattr__`` for that, and says for readers and for
    tools what these names are, in imports under ``if TYPE_CHECKING:``.
    """
    statements = parse(code).body if parse(code) else []
    if not any(getattr(node, "name", "") == "__getattr__" for node in statements):
        return {}
    return {
        name.rpartition(".")[2]: name
        for node in statements
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for name in imports(ast.unparse(node.body))
    }


def module(package, path):
    """Return the dotted name of the package that holds the file."""
    return ".".join(path.relative_to(package.parent).parent.parts)


def distributions(name):
    """Return the names to install for a module to import."""
    top = name.split(".")[0]
    return DISTRIBUTIONS.get(top, (top.replace("_", "-"),))


def locked(root, libraries):
    """Return the lines of the lock that pin the libraries, sorted."""
    lines = pins((root / "requirements.txt").read_text(encoding="utf-8"))
    return sorted(lines[name] for name in libraries if name in lines)


@cache
def pins(lock):
    """Return the lines of a lock by the names that they pin."""
    lines = re.finditer(r"^([\w.-]+)(?:\[[^]]*\])?==.*$", lock, flags=re.M)
    return {line[1]: line[0] for line in lines}
