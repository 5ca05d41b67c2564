"""Chapters run on a Dask cluster, also when a worker is lost."""

import os
import signal
import time
from threading import Thread

import pytest
from annbook.results import committed, execution
from distributed import Client, LocalCluster


@pytest.fixture(scope="module")
def cluster():
    """Return a cluster of two workers, each a process with one thread."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None
    ) as cluster:
        yield cluster


def execute(cluster, *chapters):
    """Run the chapters on the cluster; return the lines that say how far it is."""
    lines = []
    scheduler = cluster.scheduler_address
    execution.execute(chapters, report=lines.append, scheduler=scheduler)
    return lines


def kill_a_worker_when(started, cluster):
    """Kill the worker that made the first file in a folder."""
    while not any(started.iterdir()):
        time.sleep(0.05)
    worker = int(next(started.iterdir()).name)
    os.kill(worker, signal.SIGKILL)


def test_all_chapters_run_though_a_cell_fails_and_another_ends_its_kernel(
    small_book, cluster
):
    cells = {"ends": "import os; os._exit(1)", "fails": "1 / 0", "fine": "print(2)"}
    chapters = [small_book.chapter(name, cell) for name, cell in cells.items()]
    with pytest.raises(execution.ExecutionError) as failure:
        execute(cluster, *chapters)
    assert "ends: DeadKernelError: Kernel died" in str(failure.value)
    assert "ZeroDivisionError" in str(failure.value)
    assert committed.read(chapters[-1]).cells[0].outputs[0].text == "2\n"


@pytest.mark.weekly
def test_every_chapter_is_executed_though_a_worker_is_killed(
    small_book, cluster, tmp_path
):
    started = tmp_path / "started"
    started.mkdir()
    # the kernel's parent is the worker
    mark = f"import os; open({str(started)!r} + f'/{{os.getppid()}}', 'w').close()"
    wait = "import time; time.sleep(3)"
    chapters = [
        small_book.chapter(f"chapter{n}", mark, wait, f"print({n})") for n in range(4)
    ]
    killer = Thread(target=kill_a_worker_when, args=(started, cluster))
    killer.start()
    lines = execute(cluster, *chapters)
    killer.join()
    assert lines[0] == "executing 4 chapters, 2 at a time"
    for n, chapter in enumerate(chapters):
        assert committed.read(chapter).cells[2].outputs[0].text == f"{n}\n"
    assert len(list(started.iterdir())) == 3, "a new worker took the place of the lost"


def test_a_scheduler_that_does_not_answer_is_named(small_book, monkeypatch):
    monkeypatch.setattr("annbook.results.cluster.CONNECT", 0.2)
    chapter = small_book.chapter("one", "1")
    with pytest.raises(execution.ExecutionError, match=r"No Dask scheduler at tcp://"):
        execution.execute([chapter], scheduler="tcp://127.0.0.1:1")


def test_a_scheduler_without_workers_is_named(small_book, cluster, monkeypatch):
    monkeypatch.setattr(Client, "nthreads", lambda _: {})
    problem = f"{cluster.scheduler_address} has no workers"
    with pytest.raises(execution.ExecutionError, match=problem):
        execute(cluster, small_book.chapter("one", "1"))
