"""A search goes on where it stopped, and finds what it would have found."""

import logging
import sqlite3
import sys

import optuna
import pytest

from annutils.experiments import search


def parabola(trial):
    """Score that is best at x = 1, n = 3."""
    x = trial.suggest_float("x", -4, 4)
    n = trial.suggest_int("n", 1, 6)
    return -((x - 1) ** 2) - (n - 3) ** 2


def other(trial):
    return trial.suggest_float("z", 0, 1)


def wider(trial):
    return trial.suggest_float("x", -9, 9)


def half_wider(trial):
    return trial.suggest_float("x", -4, 4) + trial.suggest_int("n", 1, 9)


def failing(trial):
    return parabola(trial) / (trial.number - 5)


def found(study):
    """Return number, parameters and score of each trial."""
    return [(trial.number, trial.params, trial.value) for trial in study.trials]


@pytest.fixture(scope="module")
def uninterrupted():
    return found(search.study(parabola, 18, seed=0))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "search.db"


def test_a_seed_fixes_all_trials(uninterrupted):
    assert found(search.study(parabola, 18, seed=0)) == uninterrupted
    assert found(search.study(parabola, 18, seed=1)) != uninterrupted


def test_with_each_result_known_the_search_beats_chance_in_the_end(monkeypatch):
    monkeypatch.setattr(search, "_BATCH", 1)
    study = search.study(parabola, 40, seed=0)
    values = [trial.value for trial in study.trials]
    assert sum(values[20:]) / 20 > sum(values[:10]) / 10 + 2
    assert study.best_value == max(values) > -0.5


def test_the_objective_sees_the_number_of_its_trial():
    study = search.study(lambda t: t.number + 0 * t.suggest_int("n", 1, 2), 6, seed=0)
    assert [trial.value for trial in study.trials] == list(range(6))


STOPS = [5, 18], [18, 3, 18]  # at which the week ends a search, too


@pytest.mark.parametrize(
    "stops",
    [[1, 4, 11, 18], *(pytest.param(s, marks=pytest.mark.weekly) for s in STOPS)],
)
def test_a_resumed_search_is_the_uninterrupted_one(path, uninterrupted, stops):
    for n_trials in stops:
        study = search.study(parabola, n_trials, seed=0, storage=path)
        assert found(study) == uninterrupted[:n_trials]


def test_a_resumed_search_runs_only_the_missing_trials(path):
    ran = []

    def counted(trial):
        ran.append(trial.number)
        return parabola(trial)

    for n_trials in (6, 9, 9):
        search.study(counted, n_trials, seed=0, storage=path)
    assert ran == list(range(9))


def stored(path):
    """Count the trials in the file, without Optuna."""
    try:
        connection = sqlite3.connect(path)
        try:
            return connection.execute("SELECT count(*) FROM trials").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.OperationalError:  # no table yet
        return 0


def test_an_error_of_the_objective_ends_the_search_and_loses_nothing(
    path, uninterrupted
):
    with pytest.raises(ZeroDivisionError):
        search.study(failing, 9, seed=0, storage=path)
    assert stored(path) == 5


def test_what_is_no_function_is_refused():
    with pytest.raises(TypeError, match="objective to be a function, got None"):
        search.study(None, 1, seed=0)


def test_pruned_trials_count(path):
    def pruned(trial):
        trial.suggest_float("x", 0, 1)
        raise optuna.TrialPruned

    study = search.study(pruned, 3, seed=0, storage=path)
    assert [trial.state.name for trial in study.trials] == ["PRUNED"] * 3


@pytest.mark.parametrize(
    ("objective", "options", "message"),
    [
        (other, {}, "parameters of the first trial"),
        (wider, {}, "parameters of the first trial"),
        (half_wider, {}, "parameters of the first trial"),
        (parabola, {"seed": 1}, "the seed of the stored search, 0; got 1"),
    ],
)
def test_another_search_in_the_file_is_refused(path, objective, options, message):
    search.study(parabola, 2, seed=0, storage=path)
    with pytest.raises(ValueError, match=message):
        search.study(objective, 6, **{"seed": 0, "storage": path} | options)
    assert stored(path) == 2


def no_database(path):
    path.write_bytes(b"no database" * 100)


def other_tables(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE studies (title TEXT)")
    connection.close()


@pytest.mark.parametrize("written", [no_database, other_tables])
def test_a_file_that_is_no_search_is_refused(path, written):
    written(path)
    with pytest.raises(ValueError, match="Expected a stored search"):
        search.study(parabola, 2, seed=0, storage=path)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="nowhere"):
        search.study(parabola, 2, seed=0, storage=tmp_path / "nowhere" / "search.db")


@pytest.mark.parametrize(
    "options",
    [{"n_trials": 0}, {"seed": -1}],
)
def test_numbers_out_of_range_are_refused(options):
    with pytest.raises(ValueError, match="xpected"):
        search.study(parabola, **{"n_trials": 2, "seed": 0} | options)


def test_the_log_is_silent_and_its_level_set_back(capfd, monkeypatch):
    before = optuna.logging.get_verbosity()
    here = [logging.StreamHandler(sys.stderr)]  # Optuna's keeps an older stream
    monkeypatch.setattr(logging.getLogger("optuna"), "handlers", here)
    search.study(parabola, 2, seed=0)
    assert optuna.logging.get_verbosity() == before
    assert capfd.readouterr() == ("", "")


def test_a_terminal_sees_the_progress(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    search.study(parabola, 2, seed=0)
    assert capsys.readouterr().err == "\rtrial 1 of 2\rtrial 2 of 2\n"


@pytest.mark.parametrize(
    ("score", "message"),
    [
        (None, "a number as score of a trial, got None"),
        ("0.5", "a number as score of a trial, got '0.5'"),
        (float("nan"), "a finite score of a trial, got nan"),
    ],
)
def test_a_trial_without_a_score_ends_the_search(score, message):
    with pytest.raises((TypeError, ValueError), match=message):
        search.study(lambda trial: score, 2, seed=0)
