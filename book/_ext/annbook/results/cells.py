"""The code cells of a notebook, as plain Python."""

import re
from functools import cache

from IPython.core.inputtransformer2 import TransformerManager

MAGIC = re.compile(r"^\s*[%!?]|\?\s*$|=\s*[%!]", re.MULTILINE)


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
