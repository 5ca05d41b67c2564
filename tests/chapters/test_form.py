"""Every chapter has the same parts, and every figure speaks to every reader."""

import re
from pathlib import Path

import pytest
from annbook.results.cells import code_cells

from chapters.core import core_minutes, core_words
from chapters.ours import ours

LESSONS = [chapter for chapter in ours() if "/" in chapter.name]
SECTIONS = ["## Summary", "## Deeper", "## Exercises", "## Further reading"]
STARS = {"★", "★★", "★★★"}
KINDS = {"code", "compute", "experiment", "prove"}
# Where a fold of a page begins, or ends.
FOLDS = "## Deeper", "{solution-start}"
MARK = re.compile(r"^## .*$|\{solution-(?:start|end)\}", re.MULTILINE)
QUESTION = re.compile(r"^:{3,}\{question\}(.*)\n:label: (\S+)", re.MULTILINE)
# Chapters whose code is a whole project.
WORKED = {
    "practice/mnist",
    "generalization/hyperparameters",
    "generalization/regularization",
    "generalization/imdb",
}


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
    assert "**Prerequisites:**" in head


def test_a_chapter_closes_with_summary_exercises_and_sources(lesson):
    headings = re.findall(r"^## .*$", text_of(lesson), flags=re.M)
    assert headings[-4:] == SECTIONS


def test_questions_look_back_at_the_head_and_are_few(lesson):
    text = text_of(lesson)
    asked = [
        (match[1].strip(), match[2], match.start()) for match in QUESTION.finditer(text)
    ]
    head = [title for title, _, place in asked if place < text.index("\n## ")]
    flow = [title for title, _, place in asked if place > text.index("\n## ")]
    assert len(head) <= 2
    assert all(title.startswith("Look back: ") for title in head)
    assert len(flow) <= 3
    assert not any(flow), "a question in the flow has no title of its own"
    word = lesson.name.partition("/")[2].split("_")[0]
    labels = [label for _, label, _ in asked]
    assert len(set(labels)) == len(labels)
    assert all(label.startswith(f"q-{word}") for label in labels)


def test_nothing_asks_between_a_figure_and_what_to_notice(lesson):
    after = re.findall(
        r"^```\{code-cell\}(.*?)^```\n\n:{3,}\{question\}", text_of(lesson), re.M | re.S
    )
    assert not any("name: fig-" in cell.rpartition("{code-cell}")[2] for cell in after)


def test_what_is_deeper_has_sections_of_its_own_which_are_folded(lesson):
    deeper = text_of(lesson).partition("\n## Deeper\n")[2].partition("\n## ")[0]
    before, *sections = re.split(r"^### ", deeper, flags=re.M)
    assert 1 <= len(sections) <= 5
    assert "{code-cell}" not in before


def test_the_core_of_a_chapter_is_read_in_half_an_hour(lesson):
    assert core_words(text_of(lesson)) <= 1800
    minutes = int(re.search(r"\*\*Time:\*\* (\d+) minutes", text_of(lesson))[1])
    # A fifth is left for the places where a newcomer stops.
    assert core_minutes(lesson) <= 0.8 * minutes <= 0.8 * 30


def test_what_is_recorded_under_a_name_is_shown_or_tested(lesson):
    text = text_of(lesson)
    names = re.findall(r'\bglue\(\s*"([^"]+)"', text)
    unshown = [name for name in names if f"{{glue:text}}`{name}`" not in text]
    tests = [
        file.read_text("utf-8") for file in Path(__file__).parent.rglob("test_*.py")
    ]
    assert [
        name for name in unshown if not any(f'"{name}"' in one for one in tests)
    ] == []


def test_a_chapter_meets_what_is_often_misunderstood(lesson):
    text = text_of(lesson)
    misconceptions = lesson.notebook().metadata["misconceptions"]
    assert 3 <= len(misconceptions) <= 5
    labels = re.findall(
        r"^\((\S+)\)=$|^:label: (\S+)$|^ +name: (\S+)$|^\$\$ \((\S+)\)$", text, re.M
    )
    labels = {label for found in labels for label in found if label}
    for each in misconceptions:
        assert sorted(each) == ["belief", "met", "truth"]
        assert each["met"] in labels
        assert all(each[part].endswith((".", "?")) for part in ("belief", "truth"))


def test_a_chapter_has_at_least_600_words(lesson):
    prose = re.sub(r"^```.*?^```", "", text_of(lesson), flags=re.M | re.S)
    assert len(re.findall(r"\w+", prose)) >= 600


def test_every_exercise_has_a_folded_solution(lesson):
    text = text_of(lesson)
    exercises = re.findall(r"\{exercise\}.*?\n:label: (\S+)", text)
    solutions = re.findall(r"\{solution-start\} (\S+)\n:class: dropdown", text)
    assert len(exercises) >= 5
    assert solutions == exercises


def test_exercises_say_how_hard_they_are_and_of_which_kind(lesson):
    titles = re.findall(r"\{exercise\}(.*)", text_of(lesson))
    marks = [title.split() for title in titles]
    assert all(len(mark) == 2 for mark in marks), titles
    assert {stars for stars, _ in marks} == STARS
    assert {kind for _, kind in marks} <= KINDS


def test_a_heading_is_no_paragraph(chapter):
    prose = re.sub(
        r"^```.*?^```$", "", text_of(chapter), flags=re.DOTALL | re.MULTILINE
    )
    headings = re.findall(r"^#+ (.*)$", prose, flags=re.MULTILINE)
    assert headings
    assert [heading for heading in headings if len(heading) > 60] == []


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
    seen, folded = [], False
    for cell in chapter.notebook().cells:
        if cell.cell_type == "markdown":
            for mark in MARK.findall(cell.source):
                folded = mark in FOLDS
        elif not folded and "hide-input" not in cell.metadata.get("tags", ()):
            seen.append([line for line in cell.source.splitlines() if line.strip()])
    return seen


def test_checks_and_recorded_numbers_are_folded(lesson):
    machinery = re.compile(r"\s*assert\b|.*\bglue\(")
    lines = [
        line for cell in in_sight(lesson) for line in cell if machinery.match(line)
    ]
    assert lines == []


def test_the_code_in_sight_is_the_idea(lesson):
    most = 100 if lesson.name in WORKED else 60
    assert sum(map(len, in_sight(lesson))) <= most


def test_a_check_is_folded_and_shows_nothing(lesson):
    for cell in cells(lesson):
        if "check" in cell.metadata.get("tags", ()):
            assert "hide-input" in cell.metadata.tags
            assert "assert " in cell.source or "glue(" in cell.source
            assert "plt.show()" not in cell.source
