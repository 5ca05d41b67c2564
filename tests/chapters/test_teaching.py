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
