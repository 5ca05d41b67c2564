"""Runs notebooks on a Dask cluster, as one of jupyter-cache's executors.

Its entry point is "dask", in the group ``jcache.executors``. Each worker of the cluster
needs this checkout, its environment and the data files.
"""

import os
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from functools import partial

from distributed import Client, default_client
from jupyter_cache.executors.basic import (
    ExecutionWorkerTempSerial,
    JupyterExecutorTempSerial,
)

from annbook.results.failures import ExecutionError
from annbook.results.kernels import ENVIRONMENT
from annbook.results.provenance import provenance
from annbook.results.run import run_chapter

CONNECT = 5  # seconds


@contextmanager
def workers(folder, jobs, scheduler):
    """Run chapters on the cluster of a scheduler, as many at a time as it has threads.

    Parameters
    ----------
    folder : str
        In which jupyter-cache works, here.
    jobs : int or None
        Another number of chapters at a time.
    scheduler : str
        Its address.

    Yields
    ------
    callable, int
        Takes chapters and yields each when it is done, with what returns or raises its
        outcome; how many run at a time.

    Raises
    ------
    ExecutionError
        When no scheduler answers, or it has no workers.
    """
    try:
        client = Client(scheduler, timeout=CONNECT)
    except (OSError, ValueError) as error:
        raise ExecutionError(f"No Dask scheduler at {scheduler}: {error}") from error
    with client:
        jobs = jobs or sum(client.nthreads().values())
        if not jobs:
            raise ExecutionError(f"The Dask scheduler at {scheduler} has no workers.")
        with ThreadPoolExecutor(jobs) as pool:
            work = partial(run_chapter, folder, executor="dask", ask=_ask)

            def run(chapters):
                done = {pool.submit(work, chapter): chapter for chapter in chapters}
                return ((done[one], one.result) for one in as_completed(done))

            yield run, jobs


class _Worker(ExecutionWorkerTempSerial):
    """Hands a notebook to the cluster, and waits."""

    @staticmethod
    def execute(project_nb, data):
        """Run one notebook; Dask gives it to another worker when the first is lost."""
        client = default_client()
        result = client.submit(_execute, project_nb, data, pure=False).result()
        # jupyter-cache reads the outputs off the notebook that it handed over
        project_nb.nb.update(result.nb)
        return result


class DaskExecutor(JupyterExecutorTempSerial):
    """Executes notebooks on the cluster of the process's Dask client."""

    _EXECUTION_WORKER = _Worker


def _execute(project_nb, data):
    """Run the notebook here, on the worker."""
    os.environ.update(ENVIRONMENT)
    return ExecutionWorkerTempSerial.execute(project_nb, data)


def _ask(chapter, notebook):
    """Return the provenance on the cluster: its machines are taken to be alike."""
    return default_client().submit(provenance, chapter, notebook).result()
