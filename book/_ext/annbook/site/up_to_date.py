"""Is the site what its sources ask for? Answered before anything heavy is imported.

The stamp, written after a build that succeeded, holds names, sizes and times of all
files that the site is made of and of all files of the site. Which chapters are stale
is kept beside it (``results/staleness.py``).
"""

import json
import os
from pathlib import Path

from annbook.notebooks.addresses import revision
from annbook.results.staleness import recall

STAMP = Path("_build", "stamp.json")
STALE = Path("_build", "stale.json")
SITE = Path("_build", "html")
SOURCES = (
    *("_config.yml", "_toc.yml", "pyproject.toml", "requirements.txt"),
    *("annutils", "book"),
    # What make lite brings: with it, the site has one more folder.
    *("_build/lite/pyodide", "_build/lite/tools/bin"),
)
NAMED = 3  # stale chapters in one line
VARIABLES = (
    *("GITHUB_REPOSITORY", "GITHUB_SERVER_URL", "GITHUB_SHA"),
    "SOURCE_DATE_EPOCH",
)


def named(stale):
    """Return the line that names stale chapters, in a build and instead of one."""
    more = len(stale) - NAMED
    names = ", ".join(stale[:NAMED]) + (f" and {more} more" if more > 0 else "")
    return f"stale results: {names} (make execute)"


def stale(root):
    """Return the names of the chapters that the last build found stale."""
    return [name for name, (_, is_stale) in recall(root / STALE).items() if is_stale]


def sources(root):
    """Return what the site depends on, as JSON keeps it."""
    variables = {name: os.environ.get(name) for name in VARIABLES}
    return {
        "files": files(root, SOURCES),
        "revision": revision(root, ""),
        "variables": variables,
    }


def files(root, names):
    """Return ``{path: [size, time]}`` of the files, and of those in the folders."""
    found, todo = {}, [os.path.join(root, name) for name in names]
    while todo:
        path = todo.pop()
        if os.path.isdir(path):
            with os.scandir(path) as entries:
                todo += [each.path for each in entries if each.name != "__pycache__"]
        elif os.path.exists(path):
            status = os.stat(path)
            name = os.path.relpath(path, root)
            found[name] = [status.st_size, status.st_mtime_ns]
    return found


def is_fresh(root, now):
    """Tell whether the last build saw these sources, and its site is as it left it."""
    try:
        last = json.loads((root / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return last == {"sources": now, "site": files(root, [SITE])}


def write(root, now):
    """Keep that the site is what these sources ask for."""
    state = {"sources": now, "site": files(root, [SITE])}
    (root / STAMP).write_text(json.dumps(state), encoding="utf-8")
