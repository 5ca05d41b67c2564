"""What keeps the environment from being made is told in one line, with its cure."""

import pytest
from annbook.prerequisites import main, problem


def test_nothing_is_said_where_all_is_there():
    assert problem((3, 12), [], 4000, 3500) == ""
    assert main(1) == ""


@pytest.mark.parametrize("version", [(3, 10), (3, 14)])
def test_a_python_out_of_range_is_named(version):
    said = problem(version, [], 4000, 3500)
    assert said.startswith("The book needs Python 3.11 to 3.13; ")
    assert "make PYTHON=python3.13" in said


def test_a_python_without_venv_is_told_how_to_get_it():
    said = problem((3, 11), ["ensurepip"], 4000, 3500)
    assert "lacks its module ensurepip" in said
    assert "apt-get install python3.11-venv" in said


def test_a_full_disk_is_told_what_is_needed():
    assert problem((3, 11), [], 120, 3500) == (
        "Expected 3500 MB of free disk, got 120 MB: make room for .venv."
    )


@pytest.mark.parametrize(
    "case", [((3, 9), [], 9, 9), ((3, 11), ["venv"], 9, 9), ((3, 11), [], 1, 9)]
)
def test_a_problem_is_one_line(case):
    assert len(problem(*case).splitlines()) == 1
