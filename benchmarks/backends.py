"""The chapters on training, unchanged, with each backend of Keras that is installed.

Run by hand, with the data files at hand:

    ANNUTILS_DATA=folder python benchmarks/backends.py [--chapter NAME] [--backend NAME]

Each chapter runs in a process of its own with ``KERAS_BACKEND`` set. The table says how
long it took, whether all that it asserts held, and how many of its results over seeds
(every `Spread` that the chapter leaves behind) agree with TensorFlow's: their 95%
intervals overlap. A run of everything writes the table that the colophon shows.
"""

import argparse
import csv
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXTENSION = ROOT / "book" / "_ext"
BACKENDS = ["tensorflow", "jax", "torch"]  # what the others are compared with first
ON_TRAINING = [
    "practice/mnist",
    "generalization/overfitting",
    "generalization/hyperparameters",
    "generalization/regularization",
    "generalization/imdb",
]
CHAPTERS = [each for each in ON_TRAINING if (ROOT / "book" / f"{each}.md").exists()]
NAMES = {"jax": "JAX", "torch": "PyTorch"}
TABLE = ROOT / "book" / "backends.csv"
HEAD = (
    "Chapter",
    "Library",
    "Relative time",
    "Claims that hold",
    "Results that agree",
)
MARK = "result of the chapter: "


def spreads(name, value):
    """Yield the name and the `Spread` of all that a value holds."""
    from annutils.experiments import Spread

    if isinstance(value, Spread):
        yield name, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from spreads(f"{name}[{key!r}]", part)


def run_here(name):
    """Run a chapter's cells in this process; print what came out as JSON."""
    sys.path.insert(0, str(EXTENSION))
    from annbook.chapters import find
    from annbook.results.cells import code_cells
    from IPython.core.interactiveshell import InteractiveShell

    cells = [cell.source for cell in code_cells(find(name).notebook())]
    shell, failed = InteractiveShell(), ""
    shell.history_manager.enabled = False
    started = time.perf_counter()
    for cell in cells:
        outcome = shell.run_cell(cell, silent=True)
        if not outcome.success:
            error = outcome.error_in_exec or outcome.error_before_exec
            failed = f"{type(error).__name__}: {error}"
            break
    seconds = time.perf_counter() - started
    found = {
        place: [spread.mean, *spread.interval]
        for variable, value in shell.user_ns.items()
        if not variable.startswith("_")
        for place, spread in spreads(variable, value)
    }
    result = {"seconds": seconds, "failed": failed, "spreads": found}
    print(f"\n{MARK}{json.dumps(result)}")


def run(name, backend):
    """Run a chapter in a process with this backend, in an empty folder."""
    sys.path.insert(0, str(EXTENSION))
    from annbook.results.kernels import ENVIRONMENT

    settings = {"KERAS_BACKEND": backend, "MPLBACKEND": "Agg", "PYTHONWARNINGS": ""}
    command = [sys.executable, __file__, "--here", name]
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(  # noqa: S603
            command,
            cwd=folder,
            env=os.environ | ENVIRONMENT | settings | {"IPYTHONDIR": folder},
            capture_output=True,
            text=True,
        )
    results = [line for line in done.stdout.splitlines() if line.startswith(MARK)]
    if not results:
        return {"seconds": 0, "failed": done.stderr[-300:], "spreads": {}}
    return json.loads(results[-1].removeprefix(MARK))


def agreement(expected, found):
    """Say how many results have intervals that overlap, and name the others."""
    common = sorted(expected.keys() & found.keys())
    apart = []
    for place in common:
        (_, low, high), (_, other_low, other_high) = expected[place], found[place]
        if low > other_high or other_low > high:
            apart.append(place)
    text = f"{len(common) - len(apart)} of {len(common)}"
    return text + (f", not {', '.join(apart)}" if apart else "")


def compare(chapters, backends):
    """Run the chapters; print a line for each run, and return the colophon's rows."""
    rows = []
    for name in chapters:
        first = None
        for backend in backends:
            result = run(name, backend)
            first = first or result
            agree = agreement(first["spreads"], result["spreads"])
            held = result["failed"] or "all"
            row = f"{name:32}{backend:12}{result['seconds']:8.1f}"
            print(f"{row}  {held:11}  {agree}", flush=True)
            if backend in NAMES:
                relative = f"{result['seconds'] / first['seconds']:.1f}"
                rows.append([f"[]({name}.md)", NAMES[backend], relative, held, agree])
    return rows


def main():
    """Print the table; write the colophon's after a run of everything."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--chapter", action="append", choices=CHAPTERS)
    parser.add_argument("--backend", action="append", choices=BACKENDS)
    parser.add_argument("--here", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        run_here(options.here)
        return
    backends = options.backend or BACKENDS
    if missing := [name for name in backends if not importlib.util.find_spec(name)]:
        parser.error(f"not installed: {', '.join(missing)} (or choose with --backend)")
    print(f"{'chapter':32}{'backend':12}{'seconds':>8}  claims hold  results agree")
    rows = compare(options.chapter or CHAPTERS, backends)
    if not options.chapter and not options.backend:
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([HEAD, *rows])


if __name__ == "__main__":
    main()
