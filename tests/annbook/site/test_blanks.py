"""Blanks in exercises: fields on a page, lines to write on elsewhere."""

import re

import pytest
from annbook.chapters import all_chapters
from annbook.notebooks.markdown import Markdown
from annbook.site.blanks import blank
from whole_book import WholeBook

BLANK = re.compile(r"\{blank\}`([^`]+)`")
EXERCISE = re.compile(r"^`{3,}\{exercise\}.*?^`{3,}\n", re.DOTALL | re.MULTILINE)
SOLUTION = r"^`{{3,}}\{{solution-start\}} {}$(.*?)^`{{3,}}\{{solution-end\}}"
TEXT = """

| sum | output |
|---|---|
| {blank}`-1.5` | {blank}`never` |
"""


def asked():
    """Return each exercise with blanks: its label, what belongs there, its solution."""
    for chapter in all_chapters():
        for text in EXERCISE.findall(chapter.text):
            if answers := BLANK.findall(text):
                label = re.search(r"^:label: (\S+)$", text, re.MULTILINE)[1]
                pattern = SOLUTION.format(re.escape(label))
                solution = re.search(pattern, chapter.text, re.DOTALL | re.MULTILINE)
                yield pytest.param(answers, solution[1], id=label)


@pytest.mark.parametrize(("answers", "solution"), list(asked()))
def test_the_solution_says_what_belongs_in_each_blank(answers, solution):
    plain = re.sub(r"\\,|\{,\}", ",", solution).replace("−", "-")
    assert [one for one in answers if one not in plain] == []


def test_blanks_stand_in_exercises_alone():
    for chapter in all_chapters():
        assert not BLANK.search(EXERCISE.sub("", chapter.text)), chapter.name


def test_a_page_holds_what_belongs_there_out_of_sight_and_the_script(tmp_path):
    book = WholeBook(tmp_path)
    path = tmp_path / "book" / "two.md"
    path.write_text(path.read_text("utf-8") + TEXT, encoding="utf-8")
    status, output = book.build()
    assert status == 0, output
    page = (tmp_path / "_build" / "html" / "book" / "two.html").read_text("utf-8")
    places = re.findall(r'<span class="blank" data-answer="(.*?)">(.*?)</span>', page)
    assert places == [("-1.5", "____"), ("never", "____")]
    assert "questions.js" in page


def test_in_a_notebook_there_is_a_line_to_write_on():
    node = blank("", "____", answer="0.5")
    assert Markdown("https://book.example/").inline(node) == r"\_\_\_\_"
