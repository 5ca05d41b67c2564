"""Checks what a class has handed in: a folder of notebooks, or of ``mynet.py`` files.

Nothing of it runs here. Each file runs in a process of its own, without network, with a
limit of time and memory, in an empty folder that is removed afterwards.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat

SECONDS, MEGABYTES = 60, 2048  # that one file may take
PROGRAM = "annbook.notebooks.handed_in"
MODULES = Path(__file__).parents[2]
# Of the libraries that would reserve memory for each processor.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
COMMAND = "%", "!"  # begins a line that is not Python


class NotIsolatedError(RuntimeError):
    """The system cannot run a file apart from all others."""


def grade(folder, seconds=SECONDS, megabytes=MEGABYTES):
    """Check each notebook and module in a folder.

    Parameters
    ----------
    folder : str or path
    seconds, megabytes : int
        What one file may take.

    Yields
    ------
    name : str
        Of a file, from the folder on.
    found : dict
        For each piece that it has, what is wrong with it; "" for nothing.
    stopped : list of str
        What went wrong otherwise.

    Raises
    ------
    ValueError
        If there is no such folder, or nothing in it to check.
    NotIsolatedError
        If the system cannot cut a process off the network.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise ValueError(f"expected a folder with what was handed in, got {folder}")
    paths = sorted({*folder.rglob("*.ipynb"), *folder.rglob("*.py")})
    if not paths:
        raise ValueError(f"there are no notebooks and no .py files in {folder}")
    for path in paths:
        yield str(path.relative_to(folder)), *checked(path, seconds, megabytes)


def checked(path, seconds, megabytes):
    """Return what is wrong with each piece of one file, and what else went wrong."""
    try:
        cells = code(path)
    except (ValueError, nbformat.reader.NotJSONError) as error:
        return {}, [f"cannot be read: {error}"]
    command = [sys.executable, "-m", PROGRAM, str(seconds), str(megabytes)]
    with tempfile.TemporaryDirectory() as home:
        known = {"HOME": home, "PYTHONPATH": str(MODULES), "PYTHONUTF8": "1"}
        status, output, errors = run_apart(command, cells, home, known, 2 * seconds)
    if status is None:
        return {}, [f"took more than {2 * seconds} seconds"]
    if "in cut_off" in errors:
        reason = errors.strip().splitlines()[-1]
        raise NotIsolatedError(
            "expected a system that can cut a process off the network, as Linux does; "
            f"nothing was run ({reason})"
        )
    try:
        result = json.loads(output)
    except json.JSONDecodeError:
        return {}, [ended(status, seconds)]
    return result["found"], result["stopped"]


def run_apart(command, cells, home, known, timeout):
    """Run the program and end all that it has started; return status and outputs.

    The status is None where it took too long.
    """
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(  # noqa: S603
        command,
        cwd=home,
        env=known | ONE_THREAD,
        text=True,
        start_new_session=True,
        **pipes,
    ) as child:
        try:
            outputs = child.communicate(json.dumps(cells), timeout)
            return child.returncode, *outputs
        except subprocess.TimeoutExpired:
            return None, "", ""
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)


def code(path):
    """Return the cells of code of a notebook; a module is one."""
    if path.suffix == ".py":
        sources = [path.read_text(encoding="utf-8")]
    else:
        notebook = nbformat.read(path, as_version=4)
        sources = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    return ["\n".join(map(plain, source.split("\n"))) for source in sources]


def plain(line):
    """Return a line of code, or none instead of a notebook's command."""
    return "" if line.lstrip().startswith(COMMAND) else line


def ended(status, seconds):
    """Say how a process ended that left no result."""
    if status < 0:
        return (
            f"was ended by the system, after {seconds} s of work or for want of memory"
        )
    return f"ended by itself, with status {status}"


def table(rows):
    """Return lines for a reader: a row for each file, then what is wrong.

    Parameters
    ----------
    rows : iterable
        As `grade` yields them.
    """
    rows = list(rows)
    width = max(len(name) for name, *_ in rows)
    lines, details = [f"{'file':{width}}  right  wrong"], []
    for name, found, stopped in rows:
        wrong = [piece for piece, problem in found.items() if problem]
        right = len(found) - len(wrong)
        lines.append(f"{name:{width}}  {right:5}  {', '.join(wrong) or '-'}")
        told = [f"{piece}, {found[piece]}" for piece in wrong] + stopped
        details += [f"\n{name}: {text}" for text in told]
    return lines + details
