"""Which chapters are stale: asked again only where what decides it has moved.

To parse all chapters and what they import takes seconds, and most builds follow the
edit of one. What was found is kept in a file, with the hash of what it was found of.
"""

import json

from annbook.files import digest
from annbook.paths import CODE
from annutils.files import write_whole

SHARED = "annutils", "requirements.txt"  # what any chapter may depend on


def stale(chapters, root, memory):
    """Return the chapters whose results are missing, damaged or of other code.

    Parameters
    ----------
    chapters : list of Chapter
    root : Path
        The top level of their book.
    memory : Path
        The file with what was found last time; it is written anew. Where it is missing
        or damaged, all chapters are asked.

    Returns
    -------
    list of Chapter
    """
    from annbook.results import committed  # takes its time, and recalling does not

    shared = digest(CODE, *(root / name for name in SHARED))
    before, now = recall(memory), {}
    for chapter in chapters:
        seen = f"{shared} {digest(chapter.source, chapter.executed)}"
        known, answer = before.get(chapter.name, ("", None))
        now[chapter.name] = (
            seen,
            answer if seen == known else committed.is_stale(chapter),
        )
    memory.parent.mkdir(parents=True, exist_ok=True)
    write_whole(memory, json.dumps(now, indent=0).encode())
    return [chapter for chapter in chapters if now[chapter.name][1]]


def recall(memory):
    """Return what the file holds: by chapters, a hash and whether it was stale then."""
    try:
        found = json.loads(memory.read_text(encoding="utf-8"))
        return {name: (seen, bool(answer)) for name, (seen, answer) in found.items()}
    except (AttributeError, OSError, TypeError, ValueError):
        return {}
