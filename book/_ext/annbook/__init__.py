"""annbook: the book's Sphinx extension, and the commands of its authors.

The road from a chapter to its page, and the rooms: ``docs/architecture.md``.
"""


def setup(app):
    """Connect the parts to Sphinx."""
    from annbook.files import digest
    from annbook.paths import CODE, STATIC
    from annutils.widgets.bundle import SOURCES

    for part in parts():
        part.setup(app)
    # Sphinx builds everything anew when a setting changes, and so it must when this
    # code does: otherwise, pages that an older version wrote would stay. Static files
    # it copies only when it writes pages, and so these are written again; so are the
    # scripts of the figures.
    app.add_config_value("annbook_code", digest(CODE), "env", types=str)
    app.add_config_value("annbook_static", digest(STATIC), "html", types=str)
    app.add_config_value("annbook_figures", digest(SOURCES), "html", types=str)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def parts():
    """Import and return the parts; not before a build, since that takes its time."""
    from annbook.notebooks import lite, published
    from annbook.site import (
        assets,
        blanks,
        buttons,
        checks,
        citations,
        colophon,
        figures,
        folds,
        identity,
        judged,
        live,
        log,
        mathml,
        misconceptions,
        missing_references,
        not_found,
        offline,
        page,
        pending_warnings,
        pictures,
        plays,
        previews,
        progress,
        questions,
        reader,
        reading,
        recovery,
        search,
        sharing,
        stuck,
        translations,
        twins,
        unused,
    )

    build = log, pending_warnings, recovery, reader
    content = (
        colophon,
        misconceptions,
        citations,
        figures,
        plays,
        blanks,
        questions,
        checks,
        twins,
        pictures,
        folds,
        mathml,
        identity,
    )
    around = translations, missing_references, sharing, not_found, page, assets
    after = (
        judged,
        stuck,
        previews,
        search,
        progress,
        reading,
        buttons,
        published,
        lite,
        live,
        unused,
        offline,
    )
    return *build, *content, *around, *after
