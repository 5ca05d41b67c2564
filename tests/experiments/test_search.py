"""A search goes on where it stopped, and finds the same wherever its trials run."""

import multiprocessing
import os
import signal
import sqlite3
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import optuna
import pytest

from annutils.experiments import search

SPAWN = multiprocessing.get_context("spawn")
SLOW = "SEARCH_TEST_SECONDS"


def parabola(trial):
    """Score that is best at x = 1, n = 3; waits as long as the test asks."""
    x = trial.suggest_float("x", -4, 4)
    n = trial.suggest_int("n", 1, 6)
    time.sleep(float(os.environ.get(SLOW, 0)))
    return -((x - 1) ** 2) - (n - 3) ** 2


def other(trial):
    return trial.suggest_float("z", 0, 1)


def wider(trial):
    return trial.suggest_float("x", -9, 9)


def failing(trial):
    return parabola(trial) / (trial.number - 5)


def search_alone(path, n_trials):
    search.study(parabola, n_trials, seed=0, storage=path)


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


def test_a_batch_of_one_is_better_than_chance_in_the_end():
    study = search.study(parabola, 40, seed=0, batch=1)
    values = [trial.value for trial in study.trials]
    assert sum(values[20:]) / 20 > sum(values[:10]) / 10 + 2
    assert study.best_value == max(values) > -0.5


def test_minimizing_mirrors_maximizing():
    study = search.study(
        lambda trial: -parabola(trial), 9, seed=0, direction="minimize"
    )
    best = search.study(parabola, 9, seed=0).best_trial
    assert (study.best_trial.params, -study.best_value) == (best.params, best.value)


def test_the_objective_sees_the_number_of_its_trial():
    study = search.study(lambda t: t.number + 0 * t.suggest_int("n", 1, 2), 6, seed=0)
    assert [trial.value for trial in study.trials] == list(range(6))


@pytest.mark.parametrize("stops", [[5, 18], [1, 4, 11, 18], [18, 3, 18]])
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


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_killed_search_goes_on(path, uninterrupted, monkeypatch):
    monkeypatch.setenv(SLOW, "0.3")
    process = SPAWN.Process(target=search_alone, args=(path, 18))
    process.start()
    while stored(path) < 3:
        assert process.is_alive()
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert 3 <= stored(path) < 18
    monkeypatch.delenv(SLOW)
    study = search.study(parabola, 18, seed=0, storage=path)
    assert found(study) == uninterrupted
    assert stored(path) == 18


def test_two_searches_on_one_file_share_it(path, uninterrupted):
    processes = [SPAWN.Process(target=search_alone, args=(path, 18)) for _ in "ab"]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    assert stored(path) == 18
    study = search.study(parabola, 18, seed=0, storage=path)
    assert found(study) == uninterrupted


def test_processes_find_what_one_finds(uninterrupted):
    assert found(search.study(parabola, 18, seed=0, n_jobs=2)) == uninterrupted


def test_anything_that_submits_is_a_client(uninterrupted):
    with ThreadPoolExecutor(3) as client:
        study = search.study(parabola, 18, seed=0, client=client)
    assert found(study) == uninterrupted


def test_a_dask_cluster_finds_what_one_process_finds(uninterrupted):
    distributed = pytest.importorskip("distributed", reason="needs distributed")
    options = {"n_workers": 1, "processes": False, "dashboard_address": None}
    with distributed.Client(**options) as client:
        study = search.study(parabola, 18, seed=0, client=client)
    assert found(study) == uninterrupted


def test_an_error_of_the_objective_ends_the_search_and_loses_nothing(
    path, uninterrupted
):
    with pytest.raises(ZeroDivisionError):
        search.study(failing, 9, seed=0, storage=path)
    assert stored(path) == 5


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
        (parabola, {"seed": 1}, "seed and batch"),
        (parabola, {"batch": 2}, "seed and batch"),
        (parabola, {"direction": "minimize"}, "direction"),
    ],
)
def test_another_search_in_the_file_is_refused(path, objective, options, message):
    search.study(parabola, 2, seed=0, storage=path)
    with pytest.raises(ValueError, match=message):
        search.study(objective, 6, **{"seed": 0, "storage": path} | options)
    assert stored(path) == 2


def no_database(path):
    path.write_bytes(b"no database" * 100)


def half_a_search(path):
    search.study(parabola, 2, seed=0, storage=path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def damaged_search(path):
    search.study(parabola, 2, seed=0, storage=path)
    whole = path.read_bytes()
    path.write_bytes(whole[:12_288] + b"\7" * (len(whole) - 12_288))


def other_tables(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE studies (title TEXT)")
    connection.close()


@pytest.mark.parametrize(
    "written", [no_database, half_a_search, damaged_search, other_tables]
)
def test_a_file_that_is_no_search_is_refused(path, written):
    written(path)
    with pytest.raises(ValueError, match="Expected a stored search"):
        search.study(parabola, 2, seed=0, storage=path)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="nowhere"):
        search.study(parabola, 2, seed=0, storage=tmp_path / "nowhere" / "search.db")


@pytest.mark.parametrize(
    "options",
    [{"n_trials": 0}, {"batch": 0}, {"n_jobs": 0}, {"seed": -1}, {"direction": "up"}],
)
def test_numbers_out_of_range_are_refused(options):
    with pytest.raises(ValueError, match="xpected"):
        search.study(parabola, **{"n_trials": 2, "seed": 0} | options)


def test_a_function_that_no_process_can_import_is_refused():
    with pytest.raises(TypeError, match="function of a module"):
        search.study(lambda trial: parabola(trial), 2, seed=0, n_jobs=2)


def test_the_log_is_silent_and_its_level_set_back(capfd):
    before = optuna.logging.get_verbosity()
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
