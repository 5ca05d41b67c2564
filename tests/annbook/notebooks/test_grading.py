"""What a class hands in is checked apart from all else on the teacher's machine."""

import contextlib
import re
import socket
import subprocess
import sys
from functools import cache

import nbformat
import psutil
import pytest
from annbook.__main__ import main
from annbook.notebooks import grading
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

RIGHT = "def fires(x, w, threshold):\n    return int(w @ x >= threshold)\n"
STRICT = RIGHT.replace(">=", ">")
CUT = "from annbook.notebooks.handed_in import cut_off; cut_off()"


@cache
def can_be_cut_off():
    """Tell whether this system can cut a process off the network."""
    command = [sys.executable, "-c", CUT]
    tried = subprocess.run(command, capture_output=True)  # noqa: S603
    return tried.returncode == 0


@pytest.fixture
def graded(tmp_path):
    """Return what is found in one handed-in file."""

    def grade(source, name="mynet.py", **limits):
        if not can_be_cut_off():
            pytest.skip(
                "needs a system where a process may leave the network (unshare)"
            )
        (tmp_path / name).write_text(source, encoding="utf-8")
        ((_, found, stopped),) = grading.grade(tmp_path, **limits)
        return found, stopped

    return grade


def test_a_module_is_checked_piece_by_piece(graded):
    found, stopped = graded(
        RIGHT + "def update(w, b, x, y, learning_rate):\n    return w, b"
    )
    assert found["fires"] == ""
    assert "case 1" in found["update"]
    assert stopped == []


def test_it_runs_in_an_empty_folder_and_may_write_little(graded):
    source = """import os, sys
print("that this is no JSON does not matter")
assert os.listdir() == [] and os.environ["HOME"] == os.getcwd()
assert os.environ["OMP_NUM_THREADS"] == os.environ["OPENBLAS_NUM_THREADS"] == "1"
assert sys.flags.utf8_mode and "ANNUTILS_DATA" not in os.environ
for size in (1 << 20, 1):
    with open("written", "ab") as file:
        file.write(bytes(size))"""
    (problem,) = graded(source)[1]
    assert problem == "cell 1 raised OSError: [Errno 27] File too large"


def test_in_a_notebook_a_cell_that_fails_does_not_stop_the_others(graded):
    cells = [
        new_markdown_cell("# Anna"),
        new_code_cell("%pip install numpy\n  !ls\nimport nothing_such"),
        new_code_cell(STRICT),
    ]
    found, stopped = graded(nbformat.writes(new_notebook(cells=cells)), "anna.ipynb")
    assert "At the threshold itself" in found["fires"]
    (problem,) = stopped
    assert problem.startswith("cell 1 raised ModuleNotFoundError")


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        # whichever comes first: on a busy machine, a second of work takes long
        ("while True:\n    pass", "was ended by the system, after 1 s|took more than"),
        ("x = bytearray(1 << 40)", "cell 1 raised MemoryError"),
        ("import os\nos._exit(3)", "ended by itself, with status 3"),
        ("import time\ntime.sleep(60)", "took more than 2 seconds"),
        ("def fires(", "cell 1 raised SyntaxError"),
        ("raise SystemExit", "cell 1 raised SystemExit"),
    ],
)
def test_what_goes_wrong_is_told_and_ends(graded, source, problem):
    found, stopped = graded(source, seconds=1)
    assert found == {}
    assert len(stopped) == 1
    assert re.match(problem, stopped[0])


def test_nothing_reaches_the_network(graded, site_of_nothing):
    source = (
        f"import socket\nsocket.create_connection(('127.0.0.1', {site_of_nothing}))"
    )
    _, stopped = graded(source)
    assert "Network is unreachable" in stopped[0]


@pytest.fixture
def site_of_nothing():
    """Return the port of a server on this machine."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_process_that_it_leaves_behind_is_ended(graded, tmp_path):
    mark = tmp_path / "mark"
    source = f"""import os, time
if (child := os.fork()) == 0:
    os.closerange(0, 3)  # its parent's end is not waited for
    time.sleep(600)
open({str(mark)!r}, "w").write(str(child))
{RIGHT}"""
    assert graded(source)[0] == {"fires": ""}
    with contextlib.suppress(psutil.NoSuchProcess):
        left = psutil.Process(int(mark.read_text()))
        if left.status() != psutil.STATUS_ZOMBIE:
            left.wait(30)  # it has been ended, and the system clears it away


def test_a_file_that_cannot_be_read_is_told(graded):
    assert graded("{", "anna.ipynb")[1][0].startswith("cannot be read: ")


def test_the_table_has_a_row_for_each_and_says_what_is_wrong():
    rows = [
        ("anna.py", {"fires": "", "update": "case 1 of 2"}, []),
        ("b.py", {}, ["late"]),
    ]
    assert grading.table(rows) == [
        "file     right  wrong",
        "anna.py      1  update",
        "b.py         0  -",
        "\nanna.py: update, case 1 of 2",
        "\nb.py: late",
    ]


@pytest.mark.parametrize(
    ("folder", "problem"),
    [
        ("nowhere", "expected a folder"),
        (".", "there are no notebooks and no .py files"),
    ],
)
def test_a_folder_without_any_is_an_error(tmp_path, capsys, folder, problem):
    assert main(["grade", str(tmp_path / folder)]) == 1
    assert problem in capsys.readouterr().err


def test_where_it_cannot_be_cut_off_nothing_runs(tmp_path, monkeypatch, capsys):
    (tmp_path / "anna.py").write_text("open('ran', 'w')")
    refused = "  in cut_off\nOSError: [Errno 1] Operation not permitted"
    monkeypatch.setattr(grading, "run_apart", lambda *_: (1, "", refused))
    assert main(["grade", str(tmp_path)]) == 1
    assert "nothing was run (OSError: [Errno 1]" in capsys.readouterr().err


def test_the_command_prints_a_table_of_all_that_the_folder_holds(tmp_path, capsys):
    for name in ("b/mynet.py", "a.py", "a/mynet.ipynb"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"\xff")  # no UTF-8: nothing runs
    (tmp_path / "a.txt").write_text("not handed in")
    assert main(["grade", str(tmp_path)]) == 0
    printed = capsys.readouterr()
    names = ["a/mynet.ipynb", "a.py", "b/mynet.py"]
    assert printed.err.splitlines() == [f"checked {name}" for name in names]
    head, *rows = printed.out.split("\n\n")[0].splitlines()
    assert head == "file           right  wrong"
    assert rows == [f"{name:13}      0  -" for name in names]
