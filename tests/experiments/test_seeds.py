"""Repeated runs and the numbers that describe them."""

import math

import numpy as np
import pytest
import scipy.stats

from annutils.experiments import Spread, over_seeds


def test_mean_and_standard_deviation_equal_a_sum_on_paper():
    spread = Spread((1.0, 2.0, 6.0))
    assert spread.mean == pytest.approx(3)
    assert spread.std == pytest.approx(math.sqrt((4 + 1 + 9) / 2))


def test_the_interval_is_students():
    spread = Spread((0.90, 0.92, 0.91, 0.95))
    expected = scipy.stats.t.interval(
        0.95, df=3, loc=spread.mean, scale=scipy.stats.sem(spread.values)
    )
    assert spread.interval == pytest.approx(expected)


def test_the_interval_holds_the_true_mean_in_95_of_100_cases():
    draws = np.random.default_rng(0).normal(size=(2000, 5))
    intervals = [Spread(tuple(values)).interval for values in draws.tolist()]
    assert np.mean([low < 0 < high for low, high in intervals]) == pytest.approx(
        0.95, abs=0.015
    )


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ((0.909, 0.912, 0.915), "0.912 ± 0.003"),
        ((0.1, 0.2359), "0.2 ± 0.1"),
        ((10.0, 40.0), "25 ± 21"),
        ((1.0, 1.0), "1.000 ± 0.000"),
        ((0.5, 0.5 + 1e-12), "0.500000 ± 0.000000"),
    ],
)
def test_it_is_written_to_the_first_digit_of_the_deviation(values, text):
    assert str(Spread(values)) == f"{Spread(values)}" == text


def test_a_format_applies_to_both_numbers():
    assert f"{Spread((0.909, 0.912, 0.915)):.1%}" == "91.2% ± 0.3%"


@pytest.mark.parametrize("values", [(), (1.0,), (1.0, math.nan), (1.0, math.inf)])
def test_too_few_or_infinite_values_are_refused(values):
    with pytest.raises(ValueError, match="values"):
        Spread(values)


def test_results_are_collected_by_name_in_the_order_of_the_seeds():
    spreads = over_seeds(lambda seed: {"double": 2 * seed, "one": 1}, [3, 1])
    assert spreads == {"double": Spread((6.0, 2.0)), "one": Spread((1.0, 1.0))}


@pytest.mark.parametrize("seeds", [[], [1], [1, 2, 1]])
def test_two_or_more_different_seeds_are_asked_for(seeds):
    with pytest.raises(ValueError, match="two or more different seeds"):
        over_seeds(lambda seed: {"x": 0.0}, seeds)


@pytest.mark.parametrize("seeds", [5, [1, 2.5]])
def test_seeds_that_are_no_integers_are_refused(seeds):
    with pytest.raises(TypeError, match="seed"):
        over_seeds(lambda seed: {"x": 0.0}, seeds)


@pytest.mark.parametrize("result", [None, {}, 0.5, {"x": "high"}, {"x": [1, 2]}])
def test_a_run_that_returns_no_dictionary_of_numbers_is_refused(result):
    with pytest.raises(TypeError, match=r"run with seed 1, got"):
        over_seeds(lambda seed: result, [1, 2])


def test_a_result_that_is_nan_is_refused_with_its_seed():
    with pytest.raises(ValueError, match="seed 2 gave loss = nan"):
        over_seeds(lambda seed: {"loss": math.nan if seed == 2 else 0}, [1, 2])


def test_different_names_are_refused():
    with pytest.raises(ValueError, match=r"seed 1 gave \['1'\], seed 2 gave \['2'\]"):
        over_seeds(lambda seed: {str(seed): 0}, [1, 2])


def test_progress_goes_to_a_terminal_only(capsys, monkeypatch):
    over_seeds(lambda seed: {"x": 0}, [1, 2])
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    over_seeds(lambda seed: {"x": 0}, [1, 2])
    assert "run 2 of 2, seed 2" in capsys.readouterr().err


@pytest.mark.parametrize("values", [None, 1.0, {1.0, 2.0}, "12", ["a", "b"]])
def test_what_is_no_sequence_of_numbers_has_no_spread(values):
    with pytest.raises(TypeError, match=r"Expected .*values"):
        Spread(values)


def test_runs_need_a_function_and_several_seeds():
    with pytest.raises(TypeError, match="train_once to be a function, got None"):
        over_seeds(None, [1, 2])
    with pytest.raises(TypeError, match=r"Expected seeds, .* got 3"):
        over_seeds(dict, 3)
