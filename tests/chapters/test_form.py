"""Every chapter has the same parts, and every figure speaks to every reader."""

import re

import pytest
from annbook.results.cells import code_cells

from chapters.ours import ours

LESSONS = [chapter for chapter in ours() if "/" in chapter.name]
SECTIONS = ["## Summary", "## Exercises", "## Further reading"]


def text_of(chapter):
    return chapter.source.read_text(encoding="utf-8")


def cells(chapter):
    return code_cells(chapter.notebook())


@pytest.fixture(params=LESSONS, ids=[chapter.name for chapter in LESSONS])
def lesson(request):
    """Return one of the chapters of the parts; other pages have another form."""
    return request.param


def test_a_chapter_opens_with_what_the_reader_will_be_able_to_do(lesson):
    name = lesson.name.partition("/")[2]
    head = text_of(lesson).split("```{code-cell}")[0]
    assert f"(chapter-{name.replace('_', '-')})=" in head
    assert ":::{admonition} In this chapter\n:class: aims" in head
    assert re.search(r"\*\*Time:\*\* \d+ minutes\.", head)
    assert "**Before:**" in head


def test_a_chapter_closes_with_summary_exercises_and_sources(lesson):
    headings = re.findall(r"^## .*$", text_of(lesson), flags=re.M)
    assert headings[-3:] == SECTIONS


def test_a_chapter_has_at_least_600_words(lesson):
    prose = re.sub(r"^```.*?^```", "", text_of(lesson), flags=re.M | re.S)
    assert len(re.findall(r"\w+", prose)) >= 600


def test_every_exercise_has_a_folded_solution(lesson):
    text = text_of(lesson)
    exercises = re.findall(r"\{exercise\}.*?\n:label: (\S+)", text)
    solutions = re.findall(r"\{solution-start\} (\S+)\n:class: dropdown", text)
    assert len(exercises) >= 3
    assert solutions == exercises


def test_every_picture_has_a_caption_a_label_and_a_description(chapter):
    for cell in cells(chapter):
        if "plt.show()" in cell.source:
            options = cell.metadata.get("mystnb", {})
            assert len(options["figure"]["caption"]) > 20, cell.source
            assert options["figure"]["name"].startswith("fig-"), cell.source
            assert len(options["image"]["alt"]) > 40, cell.source


def test_every_figure_is_referred_to_by_a_label_of_its_own():
    names = [
        cell.metadata["mystnb"]["figure"]["name"]
        for chapter in ours()
        for cell in cells(chapter)
        if "figure" in cell.metadata.get("mystnb", {})
    ]
    assert len(names) == len(set(names))


def test_cells_are_short(chapter):
    for cell in cells(chapter):
        lines = [line for line in cell.source.splitlines() if line.strip()]
        assert len(lines) <= 25, cell.source


def in_sight(chapter):
    """Return the lines of code that are read without opening a fold, cell by cell."""
    seen, in_solution = [], False
    for cell in chapter.notebook().cells:
        if cell.cell_type == "markdown":
            for mark in re.findall(r"\{solution-(start|end)\}", cell.source):
                in_solution = mark == "start"
        elif not in_solution and "hide-input" not in cell.metadata.get("tags", ()):
            seen.append([line for line in cell.source.splitlines() if line.strip()])
    return seen


def test_checks_and_recorded_numbers_are_folded(lesson):
    machinery = re.compile(r"\s*assert\b|.*\bglue\(")
    lines = [
        line for cell in in_sight(lesson) for line in cell if machinery.match(line)
    ]
    assert lines == []


def test_the_code_in_sight_is_the_idea(lesson):
    assert sum(map(len, in_sight(lesson))) <= 100


def test_a_check_is_folded_and_shows_nothing(lesson):
    for cell in cells(lesson):
        if "check" in cell.metadata.get("tags", ()):
            assert "hide-input" in cell.metadata.tags
            assert "assert " in cell.source or "glue(" in cell.source
            assert "plt.show()" not in cell.source
