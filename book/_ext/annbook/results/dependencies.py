"""What a chapter imports: files of ``annutils``, directly or not, and libraries."""

import ast
import os
import re
from functools import cache
from pathlib import Path

from annbook.results.cells import source_code
from annbook.results.syntax import parse

# Where the name to import is not the name to install, or one brings another.
DISTRIBUTIONS = {"sklearn": ("scikit-learn",), "keras": ("keras", "tensorflow")}
STYLE = "book.mplstyle"
STYLED = re.compile(r"""["']annutils\.book["']""")
# Where statements hold statements: imports are found without a look at expressions.
BODIES = "body", "orelse", "handlers", "finalbody", "cases"


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


@cache
def imports(code, package="", *, late=True):
    """Return the dotted names that the code imports.

    Code that cannot be parsed imports nothing: who runs it learns where and why.

    Parameters
    ----------
    code : str
    package : str
        Where relative imports start from.
    late : bool
        Whether to count imports inside functions, which run when these are called.

    Returns
    -------
    frozenset of str
    """
    tree = parse(code)
    found, todo = set(), [tree] if tree else []
    while todo:
        node = todo.pop()
        if late or not isinstance(node, ast.FunctionDef):
            todo += [child for body in BODIES for child in getattr(node, body, ())]
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*parents, base]).rstrip(".")
            found.update(f"{base}.{alias.name}" for alias in node.names)
    return frozenset(found)


def files(package, name):
    """Return the files of the package that importing the dotted name runs.

    The package's own ``__init__.py`` defines nothing but how others are imported. It
    counts where a name is no module; who imports the package alone may use all of it.
    """
    parts = name.split(".")[1:]
    if parts in ([], ["*"]):
        return set(package.rglob("*.py"))
    found, folder = set(), str(package)  # a path of its own for each would take long
    for part in parts:
        folder = f"{folder}/{part}"
        if os.path.exists(file := f"{folder}.py"):
            found.add(Path(file))
            break
        if not os.path.exists(file := f"{folder}/__init__.py"):
            break
        found.add(Path(file))
    return found or {package / "__init__.py"}


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
