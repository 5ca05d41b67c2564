"""A chapter as its page shows it: the text of today with the committed outputs."""

import re
from difflib import SequenceMatcher

from nbformat.v4 import new_output

from annbook.results import committed
from annbook.results.cells import code_cells
from annbook.results.fingerprint import fingerprint, step

GLUE = "application/papermill.record/"
# Where a text shows a recorded value: {glue:text}`key:format`, or {glue:figure} key
GLUED = re.compile(r"(\{glue(?::\w*)?\}(?:`| +))([^`:\n]+)(:[^`:\n]*)?(?=`|$)", re.M)
MISSING = "not yet computed"


def merged(chapter, text=None):
    """Return the chapter as a notebook of today's text and the committed outputs.

    Cells that do what they did keep their outputs. In a stale chapter, a cell that was
    changed shows the outputs of the one in its place, a new one has none, and a value
    or a figure that was never computed says so. This makes a whole page, whose results
    are right again when the chapter has run.

    Parameters
    ----------
    chapter : Chapter
    text : str, optional
        In the place of what the chapter's file holds.

    Returns
    -------
    NotebookNode
        Without any output when there are no results, or none that can be read.
    """
    notebook = chapter.notebook(text)
    notebook.metadata.language_info = committed.LANGUAGE
    cells = code_cells(notebook)
    for number, cell in enumerate(cells, start=1):
        cell.execution_count = number
    results = committed.readable(chapter)
    for cell, former in pairs(cells, code_cells(results) if results else []):
        cell.outputs = former.outputs
    now = fingerprint(chapter, notebook)
    if cells and not (results and committed.hashes(results) == now):
        _say_what_is_missing(notebook)
    return notebook


def pairs(cells, former):
    """Yield each cell with the former one that does the same, or stood in its place."""
    matcher = SequenceMatcher(None, [*map(step, former)], [*map(step, cells)], False)
    for _, start, end, new_start, new_end in matcher.get_opcodes():
        yield from zip(cells[new_start:new_end], former[start:end], strict=False)


def _say_what_is_missing(notebook):
    """Put words in the place of figures and values that no output holds.

    Without them, what the text says of these would refer to nothing, and end the build.
    """
    cells = code_cells(notebook)
    for cell in cells:
        figure = "figure" in cell.metadata.get("mystnb", {})
        if figure and not any("data" in output for output in cell.outputs):
            cell.outputs.append(new_output("display_data", {"text/plain": MISSING}))
    recorded = {
        output.metadata.scrapbook.name
        for cell in cells
        for output in cell.outputs
        if "scrapbook" in output.get("metadata", {})
    }
    asked = set()

    def without_format(found):
        """Return the reference, less the format of a number that there is not."""
        asked.add(found[2])
        return found[0] if found[2] in recorded else found[1] + found[2]

    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = GLUED.sub(without_format, cell.source)
    cells[-1].outputs += [_record(key) for key in sorted(asked - recorded)]


def _record(key):
    """Return the output by which a value of that name enters the text."""
    return new_output(
        "display_data",
        {f"{GLUE}text/{kind}": MISSING for kind in ("plain", "markdown")},
        metadata={"scrapbook": {"name": key, "mime_prefix": GLUE}},
    )
