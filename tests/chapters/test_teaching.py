"""What teachers read covers the book's chapters, in their order."""

import re

import pytest
from annbook.chapters import ROOT

from chapters.ours import ours

PAGE = ROOT / "book" / "teaching.md"
if not PAGE.exists():
    pytest.skip("no page for teachers; one runs these", allow_module_level=True)
SECTIONS = re.findall(
    r"^### \[[^\]]+\]\(([^)]+)\.md\)$(.+?)^```\{misconceptions\} (\S+)$",
    PAGE.read_text(encoding="utf-8"),
    re.M | re.S,
)


def test_every_chapter_has_its_place_and_its_misconceptions():
    lessons = [chapter.name for chapter in ours() if "/" in chapter.name]
    assert [name for name, _, _ in SECTIONS if name in lessons] == lessons
    assert all(name == listed for name, _, listed in SECTIONS)


def test_each_says_what_to_do_in_class():
    assert all(len(words.split()) >= 15 for _, words, _ in SECTIONS)


def test_each_says_what_to_ask_and_which_wrong_answers_to_expect():
    for name, words, _ in SECTIONS:
        parts = re.findall(r"^\*\*([^:]+):\*\* ", words, re.M)
        assert parts[:2] + parts[-1:] == ["Ask", "Expect", "Leave out"], name


def test_each_plan_fills_one_or_two_lessons_of_90_minutes():
    for name, words, _ in SECTIONS:
        plans = re.findall(r"^\*\*Minutes[^:]*:\*\* (.+)$", words, re.M)
        assert 1 <= len(plans) <= 2, name
        for plan in plans:
            minutes = map(int, re.findall(r"(?:^|; )(\d+) ", plan))
            assert sum(minutes) == 90, name
