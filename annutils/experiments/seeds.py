"""Results of repeated runs: mean, standard deviation and confidence interval.

One training run says little: another seed gives another number. The book runs an
experiment once per seed and shows the mean with its spread.
"""

import math
import sys
from dataclasses import dataclass

import numpy as np

from annutils.checks import (
    checked_function,
    checked_numbers,
    checked_seed,
    checked_sequence,
)


@dataclass(frozen=True)
class Spread:
    """One measured quantity over several independent runs.

    ``str(spread)`` reads "0.912 ± 0.003": the mean and, after the sign ±, the
    standard deviation of one run (not the error of the mean, which is smaller; see
    `interval`). The standard deviation is rounded to one digit and the mean to the
    same decimal, but never to tens, nor to more than six decimals.
    ``f"{spread:.1%}"`` applies a format to both: "91.2% ± 0.3%".

    Parameters
    ----------
    values : tuple of float
        The results, one a run, in the order of the seeds; two or more, all finite.

    Raises
    ------
    TypeError
        If they are no sequence of numbers.
    ValueError
        If there are fewer than two values, or one is NaN or infinite.
    """

    values: tuple[float, ...]

    def __post_init__(self):
        checked_numbers("values", checked_sequence("values", self.values))
        if len(self.values) < 2:
            raise ValueError(f"Expected two values or more, got {self.values}.")

    @property
    def mean(self) -> float:
        """Mean of the runs."""
        return float(np.mean(self.values))

    @property
    def std(self) -> float:
        """Standard deviation of one run, estimated with n - 1 in the denominator."""
        return float(np.std(self.values, ddof=1))

    @property
    def interval(self) -> tuple[float, float]:
        """Lower and upper end of the 95% confidence interval of the mean.

        mean ± t std / sqrt(n), with t the 97.5% quantile of Student's distribution
        with n - 1 degrees of freedom (Student, "The probable error of a mean", 1908).
        It rests on independent, roughly normal runs. Needs SciPy.
        """
        from scipy.special import stdtrit

        n_runs = len(self.values)
        half_width = stdtrit(n_runs - 1, 0.975) * self.std / math.sqrt(n_runs)
        return self.mean - float(half_width), self.mean + float(half_width)

    def __str__(self):
        return format(self, f".{_decimals(self.std)}f")

    def __format__(self, spec):
        if not spec:
            return str(self)
        return f"{self.mean:{spec}} ± {self.std:{spec}}"


def over_seeds(train_once, seeds):
    """Run an experiment once per seed and collect its results.

    It seeds nothing itself: `train_once` uses the seed that it is given. Models of
    Keras are repeated with `annutils.experiments.train.repeat`, which seeds Keras, too.
    Where the standard error stream is a terminal, one line there tells how far it is.

    Parameters
    ----------
    train_once : callable
        ``train_once(seed)`` returns a dictionary from names to finite numbers, the
        same names for every seed.
    seeds : iterable of int
        Two or more different seeds.

    Returns
    -------
    dict of str to Spread
        The names of `train_once`, in its order.

    Raises
    ------
    TypeError
        If seeds are no integers, or `train_once` returns no dictionary of numbers.
    ValueError
        If there are fewer than two seeds or one comes twice, a seed is out of range,
        a result is NaN or infinite, or the names differ between seeds.
    """
    if not np.iterable(seeds):
        raise TypeError(f"Expected seeds, such as range(5), got {seeds!r}.")
    checked_function("train_once", train_once)
    seeds = [checked_seed(seed) for seed in seeds]
    if len(seeds) < 2 or len(set(seeds)) < len(seeds):
        raise ValueError(f"Expected two or more different seeds, got {seeds}.")
    runs = []
    for number, seed in enumerate(seeds, start=1):
        _show_progress(f"run {number} of {len(seeds)}, seed {seed}")
        runs.append(_checked_results(train_once(seed), seed))
        if runs[-1].keys() != runs[0].keys():
            raise ValueError(
                f"Expected the same names for every seed: seed {seeds[0]} gave "
                f"{list(runs[0])}, seed {seed} gave {list(runs[-1])}."
            )
    _show_progress("")
    return {name: Spread(tuple(run[name] for run in runs)) for name in runs[0]}


def _checked_results(results, seed):
    """Return the results of one run as a dictionary of finite floats."""
    if not isinstance(results, dict) or not results:
        raise TypeError(
            f"Expected a dictionary of numbers from the run with seed {seed}, "
            f"got {results!r}."
        )
    try:
        results = {name: float(value) for name, value in results.items()}
    except (TypeError, ValueError) as error:
        raise TypeError(
            f"Expected numbers from the run with seed {seed}, got {results!r}."
        ) from error
    for name, value in results.items():
        if not math.isfinite(value):
            raise ValueError(f"The run with seed {seed} gave {name} = {value}.")
    return results


def _decimals(std):
    """Decimals that show the first digit of a standard deviation, from 0 to 6."""
    if std == 0:
        return 3
    # Through the format, because rounding may carry: 0.096 has its digit at 0.1.
    exponent = int(f"{std:.0e}".partition("e")[2])
    return min(max(-exponent, 0), 6)


def _show_progress(message):
    """Overwrite the current line of the terminal, if there is one."""
    if sys.stderr.isatty():
        # "Erase to the end of the line" removes a longer earlier message.
        print(f"\r\x1b[K{message}", end="", file=sys.stderr, flush=True)
