"""What a chapter's results depend on, as two hashes.

``code`` is the key under which jupyter-cache files the chapter: its code cells and
their metadata. jupyter-cache looks no further, so ``dependencies`` covers the rest:
the sources of ``annutils`` that the chapter imports, directly or not, and the locked
versions of the libraries that these and the chapter import.
"""

import ast
import hashlib
import re
from contextlib import suppress
from functools import cache
from importlib.metadata import version

from IPython.core.inputtransformer2 import TransformerManager
from jupyter_cache.cache.main import JupyterCacheBase

# Where the name to import is not the name to install, or one brings another.
DISTRIBUTIONS = {"sklearn": ("scikit-learn",), "keras": ("keras", "tensorflow")}
STYLE = "book.mplstyle"
MAGIC = re.compile(r"^\s*[%!?]|\?\s*$|=\s*[%!]", re.MULTILINE)
# A cell's option that names a file with its code.
LOAD = re.compile(r"^\s*:?load:", re.MULTILINE)

# Where statements hold statements: imports are found without a look at expressions.
BODIES = "body", "orelse", "handlers", "finalbody", "cases"


def fingerprint(chapter, notebook=None):
    """Return ``{"code": hash, "dependencies": hash}`` of a chapter."""
    notebook = notebook or chapter.notebook()
    # The hash needs no cache folder: the method only reads its argument.
    _, code = JupyterCacheBase("").create_hashed_notebook(notebook)
    return {"code": code, "dependencies": dependencies_hash(chapter, notebook)}


def text_hash(chapter):
    """Return a hash of all that decides which notebook a chapter's text is.

    Where it is that of the committed results, so is the code: no need to parse the
    text, which takes ten times as long.
    """
    text = chapter.source.read_text(encoding="utf-8")
    elsewhere = [source_code(chapter.notebook())] if LOAD.search(text) else []
    parts = [text, *reader(), *elsewhere]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def reader():
    """Return the versions of what turns text into a notebook and hashes that."""
    return [version(name) for name in ("myst-nb", "myst-parser", "jupyter-cache")]


def dependencies_hash(chapter, notebook):
    """Return the hash of what the chapter depends on beyond its own code."""
    sources, libraries = dependencies(chapter, notebook)
    digest = hashlib.sha256()
    for path in sorted(sources):
        digest.update(path.relative_to(chapter.root).as_posix().encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    for line in locked(chapter.root, libraries):
        digest.update(line.encode())
    return digest.hexdigest()


def dependencies(chapter, notebook=None):
    """Return the ``annutils`` files and the libraries that a chapter imports."""
    package = chapter.root / "annutils"
    code = source_code(notebook or chapter.notebook())
    sources, libraries = set(), set()
    if f'"annutils.{STYLE.removesuffix(".mplstyle")}"' in code:
        sources.add(package / STYLE)
    libraries |= {name for name in imports(code) if not _is_ours(name)}
    names, seen = set(filter(_is_ours, imports(code))), set()
    while names:
        seen.add(name := names.pop())
        for path in files(package, name) - sources:
            sources.add(path)
            text = path.read_text(encoding="utf-8")
            imported = imports(text, module(package, path))
            names |= set(filter(_is_ours, imported)) - seen
            # A function that imports a library is for chapters that import it, too.
            libraries |= {
                name for name in imports(text, late=False) if not _is_ours(name)
            }
    return sources, {each for name in libraries for each in distributions(name)}


def _is_ours(name):
    """Tell whether the dotted name belongs to annutils."""
    return name.split(".")[0] == "annutils"


def source_code(notebook):
    """Return the notebook's code as plain Python, IPython's magics translated."""
    return "\n".join(
        plain(cell.source) for cell in notebook.cells if cell.cell_type == "code"
    )


@cache
def plain(code):
    """Return the code of a cell as plain Python; the transformation takes its time."""
    return TransformerManager().transform_cell(code) if MAGIC.search(code) else code


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
    found, todo = set(), []
    with suppress(SyntaxError):
        todo.append(ast.parse(code))
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

    The package's own ``__init__.py`` only forwards. It is left out, but for a name
    that no module has: that one it forwards itself. Who imports the bare package may
    ask it for any module.
    """
    if "." not in name:
        return set(package.rglob("*.py"))
    found, folder = set(), package
    for part in name.split(".")[1:]:
        if (folder / f"{part}.py").exists():
            found.add(folder / f"{part}.py")
            break
        folder = folder / part
        if (folder / "__init__.py").exists():
            found.add(folder / "__init__.py")
        else:
            break
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
