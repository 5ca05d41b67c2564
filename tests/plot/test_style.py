"""The style sheet is found by its name, and figures are the same at every run."""

import numpy as np
from matplotlib import pyplot as plt

from annutils import plot


def test_the_style_is_part_of_the_package():
    with plt.style.context("annutils.book"):
        assert plt.rcParams["axes.prop_cycle"].by_key()["color"][0] == plot.BLUE


def test_the_same_figure_gives_the_same_bytes(tmp_path):
    files = []
    for number in (1, 2):
        with plt.style.context("annutils.book"):
            plt.figure()
            plot.decision_boundary(
                lambda points: points[:, 0] > 0, np.eye(2), np.array([0, 1])
            )
            files.append(tmp_path / f"{number}.svg")
            plt.savefig(files[-1], metadata={"Date": None})
    assert files[0].read_bytes() == files[1].read_bytes()
