"""Gives MyST-NB each chapter with its committed results; nothing runs in a build."""

import hashlib
from pathlib import Path

from sphinx.util import logging

from annbook.chapters import all_chapters, find
from annbook.notebooks.merged import merged
from annbook.paths import ROOT
from annbook.results import committed, staleness
from annbook.site import markers, up_to_date
from annbook.site.translations import translator

logger = logging.getLogger(__name__)

SVG = "image/svg+xml"
EXPLAINED = (
    "Each time the chapter runs, this code tests what the text says and computes its "
    "numbers."
)


def setup(app):
    """Ask Sphinx for the moments at which results matter."""
    # after MyST-NB has made its settings of those of the book
    app.connect("builder-inited", prepare, priority=600)
    app.connect("env-get-outdated", outdated)
    app.connect("build-finished", name_stale, priority=900)


def prepare(app):
    """Have MyST-NB read chapters with ``page``; report results that are not there."""
    chapters = all_chapters(ROOT)
    stale = staleness.stale(
        chapters, ROOT, Path(app.outdir).parent / up_to_date.STALE.name
    )
    app.annbook_stale = [chapter.name for chapter in stale]
    for problem in filter(None, map(committed.problem, stale)):
        logger.error("%s", problem)
    reader = f"{__name__}.{page.__name__}"
    checked, explained = map(translator(app.config), ("✓ Checked", EXPLAINED))
    app.env.mystnb_config = app.env.mystnb_config.copy(
        # by the end of a path: here, all of it
        custom_formats={
            str(chapter.source): (
                reader,
                {"name": chapter.name, "checked": checked, "explained": explained},
                False,
            )
            for chapter in chapters
        },
        execution_mode="off",
    )


def page(text, name, checked, explained):
    """Return the notebook of a chapter's page.

    Parameters
    ----------
    text : str
        What Sphinx read of the chapter's file.
    name : str
        The chapter's.
    checked : str
        What a folded cell with the tag "check" says of itself, unless it has words of
        its own.
    explained : str
        What it says in addition when it is open.
    """
    notebook = merged(find(name, ROOT), text)
    # which may ask for a kernel, against the book's setting
    notebook.metadata.get("mystnb", {}).pop("execution_mode", None)
    notebook.cells = folded_together(notebook.cells)
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if drawing := output.get("data", {}).get(SVG):
                output.data[SVG] = markers.joined(drawing)
        if is_check(cell):
            own = cell.metadata.get("mystnb", {})
            words = own.get("code_prompt_show", checked)
            own |= {
                "code_prompt_show": words,
                "code_prompt_hide": f"{words}. {explained}",
            }
            cell.metadata["mystnb"] = own
    return notebook


def folded_together(cells):
    """Return the cells of a page: what is folded and shows nothing joins the next fold.

    Checks that stand side by side are one check.

    Parameters
    ----------
    cells : list of NotebookNode
        A cell that is joined gives its code, and what it recorded, to the next one, and
        is left out.

    Returns
    -------
    list of NotebookNode
    """
    kept = []
    for cell in cells:
        if kept and joins(kept[-1], cell):
            before = kept.pop()
            cell.source = f"{before.source}\n\n{cell.source}"
            cell.outputs = before.outputs + cell.outputs
            cell.metadata["tags"] = sorted(tags(before) | tags(cell))
        kept.append(cell)
    return kept


def joins(before, cell):
    """Tell whether a cell of a page is one fold with the cell before it."""
    if is_check(before):
        return is_check(cell)
    return is_fold(before) and not before.outputs and is_fold(cell)


def is_check(cell):
    """Tell whether a cell checks what the page claims."""
    return "check" in tags(cell)


def is_fold(cell):
    """Tell whether the code of a cell is folded, and is no check."""
    return "hide-input" in tags(cell) and not is_check(cell)


def tags(cell):
    """Return the tags of a cell as a set."""
    return set(cell.metadata.get("tags", ()))


def outdated(app, env, added, changed, removed):
    """Return the pages to read again because their results moved since last time."""
    now = {}
    for chapter in all_chapters(ROOT):
        file = chapter.executed.read_bytes() if chapter.executed.exists() else b""
        state = hashlib.sha256(file).hexdigest(), chapter.name in app.annbook_stale
        now[f"book/{chapter.name}"] = state
    before = getattr(env, "annbook_results", {})
    env.annbook_results = now
    again = {name for name in now if now[name] != before.get(name)}
    return (again | {"book/colophon"} if again else again) & env.all_docs.keys()


def name_stale(app, error):
    """Say at the end, in one line, which results are not those of today's code."""
    if app.annbook_stale and not error:
        logger.info("%s", up_to_date.named(app.annbook_stale))
