"""What a chapter's results depend on, as two hashes of what code does.

``code`` covers the chapter's cells, and ``dependencies`` the rest: the sources of
``annutils`` that the chapter imports, directly or not, its style of figures, and the
locked versions of the libraries that these and the chapter import. Comments, docstrings
and formatting count in neither (``meaning``), and of a cell's options only those that
change what runs.

A chapter that shows source, by ``inspect.getsource``, ``help``, ``name??`` and the like
(``SHOWING``), may show any of it: there, all counts as it is written.
"""

import ast
import hashlib
import json
import os
import re
from functools import cache
from importlib.metadata import version
from pathlib import Path

from IPython.core.inputtransformer2 import TransformerManager

from annbook.results.syntax import meaning, parsed

# Where the name to import is not the name to install, or one brings another.
DISTRIBUTIONS = {"sklearn": ("scikit-learn",), "keras": ("keras", "tensorflow")}
STYLE = "book.mplstyle"
STYLED = re.compile(r"""["']annutils\.book["']""")
MAGIC = re.compile(r"^\s*[%!?]|\?\s*$|=\s*[%!]", re.MULTILINE)
# A cell's option that names a file with its code.
LOAD = re.compile(r"^\s*:?load:", re.MULTILINE)
# Tags by which a kernel's client goes on after a cell's error, or leaves the cell out.
RAISES, SKIPPED = "raises-exception", "skip-execution"
# Names by which code gets at source, docstrings or line numbers; the last are those
# that IPython gives to ``name?``, ``name??`` and their like.
SHOWING = re.compile(
    r"__doc__|findsource|getcomments|getdoc|getsource|getsourcelines|help|linecache"
    r"|pydoc|traceback|pdoc|pfile|pinfo|pinfo2|psource"
)

# Where statements hold statements: imports are found without a look at expressions.
BODIES = "body", "orelse", "handlers", "finalbody", "cases"


def fingerprint(chapter, notebook=None):
    """Return ``{"code": hash, "dependencies": hash}`` of a chapter."""
    notebook = notebook or chapter.notebook()
    sources, libraries = dependencies(chapter, notebook)
    as_written = _shows_source(notebook, sources)
    kernel = notebook.metadata.get("kernelspec", {}).get("name", "")
    written = [cell.source for cell in code_cells(notebook)]
    files = [
        (
            path.relative_to(chapter.root).as_posix(),
            text if as_written or path.name == STYLE else meaning(text),
        )
        for path, text in sorted(sources.items())
    ]
    return {
        "code": _hash(kernel, written if as_written else steps(notebook)),
        "dependencies": _hash(files, locked(chapter.root, libraries)),
    }


def _hash(*parts):
    """Return the hash of lists of texts."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def text_hash(chapter):
    """Return a hash of all that decides which notebook a chapter's text is.

    Where it is that of the committed results, so are the cells: no need to parse the
    text, which takes ten times as long.
    """
    text = chapter.text
    elsewhere = [source_code(chapter.notebook())] if LOAD.search(text) else []
    return _hash(text, reader(), elsewhere)


@cache
def reader():
    """Return the versions of what turns text into a notebook."""
    return [version(name) for name in ("myst-nb", "myst-parser")]


def steps(notebook):
    """Return what each of the code cells does, those left out that do nothing."""
    return list(filter(None, map(step, code_cells(notebook))))


def step(cell):
    """Return a text that says what the cell does; empty when it does nothing."""
    does = meaning(plain(cell.source), cell=True)
    tags = {RAISES, SKIPPED}.intersection(cell.metadata.get("tags", ()))
    return does and " ".join([does, *sorted(tags)])


def code_cells(notebook):
    """Return the cells that hold code."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def source_code(notebook):
    """Return the notebook's code as plain Python, IPython's magics translated."""
    return "\n".join(plain(cell.source) for cell in code_cells(notebook))


@cache
def plain(code):
    """Return the code of a cell as plain Python; the transformation takes its time."""
    return TransformerManager().transform_cell(code) if MAGIC.search(code) else code


def _shows_source(notebook, sources):
    """Tell whether the outputs may hold source: of the chapter, or of ``annutils``.

    The message of an error, where a cell may raise one, quotes the lines around it.
    """
    tags = [cell.metadata.get("tags", ()) for cell in code_cells(notebook)]
    texts = [source_code(notebook), *sources.values()]
    return any(RAISES in each for each in tags) or any(map(asks_for_source, texts))


@cache
def asks_for_source(code):
    """Tell whether the code holds one of the names that get at source."""
    tree = parsed(code) if SHOWING.search(code) else None
    return any(
        SHOWING.fullmatch(str(getattr(node, field, "")))
        for node in (ast.walk(tree) if tree else ())
        for field in ("id", "attr", "name", "value")
    )


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
    tree = parsed(code)
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
