"""The committed results of a chapter: its code cells with their outputs."""

import json
import re
from contextlib import suppress

import nbformat

from annbook.results.cells import code_cells
from annbook.results.fingerprint import fingerprint
from annbook.results.tolerance import TOLERANCE, between
from annutils.files import write_whole

# What a later run may change without a new result: never a reason for a new file.
PROVENANCE = ("device", "seconds", "versions")
# What reading a file raises that is no notebook, or none of ours.
DAMAGE = AttributeError, KeyError, TypeError, ValueError, nbformat.ValidationError
# In a notebook, an interactive figure carries its code. The site has it as files, and
# here each edit of it would make results stale.
FIGURE_CODE = re.compile(
    r'\n?<script type="module" data-figure="[\w-]+">.*?</script>', re.DOTALL
)
LIMIT = 2  # megabytes a cell; the largest of the book has 0.35
LANGUAGE = {"name": "python", "pygments_lexer": "ipython3"}
LOCATION = re.compile(r"(?<![\w/.:])/(?:home|root|tmp|Users|work|usr|opt)/\S*")
ADDRESS = re.compile(r" at 0x[0-9a-f]{6,}")


class ResultError(Exception):
    """A chapter's results cannot be read, or may not be kept."""


def read(chapter):
    """Return the committed notebook of a chapter, or None when there is none.

    Raises
    ------
    ResultError
        When the file is damaged.
    """
    if not chapter.executed.exists():
        return None
    try:
        notebook = nbformat.v4.reads(chapter.executed.read_text(encoding="utf-8"))
        hashes(notebook)
        [(cell.source, cell.metadata, cell.outputs) for cell in code_cells(notebook)]
    except DAMAGE as error:
        raise ResultError(
            f"{chapter.executed} is damaged ({type(error).__name__}: {error}). "
            f"Restore it from git, or run: {_cure(chapter)}"
        ) from error
    return notebook


def readable(chapter):
    """Return the committed notebook of a chapter; None if missing or damaged."""
    with suppress(ResultError):
        return read(chapter)
    return None


def problem(chapter):
    """Return why a chapter has no results to show, and the cure; empty if it has."""
    try:
        found = read(chapter)
    except ResultError as error:
        return str(error)
    return "" if found else f"{chapter.name} has no results: {_cure(chapter)}"


def _cure(chapter):
    """Return the command that makes the results of a chapter."""
    return f"make execute CHAPTER={chapter.name}"


def is_stale(chapter):
    """Tell whether the committed results are missing, damaged or of other code."""
    committed = readable(chapter)
    return committed is None or hashes(committed) != fingerprint(chapter)


def hashes(notebook):
    """Return the hashes of what the results in a notebook came from."""
    return {key: notebook["metadata"]["book"][key] for key in ("code", "dependencies")}


def from_run(notebook, record):
    """Return the results to commit: code cells alone, free of a run's traces.

    Parameters
    ----------
    notebook : NotebookNode
        The executed notebook.
    record : dict
        Goes into its metadata under ``book``: hashes, device, versions, seconds.
    """
    cells = []
    for number, cell in enumerate(code_cells(notebook), start=1):
        _refuse_much(cell, number)
        outputs = _merged(_clean(output, number) for output in cell.outputs)
        cells.append(
            nbformat.from_dict(
                {
                    "cell_type": "code",
                    "execution_count": number,
                    "metadata": dict(cell.metadata),
                    "outputs": outputs,
                    "source": cell.source,
                }
            )
        )
        cells[-1].metadata.pop("execution", None)
    metadata = {
        "book": record,
        "kernelspec": dict(notebook.metadata.kernelspec),
        "language_info": LANGUAGE,
    }
    # Without ids (nbformat 4.4): they are random, and nothing refers to them.
    return nbformat.from_dict(
        {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 4}
    )


def _clean(output, number):
    """Return the output as it may be committed; refuse log lines, paths, addresses."""
    text = nbformat.from_dict(output)
    if text.get("name") == "stderr":
        raise ResultError(f"cell {number} writes to stderr:\n{text.text}")
    for part in texts(text):
        if found := LOCATION.search(part) or ADDRESS.search(part):
            raise ResultError(
                f"the output of cell {number} holds {found.group()!r}, "
                "which differs from run to run or from machine to machine"
            )
    if "execution_count" in text:
        text.execution_count = number
    if "text/html" in text.get("data", {}):
        text.data["text/html"] = without_code(text.data["text/html"])
    if any(kind.startswith("image/") for kind in text.get("data", {})):
        text.data.pop("text/plain", None)  # "<Figure size ...>": nothing to read
    return text


def _refuse_much(cell, number):
    """Refuse what would make the page, and every later clone, too heavy."""
    size = sum(len(json.dumps(output)) for output in cell.outputs) / 1e6
    if size > LIMIT:
        raise ResultError(
            f"cell {number} puts out {size:.0f} MB, and at most {LIMIT} MB can be "
            "committed: print less, or draw with fewer points"
        )


def without_code(html):
    """Return the output of an interactive figure less the script that it carries."""
    return FIGURE_CODE.sub("", html)


def _merged(outputs):
    """Return the outputs with neighboring prints joined.

    In how many portions a kernel sends what a cell prints is a matter of time.
    """
    joined = []
    for output in outputs:
        streams = output.output_type == "stream" and joined
        if streams and joined[-1].get("name") == output.name:
            joined[-1].text += output.text
        else:
            joined.append(output)
    return joined


def texts(output):
    """Yield the readable texts of an output; pictures in base64 are not."""
    yield output.get("text", "")
    for kind, value in output.get("data", {}).items():
        if isinstance(value, str) and not kind.startswith("image/png"):
            yield value


def write(chapter, notebook, tolerance=TOLERANCE):
    """Write the results, unless the committed file says the same already.

    Outputs of the same code that moved within the tolerance are those that are
    committed: another processor adds in another order.

    Returns
    -------
    bool
        Whether the file changed. It is replaced at once or not at all.
    str
        What moved, and by how much.
    """
    said = "new results"
    if committed := readable(chapter):  # a damaged file is replaced
        moved = between(committed, notebook, tolerance)
        said = str(moved)
        same = hashes(committed) == hashes(notebook)
        if same and moved.cell and not moved.beyond:
            said = f"within tolerance ({moved}), the committed results stay"
            for cell, former in zip(notebook.cells, committed.cells, strict=True):
                cell.outputs = former.outputs
        if _essence(committed) == _essence(notebook):
            return False, said
    try:
        text = nbformat.writes(notebook) + "\n"
        chapter.executed.parent.mkdir(parents=True, exist_ok=True)
        write_whole(chapter.executed, text.encode())
    except OSError as error:
        raise ResultError(
            f"{chapter.executed} cannot be written: {error.strerror}. "
            "The results before this run are as they were."
        ) from error
    return True, said


def _essence(notebook):
    """Return the notebook as text, less what it ran with."""
    copy = nbformat.reads(nbformat.writes(notebook), as_version=4)
    for key in PROVENANCE:
        copy.metadata.book.pop(key, None)
    return nbformat.writes(copy)
