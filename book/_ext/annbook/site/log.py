"""A log that shows how far a build is, what is wrong, and nothing else.

Sphinx and its extensions tell their whole configuration, each picture that they copy,
and each file that is fine: among these lines, authors would overlook a warning.
"""

import logging

import sphinx.util.logging

logger = sphinx.util.logging.getLogger(__name__)
OURS = f"sphinx.{__package__.partition('.')[0]}."


def setup(app):
    """Connect to Sphinx, and quiet what it logs to the terminal."""
    for handler in logging.getLogger("sphinx").handlers:
        handler.addFilter(is_shown)
    app.connect("source-read", tell_reading)
    app.connect("html-page-context", tell_writing)


def is_shown(record):
    """Tell whether a record is a warning, an error or annbook's own."""
    return record.levelno > logging.INFO or record.name.startswith(OURS)


def tell_reading(app, page, source):
    """Say which page is read."""
    logger.info("reading %s", page)


def tell_writing(app, page, template, context, doctree):
    """Say which page is written; those that Sphinx makes up itself are quick."""
    if doctree:
        logger.info("writing %s", page)
