"""Hands the committed results to MyST-NB, through its notebook cache."""

import shutil
import sqlite3

import nbformat
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from sqlalchemy.exc import DatabaseError

from annbook.results import read


def open_cache(folder):
    """Return the notebook cache in the folder, made anew when it is damaged.

    Nothing is lost by that: whatever a cache holds comes from the committed results.
    """
    cache = get_cache(folder)
    try:
        cache.list_cache_records()
    except (DatabaseError, sqlite3.DatabaseError):
        shutil.rmtree(folder)
        cache = get_cache(folder)
    return cache


def prime(cache, chapters):
    """Put the chapters' committed results into the cache; return how many were new."""
    return sum(_prime(cache, chapter) for chapter in chapters)


def _prime(cache, chapter):
    """Cache one chapter's results, unless the cache holds them; tell if it did not."""
    notebook = read(chapter)
    stored = cache.path / "executed" / notebook.metadata.book.code / "base.ipynb"
    if _outputs(stored) == [cell.outputs for cell in notebook.cells]:
        return False
    # a folder without its file, left by a run that was killed, stops jupyter-cache
    shutil.rmtree(stored.parent, ignore_errors=True)
    bundle = CacheBundleIn(
        notebook,
        str(chapter.source),
        data={"execution_seconds": notebook.metadata.book.seconds},
    )
    cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)
    return True


def _outputs(path):
    """Return the outputs that a cached notebook holds; None when it is unreadable."""
    try:
        return [cell.outputs for cell in nbformat.read(path, as_version=4).cells]
    except (AttributeError, OSError, ValueError, nbformat.ValidationError):
        return None
