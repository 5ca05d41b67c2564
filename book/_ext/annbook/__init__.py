"""The book's own Sphinx extension and the engine that executes its chapters.

From a chapter's Markdown to its page, in six files::

    book.py                 make book: asks Sphinx for the site
    chapters.py             the notebook that a chapter's Markdown is
    results/committed.py    the outputs of its last run
    notebooks/merged.py     both as one: today's text, committed outputs
    site/reader.py          hands that to MyST-NB, which makes a page of it
    site/page.py            what stands around the page

The rooms, of which each imports from those above it alone:

chapters, paths, files, arguments, prerequisites
    Which chapters there are; where and how files are written; what make asks first.
results
    When a chapter is stale, how it runs, and what of it is committed.
notebooks
    A chapter as a notebook: for its page, for Colab and Binder, for the browser.
site
    What Sphinx is told, and what happens to its pages.
book, standby, preview, new, ``__main__``
    The commands.
"""


def setup(app):
    """Connect the parts to Sphinx."""
    from annbook.files import digest
    from annbook.notebooks import lite, published
    from annbook.paths import CODE, STATIC
    from annbook.site import (
        buttons,
        citations,
        colophon,
        figures,
        folds,
        identity,
        log,
        mathml,
        missing_references,
        modes,
        not_found,
        page,
        pending_warnings,
        reader,
        recovery,
        searchindex,
        sharing,
        stamp,
        translations,
    )
    from annutils.widgets.bundle import SOURCES

    build = log, pending_warnings, recovery, stamp, reader
    content = colophon, citations, figures, folds, mathml, identity, translations
    around = missing_references, sharing, not_found, modes, page, searchindex, buttons
    for part in (*build, *content, *around, published, lite):
        part.setup(app)
    # Sphinx builds everything anew when a setting changes, and so it must when this
    # code does: otherwise, pages that an older version wrote would stay. Static files
    # it copies only when it writes pages, and so these are written again; so are the
    # scripts of the figures.
    app.add_config_value("annbook_code", digest(CODE), "env", types=str)
    app.add_config_value("annbook_static", digest(STATIC), "html", types=str)
    app.add_config_value("annbook_figures", digest(SOURCES), "html", types=str)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
