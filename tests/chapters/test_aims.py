"""The page of aims names exercises that the book has, one place for each aim."""

import re

import pytest
from annbook.chapters import ROOT, all_chapters
from annbook.site.progress import aims_of, shown_by

PAGE = ROOT / "book" / "progress.md"
if not PAGE.exists():
    pytest.skip("no page of aims; one runs these", allow_module_level=True)
LISTED = re.search(r"^:::\{aims\}$(.+?)^:::$", PAGE.read_text("utf-8"), re.M | re.S)
SHOWN = shown_by(LISTED[1].splitlines())
CHAPTERS = [chapter for chapter in all_chapters() if chapter.name in SHOWN]


def test_each_aim_names_an_exercise_or_says_that_it_has_none():
    for chapter in CHAPTERS:
        assert len(SHOWN[chapter.name]) == len(aims_of(chapter)), chapter.name


def test_the_exercises_named_are_in_the_book():
    texts = "".join(chapter.text for chapter in all_chapters())
    labels = {*re.findall(r"^:label: (ex-\S+)$", texts, re.M), "-"}
    for chapter in CHAPTERS:
        assert labels.issuperset(SHOWN[chapter.name]), chapter.name
