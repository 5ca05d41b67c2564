"""Commands: ``python -m annbook execute``, ``stale``, ``changes``, ``lite``, ..."""

import argparse
import sys
import tempfile
from functools import partial
from pathlib import Path

from annbook.arguments import whole_number
from annbook.chapters import all_chapters, find
from annbook.files import refusal
from annbook.results import changes, committed, execution
from annbook.results.failures import ExecutionError
from annbook.stopping import StoppedError, heed_signals


def main(arguments=None):
    """Run the command; return the exit status."""
    options = _parser().parse_args(arguments)
    heed_signals()
    try:
        return options.command(options)
    except (ExecutionError, committed.ResultError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        if not (refused := refusal(error, tempfile.gettempdir())):
            raise
        print(refused, file=sys.stderr)
        return 1
    except StoppedError as stopped:
        return 128 + stopped.signal  # as a shell says it


def _parser():
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(prog="annbook", description=__doc__)
    commands = parser.add_subparsers(required=True)
    execute = commands.add_parser("execute", help="run stale chapters")
    execute.add_argument("--chapter", help="only this one, such as practice/mnist")
    execute.add_argument("--force", action="store_true", help="run fresh ones, too")
    execute.add_argument("--jobs", type=whole_number(1), help="how many at a time")
    execute.add_argument("--scheduler", help="of a Dask cluster, tcp://host:port")
    execute.set_defaults(command=_execute)
    stale = commands.add_parser("stale", help="list stale chapters; 1 if there are any")
    stale.set_defaults(command=_stale)
    changed = commands.add_parser("changes", help="list changed pages and results")
    changed.add_argument("old", type=Path, help="folder with site/ and results/")
    changed.add_argument("new", type=Path, help="likewise")
    changed.set_defaults(command=_changes)
    browser = commands.add_parser("lite", help="bring what runs chapters in a browser")
    browser.add_argument("--near", type=Path, help="folder with files of Pyodide")
    browser.set_defaults(command=_lite)
    sheet = commands.add_parser("worksheet", help="write exercises, and a key")
    sheet.add_argument("chapter", help="such as history/perceptron")
    sheet.set_defaults(command=_worksheet)
    graded = commands.add_parser("grade", help="check what a class has handed in")
    graded.add_argument("folder", help="with notebooks, or with mynet.py files")
    graded.set_defaults(command=_grade)
    return parser


def _execute(options):
    """Run chapters and say which results moved."""
    report = partial(print, flush=True)
    chapters = [find(options.chapter)] if options.chapter else all_chapters()
    if not options.force and not options.chapter:
        chapters = list(filter(committed.is_stale, chapters))
    if not chapters:
        report("every chapter's results are fresh")
        return 0
    changed = execution.execute(chapters, options.jobs, report, options.scheduler)
    for chapter in changed:
        report(f"new results: {chapter.executed.relative_to(chapter.root)}")
    return 0


def _stale(options):
    """List the stale chapters."""
    stale = [chapter.name for chapter in filter(committed.is_stale, all_chapters())]
    print("\n".join(stale) or "every chapter's results are fresh")
    return 1 if stale else 0


def _changes(options):
    """Print what differs between two builds, as Markdown."""
    folders = options.old, options.new
    pages = changes.changed_pages(*(folder / "site" for folder in folders))
    moved = changes.changed_results(*(folder / "results" for folder in folders))
    print(changes.report(pages, moved))
    return 0


def _lite(options):
    """Bring what runs chapters in a browser; where that cannot be had, say so."""
    from annbook.notebooks import lite  # Sphinx, which it imports, takes its time

    try:
        lite.bring(options.near)
    except OSError as error:
        print(f"No chapter will run in the browser: {error}")
    return 0


def _worksheet(options):
    """Write a chapter's exercises for a class, and say where they are."""
    from annbook.notebooks import worksheets  # reads notebooks, which takes its time

    for path in worksheets.write(find(options.chapter)):
        print(path)
    return 0


def _grade(options):
    """Check a folder of handed-in notebooks, and print a table."""
    from annbook.notebooks import grading  # reads notebooks, which takes its time

    rows = []
    try:
        for row in grading.grade(options.folder):
            print(f"checked {row[0]}", file=sys.stderr, flush=True)
            rows.append(row)
    except grading.NotIsolatedError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(grading.table(rows)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
