import numpy as np

from annutils import plot
from annutils.experiments import Spread

SPREADS = {"first": Spread((1.0, 2.0, 3.0)), "second": Spread((-1.0, 0.0))}


def test_each_result_has_a_row_with_its_runs_its_interval_and_its_mean():
    ax = plot.intervals(SPREADS)
    rows = [ax.lines[3 * row : 3 * row + 3] for row in range(2)]
    for row, (spread, lines) in enumerate(zip(SPREADS.values(), rows, strict=True)):
        runs, interval, mean = (line.get_xdata() for line in lines)
        np.testing.assert_array_equal(runs, spread.values)
        np.testing.assert_array_equal(interval, spread.interval)
        assert list(mean) == [spread.mean]
        assert list(lines[1].get_ydata()) == [row, row]


def test_rows_are_named_from_top_to_bottom():
    ax = plot.intervals(SPREADS)
    assert [label.get_text() for label in ax.get_yticklabels()] == list(SPREADS)
    assert ax.get_ylim() == (1.5, -0.7)  # half a row is free; above, room for runs


def test_runs_are_small_and_gray_and_what_sums_them_up_is_blue():
    runs, interval, mean = plot.intervals(SPREADS).lines[:3]
    assert (runs.get_marker(), runs.get_markersize(), runs.get_color()) == (
        *(".", 4, "0.6"),
    )
    assert runs.get_linestyle() == mean.get_linestyle() == "None"
    assert set(runs.get_ydata()) == {-0.25}  # above the interval
    assert interval.get_color() == mean.get_color() == plot.BLUE
    assert (interval.get_marker(), mean.get_marker()) == ("None", "o")


def test_zero_is_marked_by_a_thin_dotted_line():
    zero = plot.intervals(SPREADS).lines[-1]
    assert list(zero.get_xdata()) == [0, 0]
    look = zero.get_linestyle(), zero.get_linewidth(), zero.get_color()
    assert look == (":", 1, "0.4")
