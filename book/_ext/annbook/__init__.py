"""The book's own Sphinx extension and the engine that executes its chapters.

chapters      which chapters there are, and the notebook that each one is
meaning       what code does, as a hash
fingerprint   what a chapter's results depend on
results       the committed results: read, compared, written
shown         a chapter as its page shows it: today's text, committed outputs
tolerance     when two runs of the same code say the same
execution     runs stale chapters through jupyter-cache's executors
processes     a process for each, which ends when the main one does
cluster       one of these executors, for a Dask cluster
failures      what an author is told about a chapter that failed
locks         of two that work in one place, the second waits
kernels       the environment of every kernel
circumstances device and versions that they ran with
book          make book: builds the site unless it is up to date
stamp         whether it is
preview       make preview: builds at each edit, and runs edited chapters
spare         a process that waits to build
served        the site as a preview serves it
log           how far a build is and what is wrong, no more
build         gives MyST-NB the chapters with their results
warned        reads pages with a warning again
unfinished    clears what a build left that failed or was killed
citations     of the bibliography, written fast
mathml        formulas as MathML, made at build time
figures       interactive figures: a script and still pictures for each page
folds         what is folded away opens without a script
searchindex   the same index of the search, whichever pages were written
page          what stands around a page: scripts that do something, no others
modes         light and dark where no script runs
styles        no style inside a page: a strict policy refuses it
sharing       what search engines and shared links show of a page
missing       the page for an address that does not exist
absent        references to what the book does not have
identity      title, author and year, wherever the book is named
words         the engine's own, in the language of the book
addresses     the repository, the site, Colab and Binder, from one address
buttons       what opens a chapter elsewhere
markdown      a resolved page as plain Markdown
notebooks     the chapters as notebooks for Colab
lite          the chapters that run in the browser, and JupyterLite to run them in
pyodide       the files that JupyterLite's Python is made of, each verified
changes       what a change does to pages and results, for reviewers
colophon      the table of versions, device and seconds
"""

import hashlib
from pathlib import Path

CODE = Path(__file__).resolve().parent
ROOT = CODE.parents[2]  # the top level of the repository
STATIC = CODE.parents[1] / "_static"


def setup(app):
    """Connect the parts to Sphinx."""
    from annbook import (
        absent,
        build,
        buttons,
        citations,
        colophon,
        figures,
        folds,
        identity,
        lite,
        log,
        mathml,
        missing,
        modes,
        notebooks,
        page,
        searchindex,
        sharing,
        stamp,
        unfinished,
        warned,
        words,
    )
    from annutils.widgets.bundle import SOURCES

    before = log, warned, unfinished, stamp, build, colophon, citations, figures, folds
    around = sharing, missing, modes, page, searchindex, buttons, notebooks, lite
    for part in (*before, mathml, identity, words, absent, *around):
        part.setup(app)
    # Sphinx builds everything anew when a setting changes, and so it must when this
    # code does: otherwise, pages that an older version wrote would stay. Static files
    # it copies only when it writes pages, and so these are written again; so are the
    # scripts of the figures.
    app.add_config_value("annbook_code", digest(CODE), "env", types=str)
    app.add_config_value("annbook_static", digest(STATIC), "html", types=str)
    app.add_config_value("annbook_figures", digest(SOURCES), "html", types=str)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def digest(folder):
    """Return a hash of the files of a folder, except those that Python makes there."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_dir() or path.suffix == ".pyc":
            continue
        total.update(path.relative_to(folder).as_posix().encode() + b"\0")
        total.update(path.read_bytes())
    return total.hexdigest()
