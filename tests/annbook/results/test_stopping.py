"""However a run is stopped, nothing stays behind: no process, no half-written file."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

RUN = """
import sys
from pathlib import Path
from annbook import __main__
from annbook.chapters import Chapter

if __name__ == "__main__":
    chapters = [Chapter(name, Path({root!r})) for name in {names!r}]
    __main__.all_chapters = lambda: chapters
    sys.exit(__main__.main(["execute", "--force", "--jobs", "2"]))
"""
GONE = 3  # seconds


class Run:
    """A run of a few chapters, in a process group of its own, to stop.

    The first chapter is done at once; the others note their kernel when they have
    started, and go on until they are told to end.
    """

    def __init__(self, book, folder, *endless):
        self.book, self.started = book, folder / "started"
        self.started.mkdir()
        self.folder, self.go = folder, folder / "go"
        book.chapter("one", "print(1)")
        # a cell that keeps its process busy, and has started another one
        for name in endless:
            book.chapter(
                name,
                "import os, pathlib, subprocess, sys\n"
                "nap = 'import time; time.sleep(60)'\n"
                "nap = subprocess.Popen([sys.executable, '-c', nap])",
                f"mark = pathlib.Path({str(self.started / name)!r})\n"
                "mark.write_text(str(os.getpid()))\n"
                f"while not pathlib.Path({str(self.go)!r}).exists(): pass",
                f"print({name!r})",
            )
        script = folder / "run.py"
        script.write_text(RUN.format(root=str(book.root), names=("one", *endless)))
        self.output = folder / "output.txt"
        with self.output.open("wb") as file:
            self.main = subprocess.Popen(  # noqa: S603
                [sys.executable, script],
                env=os.environ
                | {"PYTHONPATH": os.pathsep.join(sys.path), "TMPDIR": str(folder)},
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def wait_until_under_way(self, *endless):
        """Wait until the first chapter is done and the others have started."""
        notes = [self.started / name for name in endless]
        while "[1/" not in self.said() or not all(map(is_written, notes)):
            assert self.main.poll() is None, self.said()
            time.sleep(0.02)

    def said(self):
        """Return what the run has printed so far."""
        return self.output.read_text()

    def family(self):
        """Return the processes that the main one started, at any remove."""
        return psutil.Process(self.main.pid).children(recursive=True)

    def end(self):
        """End what a failed test would leave."""
        if self.main.poll() is None:
            family = self.family()
            self.main.kill()
            self.main.wait()
            psutil.wait_procs(family, GONE)


def is_written(path):
    """Tell whether a file is there and holds something."""
    return path.exists() and path.read_text() != ""


@pytest.fixture
def run(small_book, tmp_path, request):
    """Return a run whose first chapter is done and whose others are under way."""
    folder = tmp_path / "run"
    folder.mkdir()
    endless = getattr(request, "param", ["two"])
    run = Run(small_book, folder, *endless)
    run.wait_until_under_way(*endless)
    yield run
    run.end()


def results_of(book):
    """Return the files in the folder of results, by name."""
    folder = book.root / "book" / "_executed"
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def lives(process):
    """Tell whether a process is at work: one that waits to be reaped is not."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def alive_after(seconds, family):
    """Return those of the processes that have not ended in that time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and any(map(lives, family)):
        time.sleep(0.05)
    return list(filter(lives, family))


def test_without_the_main_process_nothing_goes_on(run):
    family = run.family()
    assert len(family) >= 3, "a process, its kernel, and what a cell started"
    os.kill(run.main.pid, signal.SIGKILL)  # it alone, not its group
    run.main.wait()
    assert alive_after(GONE, family) == []
    assert list(results_of(run.book)) == ["one.ipynb"]
    temporary = [path.name for path in run.folder.iterdir() if path.is_dir()]
    assert temporary == ["started"]
    assert "Traceback" not in run.said()


# All three are heard alike: test_signals.py.
@pytest.mark.parametrize(
    "stop",
    [
        "SIGINT",
        pytest.param("SIGTERM", marks=pytest.mark.weekly),
        pytest.param("SIGHUP", marks=pytest.mark.weekly),
    ],
)
def test_whoever_asks_a_run_to_stop_it_ends_quietly(run, stop):
    family = run.family()
    number = getattr(signal, stop)
    os.killpg(run.main.pid, number)  # as a terminal does, and the system at its end
    assert run.main.wait(20) == 128 + number
    assert alive_after(GONE, family) == []
    assert list(results_of(run.book)) == ["one.ipynb"]
    assert run.said().splitlines()[2:] == [
        "Stopped: 1 of 2 chapters done, their results are kept"
    ]


@pytest.mark.parametrize("run", [["two", "three"]], indirect=True)
def test_a_lost_process_fails_its_chapter_alone(run):
    lost = psutil.Process(int((run.started / "two").read_text())).parent()
    kernels = lost.children()
    lost.kill()  # as the system does when its memory is full
    run.go.touch()
    assert run.main.wait(60) == 1
    assert list(results_of(run.book)) == ["one.ipynb", "three.ipynb"]
    assert "two: The process that ran it ended early: Killed." in run.said()
    assert "Traceback" not in run.said()
    assert alive_after(GONE, kernels) == []
