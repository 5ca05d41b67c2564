"""A part of the method is taken out of a copy of a chapter's code, and a claim is run.

Only the cells that the claim needs are run.
"""

import symtable
from functools import cache

from annbook.chapters import find
from annbook.results.cells import code_cells
from matplotlib import pyplot as plt


@cache
def code_of(chapter):
    """Return the chapter's code, cell by cell, without IPython's magics."""
    texts = [cell.source for cell in code_cells(find(chapter).notebook())]
    return tuple("\n".join(x for x in s.splitlines() if x[:1] != "%") for s in texts)


def tables(table):
    """Yield a symbol table and all the tables inside it."""
    yield table
    for child in table.get_children():
        yield from tables(child)


def names(cell):
    """Return the names that a cell binds at its top level, and others that it reads."""
    top, *inner = tables(symtable.symtable(cell, "cell", "exec"))
    bound = {
        symbol.get_name()
        for symbol in top.get_symbols()
        if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()
    }
    read = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_referenced()}
    for table in inner:
        read |= {s.get_name() for s in table.get_symbols() if s.is_global()}
    return bound, read - bound


def slice_for(cells, claim, edited):
    """Return the cells that the one with the claim needs, and the edited ones."""
    last = next(i for i, cell in enumerate(cells) if claim in cell)
    kept, needed = [], set()
    for i in range(last, -1, -1):
        bound, read = names(cells[i])
        if i in edited or i == last or bound & needed:
            kept.insert(0, cells[i])
            needed = (needed - bound) | read
    return kept


def run_for(cells, claim, edited=()):
    """Run the cell that holds the claim after those that it needs; return the names."""
    namespace = {"__name__": "copy of a chapter"}
    with plt.rc_context():  # a chapter sets the book's style
        for cell in slice_for(cells, claim, edited):
            exec(compile(cell, claim, "exec"), namespace)  # noqa: S102
    return namespace


def run_without(chapter, part, replacement, claim, shortcuts):
    """Replace a part of the code and run what the claim needs, with shortcuts."""
    cells = code_of(chapter)
    edited = {i for i, cell in enumerate(cells) if part in cell}
    assert edited, f"the chapter has no {part!r} to take out"
    cells = [cell.replace(part, replacement) for cell in cells]
    for text, shorter in shortcuts.items():
        cells = [cell.replace(text, shorter) for cell in cells]
    run_for(cells, claim, edited)
