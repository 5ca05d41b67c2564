"""How the work of a build grows with the number of chapters.

Run by ``make bench``. The books are made of copies of the book's own chapters, with
results that are fresh; per chapter, no step should take longer in a large book.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

import nbformat
import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "book" / "_ext"))

from annbook.chapters import Chapter, all_chapters  # noqa: E402
from annbook.notebooks.merged import merged  # noqa: E402
from annbook.results import committed  # noqa: E402
from annbook.results.fingerprint import fingerprint  # noqa: E402

SIZES = 50, 100, 200
DATA = "book/references.bib", "book/search.yml"
HEAD = """\
---
file_format: mystnb
kernelspec:
  name: python3
  display_name: Python 3
---
"""
JUPYTER_BOOK = Path(sys.executable).parent / "jupyter-book"


def seconds(work):
    """Return how long the work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def synthetic_book(root, n_chapters):
    """Write a book of so many chapters, with results; return the chapters."""
    for folder in ("annutils", "book/_ext", "book/_static"):
        shutil.copytree(ROOT / folder, root / folder)
    for file in ("_config.yml", "requirements.txt", *DATA):
        shutil.copy(ROOT / file, root / file)
    originals = islice(cycle(all_chapters()), n_chapters)
    names = [f"chapter{number:03}" for number in range(n_chapters)]
    pages = [{"file": f"book/{name}"} for name in names]
    toc = {"format": "jb-book", "root": pages[0]["file"]}
    toc["parts"] = [{"caption": "All", "chapters": pages[1:]}]
    (root / "_toc.yml").write_text(yaml.safe_dump(toc))
    return [
        copy(one, Chapter(name, root))
        for one, name in zip(originals, names, strict=True)
    ]


def copy(original, chapter):
    """Write the code of a chapter as another, with a cell of its own; return it."""
    executed = committed.read(original)
    executed.cells[0].source += f"\n# {chapter.name}"
    for cell in executed.cells:
        cell.metadata.clear()
    cells = [
        f"```{{code-cell}} python\n{cell.source}\n```\n" for cell in executed.cells
    ]
    text = "\n".join([HEAD, f"# {chapter.name}\n", *cells])
    chapter.source.write_text(text, encoding="utf-8")
    executed.metadata.book.update(fingerprint(chapter))
    chapter.executed.parent.mkdir(exist_ok=True)
    nbformat.write(executed, chapter.executed)
    return chapter


def build(root):
    """Build the site of a book whose results are fresh."""
    command = [JUPYTER_BOOK, "build", root, "--quiet"]
    ours = {"PYTHONPATH": str(root / "book" / "_ext")}  # which knows its own book
    done = subprocess.run(  # noqa: S603
        command, capture_output=True, env=os.environ | ours, text=True
    )
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)


def measure(n_chapters):
    """Return the seconds of each step for a book of so many chapters."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        chapters = synthetic_book(root, n_chapters)
        return {
            "staleness check": seconds(lambda: list(map(committed.is_stale, chapters))),
            "text and outputs joined": seconds(lambda: list(map(merged, chapters))),
            "building the site": seconds(lambda: build(root)),
            "building again": seconds(lambda: build(root)),
        }


def main():
    """Print the table."""
    tables = [measure(size) for size in SIZES]
    print(f"{'chapters':26}", *(f"{size:>8}" for size in SIZES), "   per chapter")
    for step in tables[0]:
        times = [table[step] for table in tables]
        growth = times[-1] / SIZES[-1] / (times[0] / SIZES[0])
        print(f"{step:26}", *(f"{t:6.2f} s" for t in times), f"{growth:12.2f}x")
    stale = tables[-1]["staleness check"]
    verdict = "ok" if stale <= 2 else "missed"
    print(f"staleness check of {SIZES[-1]} chapters: {stale:.2f} s (2 s: {verdict})")


if __name__ == "__main__":
    main()
