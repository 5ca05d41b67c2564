"""How long the book takes to build and to execute, from a clean clone.

Run by ``make bench``. The clone uses this checkout's environment and, for the cold
execution, the data files that ``ANNUTILS_DATA`` or Keras's cache folder holds.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
BUILD = [BIN / "jupyter-book", "build", ".", "-W", "-n", "--keep-going"]
EXECUTE = [BIN / "python", "-m", "annbook", "execute", "--force"]


def seconds(command, folder):
    """Return how long the command takes in the folder; stop when it fails."""
    environment = os.environ | {"PYTHONPATH": "book/_ext"}
    started = time.perf_counter()
    subprocess.run(  # noqa: S603
        command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - started


def changed(folder):
    """Return the files that differ from the commit."""
    status = ["git", "status", "--porcelain"]
    done = subprocess.run(  # noqa: S603
        status, cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.splitlines()


def main():
    """Print the table."""
    results = ROOT / "book" / "_executed"
    megabytes = sum(path.stat().st_size for path in results.rglob("*.ipynb")) / 1e6
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder, "clone")
        seconds(["git", "clone", "--quiet", ROOT, clone], folder)
        first = seconds(BUILD, clone)
        again = seconds(BUILD, clone)
        cold = seconds(EXECUTE, clone)
        moved = changed(clone)
    print(f"{'the book':44} {'measured':>10} {'target':>8}")
    print(f"{'site from a clean clone':44} {first:8.1f} s {30:6} s")
    print(f"{'site again, nothing changed':44} {again:8.1f} s {10:6} s")
    print(f"{'cold execution of all chapters':44} {cold:8.1f} s {360:6} s")
    print(f"{'files that it changed':44} {len(moved):10} {0:8}")
    print(f"{'size of book/_executed':44} {megabytes:7.2f} MB {8:5} MB")


if __name__ == "__main__":
    main()
