"""Before Sphinx reads: stale chapters run, and every result enters MyST-NB's cache."""

import hashlib
from pathlib import Path

from sphinx.errors import ExtensionError
from sphinx.util import logging

from annbook import execution, results
from annbook.cache import open_cache, prime
from annbook.chapters import ROOT, all_chapters

logger = logging.getLogger(__name__)


def setup(app):
    """Ask Sphinx for the two moments at which results matter."""
    app.connect("builder-inited", bring_up_to_date)
    app.connect("env-get-outdated", moved)


def bring_up_to_date(app):
    """Execute what is stale and prime the cache that MyST-NB reads from."""
    chapters = all_chapters(ROOT)
    try:
        stale = [chapter for chapter in chapters if results.is_stale(chapter)]
        if stale:
            execution.execute(stale, report=logger.info)
        primed = prime(open_cache(Path(app.config.nb_execution_cache_path)), chapters)
    except (execution.ExecutionError, results.ResultError) as error:
        raise ExtensionError(str(error)) from error
    logger.info(
        "results: %d chapters, %d executed, %d new to the cache",
        *(len(chapters), len(stale), primed),
    )


def moved(app, env, added, changed, removed):
    """Return the pages to read again because their results moved since last time."""
    now = {
        f"book/{chapter.name}": hashlib.sha256(
            chapter.executed.read_bytes()
        ).hexdigest()
        for chapter in all_chapters(ROOT)
    }
    before = getattr(env, "annbook_results", {})
    env.annbook_results = now
    again = {name for name in now if now[name] != before.get(name)}
    return (again | {"book/colophon"} if again else again) & env.all_docs.keys()
