"""Search for hyperparameters with Optuna, stopped and resumed at will.

A trial depends on the objective, the seed, its number and the trials of earlier batches
alone. So an interrupted search goes on as if nothing had happened.
"""

import contextlib
import functools
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from annutils.checks import (
    checked_count,
    checked_function,
    checked_real,
    checked_seed,
)

if TYPE_CHECKING:  # at run time, in what searches: the reference is built without it
    import optuna

_BATCH = 4
"""Trials that know of the same results, as if they ran at once."""


def study(
    objective,
    n_trials,
    *,
    seed,
    storage=None,
) -> "optuna.Study":
    """Search for the highest score with Optuna's tree-structured Parzen estimator.

    Trials come in batches of four. The values of each depend on `seed`, its number and
    the results of earlier batches alone. The same call gives the same trials after any
    interruption, provided that the objective itself is deterministic. The first ten
    trials or so are random, as in Optuna (Bergstra et al. 2011). On a terminal, a line
    on stderr shows the progress.

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
        SQLite file that keeps the finished trials, for one search at a time. A later
        call runs only the missing ones; one that was running when the search was
        killed runs again.

    Returns
    -------
    optuna.Study
        A copy in memory of the first `n_trials` trials.

    Raises
    ------
    TypeError
        If the objective is no function or returns no number, or a count is no integer.
    FileNotFoundError
        If the folder of `storage` does not exist.
    ValueError
        If `storage` is no such file, or keeps a search with another seed or other
        parameters; if a score is NaN or infinite; or if an argument is out of range.
    """
    checked_function("objective", objective)
    n_trials, seed = checked_count("n_trials", n_trials), checked_seed(seed)
    with _quiet(), _opened(storage, seed) as kept:
        while (done := len(kept.trials)) < n_trials:
            earlier = kept.trials[: done // _BATCH * _BATCH]
            trial = _trial(objective, seed, earlier, done)
            _check_parameters(kept, trial)
            kept.add_trial(trial)
            _show_progress(kept, n_trials)
        return _in_memory(kept.trials[:n_trials])


def _trial(objective, seed, earlier, number):
    """Run trial `number` on the results of the `earlier` ones; return it, finished."""
    import optuna

    own_seed = np.random.SeedSequence([seed, number]).generate_state(1)[0]
    sampler = optuna.samplers.TPESampler(seed=int(own_seed))
    known = _in_memory(earlier, sampler)
    unknown = optuna.trial.create_trial(state=optuna.trial.TrialState.FAIL)
    known.add_trials([unknown] * (number - len(earlier)))  # makes trial.number right
    known.optimize(functools.partial(_score, objective), n_trials=1)
    return known.trials[-1]


def _score(objective, trial):
    """Return what the objective gives; Optuna takes any other thing for a failure."""
    score = checked_real("score of a trial", objective(trial))
    if not math.isfinite(score):
        raise ValueError(f"Expected a finite score of a trial, got {score}.")
    return float(score)


def _in_memory(trials, sampler=None):
    import optuna

    copy = optuna.create_study(direction="maximize", sampler=sampler)
    copy.add_trials(trials)
    return copy


@contextlib.contextmanager
def _opened(storage, seed):
    """Open the study; close the file in the end."""
    if storage is None:
        yield _in_memory([])
        return
    import optuna
    from optuna.exceptions import StorageInternalError
    from sqlalchemy.exc import DatabaseError  # comes with Optuna

    path = Path(storage).resolve()
    if not path.parent.is_dir():
        raise FileNotFoundError(f"Expected a folder for storage, got {path.parent}.")
    with contextlib.ExitStack() as closing:
        try:
            kept = optuna.storages.RDBStorage(f"sqlite:///{path}")
            closing.callback(kept.engine.dispose)
            closing.callback(kept.remove_session)
            options = {"direction": "maximize", "load_if_exists": True}
            opened = optuna.create_study(storage=kept, study_name="search", **options)
        except (DatabaseError, StorageInternalError, RuntimeError) as error:
            raise ValueError(f"Expected a stored search, got {path}.") from error
        _check_seed(opened, seed)
        yield opened


def _check_seed(opened, seed):
    if not opened.trials:
        opened.set_user_attr("seed", seed)
    if (kept := opened.user_attrs.get("seed")) != seed:
        raise ValueError(f"Expected the seed of the stored search, {kept}; got {seed}.")


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
