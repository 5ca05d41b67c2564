"""Search for hyperparameters with Optuna, stopped and resumed at will.

A trial depends on the objective, the seed, its number and the trials of earlier batches
alone. So it does not matter which process runs it, or when: an interrupted search goes
on as if nothing had happened, and several processes find what one finds.
"""

import contextlib
import functools
import math
import multiprocessing
import os
import pickle
import sqlite3
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from annutils.checks import (
    checked_choice,
    checked_count,
    checked_function,
    checked_real,
    checked_seed,
)

if TYPE_CHECKING:  # at run time, in what searches: the reference is built without it
    import optuna

_DIRECTIONS = {name: name for name in ("maximize", "minimize")}


def study(
    objective,
    n_trials,
    *,
    seed,
    storage=None,
    direction="maximize",
    batch=4,
    n_jobs=1,
    client=None,
) -> "optuna.Study":
    """Search with the tree-structured Parzen estimator (Bergstra et al., 2011).

    The values of a trial depend on `seed`, its number and the results of earlier
    batches alone. The same call gives the same trials, with any `n_jobs` or `client`
    and after any interruption, provided that the objective itself is deterministic.
    The first ten trials or so are random, as in Optuna. On a terminal, a line on
    stderr shows the progress.

    Parameters
    ----------
    objective : callable
        ``objective(trial)`` asks the trial for values (``trial.suggest_float(...)``)
        and returns a score. A parameter has the same range in all trials. What it
        raises ends the search; only ``optuna.TrialPruned`` counts as a trial.
    n_trials : int
        Trials in all, those already stored included; at least 1.
    seed : int
        Seed of the sampler, in [0, 2**32).
    storage : path, optional
        SQLite file that keeps the finished trials. A later call runs only the missing
        ones; one that was running when the search was killed runs again. Of several
        searches on one file, one works and the others wait. Beside it lies an empty
        file for this, with ".lock" added to the name.
    direction : {"maximize", "minimize"}
        Whether a high or a low score is good.
    batch : int
        Trials that know of the same results and may run at once. A larger batch keeps
        more processes busy; each of its trials knows less.
    n_jobs : int
        Processes. With more than one, the objective lives in a module, not in a
        notebook, and a script starts the search under ``if __name__ == "__main__"``.
    client : distributed.Client, optional
        Cluster that runs the trials instead; `n_jobs` is ignored.

    Returns
    -------
    optuna.Study
        A copy in memory of the first `n_trials` trials.

    Raises
    ------
    TypeError
        If the objective is no function, returns no number or cannot be sent to another
        process, or a count is no integer.
    FileNotFoundError
        If the folder of `storage` does not exist.
    ValueError
        If `storage` is no such file, or keeps a search with another seed, batch,
        direction or other parameters; if a score is NaN or infinite; or if an argument
        is out of its range.
    """
    checked_function("objective", objective)
    n_trials, batch = checked_count("n_trials", n_trials), checked_count("batch", batch)
    n_jobs = min(checked_count("n_jobs", n_jobs), batch)
    direction = checked_choice("direction", direction, _DIRECTIONS)
    run = functools.partial(_trial, objective, direction, checked_seed(seed))
    if n_jobs > 1 and client is None:
        _check_sendable(objective)
    with _quiet(), _opened(storage, direction, [seed, batch]) as kept:
        with _workers(n_jobs, client) as workers:
            while (done := len(kept.trials)) < n_trials:
                earlier = kept.trials[: done // batch * batch]
                numbers = range(done, min(len(earlier) + batch, n_trials))
                for trial in _results(workers, run, earlier, numbers):
                    _check_parameters(kept, trial)
                    kept.add_trial(trial)
                    _show_progress(kept, n_trials)
        return _in_memory(direction, kept.trials[:n_trials])


def _trial(objective, direction, seed, earlier, number):
    """Run trial `number` on the results of the `earlier` ones; return it, finished."""
    import optuna

    own_seed = np.random.SeedSequence([seed, number]).generate_state(1)[0]
    sampler = optuna.samplers.TPESampler(seed=int(own_seed))
    known = _in_memory(direction, earlier, sampler)
    unknown = optuna.trial.create_trial(state=optuna.trial.TrialState.FAIL)
    known.add_trials([unknown] * (number - len(earlier)))  # makes trial.number right
    with _quiet():
        known.optimize(functools.partial(_score, objective), n_trials=1)
    return known.trials[-1]


def _score(objective, trial):
    """Return what the objective gives; Optuna takes any other thing for a failure."""
    score = checked_real("score of a trial", objective(trial))
    if not math.isfinite(score):
        raise ValueError(f"Expected a finite score of a trial, got {score}.")
    return float(score)


def _in_memory(direction, trials, sampler=None):
    import optuna

    with _quiet():
        copy = optuna.create_study(direction=direction, sampler=sampler)
    copy.add_trials(trials)
    return copy


def _results(workers, run, earlier, numbers):
    """Return an iterator over the trials in the order of their numbers."""
    if workers is None:
        return (run(earlier, number) for number in numbers)
    futures = [workers.submit(run, earlier, number) for number in numbers]
    return (future.result() for future in futures)


@contextlib.contextmanager
def _workers(n_jobs, client):
    """Give what has a method submit, or None to run trials here."""
    if client is not None or n_jobs == 1:
        yield client
        return
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(n_jobs, mp_context=spawn, initializer=_end_with_parent)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _end_with_parent():
    """End this process when its parent is killed, instead of waiting for ever."""

    def watch():
        multiprocessing.parent_process().join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


@contextlib.contextmanager
def _opened(storage, direction, settings):
    """Open the study for this process alone; close the file in the end."""
    if storage is None:
        yield _in_memory(direction, [])
        return
    import optuna
    from optuna.exceptions import StorageInternalError

    path = Path(storage).resolve()
    if not path.parent.is_dir():
        raise FileNotFoundError(f"Expected a folder for storage, got {path.parent}.")
    with _locked(path), contextlib.ExitStack() as closing:
        try:
            _check_intact(path)
            kept = optuna.storages.RDBStorage(f"sqlite:///{path}")
            closing.callback(kept.engine.dispose)
            closing.callback(kept.remove_session)
            options = {"direction": direction, "load_if_exists": True}
            opened = optuna.create_study(storage=kept, study_name="search", **options)
            _check_settings(opened, direction, settings)
        except (sqlite3.DatabaseError, StorageInternalError, RuntimeError) as error:
            raise ValueError(f"Expected a stored search, got {path}.") from error
        yield opened


@contextlib.contextmanager
def _locked(path):
    """Wait until no other process searches; SQLite's lock ends with its process."""
    lock = sqlite3.connect(f"{path}.lock", timeout=0.5, isolation_level=None)
    with contextlib.closing(lock):
        while True:
            with contextlib.suppress(sqlite3.OperationalError):
                lock.execute("BEGIN EXCLUSIVE")
                break
        yield


def _check_intact(path):
    with contextlib.closing(sqlite3.connect(path)) as connection:
        if connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError


def _check_settings(opened, direction, settings):
    if not opened.trials and "settings" not in opened.user_attrs:
        opened.set_user_attr("settings", settings)
    kept = [opened.direction.name.lower(), *opened.user_attrs.get("settings", ["?"])]
    if kept != [direction, *settings]:
        raise ValueError(
            f"Expected direction, seed and batch of the stored search, {kept}; "
            f"got {[direction, *settings]}."
        )


def _check_parameters(kept, trial):
    """Refuse a trial that has no parameter of the first, or one in another range."""
    ranges = kept.trials[0].distributions if kept.trials else trial.distributions
    shared = ranges.keys() & trial.distributions.keys()
    same = all(ranges[name] == trial.distributions[name] for name in shared)
    if (ranges and not shared) or not same:
        raise ValueError(
            f"Expected the parameters of the first trial, {ranges}; "
            f"got {trial.distributions}."
        )


def _check_sendable(objective):
    try:
        pickle.dumps(objective)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise TypeError(
            f"Expected a function of a module for n_jobs > 1, got {objective!r}."
        ) from error
    in_main = getattr(objective, "__module__", "") == "__main__"
    if in_main and not hasattr(sys.modules["__main__"], "__file__"):
        raise TypeError("Expected a function of a module for n_jobs > 1, not a cell's.")


def _show_progress(kept, n_trials):
    if sys.stderr.isatty():
        done = len(kept.trials)
        end = "\n" if done == n_trials else ""
        print(f"\rtrial {done} of {n_trials}", end=end, file=sys.stderr, flush=True)


@contextlib.contextmanager
def _quiet():
    """Silence Optuna's log lines, and set its verbosity back."""
    import optuna

    before = optuna.logging.get_verbosity()
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    try:
        yield
    finally:
        optuna.logging.set_verbosity(before)
