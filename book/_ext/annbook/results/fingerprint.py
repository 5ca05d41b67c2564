"""What a chapter's results depend on, as two hashes of what code does.

``code`` covers the chapter's cells, and ``dependencies`` the rest: the sources of
``annutils`` that the chapter imports, directly or not (of ``annutils.widgets`` only the
figures that it shows), its style of figures, and the locked versions of the libraries
that these and the chapter import. Comments, docstrings and formatting count in neither
(``syntax_hash``), and of a cell's options only those that change what runs.

A chapter that shows source, by ``inspect.getsource``, ``help``, ``name??`` and the like
(``SHOWING``), may show any of it: there, all counts as it is written.
"""

import ast
import hashlib
import json
import re
from functools import cache

from annbook.results.cells import code_cells, plain, source_code
from annbook.results.dependencies import STYLE, dependencies, locked
from annbook.results.syntax import parse, syntax_hash

# Tags by which a kernel's client goes on after a cell's error, or leaves the cell out.
RAISES, SKIPPED = "raises-exception", "skip-execution"
# Names by which code gets at source, docstrings or line numbers; the last are those
# that IPython gives to ``name?``, ``name??`` and their like.
SHOWING = re.compile(
    r"__doc__|findsource|getcomments|getdoc|getsource|getsourcelines|help|linecache"
    r"|pydoc|traceback|pdoc|pfile|pinfo|pinfo2|psource"
)


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
            text if as_written or path.name == STYLE else syntax_hash(text),
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


def steps(notebook):
    """Return what each of the code cells does, those left out that do nothing."""
    return list(filter(None, map(step, code_cells(notebook))))


def step(cell):
    """Return a text that says what the cell does; empty when it does nothing."""
    does = syntax_hash(plain(cell.source), cell=True)
    tags = {RAISES, SKIPPED}.intersection(cell.metadata.get("tags", ()))
    return does and " ".join([does, *sorted(tags)])


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
    tree = parse(code) if SHOWING.search(code) else None
    return any(
        SHOWING.fullmatch(str(getattr(node, field, "")))
        for node in (ast.walk(tree) if tree else ())
        for field in ("id", "attr", "name", "value")
    )
